import type { TSESTree } from '@typescript-eslint/utils';
import type { Action } from '../catalog/schema.js';
import { variableOf } from './calls.js';
import { knownOf, type Known } from './facts.js';
import type { SourceCode } from './service.js';
import { enclosingFunction, propertyName, unwrap, wrapped } from './syntax.js';

/**
 * Whether a database expression is run, or only built to become part of another or to be run later.
 * Builders of queries run when they are awaited, returned or handed on; fragments inside a tagged template and subqueries in the
 * arguments of another query never do by themselves.
 * Does not see: builders kept in fields or containers, or run by a function that returns them to nobody.
 */

type Expression = TSESTree.CallExpression | TSESTree.TaggedTemplateExpression | TSESTree.NewExpression;

/** The calls of a chain from the one given to the last: `db('a')`, `.where()`, `.first()`. */
export function chainFrom(node: TSESTree.Node): readonly TSESTree.Node[] {
  const chain: TSESTree.Node[] = [node];
  for (let at = wrapped(node); ; ) {
    const member = at.parent;
    if (member?.type !== 'MemberExpression' || member.object !== at) return chain;
    const callee = wrapped(member);
    const call = callee.parent;
    if ((call?.type === 'CallExpression' && call.callee === callee) || (call?.type === 'TaggedTemplateExpression' && call.tag === callee)) chain.push(call);
    else if (call?.type !== 'MemberExpression') return chain;
    else {
      at = callee;
      continue;
    }
    at = wrapped(call);
  }
}

/** What calling `node` does, if a library is called. */
export function actionOf(source: SourceCode, node: TSESTree.Node): { known: Known; action: Action } | undefined {
  const callee = node.type === 'CallExpression' || node.type === 'NewExpression' ? node.callee : node.type === 'TaggedTemplateExpression' ? node.tag : undefined;
  const known = callee && knownOf(source, callee);
  const action = node.type === 'NewExpression' ? known?.entity.new : known?.entity.call;
  return known && action ? { known, action } : undefined;
}

/** True where the statement of this chain is run. */
export function isRun(source: SourceCode, chain: readonly TSESTree.Node[], seen: ReadonlySet<TSESTree.Node> = new Set()): boolean {
  const last = chain.at(-1);
  if (!last || seen.has(last)) return false;
  const steps = chain.map((call) => ({ call, ...actionOf(source, call) }));
  // The last call that the catalog knows decides; what follows it works on the result.
  const known = [...steps].reverse().find(({ action }) => action);
  const isBuilt = last.type === 'NewExpression' || known?.call.type === 'TaggedTemplateExpression' || isBuilder(known?.action);
  const outer = wrapped(last);
  if (last.type !== 'NewExpression' && isPart(source, outer)) return false;
  if (!isBuilt || (known && known.call !== last && isPromiseMethod(last))) return true;
  const { parent } = outer;
  switch (parent?.type) {
    case 'ExpressionStatement':
      return last.type !== 'NewExpression' && hasCallback(last as Expression);
    case 'VariableDeclarator':
      return parent.id.type !== 'Identifier' || readsRun(source, parent.id, new Set([...seen, last]));
    case 'AssignmentExpression':
      return parent.left.type === 'Identifier' && readsRun(source, parent.left, new Set([...seen, last]));
    case 'ArrowFunctionExpression':
    case 'ReturnStatement': {
      const list = listOf(parent.type === 'ReturnStatement' ? enclosingFunction(parent) : parent);
      return !list || isAwaitedList(source, list);
    }
    default:
      return last.type !== 'NewExpression' || parent?.type === 'CallExpression';
  }
}

/** The call of `map` or the like that collects what a callback gives. */
function listOf(fn: TSESTree.Node | undefined): TSESTree.CallExpression | undefined {
  const call = fn?.parent?.type === 'CallExpression' && fn.parent.callee !== fn ? fn.parent : undefined;
  const callee = call && unwrap(call.callee);
  return callee?.type === 'MemberExpression' && /^(?:map|flatMap|reduce|from)$/u.test(propertyName(callee) ?? '') ? call : undefined;
}

/** Whether a list of built queries is run: handed to `Promise.all` or to a transaction, there or by the variable that holds it. Else its parts are put together. */
function isAwaitedList(source: SourceCode, list: TSESTree.Node): boolean {
  const outer = wrapped(list);
  const { parent } = outer;
  if (parent?.type === 'CallExpression' && parent.callee !== outer) {
    return /^Promise\.\w+$/u.test(source.getText(parent.callee)) || actionOf(source, parent)?.action.roles?.includes('transaction') === true;
  }
  const variable = parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? variableOf(source, parent.id) : undefined;
  return variable?.references.some(({ identifier }) => identifier !== (parent as TSESTree.VariableDeclarator).id && isAwaitedList(source, identifier)) === true;
}

/** The call gives something that is still to be run: a query, not a promise. */
function isBuilder(action: Action | undefined): boolean {
  return action !== undefined && action.returns !== undefined && action.async !== true;
}

function isPromiseMethod(call: TSESTree.Node): boolean {
  const callee = call.type === 'CallExpression' ? unwrap(call.callee) : undefined;
  return callee?.type === 'MemberExpression' && callee.property.type === 'Identifier' && /^(?:then|catch|finally)$/u.test(callee.property.name);
}

/** Old drivers and ORMs run a query as soon as they get a callback. */
function hasCallback(call: Expression): boolean {
  const last = call.type === 'TaggedTemplateExpression' ? undefined : call.arguments.at(-1);
  return last?.type === 'ArrowFunctionExpression' || last?.type === 'FunctionExpression';
}

/** Stands in another query: a value in a tagged template of a library, an argument of a database call that is no transaction. */
function isPart(source: SourceCode, node: TSESTree.Node): boolean {
  for (let at = node; at.parent; at = at.parent) {
    const { parent } = at;
    switch (parent.type) {
      case 'TemplateLiteral':
        return parent.parent.type === 'TaggedTemplateExpression';
      case 'CallExpression': {
        if (parent.callee === at) return false;
        const roles = actionOf(source, parent)?.known.library.roles;
        return roles !== undefined && roles.some((role) => role === 'orm' || role === 'sql') && !actionOf(source, parent)?.action.roles?.includes('transaction');
      }
      case 'ArrayExpression':
      case 'ObjectExpression':
      case 'Property':
      case 'SpreadElement':
      case 'ConditionalExpression':
      case 'LogicalExpression':
      case 'TSAsExpression':
      case 'TSNonNullExpression':
        break;
      default:
        return false;
    }
  }
  return false;
}

/** Whether some reading of a variable runs the query it holds, by itself or at the end of a chain that names no operation of its own. */
function readsRun(source: SourceCode, name: TSESTree.Identifier, seen: ReadonlySet<TSESTree.Node>): boolean {
  const variable = variableOf(source, name);
  return variable?.references.some(({ identifier }) => {
    const node = identifier as TSESTree.Node;
    const isTarget = node.parent?.type === 'AssignmentExpression' && node.parent.left === node;
    if (isTarget || (node.parent?.type === 'VariableDeclarator' && node.parent.id === node)) return false;
    const chain = chainFrom(node);
    if (chain.slice(1).some((call) => hasOperation(actionOf(source, call)?.action))) return false;
    return chain.length > 1 ? isRun(source, chain, seen) : isHandedOn(source, node, seen);
  }) === true;
}

/** Whether an action names what is done, rather than refines it; a query that reads its table (argument `reads`) unless something is chained to it counts. */
export function hasOperation(action: Action | undefined): boolean {
  return action?.roles?.some((role) => role === 'read' || role === 'write' || role === 'raw-sql') === true || action?.args?.['reads'] !== undefined;
}

function isHandedOn(source: SourceCode, node: TSESTree.Node, seen: ReadonlySet<TSESTree.Node>): boolean {
  const outer = wrapped(node);
  if (isPart(source, outer)) return false;
  const { parent } = outer;
  if (parent?.type === 'AssignmentExpression' || parent?.type === 'VariableDeclarator') {
    const target = parent.type === 'AssignmentExpression' ? parent.left : parent.id;
    return target.type === 'Identifier' && target.name !== (node as TSESTree.Identifier).name && !seen.has(node) && readsRun(source, target, new Set([...seen, node]));
  }
  return parent?.type !== 'ExpressionStatement' && parent?.type !== 'MemberExpression' && parent?.type !== 'BinaryExpression' && parent?.type !== 'IfStatement' && parent?.type !== 'UnaryExpression';
}
