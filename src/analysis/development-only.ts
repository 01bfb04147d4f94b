import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from './service.js';
import { endsFunction, lastStatement, unwrap } from './syntax.js';

/**
 * Does code run in development or tests only: does it stand under `if (isDev)`, `config.get('isDevelopment') && ...` or
 * `if (process.env.NODE_ENV !== 'production')`, or after `if (isProduction) return`?
 * Does not see: flags by other names, conditions of the caller.
 */
export function isDevelopmentOnly(source: SourceCode, node: TSESTree.Node): boolean {
  for (let child = node, at = node.parent; at; child = at, at = at.parent) {
    if ((at.type === 'IfStatement' || at.type === 'ConditionalExpression') && at.test !== child && isDevelopment(source, at.test, at.consequent === child)) return true;
    if (at.type === 'LogicalExpression' && at.operator !== '??' && at.right === child && isDevelopment(source, at.left, at.operator === '&&')) return true;
    if (at.type === 'BlockStatement' && at.body.some((statement) => statement.range[1] <= child.range[0] && leavesInProduction(source, statement))) return true;
  }
  return false;
}

/** `if (isProduction) { ...; return; }` */
function leavesInProduction(source: SourceCode, statement: TSESTree.Statement): boolean {
  return statement.type === 'IfStatement' && !statement.alternate && endsFunction(lastStatement(statement.consequent)) && isDevelopment(source, statement.test, false);
}

/** Whether a program in which a condition holds, or does not, is no production. */
function isDevelopment(source: SourceCode, test: TSESTree.Node, holds: boolean): boolean {
  const at = unwrap(test);
  if (at.type === 'UnaryExpression' && at.operator === '!') return isDevelopment(source, at.argument, !holds);
  if (at.type === 'LogicalExpression') {
    // Both sides hold of what `&&` joins, and neither of what `||` does where it fails.
    const isBoth = (at.operator === '&&') === holds;
    const [left, right] = [isDevelopment(source, at.left, holds), isDevelopment(source, at.right, holds)];
    return isBoth ? left || right : left && right;
  }
  const text = source.getText(at);
  return holds ? flag.test(text) || isNamed.test(text) || isNotProduction.test(text) : productive.test(text) || isProduction.test(text) || isNotNamed.test(text);
}

/** A name by itself, as a member, as what is asked of a configuration by name, or called. */
const named = (words: string) => new RegExp(`^(?:[\\w$]+(?:\\(\\))?\\??\\.)*(?:get(?:OrThrow)?(?:<\\w+>)?\\(['"\`](?:\\w+\\.)*(?:${words})['"\`]\\)|(?:${words})(?:\\(\\))?)$`, 'iu');

/** The names that projects give to the flag; `import.meta.env.DEV` among them. */
const flag = named('(?:is_?)?(?:dev(?:elopment)?|test(?:ing)?|e2e)(?:_?(?:mode|env))?|is_?local(?:host|ly)?(?:_?(?:mode|env))?');
const productive = named('is_?prod(?:uction)?(?:_?(?:mode|env))?');
const isNamed = /NODE_ENV\b['"\]]*\s*===?\s*['"`](?:dev\w*|test\w*|local)['"`]/u;
const isNotNamed = /NODE_ENV\b['"\]]*\s*!==?\s*['"`](?:dev\w*|test\w*|local)['"`]/u;
const isNotProduction = /NODE_ENV\b['"\]]*\s*!==?\s*['"`]prod\w*['"`]/u;
const isProduction = /NODE_ENV\b['"\]]*\s*===?\s*['"`]prod\w*['"`]/u;
