import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from './service.js';

/**
 * Does code run in development or tests only: does it stand under `if (isDev)` or `if (process.env.NODE_ENV !== 'production')`?
 * Does not see: guards that return early, flags by other names, conditions of the caller.
 */
export function isDevelopmentOnly(source: SourceCode, node: TSESTree.Node): boolean {
  for (let child = node, at = node.parent; at; child = at, at = at.parent) {
    if ((at.type === 'IfStatement' || at.type === 'ConditionalExpression') && at.test !== child && isMode(source.getText(at.test), at.consequent === child)) return true;
    if (at.type === 'LogicalExpression' && at.operator === '&&' && at.right === child && isMode(source.getText(at.left), true)) return true;
  }
  return false;
}

/** The names that projects give to the flag; `import.meta.env.DEV` among them. */
const flag = /^(?:[\w$]+\.)*(?:is_?)?(?:dev(?:elopment)?|test(?:ing)?|e2e)(?:_?(?:mode|env))?$/iu;
const isNamed = /NODE_ENV\b['"\]]*\s*===?\s*['"`](?:dev\w*|test\w*|local)['"`]/u;
const isNotProduction = /NODE_ENV\b['"\]]*\s*!==?\s*['"`]prod\w*['"`]/u;
const isProduction = /NODE_ENV\b['"\]]*\s*===?\s*['"`]prod\w*['"`]/u;

function isMode(test: string, holds: boolean): boolean {
  return holds ? flag.test(test) || isNamed.test(test) || isNotProduction.test(test) : isProduction.test(test);
}
