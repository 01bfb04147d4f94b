import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { variableOf } from '../../analysis/calls.js';
import type { AwaitLoop } from '../../analysis/independent-loops.js';
import type { Collect } from '../../analysis/loop-results.js';
import type { SourceCode } from '../../analysis/service.js';
import { contains, isFunction, propertyName, unwrap, walk } from '../../analysis/syntax.js';
import { expressionOf } from '../../analysis/values.js';
import { collectedAfter } from './collect-results.js';
import { eolOf, indentOf, indentUnit, semicolonOf } from './style.js';

/**
 * Runs the iterations of an independent loop together: `await Promise.all(items.map(async (item) => { ... }));`. Where the body
 * ends in adding one result to something, that is done afterwards, so that the order of results stays:
 * `results.push(...(await Promise.all(...)));`, `for (const [key, value] of await Promise.all(...)) found.set(key, value);`.
 *
 * @param limiter name of a function that bounds how many run at once: `limit(() => ...)`.
 * @returns the edit, or `null` where results would come in another order, `continue` would leave one out, or a `var` is read outside.
 */
export function loopToPromiseAll(fixer: TSESLint.RuleFixer, source: SourceCode, found: AwaitLoop, limiter?: string): TSESLint.RuleFix[] | null {
  const { loop } = found;
  if (leaksVar(source, loop)) return null;
  const ordered = found.collects.filter((collect) => collect.kind !== 'count' && !isKeyedByIndex(source, found, collect));
  const last = ordered.length === 1 ? collectedAfter(source, found, ordered[0]!) : undefined;
  const continues = [...walk(loop.body, source.visitorKeys, isFunction)].filter((node) => node.type === 'ContinueStatement' && loopAround(node) === loop);
  if (ordered.length > 0 && (!last || continues.length > 0)) return null;

  const edits = new Map<TSESTree.Node, string>(continues.map((node) => [node, source.getText(node).replace('continue', 'return')]));
  if (last) edits.set(ordered[0]!.statement, `return ${last.result}${semicolonOf(source)}`);
  const body = loop.body.type === 'BlockStatement' ? replaced(source, loop.body, edits) : blockOf(source, loop, replaced(source, loop.body, edits));
  const run = limiter === undefined ? '' : `${limiter}(async () => `;
  const callback = `${limiter === undefined ? 'async ' : ''}(${parametersOf(source, found)}) => ${run}${body}${run && ')'}`;
  const all = `await Promise.all(${mappedOver(source, found, callback)})`;
  return [fixer.replaceText(loop, (last ? last.collected(all) : all) + terminator(source, loop))];
}

/** `found[i] = value`, whose place does not depend on when it is written. */
function isKeyedByIndex(source: SourceCode, { loop, element }: AwaitLoop, { kind, statement }: Collect): boolean {
  const { expression } = statement;
  const key = kind === 'key' && expression.type === 'AssignmentExpression' && expression.left.type === 'MemberExpression' ? expression.left.property : undefined;
  return loop.type === 'ForStatement' && key !== undefined && source.getText(key) === source.getText(element);
}

function loopAround(node: TSESTree.Node): TSESTree.Node | undefined {
  let at = node.parent;
  while (at && !/^(?:For\w*|While|DoWhile)Statement$/u.test(at.type)) at = at.parent;
  return at;
}

function parametersOf(source: SourceCode, { loop, element }: AwaitLoop): string {
  return loop.type === 'ForOfStatement' ? source.getText(element) : `_, ${source.getText(element)}`;
}

/**
 * `items.map(f)` where the collection is an array for sure. Else `[...items].map(f)` for what is iterated over, whose elements keep
 * their type even where that is `any`, and `Array.from(items, f)` for what is counted through, which may have a length and no iterator.
 */
function mappedOver(source: SourceCode, { collection, loop }: AwaitLoop, callback: string): string {
  const text = source.getText(collection);
  const simple = collection.type === 'Identifier' || collection.type === 'MemberExpression' || collection.type === 'CallExpression' || collection.type === 'ArrayExpression';
  return simple && isArray(source, collection) ? `${text}.map(${callback})`
    : loop.type === 'ForOfStatement' ? `[...${text}].map(${callback})` : `Array.from(${text}, ${callback})`;
}

const givesArray = /^(?:map|filter|slice|concat|flat|flatMap|sort|reverse|split|toSorted|match)$/u;

function isArray(source: SourceCode, node: TSESTree.Node): boolean {
  const at = expressionOf(source, node);
  if (at.type === 'ArrayExpression') return true;
  if (at.type === 'CallExpression') {
    const callee = unwrap(at.callee);
    return callee.type === 'MemberExpression' && (givesArray.test(propertyName(callee) ?? '') || /^(?:Object\.(?:keys|values|entries)|Array\.(?:from|of))$/u.test(source.getText(callee)));
  }
  const name = at.type === 'Identifier' ? (variableOf(source, at)?.defs[0]?.name as TSESTree.Node | undefined) : undefined;
  const type = name?.type === 'Identifier' ? name.typeAnnotation?.typeAnnotation : undefined;
  return type?.type === 'TSArrayType' || (type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && /^(?:Readonly)?Array$/u.test(type.typeName.name));
}

/** A `var` of the body that code outside reads would not be seen there any more. */
function leaksVar(source: SourceCode, loop: TSESTree.Node): boolean {
  for (const node of walk(loop, source.visitorKeys, isFunction)) {
    if (node.type !== 'VariableDeclaration' || node.kind !== 'var') continue;
    for (const variable of source.getDeclaredVariables(node)) {
      if (variable.references.some((reference) => !contains(loop, reference.identifier))) return true;
    }
  }
  return false;
}

function replaced(source: SourceCode, node: TSESTree.Node, edits: ReadonlyMap<TSESTree.Node, string>): string {
  let text = '';
  let end = node.range[0];
  for (const [inner, replacement] of [...edits].sort(([a], [b]) => a.range[0] - b.range[0])) {
    text += source.text.slice(end, inner.range[0]) + replacement;
    end = inner.range[1];
  }
  return text + source.text.slice(end, node.range[1]);
}

function blockOf(source: SourceCode, loop: TSESTree.Node, statement: string): string {
  const indent = indentOf(source, loop);
  return ['{', `${indent}${indentUnit(source)}${statement}`, `${indent}}`].join(eolOf(source));
}

function terminator(source: SourceCode, loop: TSESTree.Node): string {
  const next = source.getTokenAfter(loop);
  const needed = next && next.value !== '}' && (next.loc.start.line === loop.loc.end.line || /^[([`+\-/]/u.test(next.value));
  return needed ? ';' : semicolonOf(source);
}
