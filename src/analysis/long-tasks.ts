import type { TSESTree } from '@typescript-eslint/utils';
import type { Action, Role, Task } from '../catalog/schema.js';
import { argument } from './arguments.js';
import { bulkLoops, mayHoldBulkLoops } from './bulk-loops.js';
import { variableOf } from './calls.js';
import { contextOf } from './context.js';
import { importedRoles, usesOf, usesOfPackages, usesOfReached, type Use } from './facts.js';
import { rolesInReach } from './mentions.js';
import { callsOfExports } from './named-exports.js';
import { mayReach } from './package-roles.js';
import { loopAround } from './repeats.js';
import { defineService, type SourceCode } from './service.js';
import { propertyName, unwrap, wrapped } from './syntax.js';
import { expressionOf, valueOf } from './values.js';

/**
 * Which calls of the file do work that belongs on a queue: send mail, text or push messages, drive a browser, render documents,
 * encode media, train models, embed batches, or do something for each row of an unbounded result? By the catalog's roles and its facts
 * on tasks. What is long only for many things (an image to resize) counts where a loop over a list repeats it.
 * Does not see: own services (ask `reached-calls`), libraries outside the catalog, tasks that a command line does.
 */
export interface LongTask {
  /** The call that takes the time. */
  readonly node: TSESTree.CallExpression;
  /** What it does, as a verb phrase. */
  readonly does: string;
  /** `delivery`: a message goes out, and nothing comes back but a receipt. `work`: something is made that an answer may need. */
  readonly kind: 'delivery' | 'work';
  /** Steps of one and the same task have the same group: `page.goto()`, `page.pdf()`. */
  readonly group: string;
  /** What is called, as the catalog knows it. */
  readonly use?: Use;
}

const deliveries: Partial<Record<Role, string>> = { mail: 'sends mail', sms: 'sends a text message', push: 'sends push notifications' };
const browser: Task = { does: 'drives a browser' };
/** The roles of libraries that are for nothing else; of the others only some calls are such tasks. */
export const plainTaskRoles: readonly Role[] = ['mail', 'sms', 'push', 'browser-automation'];
export const taskRoles: readonly Role[] = [...plainTaskRoles, 'media', 'document', 'ml-model', 'embedding'];

/** Whether an action can be such a task: making a client, a transport or a template is none. */
export function isTaskAction(action: Action): boolean {
  if (action.task) return true;
  return (action.async === true || action.returns?.endsWith('#Command') === true) && plainTaskRoles.some((role) => action.roles?.includes(role));
}

/** Whether the file can hold a long task by what it imports itself, and by its text for loops. */
export function mayHoldTasks(source: SourceCode): boolean {
  const imported = importedRoles(source);
  return taskRoles.some((role) => imported.has(role)) || mayHoldBulkLoops(source);
}

/** Whether it can hold one by what project files give it: these have to be found and read. */
export function mayReceiveTasks(source: SourceCode): boolean {
  if (!contextOf(source).settings.crossFile || !mayReach(source, plainTaskRoles)) return false;
  const inReach = rolesInReach(source);
  return plainTaskRoles.some((role) => inReach.has(role));
}

/** Every such call of the file, in source order; also of values that files one import away make. Loops only of the linted file. */
export const longTasks = defineService((source: SourceCode): readonly LongTask[] => {
  const isReached = contextOf(source).depth > 0;
  // Transports and browsers stand in files of their own; what makes media, documents and embeddings is mostly called where it is imported.
  (isReached ? usesOfReached : usesOf)(source, ...plainTaskRoles);
  const tasks = usesOfPackages(source, ...taskRoles).flatMap((use) => taskOfUse(source, use));
  return isReached ? tasks : [...tasks, ...loopTasks(source)].sort((a, b) => a.node.range[0] - b.node.range[0]);
});

/**
 * The same with calls that options name; see `callsOfExports`.
 *
 * @param named `"package"` or `"package.export"`.
 */
export function tasksWith(source: SourceCode, named: readonly string[]): readonly LongTask[] {
  if (named.length === 0) return longTasks(source);
  const own = callsOfExports(source, named).map((node): LongTask => ({ node, does: 'is a long task', kind: 'delivery', group: 'named' }));
  return [...longTasks(source), ...own.filter(({ node }) => !longTasks(source).some((task) => task.node === node))];
}

function taskOfUse(source: SourceCode, use: Use): LongTask[] {
  const node = callOf(source, use);
  const task = node && taskOf(use);
  if (!task) return [];
  const isRepeated = task.many === true && loopAround(source, node) !== undefined;
  if (task.many && !isRepeated && !isOfSeveral(source, use, task.count)) return [];
  return [{ node, does: isRepeated ? `${task.does} per element` : task.does, kind: task.kind, group: use.known.library.package, use }];
}

/** The call says itself that it is done for more than one thing. */
function isOfSeveral(source: SourceCode, { args }: Use, count: string | undefined): boolean {
  const place = count === undefined ? undefined : argument(source, args, count);
  if (!place) return false;
  const list = expressionOf(source, place);
  if (list.type === 'ArrayExpression') return list.elements.length > 1;
  const value = valueOf(source, place);
  return value.known && typeof value.value === 'number' && value.value > 1;
}

function loopTasks(source: SourceCode): LongTask[] {
  return bulkLoops(source).map(({ call, does }) => ({
    node: call,
    does: does === 'calls' ? 'calls another service for each row of an unbounded result' : 'writes once for each row of a whole table',
    kind: 'work',
    group: `loop ${call.range[0]}`,
  }));
}

function taskOf({ kind, action }: Use): (Task & Pick<LongTask, 'kind'>) | undefined {
  if (action.task) return { ...action.task, kind: 'work' };
  const roles = action.roles ?? [];
  for (const role of roles) {
    const does = deliveries[role];
    if (does !== undefined && isTaskAction(action)) return { does, kind: 'delivery' };
  }
  return kind === 'call' && action.async && roles.includes('browser-automation') ? { ...browser, kind: 'work' } : undefined;
}

/** The call itself; of a command object (`client.send(new SendEmailCommand(...))`) the call that sends it. */
function callOf(source: SourceCode, { node, kind }: Use): TSESTree.CallExpression | undefined {
  if (kind === 'call') return node.type === 'CallExpression' ? node : undefined;
  if (kind !== 'new') return undefined;
  const { parent } = wrapped(node);
  if (parent?.type === 'CallExpression') return isSend(parent) ? parent : undefined;
  const variable = parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? variableOf(source, parent.id) : undefined;
  for (const { identifier } of variable?.references ?? []) {
    const call = wrapped(identifier).parent;
    if (call?.type === 'CallExpression' && isSend(call)) return call;
  }
  return undefined;
}

function isSend(call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  return callee.type === 'MemberExpression' && propertyName(callee) === 'send';
}
