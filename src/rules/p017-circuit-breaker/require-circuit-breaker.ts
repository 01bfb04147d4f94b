import type { OutboundCall } from '../../analysis/outbound-calls.js';
import type { SourceCode } from '../../analysis/service.js';
import { unguardedCalls } from '../../analysis/unguarded-calls.js';
import { createRule } from '../../kit/create-rule.js';
import { constructionName } from '../../kit/names.js';
import { callsFetch } from '../../kit/texts.js';

/**
 * When the service behind a call fails, each caller that goes on waiting for it holds a socket and a request of its own, until
 * it fails too. A breaker answers at once while the service is down, and lets it recover.
 */
export default createRule({
  name: 'require-circuit-breaker',
  principle: 'P017',
  description: 'Require a circuit breaker around calls to remote services',
  fix: null,
  presets: false,
  needs: ['http-call', 'rpc-call'],
  needsText: callsFetch,
  messages: {
    unguarded: 'No circuit breaker guards `{{call}}` to {{target}} (P017): while that is down, every caller waits and fails with it. Wrap the call, or name your wrapper in `settings.archprinciples.resilience`.',
  },
  options: {},
  *check({ source }) {
    for (const { first } of unguardedCalls(source)) {
      yield {
        node: first.node.type === 'CallExpression' ? first.node.callee : first.node,
        messageId: 'unguarded',
        data: { call: constructionName(source, first.node), target: targetName(source, first) },
      };
    }
  },
});

/** The host where it is known, else the expression of the URL, else no more than that it is remote. */
function targetName(source: SourceCode, { target, url, client }: OutboundCall): string {
  if (target.hostPattern !== undefined) return `\`${target.port === undefined ? target.hostPattern : `${target.hostPattern}:${target.port}`}\``;
  // A path says nothing of where the instance leads.
  const text = url && !client ? source.getText(url) : '';
  return text !== '' && text.length <= 50 && !text.includes('\n') && !text.includes('{{') ? `\`${text.replaceAll('`', '')}\`` : 'a remote service';
}
