import type { TSESTree } from '@typescript-eslint/utils';
import { constantValue, variableOf } from './calls.js';
import type { SourceCode } from './service.js';
import { enclosingFunction, functionName, isFunction, lastStatement, propertyName, unwrap, walk, type FunctionNode } from './syntax.js';

/**
 * Does this run again on every call of its function, or only until a value that outlives the call is there? Understands
 * `x ??= f()`, `if (!x) x = f()`, `if (x) return x; ... x = f()` and the same with `map.has`, `map.get` and `map.set`, for
 * variables outside the function, fields of `this` and members of either.
 * Does not see: memoizing wrappers (`once(fn)`), flags that guard another value, decorators.
 *
 * @param target the function that `node` calls: `if (!ready) prepare();` is memoized where `prepare` sets `ready`.
 */
export function isMemoized(source: SourceCode, node: TSESTree.Node, target?: FunctionNode): boolean {
  const fn = enclosingFunction(node);
  if (!fn) return false;
  const fills = (test: TSESTree.Node, inside: TSESTree.Node): boolean => {
    const roots = rootsIn(source, test, fn);
    return roots.size > 0 && (isSet(source, fn, inside, roots) || (target !== undefined && isSet(source, target, target.body, roots)));
  };
  let child = node;
  for (let at = node.parent; at && child !== fn; child = at, at = at.parent) {
    if (at.type === 'AssignmentExpression' && at.right === child && (at.operator === '??=' || at.operator === '||=') && rootOf(source, at.left, fn)) return true;
    if (at.type === 'LogicalExpression' && at.right === child && at.operator !== '&&' && fills(at.left, at.parent)) return true;
    if ((at.type === 'IfStatement' || at.type === 'ConditionalExpression') && at.test !== child && fills(at.test, at.type === 'IfStatement' ? child : at.parent)) return true;
    if (at.type === 'BlockStatement' && earlyReturns(at, child).some((test) => fills(test, fn.body))) return true;
  }
  // A callback runs as often as the code around it.
  return (fn.parent.type === 'CallExpression' || fn.parent.type === 'NewExpression') && isMemoized(source, fn, target);
}

/** The tests of `if (cache) return cache;` before `child`. */
function earlyReturns(block: TSESTree.BlockStatement, child: TSESTree.Node): TSESTree.Expression[] {
  const before = block.body.slice(0, block.body.indexOf(child as TSESTree.Statement));
  return before.flatMap((statement) => (statement.type === 'IfStatement' && lastStatement(statement.consequent)?.type === 'ReturnStatement' ? [statement.test] : []));
}

/** What outlives the call in an expression: `cache`, `this.cache`, what local names were read from (`const hit = map.get(key)`). */
function rootsIn(source: SourceCode, node: TSESTree.Node, fn: FunctionNode): Set<string> {
  const found = new Set<string>();
  for (const at of walk(node, source.visitorKeys, isFunction)) {
    const isProperty = at.parent?.type === 'MemberExpression' && at.parent.property === at && !at.parent.computed;
    const root = isProperty ? undefined : at.type === 'Identifier' || at.type === 'MemberExpression' ? rootOf(source, at, fn) : undefined;
    if (root !== undefined) found.add(root);
  }
  return found;
}

function rootOf(source: SourceCode, node: TSESTree.Node, fn: FunctionNode, depth = 0): string | undefined {
  const at = unwrap(node);
  if (depth > 4) return undefined;
  switch (at.type) {
    case 'AwaitExpression':
      return rootOf(source, at.argument, fn, depth + 1);
    case 'CallExpression':
      // What a container holds, not what a model or service finds: a row that is read and then changed fills no cache.
      return at.callee.type === 'MemberExpression' && getters.test(propertyName(at.callee) ?? '') ? rootOf(source, at.callee.object, fn, depth + 1) : undefined;
    case 'MemberExpression':
      if (at.object.type === 'ThisExpression') return `this.${propertyName(at) ?? '?'}`;
      return rootOf(source, at.object, fn, depth + 1);
    case 'Identifier': {
      const variable = variableOf(source, at);
      const definition = variable?.defs[0];
      if (!variable || !definition || definition.type === 'Parameter') return undefined;
      const block = variable.scope.block as TSESTree.Node;
      const isInside = block.range[0] >= fn.range[0] && block.range[1] <= fn.range[1];
      if (!isInside) return `${at.name}@${definition.name.range[0]}`;
      const value = constantValue(variable);
      return value ? rootOf(source, value, fn, depth + 1) : undefined;
    }
    default:
      return undefined;
  }
}

const getters = /^(?:get|has|peek|lookup|match|at|entries|values|keys|find|some|includes)$/u;
const setters = /^(?:set|setex|add|put|push)$/iu;

function isSet(source: SourceCode, fn: FunctionNode, inside: TSESTree.Node, roots: ReadonlySet<string>): boolean {
  for (const at of walk(inside, source.visitorKeys)) {
    const target = at.type === 'AssignmentExpression'
      ? at.left
      : at.type === 'CallExpression' && at.callee.type === 'MemberExpression' && setters.test(propertyName(at.callee) ?? '') ? at.callee.object : undefined;
    const root = target && rootOf(source, target, fn);
    if (root !== undefined && roots.has(root)) return true;
  }
  return false;
}

/** Whether it runs only as long as a file is not there: under `if (!existsSync(path))`, as what prepares a file the first time does. */
export function isFirstOnly(source: SourceCode, node: TSESTree.Node): boolean {
  for (let child = node, at = node.parent; at && !isFunction(child); child = at, at = at.parent) {
    if (at.type === 'IfStatement' && at.consequent === child && /^!\s*(?:\(\s*)?(?:await\s+)?[\w$.]*exists(?:Sync)?\s*\(/iu.test(source.getText(at.test))) return true;
  }
  return false;
}

/**
 * Whether a function by its name moves over what an older version left, or restarts or ends the process: it does its work once, however often it
 * is called. A guess from the name: `migrateCache`, `restartServer`, `shutdown`.
 */
export function isOnceByName(fn: FunctionNode): boolean {
  return /^(?:migrate|restart|shutdown|reboot)(?:[A-Z_]|$)|[a-z](?:Restart|Shutdown|Reboot)$/u.test(functionName(fn) ?? '');
}
