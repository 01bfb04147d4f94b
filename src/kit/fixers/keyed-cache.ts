import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { variableOf } from '../../analysis/calls.js';
import type { SourceCode } from '../../analysis/service.js';
import { clientName, constructionOf, isSetUpAfterwards, upperFirst, type ClientFacts } from './construction.js';
import { typeOf } from './construction-type.js';
import { existingCache } from './existing-getter.js';
import { freshName } from './fresh-name.js';
import { hoistable } from './hoistable.js';
import { initializedBefore } from './initialized-before.js';
import { madeText } from './made-text.js';
import { makerOf } from './maker.js';
import { insideNamespace } from './memoized-getter.js';
import { planned } from './planned.js';
import { referencesIn } from './scopes.js';
import { attachedStart } from './statements.js';
import { eolOf, indentUnit, isTypeScript, semicolonOf } from './style.js';

/**
 * Moves the construction of a client that depends on one string of the function into a function at module level that
 * keeps one client per string in a `Map`. `null` where the construction uses anything else of the function, or where it is
 * not plain that the key is a string or number: in TypeScript by its annotation, in JavaScript by its name.
 *
 * @param node the construction, as for `memoizedGetter`.
 */
export function keyedCache(fixer: TSESLint.RuleFixer, source: SourceCode, node: TSESTree.Node, client: ClientFacts = {}, isPure?: (node: TSESTree.Node) => boolean): TSESLint.RuleFix[] | null {
  const construction = constructionOf(node, client);
  const statement = initializedBefore(source, construction);
  if (!statement || insideNamespace(construction) || isSetUpAfterwards(source, construction, client)) return null;
  const verdict = hoistable(source, construction, isPure);
  if (verdict.ok || verdict.reason !== 'local') return null;
  const key = keyOf(source, verdict.locals);
  if (!key) return null;

  const isAwaited = construction.type === 'AwaitExpression';
  const made = isAwaited ? construction.argument : construction;
  const isAsync = isAwaited || client.async === true;
  const typed = isTypeScript(source);
  const known = existingCache(source, made, key.uses, typed ? key.type : undefined, construction, isAwaited);
  if (known !== undefined) return [fixer.replaceText(construction, `${isAwaited ? 'await ' : ''}${known}(${key.text})`)];
  const madeType = typed ? typeOf(source, made) : undefined;
  if (madeType === null) return null;

  const base = clientName(made, client);
  const plan = planned(source, `cache ${isAsync} ${key.type} ${madeText(source, made, key.uses)}`);
  const { taken } = plan;
  const map = freshName(source, [`${base}By${upperFirst(key.name)}`], { taken });
  const getter = freshName(source, [`get${upperFirst(base)}`, `get${upperFirst(base)}By${upperFirst(key.name)}`], { usedAt: [construction], taken });
  const used = new Set(referencesIn(source, construction).map((reference) => reference.identifier.name));
  const parameter = key.uses[0]?.type === 'Identifier' || !used.has(key.name) ? key.name : `${key.name}Key`;
  const kept = parameter === 'client' || used.has('client') ? 'kept' : 'client';
  const uses = new Map(key.uses.map((use) => [use, parameter]));
  const { names, lines, value, type } = makerOf(source, { made, type: madeType, isAsync, base, client, indent: indentUnit(source).repeat(2), taken, parameter: { name: parameter, type: key.type, uses } });

  const [unit, end, eol] = [indentUnit(source), semicolonOf(source), eolOf(source)];
  const remember = isAsync
    ? [
      `${unit}${unit}${kept} = ${value}.catch((${typed ? 'error: unknown' : 'error'}) => {`,
      `${unit.repeat(3)}${map}.delete(${parameter})${end}`,
      `${unit.repeat(3)}throw error${end}`,
      `${unit}${unit}})${end}`,
    ]
    : [`${unit}${unit}${kept} = ${value}${end}`];
  const text = [
    ...lines,
    `const ${map} = new Map${type ? `<${key.type}, ${type}>` : ''}()${end}`,
    `function ${getter}(${parameter}${typed ? `: ${key.type}` : ''})${type ? `: ${type}` : ''} {`,
    `${unit}let ${kept} = ${map}.get(${parameter})${end}`,
    `${unit}if (!${kept}) {`,
    ...remember,
    `${unit}${unit}${map}.set(${parameter}, ${kept})${end}`,
    `${unit}}`,
    `${unit}return ${kept}${end}`,
    '}',
  ];
  const start = attachedStart(source, statement);
  return [
    ...plan.declare(fixer, [map, getter, ...names], construction),
    fixer.insertTextBeforeRange([start, start], text.join(eol) + eol + eol),
    fixer.replaceText(construction, `${isAwaited ? 'await ' : ''}${getter}(${key.text})`),
  ];
}

interface Key { readonly uses: readonly TSESTree.Node[]; readonly text: string; readonly name: string; readonly type: string }

/** The one name or chain of names (`url`, `tenant.url`) that all uses of locals are. */
function keyOf(source: SourceCode, locals: readonly TSESTree.Identifier[]): Key | null {
  const uses = locals.map(chainOf);
  const [first] = uses;
  const [local] = locals;
  if (!first || !local || uses.some((use) => use.parent?.type === 'CallExpression' && use.parent.callee === use)) return null;
  const text = source.getText(first).replace(/\s+/gu, '');
  if (!/^[\w$.]+$/u.test(text) || uses.some((use) => source.getText(use).replace(/\s+/gu, '') !== text)) return null;
  const name = text.split('.').at(-1)!;
  if (!isTypeScript(source)) return stringy.test(name) ? { uses, text, name, type: '' } : null;
  const type = first === local ? annotatedType(source, local) : null;
  return type === null ? null : { uses, text, name, type };
}

/** Names under which JavaScript code keeps strings. */
const stringy = /(?:^|_|(?<=[a-z]))(?:ur[li]|id|key|name|host|hostname|region|tenant|dsn|connection_?string|endpoint|database|token|address|path)$/iu;

function chainOf(identifier: TSESTree.Identifier): TSESTree.Node {
  let at: TSESTree.Node = identifier;
  while (at.parent?.type === 'MemberExpression' && at.parent.object === at && !at.parent.computed && !at.parent.optional) at = at.parent;
  return at;
}

/** The type of a parameter, if it is written there and made of strings and numbers only. */
function annotatedType(source: SourceCode, identifier: TSESTree.Identifier): string | null {
  const definition = variableOf(source, identifier)?.defs[0];
  const name = definition?.name as TSESTree.Node | undefined;
  if (definition?.type !== 'Parameter' || name?.type !== 'Identifier' || name.optional) return null;
  const type = name.typeAnnotation?.typeAnnotation;
  if (!type) return name.parent.type === 'AssignmentPattern' && name.parent.right.type === 'Literal' && typeof name.parent.right.value === 'string' ? 'string' : null;
  const parts = type.type === 'TSUnionType' ? type.types : [type];
  return parts.every((part) => part.type === 'TSStringKeyword' || part.type === 'TSNumberKeyword' || part.type === 'TSLiteralType') ? source.getText(type) : null;
}
