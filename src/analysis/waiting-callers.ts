import { contextOf } from './context.js';
import { relativePath } from './files.js';
import type { Handler } from './handler.js';
import type { SourceCode } from './service.js';

/**
 * Does somebody wait for what a handler does: a browser, another service? True for requests, calls and queries; false for jobs, messages,
 * events, schedules and tools of agents, for requests that a scheduler or queue sends, and for functions of the cloud without an HTTP answer.
 * Does not see: queues and schedulers that deliver over HTTP to a path like any other.
 */
export function hasWaitingCaller(source: SourceCode, handler: Handler): boolean {
  switch (handler.kind) {
    case 'http':
    case 'middleware':
    case 'graphql':
    case 'rpc':
      return !isScheduled(source, handler);
    case 'serverless':
      return (handler.response !== undefined || /\b(?:statusCode|jsonBody)\b/u.test(source.getText(handler.node))) && !isScheduled(source, handler);
    default:
      return false;
  }
}

/** Parts of a path, and marks in a text, of what a scheduler or queue calls over HTTP. */
const scheduled = /(?:^|[/._-])(?:crons?|cron-?jobs?|queues?|workers?|jobs?|schedule[drs]?|scheduled-?tasks?|background|inngest|qstash|trigger)(?:[/._-]|$)/iu;
const marks = /\bCRON_(?:SECRET|KEY|TOKEN)\b|\bverifySignature(?:AppRouter|Edge)?\b|\bqstash\b|\b[xX]-(?:vercel-)?[cC]ron\b|\b(?:is|has|verify|validate|check|authorize)\w*Cron\w*\(|\bbackgroundFunction\b/u;

function isScheduled(source: SourceCode, { path }: Handler): boolean {
  const { filename, cwd } = contextOf(source);
  return scheduled.test(path ?? '') || scheduled.test(relativePath(filename, cwd)) || marks.test(source.text);
}
