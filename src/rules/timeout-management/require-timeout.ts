import { unlimitedCalls, type Unlimited } from '../../analysis/unlimited-calls.js';
import { createRule } from '../../kit/create-rule.js';
import { limitText, setTimeLimit } from '../../kit/fixers/time-limit.js';
import { constructionName } from '../../kit/names.js';
import type { Fix } from '../../kit/rule.js';
import { callsFetch } from '../../kit/texts.js';

/**
 * A server that accepts a connection and then says nothing holds the caller for as long as the caller waits. Each waiting call
 * keeps a socket, the request it serves and its memory, until no more fit.
 */
export default createRule({
  name: 'require-timeout',
  principle: 'timeout-management',
  description: 'Require a time limit on outbound calls',
  fix: 'suggestion',
  presets: false,
  needs: ['http-call', 'rpc-call', 'http-client', 'llm', 'agent-call', 'expensive-client', 'mail'],
  needsText: callsFetch,
  messages: {
    never: '`{{call}}` waits for ever when the other side hangs (timeout-management). Give up after a time: pass `{{limit}}`.',
    late: '`{{call}}` gives up only after {{seconds}} s when the other side hangs (timeout-management). Give up earlier: pass `{{limit}}`.',
    signal: 'Nothing aborts `{{call}}` when the other side hangs: its signal has no timer (timeout-management). Add `AbortSignal.timeout()` to it with `AbortSignal.any`.',
    ignored: '`{{call}}` has no `timeout` option and ignores this one (timeout-management). Pass `signal: AbortSignal.timeout(...)` instead.',
    add: 'Give up after {{seconds}} s.',
    any: 'Give up after {{seconds}} s, too.',
    replace: 'Make it a signal.',
  },
  options: {
    clients: { description: 'Also report database drivers, mail transports and clients of models that wait too long unless told otherwise, whoever waits for them.', type: 'boolean', default: false },
    maxMs: { description: 'The longest time limit, in milliseconds, that a library may have by itself; a longer one counts as none.', type: 'integer', minimum: 1, default: 120_000 },
    defaultMs: { description: 'The time limit, in milliseconds, that suggestions write; for language models, which think for longer, `maxMs` where that is more.', type: 'integer', minimum: 1, default: 30_000 },
  },
  *check({ source, options }) {
    const { clients, maxMs, defaultMs } = options;
    for (const found of unlimitedCalls(source, { maxMs, drivers: clients })) {
      const { use } = found;
      const call = constructionName(source, use.node);
      const node = use.node.type === 'CallExpression' ? use.node.callee : found.ignored?.parent ?? use.node;
      const ms = found.ofModel ? Math.max(defaultMs, maxMs) : defaultMs;
      const seconds = ms / 1000;
      const fix: Fix = (fixer) => setTimeLimit(fixer, source, found, ms);
      const limit = limitText(source, found, ms);
      if (found.ignored) yield { node: found.ignored.parent ?? node, messageId: 'ignored', data: { call }, suggest: [{ messageId: 'replace', fix }] };
      else if (found.signal) yield { node, messageId: 'signal', data: { call }, suggest: [{ messageId: 'any', data: { seconds }, fix }] };
      else if (found.defaultMs > 0) yield { node, messageId: 'late', data: { call, limit, seconds: waits(found) }, suggest: [{ messageId: 'add', data: { seconds }, fix }] };
      else yield { node, messageId: 'never', data: { call, limit }, suggest: [{ messageId: 'add', data: { seconds }, fix }] };
    }
  },
});

function waits({ defaultMs }: Unlimited): number {
  return Math.round(defaultMs / 1000);
}
