import type { TSESTree } from '@typescript-eslint/utils';
import { resolveFunction } from './calls.js';
import type { SourceCode } from './service.js';
import { isFunction, propertyName, unwrap, walk, type FunctionNode } from './syntax.js';
import { expressionOf, propertyOf } from './values.js';

/**
 * Which functions stand at a place where a framework expects handlers: a function, a name or method of one, lists of them,
 * functions wrapped in calls (`asyncHandler(fn)`), and the function that a factory of the same file returns (`requireRole('admin')`).
 * Does not see: functions of other files, handlers looked up at run time.
 */

export interface HandlerFunction {
  readonly fn: FunctionNode;
  /** A call stands around it: one that takes care of rejected promises (`safe`), or one of which nobody knows. */
  readonly wrapper?: 'safe' | 'opaque';
}

type Arguments = readonly TSESTree.CallExpressionArgument[];

/** All functions at a handler position; see above. */
export function functionsAt(source: SourceCode, node: TSESTree.Node, depth = 0): HandlerFunction[] {
  const at = unwrap(node);
  if (depth > 6) return [];
  if (isFunction(at)) return [{ fn: at }];
  const more = (next: TSESTree.Node) => functionsAt(source, next, depth + 1);
  switch (at.type) {
    case 'ArrayExpression':
      return at.elements.flatMap((element) => (element ? more(element) : []));
    case 'SpreadElement':
    case 'AwaitExpression':
      return more(at.argument);
    case 'ConditionalExpression':
      return [...more(at.consequent), ...more(at.alternate)];
    case 'LogicalExpression':
      return [...more(at.left), ...more(at.right)];
    case 'CallExpression':
      return throughCall(source, at, more);
    case 'Identifier':
    case 'MemberExpression': {
      const fn = resolveFunction(source, at);
      if (fn) return [{ fn }];
      const value = expressionOf(source, at);
      return value === at || value.type === 'NewExpression' ? [] : more(value);
    }
    default:
      return [];
  }
}

function throughCall(source: SourceCode, call: TSESTree.CallExpression, more: (node: TSESTree.Node) => HandlerFunction[]): HandlerFunction[] {
  const bound = resolveFunction(source, call);
  if (bound) return [{ fn: bound }];
  const { callee } = call;
  const target = isFunction(callee) ? undefined : resolveFunction(source, callee);
  const wrapper = isSafeWrapper(source, callee, target) ? 'safe' : 'opaque';
  const wrapped = call.arguments
    .filter((arg) => ['ArrowFunctionExpression', 'FunctionExpression', 'Identifier', 'MemberExpression', 'CallExpression'].includes(unwrap(arg).type))
    .flatMap((arg) => more(arg))
    .map(({ fn, wrapper: inner }): HandlerFunction => ({ fn, wrapper: inner === 'safe' ? inner : wrapper }));
  // What stands before a chained call is the same chain: `middy(fn).use(cors())`.
  const chained = callee.type === 'MemberExpression' && unwrap(callee.object).type === 'CallExpression' ? more(callee.object) : [];
  const made = target ? returnedFunctions(target).map((fn): HandlerFunction => ({ fn })) : [];
  return [...made, ...wrapped, ...chained];
}

/** A wrapper that hands a rejection on to the framework, by its name or by what a wrapper of this file does. */
function isSafeWrapper(source: SourceCode, callee: TSESTree.Node, target: FunctionNode | undefined): boolean {
  const at = unwrap(callee);
  const name = at.type === 'Identifier' ? at.name : at.type === 'MemberExpression' ? (propertyName(at) ?? '') : '';
  if (/async|catch|promise|try|(?:wrap|handle)errors?/iu.test(name)) return true;
  return target !== undefined && /\.catch\(|\bcatch\s*[({]/u.test(source.getText(target));
}

/** The functions that `fn` itself returns, so that `fn` is a factory of handlers. */
export function returnedFunctions(fn: FunctionNode): FunctionNode[] {
  if (fn.body.type !== 'BlockStatement') {
    const body = unwrap(fn.body);
    return isFunction(body) ? [body] : [];
  }
  const found: FunctionNode[] = [];
  for (const statement of fn.body.body) {
    for (const node of walk(statement, returnKeys, (inner) => isFunction(inner))) {
      const value = node.type === 'ReturnStatement' && node.argument ? unwrap(node.argument) : undefined;
      if (value && isFunction(value)) found.push(value);
    }
  }
  return found;
}

/** Where a return statement can stand. */
const returnKeys = {
  BlockStatement: ['body'],
  IfStatement: ['consequent', 'alternate'],
  TryStatement: ['block', 'handler', 'finalizer'],
  CatchClause: ['body'],
  SwitchStatement: ['cases'],
  SwitchCase: ['consequent'],
};

/**
 * The expressions that a handler path names (see `Registers.handler`): alternatives separated by `|`, `*` for every property,
 * lists at any step, thunks (`fields: () => ({ ... })`) and calls that merge objects looked into.
 */
export function placesAt(source: SourceCode, args: Arguments, paths: string): TSESTree.Node[] {
  return paths.split('|').flatMap((path) => {
    if (path.endsWith('..')) return args.slice(Number(path.slice(0, -2)));
    const [position = '', ...properties] = path.split('.');
    const index = position === 'last' ? args.length - 1 : Number(position);
    const spread = args.findIndex((arg) => arg.type === 'SpreadElement');
    const start = args[index];
    if (!start || (spread !== -1 && spread <= index)) return [];
    return properties.reduce<TSESTree.Node[]>((nodes, name) => nodes.flatMap((node) => step(source, node, name, 0)), [start]);
  });
}

function step(source: SourceCode, node: TSESTree.Node, name: string, depth: number): TSESTree.Node[] {
  const at = expressionOf(source, node);
  if (depth > 6) return [];
  const next = (inner: TSESTree.Node) => step(source, inner, name, depth + 1);
  if (at.type === 'ArrayExpression') return at.elements.flatMap((element) => (element ? next(element) : []));
  if (at.type === 'SpreadElement') return next(at.argument);
  if (at.type === 'CallExpression' && name === '*') return at.arguments.flatMap(next);
  if (isFunction(at)) return at.body.type === 'BlockStatement' ? [] : next(at.body);
  if (name !== '*') {
    const property = propertyOf(source, at, name);
    return typeof property === 'string' ? [] : [property.found];
  }
  if (at.type !== 'ObjectExpression') return [];
  return at.properties.flatMap((property) => (property.type === 'Property' ? [property.value] : next(property.argument)));
}
