import type { TSESTree } from '@typescript-eslint/utils';
import type { Repetition } from '../analysis/retry-loops.js';
import type { SourceCode } from '../analysis/service.js';
import { functionName, isFunction, unwrap, walk } from '../analysis/syntax.js';
import { calleeName, constructionName } from './names.js';

/** How messages call what is tried, as code: its first awaited call, `fetch()`, else "This work". */
export function triedName(source: SourceCode, tried: TSESTree.Node): string {
  const calls: TSESTree.Node[] = [];
  for (const node of walk(tried, source.visitorKeys, isFunction)) {
    const awaited = node.type === 'AwaitExpression' ? unwrap(node.argument) : undefined;
    if (awaited?.type === 'CallExpression' && !isWait(source, awaited)) calls.push(awaited);
  }
  const [first] = calls.length > 0 ? calls : [unwrap(tried)];
  return first?.type === 'CallExpression' ? `\`${constructionName(source, first)}\`` : 'This work';
}

function isWait(source: SourceCode, call: TSESTree.CallExpression): boolean {
  return /(?:sleep|delay|wait|timeout)$/iu.test(calleeName(source, call.callee));
}

/** How messages call the function that calls itself. */
export function recalledName({ fn }: Repetition): string {
  const name = fn && functionName(fn);
  return name === undefined ? 'This function' : `\`${name}\``;
}
