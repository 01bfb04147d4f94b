import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { isParenthesized } from './parentheses.js';
import type { SourceCode } from '../../analysis/service.js';
import { isFunction, type FunctionNode } from '../../analysis/syntax.js';
import { wouldContinue } from './statements.js';

/**
 * Replaces what a call calls and awaits it, its arguments and the comments among them untouched:
 * `readFileSync(path).length` becomes `(await readFile(path)).length`.
 *
 * @param callee the text to call instead; `undefined` keeps it.
 * @param within the function that the caller makes async in the same fix, if it is not async already.
 * @returns the edits, or `null` where `await` cannot stand.
 */
export function awaitCall(fixer: TSESLint.RuleFixer, source: SourceCode, call: TSESTree.CallExpression, callee?: string, within?: FunctionNode): TSESLint.RuleFix[] | null {
  if (!canAwait(call, within) || call.optional || hasOptionalCallee(call)) return null;
  const edits: TSESLint.RuleFix[] = [];
  const target = callee === undefined ? [] : [fixer.replaceText(call.callee, callee)];
  const parent = call.parent;
  if (parent.type === 'AwaitExpression') return target;
  const parenthesize = needsParentheses(call) && !isParenthesized(source, call);
  const statement = startsStatement(source, call);
  const guard = parenthesize && statement && wouldContinue(source, statement) ? ';' : '';
  const prefix = `${guard}${parenthesize ? '(' : ''}await `;
  if (callee === undefined || isParenthesized(source, call.callee)) edits.push(fixer.insertTextBefore(call, prefix), ...target);
  else edits.push(fixer.replaceText(call.callee, prefix + callee));
  if (parenthesize) edits.push(fixer.insertTextAfter(call, ')'));
  return edits;
}

/** Whether an `await` may stand at `node`: the innermost function is async, or `within`, and `node` is in its body. */
export function canAwait(node: TSESTree.Node, within?: FunctionNode): boolean {
  let child = node;
  for (let at = node.parent; at; child = at, at = at.parent) {
    switch (at.type) {
      case 'PropertyDefinition':
      case 'AccessorProperty':
        // A computed key runs outside, with the class.
        if (at.value === child) return false;
        break;
      case 'StaticBlock':
      case 'Decorator':
      case 'TSModuleBlock':
        return false;
      default:
        if (isFunction(at)) return at.body === child && (at.async || (at === within && !at.generator));
    }
  }
  return false;
}

function hasOptionalCallee(call: TSESTree.CallExpression): boolean {
  for (let at: TSESTree.Node = call.callee; at.type === 'MemberExpression' || at.type === 'CallExpression' || at.type === 'TSNonNullExpression';) {
    if ('optional' in at && at.optional) return true;
    at = at.type === 'MemberExpression' ? at.object : at.type === 'CallExpression' ? at.callee : at.expression;
  }
  return false;
}

/** Where `await f()` must stand in parentheses, or where everybody's formatter puts them. */
function needsParentheses(call: TSESTree.CallExpression): boolean {
  const { parent } = call;
  switch (parent.type) {
    case 'MemberExpression':
      return parent.object === call;
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee === call;
    case 'TaggedTemplateExpression':
      return parent.tag === call;
    case 'ConditionalExpression':
      return parent.test === call;
    case 'ClassDeclaration':
    case 'ClassExpression':
      return parent.superClass === call;
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'UnaryExpression':
    case 'SpreadElement':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
      return true;
    default:
      return false;
  }
}

function startsStatement(source: SourceCode, node: TSESTree.Node): TSESTree.Node | undefined {
  let at: TSESTree.Node | undefined = node;
  while (at && at.type !== 'ExpressionStatement') at = at.range[0] === node.range[0] ? at.parent : undefined;
  return at && source.getFirstToken(at)?.range[0] === node.range[0] ? at : undefined;
}
