import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Repetition } from '../../analysis/retry-loops.js';
import type { SourceCode } from '../../analysis/service.js';
import { enclosingFunction } from '../../analysis/syntax.js';
import type { Fix } from '../rule.js';
import { backoffWait, prependStatement } from './backoff-wait.js';
import { countedHead, countIn, type UncountedLoop } from './counted-head.js';
import { freshName } from './fresh-name.js';
import { semicolonOf } from './style.js';

/**
 * Whether `boundedRetry` can edit: a loop without counters of its own around `try ... catch`, or a call of the async
 * function itself in its `catch` with the same arguments.
 */
export function canBound(source: SourceCode, { form, node, handler, fn, body }: Repetition): boolean {
  if (handler.type !== 'CatchClause' || (handler.param && handler.param.type !== 'Identifier') || !fn) return false;
  if (form === 'loop') {
    if (node.type === 'DoWhileStatement') return node.parent.type === 'BlockStatement' && body.type === 'BlockStatement';
    return node.type === 'WhileStatement' || (node.type === 'ForStatement' && !node.init && !node.update && !node.test);
  }
  if (form !== 'recursion' || node.type !== 'CallExpression' || !fn.async || enclosingFunction(node) !== fn || enclosingFunction(handler) !== fn) return false;
  const last = fn.params.at(-1);
  return node.arguments.length === fn.params.length && last?.type !== 'RestElement' && (!last || source.getTokenAfter(last)?.value === ')') && fn.parent.type !== 'CallExpression' && statementOf(node, handler) !== undefined;
}

/** Counts the tries, rethrows the error of the last one and makes the waits grow. */
export function boundedRetry(source: SourceCode, one: Repetition, attempts: number): Fix {
  return (fixer) => {
    const handler = one.handler as TSESTree.CatchClause;
    const attempt = freshName(source, ['attempt', 'tries'], { scope: source.getScope(one.body), usedAt: [one.node, handler] });
    const edits: TSESLint.RuleFix[] = [];
    let error = handler.param?.type === 'Identifier' ? handler.param.name : undefined;
    if (error === undefined) {
      error = freshName(source, ['error', 'cause'], { scope: source.getScope(handler), usedAt: [handler.body] });
      edits.push(fixer.insertTextAfter(source.getFirstToken(handler)!, ` (${error})`));
    }
    const guard = `if (${countIn(one.node, attempt)} >= ${attempts}) throw ${error}${semicolonOf(source)}`;
    edits.push(...(one.form === 'loop' ? [countedHead(fixer, source, one.node as UncountedLoop, attempt)] : recalled(fixer, source, one, attempt)));
    const exponent = `(${attempt} - 1)`;
    const before = one.form === 'recursion' ? statementOf(one.node, handler) : undefined;
    // Two edits at one place would overlap: an empty `catch` gets both statements at once.
    if (handler.body.body.length === 0 && one.delay.growth === 'none') {
      const wait = backoffWait(recorder, source, one, exponent)[0] as unknown as string;
      edits.push(prependStatement(fixer, source, handler.body, `${guard} ${wait.trim()}`));
    } else {
      edits.push(prependStatement(fixer, source, handler.body, guard), ...backoffWait(fixer, source, one, exponent, before));
    }
    return edits;
  };
}

/** Hands out the text of an edit instead of the edit. */
const recorder = { insertTextAfter: (_: unknown, text: string) => text, insertTextBefore: (_: unknown, text: string) => text, replaceText: (_: unknown, text: string) => text } as unknown as TSESLint.RuleFixer;

/** A last parameter for the number of the try, and its next value in the call. */
function recalled(fixer: TSESLint.RuleFixer, source: SourceCode, { node, fn }: Repetition, attempt: string): TSESLint.RuleFix[] {
  const last = fn!.params.at(-1);
  const open = source.getFirstToken(fn!, (token) => token.value === '(')!;
  const call = node as TSESTree.CallExpression;
  const argument = call.arguments.at(-1);
  return [
    last ? fixer.insertTextAfter(last, `, ${attempt} = 1`) : fixer.insertTextAfter(open, `${attempt} = 1`),
    argument ? fixer.insertTextAfter(argument, `, ${attempt} + 1`) : fixer.insertTextBefore(source.getLastToken(call)!, `${attempt} + 1`),
  ];
}

/** The statement of the handler's block that the call stands in, if it stands directly there. */
function statementOf(call: TSESTree.Node, handler: TSESTree.CatchClause): TSESTree.Node | undefined {
  return handler.body.body.find((statement) => statement.range[0] <= call.range[0] && call.range[1] <= statement.range[1] && !/^(?:If|Switch|Try|For|While)/u.test(statement.type));
}
