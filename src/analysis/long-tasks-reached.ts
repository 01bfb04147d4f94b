import type { TSESTree } from '@typescript-eslint/utils';
import { goesOnIfSent, isAwaitedMessage, isGivenBack, isThereToPreview, isThereToSend, tellsOutcome } from './asked-messages.js';
import { usesCallersAccount } from './callers-account.js';
import { contextOf } from './context.js';
import { relativePath } from './files.js';
import { isHandedOn } from './handed-on.js';
import { handlers, reachOf, type Handler, type Reach } from './handlers.js';
import { isDropped, isOutcomeIgnored, type Leg } from './message-outcomes.js';
import { changesMore, isPutOff, legsOf, mayEnqueue } from './message-ways.js';
import { isTaskAction, mayHoldTasks, mayReceiveTasks, plainTaskRoles, tasksWith, taskRoles, type LongTask } from './long-tasks.js';
import { isProbe } from './probes.js';
import { reachedCalls, type Reached, type Search, type Step } from './reached-calls.js';
import { loopAround } from './repeats.js';
import { answersWith } from './response-data.js';
import type { SourceCode } from './service.js';
import { contains, enclosingFunction, functionName, type FunctionNode } from './syntax.js';
import { hasWaitingCaller } from './waiting-callers.js';
import { isWaitedFor } from './waiting.js';

/**
 * Which long tasks does a handler keep its caller waiting for, in the file and behind its calls into other files? A task whose
 * product is in the answer has to be waited for: it is left out, and so are handlers that try out the very task (`sendTestMail`), that
 * send by the account that their caller brings along, that are there to send one message or go on by what came of it, and that hand
 * all they got to another handler. Of single messages only those count, unless all are asked for, whose outcome changes nothing; see `message-outcomes.ts`.
 * Does not see: what `isWaitedFor`, `answersWith` and `reachedCalls` do not see.
 */
export interface HeldUpHandler {
  readonly handler: Handler;
  /** The call in the linted file. */
  readonly call: TSESTree.CallExpression;
  readonly task: LongTask;
  /** Names of the functions from the handler to the task, if it is not in the handler itself. */
  readonly path: readonly string[];
}

/** Which messages count: those that the handler sends on the side, not caring what comes of them, or all. */
export type Messages = 'ignored' | 'all';

/**
 * Every such call of the file: one per call that sends something, one per handler and library that makes something.
 *
 * @param named calls that are long tasks too, as `"package"` or `"package.export"`.
 */
export function heldUpHandlers(source: SourceCode, named: readonly string[], messages: Messages): readonly HeldUpHandler[] {
  const found = [...inFile(source, named, messages), ...inOtherFiles(source, named, messages)].filter(({ handler, path }) => !isTrial([handler.name, handler.path ?? '', ...path]));
  const seen = new Set<string>();
  return found.filter(({ handler, call, task }) => {
    const key = task.kind === 'work' ? `${handler.node.range[0]}:${task.group}` : `${call.range[0]}`;
    return !seen.has(key) && seen.add(key);
  });
}

function* inFile(source: SourceCode, named: readonly string[], messages: Messages): Generator<HeldUpHandler> {
  // The cheap questions first.
  const mayHold = named.length > 0 || mayHoldTasks(source);
  if ((!mayHold && !contextOf(source).settings.crossFile) || handlers(source).length === 0 || (!mayHold && !mayReceiveTasks(source))) return;
  const tasks = tasksWith(source, named);
  for (const task of tasks) {
    const reach = reachOf(source, task.node);
    const waiting = reach && waitingReach(source, task.node, reach);
    if (!waiting || isAnswer(source, task, tasks, waiting.handler.node) || isOnBehalf(source, task.node, task, waiting)) continue;
    if (isProbe(source, waiting.handler) || isAskedFor(task, waiting.handler, [{ source, node: task.node }])) continue;
    if (messages === 'ignored' && !isIgnored(task, legsOf(source, task.node, waiting, [], task.node, source))) continue;
    yield { handler: waiting.handler, call: task.node, task, path: namesOf(waiting) };
  }
}

function namesOf({ path }: Reach): string[] {
  return path.map((fn) => functionName(fn) ?? 'a callback');
}

/** The nearest handler that waits, or any other of the file. */
function waitingReach(source: SourceCode, node: TSESTree.Node, reach: Reach): Reach | undefined {
  const waits = (handler: Handler) => hasWaitingCaller(source, handler) && isWaitedFor(source, node, handler.node);
  if (waits(reach.handler)) return reach;
  const other = reach.path.length > 0 ? handlers(source).find((handler) => waits(handler)) : undefined;
  return other && { handler: other, path: reach.path.slice(-1) };
}

/** Whether the product of the task, or of another step of it, is in what the handler answers. */
function isAnswer(source: SourceCode, task: LongTask, tasks: readonly LongTask[], fn: FunctionNode): boolean {
  return task.kind === 'work' && tasks.some((one) => one.group === task.group && answersWith(source, one.node, fn) !== undefined);
}

function* inOtherFiles(source: SourceCode, named: readonly string[], messages: Messages): Generator<HeldUpHandler> {
  for (const reached of reachedCalls(source, searchFor(source, named))) {
    const { call, reach, steps, found, source: at } = reached;
    if (call.type !== 'CallExpression' || reach.path.length + steps.length > maxSteps || !hasWaitingCaller(source, reach.handler) || !isWaitedFor(source, call, reach.handler.node)) continue;
    if (!isWaitedThrough(reached) || isAnswerThrough(source, reached) || isHandedOn(call, reached, hasWaitingCaller) || isOnBehalf(source, call, found, reach)) continue;
    if (isAskedFor(found, reach.handler, [{ source, node: call }, ...steps.map(({ target }, index) => ({ source: target.source, node: steps[index + 1]?.call ?? found.node }))])) continue;
    if (isProbe(source, reach.handler)) continue;
    const legs = legsOf(source, call, reach, steps, found.node, at);
    if (found.kind === 'work' ? !legs || !isDropped(legs.slice(steps.length)) : messages === 'ignored' && !isIgnored(found, legs)) continue;
    yield { handler: reach.handler, call, task: found, path: [...namesOf(reach), ...steps.map(({ name }) => name)] };
  }
}

/** Whether a task other than one message, or one message of which nobody looks at what came of it and that is not all that the request is for. */
function isIgnored(task: LongTask, legs: readonly Leg[] | undefined): boolean {
  if (task.kind !== 'delivery' || task.group === 'named') return true;
  if (!legs || mayEnqueue(legs) || isPutOff(legs)) return false;
  if (!isOutcomeIgnored(legs, task.use?.action.givesErrors === true)) return false;
  return legs.some(({ source, call }) => loopAround(source, call)) || (changesMore(legs) && !legs.some(({ fn }) => isAwaitedMessage(fn)));
}

/** A message that goes out by the caller's own account, or as a step of an agent: the caller asked for nothing else, and wants to know what came of it. */
function isOnBehalf(source: SourceCode, call: TSESTree.CallExpression, { kind }: LongTask, { handler }: Reach): boolean {
  return kind === 'delivery' && (isTool(source, handler) || usesCallersAccount(source, call, handler.node));
}

/**
 * One message of which the caller wants to know what came of it, so that waiting is right.
 *
 * @param way the calls from the handler's own to the one that sends, each with its file.
 */
function isAskedFor({ kind }: LongTask, handler: Handler, way: readonly { readonly source: SourceCode; readonly node: TSESTree.Node }[]): boolean {
  const [first, ...others] = way;
  if (kind !== 'delivery' || !first) return false;
  if (isThereToPreview(first.source, handler)) return true;
  if (way.some(({ source, node }) => loopAround(source, node))) return false;
  if (isThereToSend(first.source, handler) || way.some(({ source, node }) => goesOnIfSent(source, node))) return true;
  return enclosingFunction(first.node) === handler.node && others.every(({ source, node }) => isGivenBack(source, node)) && tellsOutcome(first.source, first.node);
}

/** A tool that an agent or a workflow calls over HTTP: `/api/tools/sms/send`, or a route file below such a folder. */
function isTool(source: SourceCode, { path }: Handler): boolean {
  const { filename, cwd } = contextOf(source);
  return /(?:^|\/)tools\//u.test(path ?? relativePath(filename, cwd));
}

/** Whether each function on the way waits for the next. */
function isWaitedThrough({ steps, found }: Reached<LongTask>): boolean {
  return steps.every(({ target }, index) => isWaitedFor(target.source, steps[index + 1]?.call ?? found.node, target.node));
}

/** Whether the product comes back through all functions on the way and goes into the answer. */
function isAnswerThrough(source: SourceCode, { call, reach, steps, found, source: at }: Reached<LongTask>): boolean {
  if (found.kind !== 'work') return false;
  const last = steps.at(-1)?.target.node;
  const tasks = last ? tasksWith(at, []).filter((one) => one.group === found.group && contains(last, one.node)) : [];
  return [found, ...tasks].some((task) => {
    let node: Step['call'] = task.node;
    for (const { target, call: caller } of [...steps].reverse()) {
      const way = answersWith(target.source, node, target.node);
      if (way !== 'returned') return way === 'sent';
      node = caller;
    }
    return answersWith(source, call, reach.handler.node) !== undefined;
  });
}

/** Calls between a handler and a task. A longer way has more branches that are never taken together. */
const maxSteps = 4;
const searches = new WeakMap<object, Map<string, Search<LongTask>>>();

/** One search per catalog and list of names: what a text must import, and a function call, for a long task to be in it. */
function searchFor(source: SourceCode, named: readonly string[]): Search<LongTask> {
  const { catalog } = contextOf(source);
  const key = named.join(' ');
  let known = searches.get(catalog);
  if (!known) searches.set(catalog, (known = new Map<string, Search<LongTask>>()));
  let search = known.get(key);
  if (!search) {
    // A file that only makes a transport holds no task, but a value that others need.
    const makers = plainTaskRoles.map((role) => catalog.callTest(role));
    const calls = taskRoles.map((role) => catalog.callTest(role, isTaskAction));
    const packages = named.map((name) => name.slice(0, name.lastIndexOf('.') === -1 ? undefined : name.lastIndexOf('.')));
    search = {
      mentions: {
        test: (text) => [...makers, ...calls].some((one) => one.test(text)) || [...named, ...packages].some((name) => text.includes(name)),
        testPart: (part, all) => named.length > 0 || calls.some((one) => one.testPart(part, all)),
        values: true,
      },
      find: (file) => tasksWith(file, named),
      everywhere: true,
    };
    known.set(key, search);
  }
  return search;
}

/** Functions and routes that exist to try the task out: there, waiting for it is the point. */
function isTrial(names: readonly string[]): boolean {
  return names.some((name) => /(?:^|[^a-z])test|Test(?:[A-Z]|$)|(?:verify|check)\w*(?:[sS]mtp|Connection|Mailer|Transport)/u.test(name));
}
