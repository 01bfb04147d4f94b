import type { TSESTree } from '@typescript-eslint/utils';
import type { Repetition } from './repetition.js';
import type { SourceCode } from './service.js';
import { functionName, isFunction, propertyName, unwrap, walk, type FunctionNode } from './syntax.js';

/**
 * What a repetition is for, as far as names tell: those of the function it stands in, of the calls that it tries, and of
 * what its `catch` looks at. Does not see: purposes that no name gives away.
 */

const connecting = /reconnect|re_?subscribe|^subscribe|^(?:start_?)?(?:listen|consum)\w*|^watch|^stream|^open_?(?:socket|stream|websocket)/iu;
const readying = /poll|wait_?(?:for|until)|until|ready|health|probe|^ping$|^is_?(?:up|alive)$|status|check/iu;
/** Waiting for the next message, or for what a person types. */
const receiving = /^(?:receive\w*|b[lr]pop|brpoplpush|blmove|x?read(?:group)?|fetchNext|next|nextMessage|take|dequeue|consume|accept|question|prompt\w*|ask\w*|input|select|confirm)$/iu;
const colliding = /unique|duplicate|conflict|exist|collision|taken|P2002|23505|11000|ER_DUP/iu;
/** Making up something by chance or by the clock. */
const inventing = /uuid|nanoid|random(?!$)|^generate$|generate\w*(?:id|name|code|token|key|slug|password|number)$|slug|unique|shortid|ulid|cuid/iu;
/** Changing what the next try will do. */
export const changing = /rotat|refresh|switch|fallback|renew|re_?log|re_?auth|next|repair|fix|shift$|^pop$|splice|evict|invalidate|downgrade|reduce|shrink/iu;
const draining = /^(?:shift|pop|dequeue|splice|poll|take)$/u;

/** The last names of all calls below `node`, those in functions left out. */
export function calledNames(source: SourceCode, node: TSESTree.Node): string[] {
  const names: string[] = [];
  for (const at of walk(node, source.visitorKeys, isFunction)) {
    if (at.type !== 'CallExpression' && at.type !== 'NewExpression') continue;
    const callee = unwrap(at.callee);
    const name = callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' ? propertyName(callee) : undefined;
    if (name !== undefined) names.push(name);
  }
  return names;
}

/** Whether a try makes something up by chance, so that the next one brings another name. */
export function inventsName(source: SourceCode, tried: TSESTree.Node): boolean {
  return calledNames(source, tried).some((name) => inventing.test(name));
}

/** Whether what comes after a failure depends on which failure it was. */
export function looksAtError(source: SourceCode, { handler }: Repetition): boolean {
  const errors = handler.type === 'CatchClause' ? handler.param : handler.params[0];
  const name = errors?.type === 'Identifier' ? errors.name : undefined;
  if (name === undefined) return false;
  return [...walk(handler, source.visitorKeys, (node) => node !== handler && isFunction(node))].some((node) =>
    node.type === 'IfStatement' && [...walk(node.test, source.visitorKeys)].some((at) => at.type === 'Identifier' && at.name === name));
}

/** The names of the calls that `tried` awaits: whose failures repeat it. */
export function awaitedNames(source: SourceCode, tried: TSESTree.Node): string[] {
  const names: string[] = [];
  for (const at of walk(tried, source.visitorKeys, isFunction)) {
    const call = at.type === 'AwaitExpression' ? unwrap(at.argument) : undefined;
    const callee = call?.type === 'CallExpression' ? unwrap(call.callee) : undefined;
    const name = callee?.type === 'Identifier' ? callee.name : callee?.type === 'MemberExpression' ? propertyName(callee) : undefined;
    if (name !== undefined) names.push(name);
  }
  return names.length > 0 ? names : calledNames(source, tried);
}

/** See `Repetition.purpose`. */
export function purposeOf(source: SourceCode, fn: FunctionNode | undefined, tried: TSESTree.Node, handler: TSESTree.Node, beside: readonly TSESTree.Node[]): Repetition['purpose'] {
  const names = [...awaitedNames(source, tried), (fn && functionName(fn)) ?? ''];
  const tests = [...walk(handler, source.visitorKeys, isFunction)].flatMap((node) => (node.type === 'IfStatement' ? [source.getText(node.test)] : []));
  if (tests.some((test) => colliding.test(test)) || [tried, ...beside].some((node) => inventsName(source, node))) return 'collision';
  if (names.some((name) => connecting.test(name))) return 'connection';
  return names.some((name) => readying.test(name)) ? 'readiness' : 'call';
}

export function waitsForNext(source: SourceCode, tried: TSESTree.Node): boolean {
  return awaitedNames(source, tried).some((name) => receiving.test(name));
}

export function removesWhatItTries(source: SourceCode, nodes: readonly TSESTree.Node[]): boolean {
  return nodes.some((node) => calledNames(source, node).some((name) => draining.test(name)));
}
