import type { TSESTree } from '@typescript-eslint/utils';
import { variableOf } from './calls.js';
import { expressionOf } from './objects.js';
import { holdsSame } from './same-parts.js';
import type { SourceCode } from './service.js';
import { isFunction, lastStatement, unwrap, walk } from './syntax.js';

/**
 * Does code stand in for a value of the environment, so that it runs only where the environment holds none, as on the machine of a developer?
 * `process.env.KEY || read(path)`, `env.KEY ? parse(env.KEY) : read(path)`, `if (process.env.KEY) return process.env.KEY; return read(path)`,
 * `let key = process.env.KEY; if (!key) key = read(path)`. The value itself must be what is used else: a variable that only chooses between
 * two ways (`if (process.env.USE_S3) return upload()`) is a switch.
 * Does not see: values of configuration libraries, conditions of the caller.
 */
export function isEnvironmentFallback(source: SourceCode, node: TSESTree.Node): boolean {
  for (let child = node, at = node.parent; at && !isFunction(child); child = at, at = at.parent) {
    if (at.type === 'LogicalExpression' && at.operator !== '&&' && at.right === child && isValue(source, at.left)) return true;
    if ((at.type === 'ConditionalExpression' || at.type === 'IfStatement') && isOtherBranch(source, at, child)) return true;
    if (at.type === 'BlockStatement' && at.body.some((statement) => statement.range[1] <= child.range[0] && givesValue(source, statement))) return true;
  }
  return false;
}

/** Whether the other branch uses the value that is missing in this one, or this one fills the name that should hold it. */
function isOtherBranch(source: SourceCode, choice: TSESTree.ConditionalExpression | TSESTree.IfStatement, branch: TSESTree.Node): boolean {
  if (branch === choice.test) return false;
  const tested = testedValue(source, choice.test);
  if (!tested || tested.holds === (branch === choice.consequent)) return false;
  const other = branch === choice.consequent ? choice.alternate : choice.consequent;
  return other ? holdsSame(source, other, tested.value) : assigns(source, branch, tested.value);
}

/** `if (process.env.KEY) return process.env.KEY;` */
function givesValue(source: SourceCode, statement: TSESTree.Statement): boolean {
  if (statement.type !== 'IfStatement' || statement.alternate || lastStatement(statement.consequent)?.type !== 'ReturnStatement') return false;
  const tested = testedValue(source, statement.test);
  return tested?.holds === true && holdsSame(source, statement.consequent, tested.value);
}

/** The value that a condition looks for, and whether it is there where the condition holds. */
function testedValue(source: SourceCode, test: TSESTree.Node): { value: TSESTree.Node; holds: boolean } | undefined {
  const at = unwrap(test);
  if (at.type === 'UnaryExpression' && at.operator === '!') {
    const inner = testedValue(source, at.argument);
    return inner && { ...inner, holds: !inner.holds };
  }
  if (at.type === 'BinaryExpression' && /^[!=]==?$/u.test(at.operator) && isNothing(at.right)) return isValue(source, at.left) ? { value: unwrap(at.left), holds: at.operator.startsWith('!') } : undefined;
  return isValue(source, at) ? { value: at, holds: true } : undefined;
}

function isNothing(node: TSESTree.Node): boolean {
  const at = unwrap(node);
  return (at.type === 'Identifier' && at.name === 'undefined') || (at.type === 'Literal' && (at.value === null || at.value === ''));
}

/** What starts with a member of the environment, itself or by a name: `process.env.KEY`, `env.KEY.trim()`, `key`. */
function isValue(source: SourceCode, node: TSESTree.Node): boolean {
  const at = unwrap(node);
  const meant = at.type === 'Identifier' ? initial(source, at) : at;
  return (meant.type === 'MemberExpression' || meant.type === 'CallExpression') && environment.test(source.getText(meant));
}

const environment = /^(?:(?:process|import\.meta|Bun)\.)?env(?:\.|\?\.|\[)/u;

/** What a name held first, also where it may be filled later. */
function initial(source: SourceCode, name: TSESTree.Identifier): TSESTree.Node {
  const definition = variableOf(source, name)?.defs[0]?.node as TSESTree.Node | undefined;
  if (definition?.type === 'VariableDeclarator' && definition.id.type === 'Identifier' && definition.init) return unwrap(definition.init);
  return expressionOf(source, name);
}

function assigns(source: SourceCode, branch: TSESTree.Node, name: TSESTree.Node): boolean {
  if (name.type !== 'Identifier') return false;
  for (const at of walk(branch, source.visitorKeys, isFunction)) if (at.type === 'AssignmentExpression' && at.left.type === 'Identifier' && at.left.name === name.name) return true;
  return false;
}
