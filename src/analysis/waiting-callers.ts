import { scheduledMark } from '../catalog/known-names.js';
import { callersOf, variableOf } from './calls.js';
import { contextOf } from './context.js';
import { relativePath } from './files.js';
import type { Handler } from './handler.js';
import type { SourceCode } from './service.js';
import { enclosingFunction, type FunctionNode } from './syntax.js';
import { isWaitedFor } from './waiting.js';

/**
 * Does somebody wait for what a handler does: a browser, another service? True for requests, calls and queries; false for jobs, messages,
 * events, schedules and tools of agents, for requests that a scheduler or queue sends, for those that only own jobs can send because they
 * present an internal key, for functions of the cloud without an HTTP answer, consumers of messages that give nothing back, and for functions with a directive that only the function
 * around them calls and leaves alone (`after(() => save())`).
 * Does not see: queues and schedulers that deliver over HTTP to a path like any other, keys whose name says nothing.
 */
export function hasWaitingCaller(source: SourceCode, handler: Handler): boolean {
  switch (handler.kind) {
    case 'http':
    case 'middleware':
    case 'graphql':
      return !isScheduled(source, handler) && !isLeftAlone(source, handler);
    case 'rpc':
      return !isScheduled(source, handler) && !isLeftAlone(source, handler) && !givesNothing(source, handler);
    case 'serverless':
      return (handler.response !== undefined || /\b(?:statusCode|jsonBody)\b/u.test(source.getText(handler.node))) && !isScheduled(source, handler);
    default:
      return false;
  }
}

/** `@MessagePattern('export') async export(...): Promise<void>`: the consumer of a message, to which it gives no answer. */
function givesNothing(source: SourceCode, { node }: Handler): boolean {
  return node.returnType !== undefined && /^:\s*Promise<void>$/u.test(source.getText(node.returnType));
}

/** A function with a directive of its own inside another: is it used for nothing but calls that the other does not wait for? */
function isLeftAlone(source: SourceCode, { convention, node }: Handler): boolean {
  const name = node.parent.type === 'VariableDeclarator' && node.parent.id.type === 'Identifier' ? node.parent.id : node.id;
  const variable = convention?.directive !== undefined && name && enclosingFunction(node) ? variableOf(source, name) : undefined;
  const calls = variable ? callersOf(source, node) : [];
  return calls.length > 0 && calls.length === variable?.references.filter((one) => one.isRead()).length
    && calls.every(({ call }) => !isWaitedFor(source, call, outermost(node)));
}

function outermost(node: FunctionNode): FunctionNode {
  let fn = node;
  for (let outer = enclosingFunction(fn); outer; outer = enclosingFunction(fn)) fn = outer;
  return fn;
}

/** Parts of a path of what a scheduler or queue calls over HTTP. */
const scheduled = /(?:^|[/._-])(?:crons?|cron-?jobs?|queues?|workers?|jobs?|schedule[drs]?|scheduled-?tasks?|background|inngest|qstash|trigger)(?:[/._-]|$)/iu;
/** What is compared with a variable of the environment, also as `Bearer ...`. */
const comparisons = /[!=]==?\s*(?:`Bearer \$\{)?(?:process\.)?env\.(\w+)|\benv\.(\w+)(?:\}`)?\s*[!=]==?/gu;
/** Words in the name of a key that only the program's own jobs and workers have. */
const ownParts = new Set(['INTERNAL', 'WORKER', 'WORKERS', 'JOB', 'JOBS', 'QUEUE', 'QUEUES', 'TASK', 'TASKS', 'SCHEDULER']);

/** `if (token !== process.env.INTERNAL_API_KEY)`: who calls is a part of the program that has the key. */
function asksForOwnKey(text: string): boolean {
  return [...text.matchAll(comparisons)].some(([, right, left]) => {
    const parts = (right ?? left ?? '').split('_');
    return /^(?:KEY|SECRET|TOKEN)$/u.test(parts.at(-1) ?? '') && parts.some((part) => ownParts.has(part));
  });
}

function isScheduled(source: SourceCode, { path, node }: Handler): boolean {
  const { filename, cwd } = contextOf(source);
  return scheduled.test(path ?? '') || scheduled.test(relativePath(filename, cwd)) || scheduledMark.test(source.text) || asksForOwnKey(source.getText(node));
}
