import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName } from '../callee-names.js';
import type { SourceCode } from '../service.js';
import { isFunction, propertyName, unwrap, walk } from '../syntax.js';
import { valueOf } from '../values.js';

/**
 * What keeps content that goes into a prompt within limits: functions that by their names take a part of it or count it, and
 * checks of a size.
 * Does not see: limits that stand in other files under other names; a name alone is believed.
 */

/** Counting tokens, not fetching an access token. */
const counting = 'tokeniz|(?:count|estimate|num|calc\\w*|measure|encode|fit|trim|cap|max|of)_?tokens?|tokens?_?(?:count|length|limit|budget|estimat|usage)';
const cutting = `trunc|shorten|excerpt|summari[sz]|compress|compact(?!er)|condens|chunk|abridg|prun|trim_?to|trim_?messages|trim_?history|split_?(?:text|docs|documents)|cap_?to|fit_?(?:to|in)|exceeds|too_?(?:large|long|big)|context_?window|${counting}`;
const cuts = new RegExp(cutting, 'iu');
const takesPart = new RegExp(`${cutting}|slic|substr|clip|(?<!rate)(?<!p)limit|snippet|crop|preview|budget|relevant|similar|retriev|rerank|top_?k|sample`, 'iu');

/** Whether a function by its name cuts, samples, summarises or measures what it is given. */
export function isBoundingName(name: string): boolean {
  return takesPart.test(name);
}

/** Names of arguments that ask for a part: `limit`, `maxLines`, `offset`. */
export const partNames = /^(?:offset|limit|start|end|from|to|range|lines?|head|tail|skip|take|count|size|length|page|cursor|chunk\w*|max\w*|num\w*|(?:start|end|first|last|line|byte|char|view)[_A-Z]\w*|\w*(?:Limit|Lines|Range|Offset|Budget|Tokens|_limit|_lines|_range|_offset|_tokens))$/u;

/** Shorter texts are asked for their least length, not their greatest. Source: checks of the judged repositories (`length < 50` rejects). */
const leastLimit = 500;

const measured = /(?:\.(?:length|size|byteLength|bytes)|byteLength\([^)]*\)|(?:size|bytes|chars|tokens?|length|len))(?:\(\))?$/iu;

const guards = new WeakMap<TSESTree.Node, boolean>();

/** Whether a function (or the program) measures something against a limit or calls what cuts or counts text, so that its author thought of sizes. */
export function checksSizes(source: SourceCode, scope: TSESTree.Node): boolean {
  let found = guards.get(scope);
  if (found === undefined) guards.set(scope, (found = search(source, scope)));
  return found;
}

function search(source: SourceCode, scope: TSESTree.Node): boolean {
  const skip = (node: TSESTree.Node) => node !== scope && scope.type === 'Program' && isFunction(node);
  for (const node of walk(scope, source.visitorKeys, skip)) {
    if (node.type === 'BinaryExpression' && isLimit(source, node)) return true;
    if (node.type !== 'CallExpression') continue;
    const name = calleeName(source, node.callee);
    if (cuts.test(name.split('.').at(-1) ?? '') || name === 'Math.min') return true;
  }
  return false;
}

/** `text.length > MAX`, `MAX < stat.size`; not the condition of a counting loop, not a test for emptiness or for a least length. */
function isLimit(source: SourceCode, node: TSESTree.BinaryExpression): boolean {
  if (!/^[<>]=?$/u.test(node.operator) || node.left.type === 'PrivateIdentifier') return false;
  if (node.parent.type === 'ForStatement' && node.parent.test === node) return false;
  const [size, limit] = measured.test(source.getText(node.left)) ? [node.left, node.right] : [node.right, node.left];
  if (!measured.test(source.getText(size))) return false;
  const value = valueOf(source, limit);
  return !value.known || (typeof value.value === 'number' && value.value >= leastLimit);
}

/** Whether a call says how much it wants: `read(path, { limit: 100 })`, `lines(path, maxLines)`. */
export function asksForPart(call: TSESTree.CallExpression): boolean {
  return call.arguments.some((argument) => {
    const at = unwrap(argument);
    if (at.type === 'Identifier') return partNames.test(at.name) || /^(?:MAX|LIMIT)_|_(?:MAX|LIMIT)$/u.test(at.name);
    return at.type === 'ObjectExpression' && at.properties.some((property) => property.type === 'Property' && partNames.test(propertyName(property) ?? ''));
  });
}
