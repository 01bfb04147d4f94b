import { exportsOf } from './exports.js';
import { nodesOf, nodesWithin } from './nodes.js';
import { defineService, type SourceCode } from './service.js';
import { functionName, propertyName, type FunctionNode } from './syntax.js';

/**
 * Is a function the body of a program, which some script calls once? It is if it is all that its file exports, is called `run`
 * or `main` and takes nothing (examples and jobs are run so), or if it narrates: it tells its progress on the console, step by
 * step, which code that serves requests leaves to a logger.
 * Does not see: who calls it.
 */
export function isProgramBody(source: SourceCode, fn: FunctionNode): boolean {
  return isSoleProgram(source, fn) || narrates(source, fn);
}

function isSoleProgram(source: SourceCode, fn: FunctionNode): boolean {
  const name = functionName(fn);
  if ((name !== 'run' && name !== 'main') || fn.params.length > 0) return false;
  const { named, all } = exportsOf(source);
  return all.length === 0 && [...named.values()].every(({ node }) => node === fn || node.type.startsWith('TS'));
}

/** So many lines on the console make a narration. Source: scripts of the judged repositories print ten and more, request code one to four. */
const lines = 8;

function narrates(source: SourceCode, fn: FunctionNode): boolean {
  return nodesWithin(printing(source), fn).length >= lines;
}

const printing = defineService((source: SourceCode) => (source.text.includes('console.log')
  ? nodesOf(source, 'CallExpression').filter(({ callee }) => callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && callee.object.name === 'console' && propertyName(callee) === 'log')
  : []));
