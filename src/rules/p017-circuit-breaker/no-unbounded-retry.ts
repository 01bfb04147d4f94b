import type { TSESTree } from '@typescript-eslint/utils';
import { fileKind } from '../../analysis/files.js';
import { platformOf } from '../../analysis/platform.js';
import { repetitions, type Repetition } from '../../analysis/retry-loops.js';
import { reconnections, retryPolicies, type RetryPolicy } from '../../analysis/retry-policies.js';
import type { SourceCode } from '../../analysis/service.js';
import { createRule } from '../../kit/create-rule.js';
import { boundedRetry, canBound } from '../../kit/fixers/bounded-retry.js';
import { limitedPolicy } from '../../kit/fixers/retry-options.js';
import { constructionName } from '../../kit/names.js';
import { recalledName, triedName } from '../../kit/retry-names.js';
import { anyOf, catches, withWord } from '../../kit/texts.js';

/**
 * A retry without an end hides an outage from whoever waits for the answer, and keeps hitting the service that is down.
 */
export default createRule({
  name: 'no-unbounded-retry',
  principle: 'P017',
  description: 'Disallow retries without a limit',
  fix: 'suggestion',
  presets: false,
  needs: ['retry', 'cache'],
  needsText: anyOf(catches, withWord(['.then('], /\.then\(/u)),
  messages: {
    loop: '{{call}} is tried again for as long as it fails (P017). Limit the attempts and rethrow the last error.',
    recursion: '{{function}} calls itself again each time {{call}} fails, without an end (P017). Count the attempts and rethrow the last error.',
    policy: '{{call}} retries without an end{{reason}} (P017). Give it a number of attempts.',
    reconnect: 'This `{{option}}` always returns a delay, so it reconnects for ever (P017). Return `null` after some attempts.',
    bound: 'Try {{attempts}} times with growing waits, then rethrow the error.',
    limit: 'Try {{attempts}} times.',
  },
  options: {
    attempts: { description: 'The number of attempts that suggestions write.', type: 'integer', minimum: 2, default: 5 },
    connections: { description: 'Also report connections and subscriptions that are set up again without an end, and retries without an end whose waits grow.', type: 'boolean', default: false },
  },
  *check({ source, options }) {
    const kind = fileKind(source);
    if (kind.script || kind.migration || kind.cli) return;
    const found = repetitions(source).filter((one) => isUnbounded(one, options.connections));
    const policies = retryPolicies(source).filter(({ limit }) => limit === 'unlimited');
    const reconnects = options.connections ? reconnections(source) : [];
    if (found.length + policies.length + reconnects.length === 0 || platformOf(source) === 'browser') return;

    const { attempts } = options;
    for (const one of found) {
      const call = triedName(source, one.tried);
      const suggest = canBound(source, one) ? [{ messageId: 'bound' as const, data: { attempts }, fix: boundedRetry(source, one, attempts) }] : [];
      if (one.form === 'loop') yield { node: one.node, loc: headOf(source, one), messageId: 'loop', data: { call }, suggest };
      else yield { node: one.node, messageId: 'recursion', data: { call: call.replace(/^This/u, 'this'), function: recalledName(one) }, suggest };
    }
    for (const policy of policies) {
      const fix = limitedPolicy(source, policy, attempts);
      yield {
        node: policy.limitNode ?? policy.use.node,
        messageId: 'policy',
        data: { call: `\`${constructionName(source, policy.use.node)}\``, reason: reasonOf(source, policy) },
        suggest: fix ? [{ messageId: 'limit', data: { attempts }, fix }] : [],
      };
    }
    for (const { option, node } of reconnects) yield { node, messageId: 'reconnect', data: { option } };
  },
});

/**
 * Names that only make sense once are tried until they fit; a connection that is kept up is up to its owner, as is what goes on
 * with waits that grow: a registration or a supervisor that shall outlast any outage and spares the other side meanwhile.
 */
function isUnbounded({ kind, bound, purpose, delay }: Repetition, connections: boolean): boolean {
  if (kind !== 'retry' || bound !== 'none' || purpose === 'collision') return false;
  if (!connections && (delay.growth === 'linear' || delay.growth === 'exponential')) return false;
  return purpose !== 'connection' || connections || delay.growth === 'none';
}

function reasonOf(source: SourceCode, { limitNode }: RetryPolicy): string {
  const holder = limitNode?.parent?.type === 'Property' ? limitNode.parent : undefined;
  return holder ? ` with \`${source.getText(holder)}\`` : '';
}

/** The head of a loop, without its body. */
function headOf(source: SourceCode, { node, body }: Repetition): TSESTree.SourceLocation {
  const close = source.getTokenBefore(body);
  return node.type === 'DoWhileStatement' || !close ? source.getFirstToken(node)!.loc : { start: node.loc.start, end: close.loc.end };
}
