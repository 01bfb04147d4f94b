import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from './service.js';
import { endsFunction, lastStatement } from './syntax.js';

/**
 * Does code run in development or tests only: does it stand under `if (isDev)` or `if (process.env.NODE_ENV !== 'production')`,
 * or after `if (isProduction) return`?
 * Does not see: flags by other names, conditions of the caller.
 */
export function isDevelopmentOnly(source: SourceCode, node: TSESTree.Node): boolean {
  for (let child = node, at = node.parent; at; child = at, at = at.parent) {
    if ((at.type === 'IfStatement' || at.type === 'ConditionalExpression') && at.test !== child && isMode(source.getText(at.test), at.consequent === child)) return true;
    if (at.type === 'LogicalExpression' && at.operator === '&&' && at.right === child && isMode(source.getText(at.left), true)) return true;
    if (at.type === 'BlockStatement' && at.body.some((statement) => statement.range[1] <= child.range[0] && leavesInProduction(source, statement))) return true;
  }
  return false;
}

/** The names that projects give to the flag; `import.meta.env.DEV` among them. */
const flag = /^(?:[\w$]+\.)*(?:is_?)?(?:dev(?:elopment)?|test(?:ing)?|e2e)(?:_?(?:mode|env))?$/iu;
const isNamed = /NODE_ENV\b['"\]]*\s*===?\s*['"`](?:dev\w*|test\w*|local)['"`]/u;
const isNotProduction = /NODE_ENV\b['"\]]*\s*!==?\s*['"`]prod\w*['"`]/u;
const isProduction = /NODE_ENV\b['"\]]*\s*===?\s*['"`]prod\w*['"`]/u;

const isProductive = /^(?:[\w$]+\.)*is_?prod(?:uction)?$/iu;

/** `if (isProduction) { ...; return; }` */
function leavesInProduction(source: SourceCode, statement: TSESTree.Statement): boolean {
  if (statement.type !== 'IfStatement' || statement.alternate) return false;
  const test = source.getText(statement.test);
  if (!isProduction.test(test) && !isProductive.test(test)) return false;
  // With `&&` more has to hold before it leaves.
  if (test.includes('&&')) return false;
  return endsFunction(lastStatement(statement.consequent));
}

function isMode(test: string, holds: boolean): boolean {
  return holds ? flag.test(test) || isNamed.test(test) || isNotProduction.test(test) : isProduction.test(test);
}
