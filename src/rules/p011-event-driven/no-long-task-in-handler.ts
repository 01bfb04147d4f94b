import type { TSESTree } from '@typescript-eslint/utils';
import { fileKind } from '../../analysis/files.js';
import { heldUpHandlers } from '../../analysis/long-tasks-reached.js';
import { queuesAt } from '../../analysis/queues.js';
import type { SourceCode } from '../../analysis/service.js';
import { isAllowed } from '../../kit/allow.js';
import { createRule } from '../../kit/create-rule.js';
import { enqueue, jobFor } from '../../kit/fixers/enqueue.js';
import { constructionName } from '../../kit/names.js';

/**
 * Whoever waits for a request waits for the slowest thing it does. Mail servers, browsers and encoders take seconds, fail now and
 * then, and need tries of their own: a queue gives them those.
 */
export default createRule({
  name: 'no-long-task-in-handler',
  principle: 'P011',
  description: 'Disallow work that belongs on a queue in handlers whose caller waits for an answer',
  fix: 'suggestion',
  presets: false,
  needs: ['mail', 'sms', 'push', 'browser-automation', 'media', 'document', 'ml-model', 'embedding', 'orm', 'sql', 'web-framework'],
  crossFile: true,
  messages: {
    waits: '`{{call}}` {{does}} while the caller of {{handler}} waits (P011). Put a job on a queue and let a worker do it.',
    reached: '`{{call}}` {{does}} ({{path}}) while the caller of {{handler}} waits (P011). Put a job on a queue and let a worker do it.',
    enqueue: 'Put a job `{{job}}` on `{{queue}}`; a worker has to take it from there.',
  },
  options: {
    tasks: { description: 'Calls that are long tasks too, as `"package"` or `"package.export"`: `"@acme/mailer.sendInvoice"`.', type: 'array', items: { type: 'string' }, default: [] },
    messages: {
      description: 'Which single messages to report: `ignored`, those whose outcome changes nothing about how the handler goes on, or `all` that it waits for.',
      type: 'string',
      enum: ['ignored', 'all'],
      default: 'ignored',
    },
    ignore: { description: 'Calls that handlers may wait for, as `"package"` or `"package.export"`: `"web-push.sendNotification"`.', type: 'array', items: { type: 'string' }, default: [] },
  },
  strict: { messages: 'all' },
  *check({ source, options }) {
    const kind = fileKind(source);
    if (kind.cli || kind.script || kind.migration) return;
    for (const { handler, call, task, path } of heldUpHandlers(source, options.tasks, options.messages)) {
      if (task.use && isAllowed(options.ignore, task.use.known)) continue;
      const data = { call: constructionName(source, call), does: task.does, handler: handler.name };
      const suggest = enqueueing(source, call);
      if (path.length > 0) yield { node: call, messageId: 'reached', data: { ...data, path: path.map((name) => `\`${name}\``).join(' -> ') }, suggest };
      else yield { node: call, messageId: 'waits', data, suggest };
    }
  },
});

/** One suggestion where the call can become a job and one queue is in scope: of several, nobody knows which. */
function enqueueing(source: SourceCode, call: TSESTree.CallExpression) {
  const job = jobFor(source, call);
  const [queue, other] = job ? queuesAt(source, call) : [];
  if (!job || !queue || other) return [];
  return [{ messageId: 'enqueue' as const, data: { job: job.name, queue: queue.name }, fix: (fixer: Parameters<typeof enqueue>[0]) => enqueue(fixer, call, queue, job) }];
}
