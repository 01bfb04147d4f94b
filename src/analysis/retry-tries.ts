import type { TSESTree } from '@typescript-eslint/utils';
import { boundBy } from './bindings.js';
import { exitsIn, isLoop, waysAfter, waysFrom, type Loop } from './loop-flow.js';
import { catchClauses } from './nodes.js';
import { boundOf, countedIn, triesOf, type Subject } from './repetition-bounds.js';
import type { Repetition, RepetitionKind } from './repetition.js';
import { delayIn } from './retry-delays.js';
import { triesSomethingElse } from './retry-inputs.js';
import { purposeOf, removesWhatItTries, waitsForNext } from './retry-purpose.js';
import type { SourceCode } from './service.js';
import { contains, enclosingFunction, isFunction, unwrap, walk } from './syntax.js';
import { valueOf } from './values.js';
import { awaits } from './waiting.js';

/** The loops around a `try` that awaits something, whose `catch` lets them go round again. */
export function retryingLoops(source: SourceCode): Repetition[] {
  if (!/\b(?:while|for)\b/u.test(source.text)) return [];
  const found: Repetition[] = [];
  for (const handler of catchClauses(source)) {
    const statement = handler.parent;
    const loop = loopAround(statement);
    if (loop && awaits(source, statement.block)) {
      const repetition = ofLoop(source, loop, statement, handler);
      if (repetition) found.push(repetition);
    }
  }
  return found;
}

function loopAround(statement: TSESTree.TryStatement): Loop | undefined {
  for (let at: TSESTree.Node = statement; at.parent; at = at.parent) {
    const { parent } = at;
    if (isLoop(parent)) return parent.body === at ? parent : undefined;
    if (isFunction(parent) || parent.type === 'ForInStatement') return undefined;
    // In the `catch` of another one it is about what to do after the failure.
    if (parent.type === 'CatchClause') return undefined;
  }
  return undefined;
}

function ofLoop(source: SourceCode, loop: Loop, statement: TSESTree.TryStatement, handler: TSESTree.CatchClause): Repetition | undefined {
  if (statement.finalizer && !waysFrom(source, statement.finalizer, loop).on) return undefined;
  const failed = waysFrom(source, handler.body, loop);
  const after = waysAfter(source, statement, loop);
  if (!failed.round && !(failed.on && (after.on || after.round))) return undefined;
  const beside = besides(loop, statement);
  if (failsForGood(source, loop, handler, beside)) return undefined;
  const counted = countedIn(source, [...beside, handler.body, ...(loop.type === 'ForStatement' && loop.update ? [loop.update] : []), ...headTests(loop)]);
  const subject: Subject = { counted, errors: errorNames(source, handler), results: resultNames(source, statement.block) };
  const tests = [...headTests(loop), ...decisions(source, loop, [...beside, handler.body])];
  const fn = enclosingFunction(loop);
  const delay = delayIn(source, [handler.body, ...beside, statement.block], counted, loop, [handler.body, ...beside]);
  const named = delay.amount && /poll|interval/iu.test(source.getText(delay.amount)) ? 'poll' : undefined;
  const kind = kindOf(source, loop, statement, subject, after, beside);
  return {
    form: 'loop',
    kind: kind === 'retry' ? named ?? kind : kind,
    purpose: purposeOf(source, fn, statement.block, handler, beside),
    node: loop,
    body: loop.body,
    fn,
    tried: statement.block,
    handler,
    bound: isFinite(source, loop) ? 'counter' : boundOf(source, tests, subject),
    tries: triesOf(source, tests, counted, (name) => initialOf(source, loop, name)),
    delay,
  };
}

/** The failure sets a flag by which the loop ends before the next try: `ok = false` and `if (!ok) break`, or `ok &&` in the loop's head. */
function failsForGood(source: SourceCode, loop: Loop, handler: TSESTree.CatchClause, beside: readonly TSESTree.Node[]): boolean {
  return handler.body.body.some((statement) => {
    const set = statement.type === 'ExpressionStatement' && statement.expression.type === 'AssignmentExpression' ? statement.expression : undefined;
    if (set?.operator !== '=' || set.left.type !== 'Identifier' || set.right.type !== 'Literal' || typeof set.right.value !== 'boolean') return false;
    const { name } = set.left;
    // The flag is up for good only if nothing in the loop takes it down again.
    if ([...walk(loop.body, source.visitorKeys)].some((node) => node !== set && node.type === 'AssignmentExpression' && source.getText(node.left) === name && source.getText(node.right) !== source.getText(set.right))) return false;
    const leaves = set.right.value ? name : `!${name}`;
    const goesOn = set.right.value ? `!${name}` : name;
    return headTests(loop).some((test) => isConjunct(source, test, goesOn))
      || beside.some((one) => one.type === 'IfStatement' && source.getText(unwrap(one.test)) === leaves && !waysFrom(source, one.consequent, loop).on && !waysFrom(source, one.consequent, loop).round);
  });
}

function isConjunct(source: SourceCode, test: TSESTree.Node, text: string): boolean {
  const at = unwrap(test);
  if (at.type === 'LogicalExpression' && at.operator === '&&') return isConjunct(source, at.left, text) || isConjunct(source, at.right, text);
  return source.getText(at) === text;
}

/** `for (const x of list)`, and a `for` whose head compares. */
function isFinite(source: SourceCode, loop: Loop): boolean {
  if (loop.type === 'ForOfStatement') return !loop.await;
  return loop.type === 'ForStatement' && loop.test?.type === 'BinaryExpression' && loop.update !== null && !/Infinity|MAX_SAFE/u.test(source.getText(loop.test));
}

function headTests(loop: Loop): TSESTree.Node[] {
  return loop.type !== 'ForOfStatement' && loop.test ? [loop.test] : [];
}

/** The statements of the loop's body that are neither the `try` nor around it. */
function besides(loop: Loop, statement: TSESTree.TryStatement): TSESTree.Node[] {
  const found: TSESTree.Node[] = statement.finalizer ? [statement.finalizer] : [];
  for (let at: TSESTree.Node = statement; at !== loop && at.parent; at = at.parent) {
    if (at.parent.type === 'BlockStatement') found.push(...at.parent.body.filter((one) => one !== at));
    if (at.parent.type === 'IfStatement' && at !== at.parent.test) found.push(at.parent.test);
  }
  return found;
}

/** The tests below the nodes one side of which leaves the loop or goes round, so that they decide whether there is another try. */
function decisions(source: SourceCode, loop: Loop, nodes: readonly TSESTree.Node[]): TSESTree.Node[] {
  const tests: TSESTree.Node[] = [];
  for (const node of nodes) {
    if (exitsIn(source, node, loop).length === 0) continue;
    for (const at of walk(node, source.visitorKeys, isFunction)) {
      if (at.type === 'IfStatement') {
        const ways = [at.consequent, ...(at.alternate ? [at.alternate] : [])].map((side) => waysFrom(source, side, loop));
        if (ways.some(({ out, round }) => out || round)) tests.push(at.test);
      } else if (at.type === 'SwitchStatement') {
        tests.push(at.discriminant);
      }
    }
  }
  return tests;
}

/** The caught error and what is declared from it in the handler. */
function errorNames(source: SourceCode, handler: TSESTree.CatchClause): Set<string> {
  const names = new Set(handler.param ? boundBy(source, handler.param).map((variable) => variable.name) : []);
  for (const node of walk(handler.body, source.visitorKeys, isFunction)) {
    const written = node.type === 'VariableDeclarator' ? { id: node.id, init: node.init } : node.type === 'AssignmentExpression' ? { id: node.left, init: node.right } : undefined;
    if (!written?.init || ![...walk(written.init, source.visitorKeys)].some((at) => at.type === 'Identifier' && names.has(at.name))) continue;
    for (const variable of boundBy(source, written.id)) names.add(variable.name);
  }
  return names;
}

/** What a successful try writes. */
function resultNames(source: SourceCode, block: TSESTree.BlockStatement): Set<string> {
  const names = new Set<string>();
  for (const node of walk(block, source.visitorKeys, isFunction)) {
    if (node.type === 'AssignmentExpression') {
      for (const variable of boundBy(source, node.left)) names.add(variable.name);
      if (node.left.type === 'MemberExpression') names.add(source.getText(node.left));
    }
    if (node.type === 'VariableDeclarator') for (const variable of boundBy(source, node.id)) names.add(variable.name);
  }
  return names;
}

type Ways = ReturnType<typeof waysAfter>;

function kindOf(source: SourceCode, loop: Loop, statement: TSESTree.TryStatement, subject: Subject, after: Ways, beside: readonly TSESTree.Node[]): RepetitionKind {
  const { block } = statement;
  for (const node of walk(loop.body, source.visitorKeys, isFunction)) if (node.type === 'YieldExpression') return 'generator';
  if (removesWhatItTries(source, [block, ...beside, ...headTests(loop)])) return 'drain';
  if (waitsForNext(source, block)) return 'consumer';
  if (loop.type === 'ForOfStatement' && loop.await) return 'consumer';
  if (triesSomethingElse(source, loop, statement)) return 'pages';
  const succeeded = waysFrom(source, block, loop);
  const leaves = succeeded.out || (succeeded.on && after.out);
  const flag = endsByFlag(source, loop, subject, statement.block);
  if (!leaves && !flag) return 'monitor';
  if (flag) return flag;
  const goesOn = succeeded.round || (succeeded.on && (after.on || after.round));
  if (!goesOn) return 'retry';
  return exitsIn(source, block, loop).concat(beside.flatMap((node) => exitsIn(source, node, loop))).some(({ tests }) => tests.length > 0 && tests.every((test) => isAboutSuccess(source, test))) ? 'retry' : 'poll';
}

/** `while (!done)`, `while (!result)`: the test asks for what a successful try sets. A test for a certain value asks for a state. */
function endsByFlag(source: SourceCode, loop: Loop, { results }: Subject, block: TSESTree.BlockStatement): 'retry' | 'poll' | undefined {
  for (const test of headTests(loop)) {
    for (const at of walk(test, source.visitorKeys, isFunction)) {
      if (!((at.type === 'Identifier' || at.type === 'MemberExpression') && results.has(source.getText(at)))) continue;
      const { parent } = at;
      const compared = parent.type === 'BinaryExpression' && !/^(?:undefined|null|false|true)$/u.test(source.getText(parent.left === at ? parent.right : parent.left));
      if (compared) return 'poll';
      // Set only under a condition, the flag waits for a state.
      const always = [...walk(block, source.visitorKeys, isFunction)].some((node) => node.type === 'AssignmentExpression' && source.getText(node.left) === source.getText(at) && isAlways(node, block));
      return always ? 'retry' : 'poll';
    }
  }
  return undefined;
}

function isAlways(node: TSESTree.Node, block: TSESTree.BlockStatement): boolean {
  return node.parent?.parent === block;
}

/** `response.ok`, `status === 200`, `!error`, `result`: whether the try worked, not which state something is in. */
function isAboutSuccess(source: SourceCode, test: TSESTree.Node): boolean {
  const text = source.getText(unwrap(test));
  return /\.ok\b|status(?:Code)?\s*(?:===?|<=?|>=?)\s*\d|^!?\w*(?:error|success|result|response|res)\w*$/iu.test(text) && !/completed|finished|done|ready|pending/iu.test(text);
}

/** What a counter starts with, where the text says. */
function initialOf(source: SourceCode, loop: Loop, name: string): number | undefined {
  const scope = source.getScope(loop);
  for (let at: typeof scope | null = scope; at; at = at.upper) {
    const declarator = at.set.get(name)?.defs[0]?.node;
    if (declarator?.type !== 'VariableDeclarator') continue;
    const value = declarator.init && valueOf(source, declarator.init);
    return value && value.known && typeof value.value === 'number' ? value.value : undefined;
  }
  const head = loop.type === 'ForStatement' && loop.init?.type === 'VariableDeclaration' ? loop.init.declarations.find(({ id }) => id.type === 'Identifier' && id.name === name) : undefined;
  const value = head?.init && contains(loop, head) ? valueOf(source, head.init) : undefined;
  return value?.known && typeof value.value === 'number' ? value.value : undefined;
}
