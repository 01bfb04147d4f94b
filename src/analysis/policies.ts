import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Role } from '../catalog/schema.js';
import { callersOf, classVariables, variableOf } from './calls.js';
import { contextOf } from './context.js';
import { dependencyRoles } from './package-roles.js';
import { knownOf, usesOf } from './facts.js';
import { isNamed } from './named-calls.js';
import { defineService, type SourceCode } from './service.js';
import { decoratorsOf, isFunction, propertyName, unwrap, walk, type FunctionNode } from './syntax.js';
import { accessesOfThis, classAround } from './this-members.js';
import type { Use } from './use.js';

/** What code that stands around a call adds to it; `opaque`: a policy whose parts cannot be seen. */
export type Policy = 'timeout' | 'retry' | 'circuit-breaker' | 'opaque';

const policyRoles: readonly Role[] = ['resilience', 'timeout', 'retry', 'circuit-breaker'];

/**
 * The policies around `node`: catalog policies it is an argument of or runs in (`policy.execute(() => fetch(url))`), that the
 * function around it, one that calls it or an instance of its class is handed to, decorators of its method, operators behind it (`.pipe(timeout(5000))`),
 * `Promise.race` with a timer, a promise that a timer settles, functions that the settings name, and functions whose name says what they are.
 * Does not see: policies that another file puts around an exported function.
 */
export function policiesAround(source: SourceCode, node: TSESTree.Node): ReadonlySet<Policy> {
  const found = new Set<Policy>();
  for (const wrapper of wrappersOf(source, node, new Set())) for (const policy of policiesOf(source, wrapper)) found.add(policy);
  return found;
}

type Wrapper = TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.Decorator;

function* wrappersOf(source: SourceCode, node: TSESTree.Node, seen: Set<TSESTree.Node>): Generator<Wrapper> {
  for (let child = node, at = node.parent; at; child = at, at = at.parent) {
    if (at.type === 'CallExpression' || at.type === 'NewExpression') {
      if (at.arguments.includes(child as TSESTree.CallExpressionArgument)) yield at;
      // What a chain hands to its links: `request(url).timeout(1000)`, `get(url).pipe(timeout(1000))`.
      else if (at.type === 'CallExpression' && contains(at.callee, node)) yield* chained(at);
    } else if (at.type === 'MethodDefinition' || at.type === 'PropertyDefinition') {
      yield* decoratorsOf(at);
    } else if (at.type === 'VariableDeclarator' && at.init === child && at.id.type === 'Identifier') {
      yield* takers(variableOf(source, at.id));
    } else if (at.type === 'AssignmentExpression' && at.right === child) {
      yield* takersOfField(source, at.left);
    } else if (isFunction(at)) {
      yield* aroundFunction(source, at, seen);
    } else if (at.type === 'ClassDeclaration') {
      yield* aroundInstances(source, at, seen);
    }
  }
}

function contains(callee: TSESTree.Node, node: TSESTree.Node): boolean {
  return callee.type === 'MemberExpression' && callee.range[0] <= node.range[0] && node.range[1] <= callee.range[1];
}

function* chained(link: TSESTree.CallExpression): Generator<Wrapper> {
  yield link;
  for (const argument of link.arguments) if (argument.type === 'CallExpression') yield argument;
}

/** The calls that take a value by its name, also in a list: `Promise.race([request, timer])`, or that are made on it: `request.setTimeout(1000)`. */
function* takers(variable: TSESLint.Scope.Variable | undefined): Generator<Wrapper> {
  for (const { identifier } of variable?.references ?? []) {
    let at = identifier as TSESTree.Node;
    while (at.parent && /^(?:ArrayExpression|SpreadElement|MemberExpression|TSAsExpression|TSNonNullExpression)$/u.test(at.parent.type)) at = at.parent;
    const parent = at.parent;
    if (parent?.type === 'CallExpression' || parent?.type === 'NewExpression') yield parent;
  }
}

/** The calls that a field is handed to: `this.client = withTimeouts(this.client)`. */
function* takersOfField(source: SourceCode, field: TSESTree.Node): Generator<Wrapper> {
  const owner = field.type === 'MemberExpression' && field.object.type === 'ThisExpression' ? classAround(field) : undefined;
  const name = owner && propertyName(field as TSESTree.MemberExpression);
  if (!owner || name === undefined) return;
  for (const access of accessesOfThis(source, owner)) if (propertyName(access) === name) yield* handedTo(access);
}

/** What stands around the constructions of a class in this file. */
function* aroundInstances(source: SourceCode, owner: TSESTree.ClassDeclaration, seen: Set<TSESTree.Node>): Generator<Wrapper> {
  if (seen.has(owner) || seen.size > 20) return;
  seen.add(owner);
  for (const { references } of classVariables(source, owner)) {
    for (const { identifier } of references) {
      const made = (identifier as TSESTree.Node).parent;
      if (made?.type === 'NewExpression' && made.callee === identifier) yield* wrappersOf(source, made, seen);
    }
  }
}

/** The calls that a named function is handed to, and what stands around the calls of it in this file. */
function* aroundFunction(source: SourceCode, fn: FunctionNode, seen: Set<TSESTree.Node>): Generator<Wrapper> {
  if (seen.has(fn) || seen.size > 20) return;
  seen.add(fn);
  const { parent } = fn;
  if (parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition') {
    const name = propertyName(parent);
    for (const access of accessesOfThis(source, parent.parent)) if (propertyName(access) === name) yield* handedTo(access);
  } else {
    const id = fn.id ?? (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : undefined);
    if (id) yield* takers(variableOf(source, id));
  }
  for (const { call } of callersOf(source, fn)) yield* wrappersOf(source, call, seen);
}

/** `new Breaker(this.load)`, `new Breaker(this.load.bind(this))`. */
function* handedTo(access: TSESTree.MemberExpression): Generator<Wrapper> {
  let at: TSESTree.Node = access;
  const bound = access.parent;
  if (bound.type === 'MemberExpression' && propertyName(bound) === 'bind' && bound.parent.type === 'CallExpression') at = bound.parent;
  const { parent } = at;
  if ((parent?.type === 'CallExpression' || parent?.type === 'NewExpression') && parent.callee !== at) yield parent;
}

const usesByNode = defineService((source: SourceCode): ReadonlyMap<TSESTree.Node, Use> => new Map(usesOf(source, ...policyRoles).map((use) => [use.node, use])));

/** Whether the nearest package.json lists a library with circuit breakers. */
export const packageHasBreaker = defineService((source: SourceCode): boolean => dependencyRoles(source).has('circuit-breaker'));

function policiesOf(source: SourceCode, wrapper: Wrapper): readonly Policy[] {
  const use = usesByNode(source).get(wrapper);
  if (use) return ofUse(source, use, new Set());
  const expression = wrapper.type === 'Decorator' ? unwrap(wrapper.expression) : wrapper;
  const callee = expression.type === 'CallExpression' || expression.type === 'NewExpression' ? unwrap(expression.callee) : expression;
  if (isNamed(callee, contextOf(source).settings.resilience)) return ['timeout', 'retry', 'circuit-breaker'];
  if (wrapper.type === 'NewExpression' && settlesByTimer(source, wrapper)) return ['timeout'];
  return byName(source, callee, expression);
}

/** `new Promise((resolve, reject) => { setTimeout(() => reject(...), 5000); ... })`: a timer of its own settles it. */
function settlesByTimer(source: SourceCode, { callee, arguments: [executor] }: TSESTree.NewExpression): boolean {
  if (callee.type !== 'Identifier' || callee.name !== 'Promise' || !isFunction(executor)) return false;
  const settlers = executor.params.flatMap((parameter) => (parameter.type === 'Identifier' ? [parameter.name] : []));
  for (const at of walk(executor.body, source.visitorKeys)) {
    if (at.type !== 'CallExpression' || at.callee.type !== 'Identifier' || at.callee.name !== 'setTimeout' || !at.arguments[0]) continue;
    for (const inner of walk(at.arguments[0], source.visitorKeys)) if (inner.type === 'Identifier' && settlers.includes(inner.name)) return true;
  }
  return false;
}

/** What the roles of a policy and of those that it is composed of say. */
function ofUse(source: SourceCode, use: Use, seen: Set<Use>): readonly Policy[] {
  if (seen.has(use)) return [];
  seen.add(use);
  const own = (use.action.roles ?? []).filter((role): role is Policy & Role => role === 'timeout' || role === 'retry' || role === 'circuit-breaker');
  const { origin } = use.known;
  const made = origin ? ofUse(origin.source, origin.use, seen) : [];
  const parts = use.args.flatMap((argument) => (isFunction(argument) ? [] : [...walk(argument, source.visitorKeys)])).flatMap((node) => {
    const part = usesByNode(source).get(node) ?? knownOf(source, node)?.origin?.use;
    return part ? ofUse(source, part, seen) : [];
  });
  const all = [...own, ...made, ...parts];
  // A policy from elsewhere: what it does was decided there.
  return all.length > 0 || !use.action.roles?.includes('resilience') ? all : ['opaque'];
}

function byName(source: SourceCode, callee: TSESTree.Node, expression: TSESTree.Node): readonly Policy[] {
  const name = callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' ? (propertyName(callee) ?? '') : '';
  const text = source.getText(callee);
  if (/breaker|circuit|resilien/iu.test(text)) return ['circuit-breaker', 'opaque'];
  if (/polic(?:y|ies)\b/iu.test(text)) return ['opaque'];
  if (name === 'race' && text === 'Promise.race') return /time|delay|sleep|abort|deadline/iu.test(source.getText(expression)) ? ['timeout'] : ['opaque'];
  if (/timeout|deadline|timelimit|timebox/iu.test(name) && !/^(?:set|clear)Timeout$/u.test(name)) return ['timeout'];
  if (name === 'setTimeout' && callee.type === 'MemberExpression' && !/^(?:globalThis|global|window|self|timers)\./u.test(text)) return ['timeout'];
  if (name === 'on' && /^[^(]*\(\s*['"`]timeout['"`]/u.test(source.getText(expression).slice(text.length - 1))) return ['timeout'];
  return /retry/iu.test(name) ? ['retry'] : [];
}

