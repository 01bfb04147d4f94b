import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from './service.js';
import { isFunction, propertyName, unwrap, walk } from './syntax.js';
import { valueOf } from './values.js';

/**
 * What ends a repetition: its tests, read by the names and variables in them.
 * Does not see: limits inside the functions that are called; those make a test `unknown`.
 */

/** What ends it: a count of tries, a point in time, an abort signal or stop flag from outside, something that cannot be read off, or nothing. */
export type Bound = 'counter' | 'deadline' | 'abort' | 'unknown' | 'none';

/** What the tests of a repetition can be about. */
export interface Subject {
  /** Targets that are counted up or down, multiplied or added to on the way round, as written: `attempt`, `this.tries`, `errors.length`. */
  readonly counted: ReadonlySet<string>;
  /** Names of the error, and of what is computed from it. */
  readonly errors: ReadonlySet<string>;
  /** Names that a successful try writes. */
  readonly results: ReadonlySet<string>;
}

const aboutTime = /deadline|time_?out|elapsed|expir|budget|remaining|until|started_?at|start_?time/iu;
const aboutCount = /attempt|retr(?:y|ies)(?!able)|tries|count|max|limit|left|iteration/iu;
const aboutStop = /abort|signal|cancel|clos(?:e|ing)|stop|shut|destroy|dispos|running|alive|active|exit|quit|terminat|kill|disconnect|pause|enabled|mounted/iu;

/** What bounds the repetition according to one test. */
function boundOfTest(source: SourceCode, test: TSESTree.Node, subject: Subject): Bound {
  const at = unwrap(test);
  if (at.type === 'LogicalExpression') return strongest([boundOfTest(source, at.left, subject), boundOfTest(source, at.right, subject)]);
  if (at.type === 'UnaryExpression' && at.operator === '!') return boundOfTest(source, at.argument, subject);
  const value = valueOf(source, at);
  if (value.known && !mentionsAny(source, at, subject.counted)) return 'none';
  if (mentionsAny(source, at, subject.counted) || at.type === 'UpdateExpression') return 'counter';
  if (readsClock(source, at)) return 'deadline';
  const names = namesIn(source, at);
  if (names.length > 0 && names.every((name) => subject.results.has(name))) return 'none';
  const ofError = names.some((name) => subject.errors.has(name));
  if (names.some((name) => aboutStop.test(name)) && !ofError) return 'abort';
  if (names.some((name) => aboutTime.test(name)) && !ofError) return 'deadline';
  if (names.some((name) => aboutCount.test(name))) return 'counter';
  // `if (!isRetryable(error)) throw error` lets other errors through and repeats this one for ever.
  return ofError ? 'none' : 'unknown';
}

const order: readonly Bound[] = ['none', 'unknown', 'abort', 'deadline', 'counter'];

function strongest(bounds: readonly Bound[]): Bound {
  return bounds.reduce((a, b) => (order.indexOf(b) > order.indexOf(a) ? b : a), 'none');
}

/** What bounds a repetition that the tests can end. */
export function boundOf(source: SourceCode, tests: readonly TSESTree.Node[], subject: Subject): Bound {
  return strongest(tests.map((test) => boundOfTest(source, test, subject)));
}

/** The names in an expression that decide about it: variables and members, not the methods of what is mentioned (`error.code` counts as `error`). */
function namesIn(source: SourceCode, node: TSESTree.Node): string[] {
  const names: string[] = [];
  for (const at of walk(node, source.visitorKeys, isFunction)) {
    if (at.type === 'MemberExpression') {
      const name = propertyName(at);
      if (name !== undefined && at.object.type === 'ThisExpression') names.push(`this.${name}`);
      else if (name !== undefined && !(at.parent.type === 'CallExpression' && at.parent.callee === at)) names.push(name);
    } else if (at.type === 'Identifier' && !isNameOnly(at)) {
      names.push(at.name);
    }
  }
  return names.filter((name) => !/^(?:undefined|Error|\w+Error|instanceof|String|Number|Boolean|Math|Date|JSON|Object|Array)$/u.test(name));
}

function isNameOnly(node: TSESTree.Identifier): boolean {
  const { parent } = node;
  if (parent.type === 'MemberExpression') return parent.property === node && !parent.computed;
  // What an error's class or code is compared with says nothing of its own.
  if (parent.type === 'BinaryExpression' && parent.right === node && parent.operator === 'instanceof') return true;
  return parent.type === 'CallExpression' && parent.callee === node;
}

/** `Date.now()`, `performance.now()`, `process.hrtime()`, `new Date()`. */
function readsClock(source: SourceCode, node: TSESTree.Node): boolean {
  return /\b(?:Date\.now|performance\.now|hrtime(?:\.bigint)?)\(|\bnew Date\b/u.test(source.getText(node));
}

/** Whether the expression mentions one of the targets, as written. */
export function mentionsAny(source: SourceCode, node: TSESTree.Node, targets: ReadonlySet<string>): boolean {
  if (targets.size === 0) return false;
  for (const at of walk(node, source.visitorKeys)) {
    if ((at.type === 'Identifier' && !isPropertyName(at)) || at.type === 'MemberExpression') if (targets.has(source.getText(at))) return true;
  }
  return false;
}

function isPropertyName(node: TSESTree.Identifier): boolean {
  const { parent } = node;
  return (parent.type === 'MemberExpression' && parent.property === node && !parent.computed) || (parent.type === 'Property' && parent.key === node && !parent.computed && !parent.shorthand);
}

/** What is counted, added to or multiplied below the nodes, as written; of a list that grows its length. */
export function countedIn(source: SourceCode, nodes: readonly TSESTree.Node[]): Set<string> {
  const counted = new Set<string>();
  for (const node of nodes) {
    for (const at of walk(node, source.visitorKeys, isFunction)) {
      if (at.type === 'UpdateExpression') counted.add(source.getText(at.argument));
      if (at.type === 'AssignmentExpression') {
        const target = source.getText(at.left);
        if (/^[-+*]=|^<<=|^\*\*=/u.test(at.operator) || (at.operator === '=' && mentionsAny(source, at.right, new Set([target])))) counted.add(target);
      }
      const callee = at.type === 'CallExpression' && at.callee.type === 'MemberExpression' ? at.callee : undefined;
      const method = callee && propertyName(callee);
      if (callee && method === 'push') counted.add(`${source.getText(callee.object)}.length`);
      if (callee && method === 'add') counted.add(`${source.getText(callee.object)}.size`);
    }
  }
  return counted;
}

/** The most tries that the tests allow, where the text fixes the number. */
export function triesOf(source: SourceCode, tests: readonly TSESTree.Node[], counted: ReadonlySet<string>, initial: (name: string) => number | undefined): number | undefined {
  for (const test of tests) {
    for (const at of walk(test, source.visitorKeys, isFunction)) {
      if (at.type !== 'BinaryExpression' || !/^(?:[<>]=?|[!=]==?)$/u.test(at.operator)) continue;
      const left = counted.has(source.getText(at.left).replace(/^--|--$|^\+\+|\+\+$/gu, ''));
      const counter = left ? at.left : counted.has(source.getText(at.right)) ? at.right : undefined;
      const other = left ? at.right : at.left;
      const limit = counter && valueOf(source, other);
      if (!limit?.known || typeof limit.value !== 'number') continue;
      const start = initial(source.getText(counter)) ?? 0;
      const inclusive = at.operator === '<=' || (at.operator === '>' && limit.value > 0) ? 1 : 0;
      const tries = limit.value > start ? limit.value - start + inclusive : start - limit.value + (at.operator === '>=' ? 1 : 0);
      if (tries > 0) return tries;
    }
  }
  return undefined;
}
