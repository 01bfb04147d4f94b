import { fileKind } from '../../analysis/files.js';
import { platformOf } from '../../analysis/platform.js';
import { repetitions, type Repetition } from '../../analysis/retry-loops.js';
import { retryPolicies, type RetryPolicy } from '../../analysis/retry-policies.js';
import { inventsName, looksAtError } from '../../analysis/retry-purpose.js';
import { whereTried } from '../../analysis/retry-remote.js';
import type { SourceCode } from '../../analysis/service.js';
import { functionName, isFunction } from '../../analysis/syntax.js';
import { createRule } from '../../kit/create-rule.js';
import { growingWait } from '../../kit/fixers/growing-wait.js';
import { backoffPolicy } from '../../kit/fixers/retry-options.js';
import { constructionName } from '../../kit/names.js';
import { triedName } from '../../kit/retry-names.js';
import { catches } from '../../kit/texts.js';

/**
 * Callers that failed together retry together. Waits that grow and are spread by chance let a service that is overloaded
 * come back.
 */
export default createRule({
  name: 'require-retry-backoff',
  principle: 'retry-with-backoff',
  description: 'Require retries to wait longer after each attempt',
  fix: 'fix',
  presets: false,
  needs: ['retry', 'queue', 'http-client'],
  needsText: catches,
  messages: {
    atOnce: '{{call}} is tried again at once after each failure (retry-with-backoff). Wait longer after each attempt, with some jitter.',
    constant: '{{call}} is tried again after the same wait each time (retry-with-backoff). Let the wait grow with each attempt, with some jitter.',
    policyAtOnce: '{{call}} retries at once after each failure (retry-with-backoff). Set a delay that grows with each attempt.',
    policyConstant: '{{call}} retries after the same wait each time (retry-with-backoff). Let the wait grow with each attempt.',
    policyJitter: '{{call}} retries without jitter, so callers that failed together come back together (retry-with-backoff). Spread the waits by chance.',
    grow: 'Let the wait grow with each attempt, with jitter.',
  },
  options: {
    requireJitter: { description: 'Also report exponential waits without jitter, of retry libraries that have an option for it.', type: 'boolean', default: false },
    anyCall: { description: 'Also report loops around calls of which the file does not show that they go to another system: a function that the caller hands in, a package that the plugin does not know.', type: 'boolean', default: false },
  },
  strict: { anyCall: true },
  *check({ source, options }) {
    const kind = fileKind(source);
    if (kind.script || kind.migration || kind.cli) return;
    const loops = repetitions(source).filter(isEager);
    const policies = retryPolicies(source).filter((policy) => flawOf(policy, options.requireJitter) !== undefined && !triesAnotherName(source, policy));
    if (loops.length + policies.length === 0) return;
    const platform = platformOf(source);
    if (platform === 'browser') return;

    for (const one of loops) {
      if (!needsBackoff(source, one, options.anyCall)) continue;
      const fix = growingWait(source, one);
      yield {
        node: one.delay.call ?? one.node,
        loc: one.delay.call?.loc ?? source.getFirstToken(one.node)!.loc,
        messageId: one.delay.growth === 'none' ? 'atOnce' : 'constant',
        data: { call: triedName(source, one.tried) },
        suggest: fix ? [{ messageId: 'grow', fix }] : [],
      };
    }
    for (const policy of policies) {
      const flaw = flawOf(policy, options.requireJitter)!;
      // One page is no crowd; queues are on servers.
      if (flaw === 'policyJitter' && platform === 'unknown') continue;
      const mend = backoffPolicy(source, policy, { grow: flaw !== 'policyJitter', spread: policy.canJitter && policy.jittered === false });
      const at = { node: policy.growthNode ?? policy.limitNode ?? policy.use.node, messageId: flaw, data: { call: `\`${constructionName(source, policy.use.node)}\`` } };
      if (mend?.literal) yield { ...at, fix: mend.fix };
      else yield { ...at, suggest: mend ? [{ messageId: 'grow', fix: mend.fix }] : [] };
    }
  },
});

/** Whoever asks this often at an even pace waits for something to happen, such as a login in a browser; failing calls are given up long before. */
const polling = 60;
/** With two tries there is one wait: nothing could grow. */
const enough = 2;

function isEager({ kind, purpose, bound, tries, delay }: Repetition): boolean {
  if (kind !== 'retry' || bound !== 'counter' || (purpose !== 'call' && purpose !== 'connection') || (tries !== undefined && tries <= enough)) return false;
  return (delay.growth === 'none' || delay.growth === 'constant') && !delay.jitter;
}

/**
 * Only what surely goes to another system counts: a step of this program is as often a check of its own database, a wait for
 * what another step writes, or a measurement.
 */
function needsBackoff(source: SourceCode, one: Repetition, anyCall: boolean): boolean {
  switch (whereTried(source, one)) {
    case 'remote':
      return true;
    case 'client':
      return one.delay.growth === 'constant';
    case 'package':
      return anyCall && one.delay.growth === 'constant';
    case 'handed':
      return isHelperEager(source, one);
    case 'given':
      return anyCall && isHelperEager(source, one);
    default:
      return false;
  }
}

/** Who looks at what failed has chosen failures that pass at once, such as a connection cut while it was idle. */
function isHelperEager(source: SourceCode, one: Repetition): boolean {
  return one.delay.growth === 'constant' || (one.fn !== undefined && /retr/iu.test(functionName(one.fn) ?? '') && !looksAtError(source, one));
}

/** What is handed to the library makes up a name: it is tried again because the name was taken. */
function triesAnotherName(source: SourceCode, { use }: RetryPolicy): boolean {
  return use.args.some((argument) => isFunction(argument) && inventsName(source, argument.body));
}

/** Of a call that is tried three times in all, two short waits are over before a crowd could gather. */
const enoughForCall = 3;

function flawOf({ use, limit, tries, growth, jittered, canJitter }: RetryPolicy, requireJitter: boolean): 'policyAtOnce' | 'policyConstant' | 'policyJitter' | undefined {
  if (limit === 'never' || limit === 'unlimited' || (tries !== undefined && tries <= enough)) return undefined;
  if (growth === 'none') return 'policyAtOnce';
  if (growth === 'constant') return jittered === true || (tries !== undefined && tries >= polling) ? undefined : 'policyConstant';
  // How many jobs of a queue come back together is up to its worker's concurrency and limiter, mostly set up elsewhere.
  if (!use.action.roles?.includes('retry') || (tries !== undefined && tries <= enoughForCall)) return undefined;
  return growth === 'exponential' && requireJitter && canJitter && jittered === false ? 'policyJitter' : undefined;
}
