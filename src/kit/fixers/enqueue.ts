import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Queue } from '../../analysis/queues.js';
import type { SourceCode } from '../../analysis/service.js';
import { isFunction, propertyName, unwrap, walk, wrapped } from '../../analysis/syntax.js';

/** What a job is called that does the work of a call, and the data it gets. */
export interface Job {
  readonly name: string;
  readonly payload: string;
}

/**
 * The job that can stand in place of a call: its result is not used, and its arguments are one object or names, without functions,
 * which no queue keeps. `undefined` otherwise.
 */
export function jobFor(source: SourceCode, call: TSESTree.CallExpression): Job | undefined {
  const awaited = wrapped(call).parent;
  if (awaited?.type !== 'AwaitExpression' || awaited.parent.type !== 'ExpressionStatement' || call.optional) return undefined;
  const callee = unwrap(call.callee);
  const name = callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' ? propertyName(callee) : undefined;
  const payload = payloadOf(source, call.arguments);
  return name === undefined || payload === undefined ? undefined : { name, payload };
}

function payloadOf(source: SourceCode, args: readonly TSESTree.CallExpressionArgument[]): string | undefined {
  const [first] = args;
  if (!first) return '{}';
  if (args.length === 1 && first.type === 'ObjectExpression') {
    for (const node of walk(first, source.visitorKeys)) if (isFunction(node) || node.type === 'ThisExpression' || node.type === 'AwaitExpression') return undefined;
    return source.getText(first);
  }
  const names = args.map((argument) => (argument.type === 'Identifier' ? argument.name : undefined));
  return names.every((name) => name !== undefined) && new Set(names).size === names.length ? `{ ${names.join(', ')} }` : undefined;
}

/** Puts a job on the queue instead of making the call. */
export function enqueue(fixer: TSESLint.RuleFixer, call: TSESTree.CallExpression, queue: Queue, { name, payload }: Job): TSESLint.RuleFix[] {
  return [fixer.replaceText(call, `${queue.name}.${queue.method}('${name}', ${payload})`)];
}
