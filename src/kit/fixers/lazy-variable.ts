import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { variableOf } from '../../analysis/calls.js';
import { runsOnImport } from '../../analysis/eager-connections.js';
import type { SourceCode } from '../../analysis/service.js';
import { enclosingFunction } from '../../analysis/syntax.js';
import { canAwait } from './await-call.js';
import { constructionOf, upperFirst, type ClientFacts } from './construction.js';
import { typeOf } from './construction-type.js';
import { freshName } from './fresh-name.js';
import { makerOf } from './maker.js';
import { asyncGetter, syncGetter } from './memoized-getter.js';
import { planned } from './planned.js';
import { eolOf, indentUnit, isTypeScript } from './style.js';

/**
 * Makes a module-level constant lazy: its declaration becomes a memoized getter, and what uses it calls the getter.
 *
 *     const redis = new Redis(url);            let redis: Redis | undefined;
 *                                              function getRedis(): Redis {
 *                                                return (redis ??= new Redis(url));
 *                                              }
 *     async function f() { redis.get(k) }      async function f() { getRedis().get(k) }
 *
 * @param node the construction that initializes the constant, as for `memoizedGetter`.
 * @returns the edits, or `null` when the constant is exported, is used while the module is imported (listeners are added to
 *   it, say), or is used where the getter cannot be called or awaited.
 */
export function lazyVariable(fixer: TSESLint.RuleFixer, source: SourceCode, node: TSESTree.Node, client: ClientFacts = {}): TSESLint.RuleFix[] | null {
  const construction = constructionOf(node, client);
  const declarator = construction.parent;
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier' || declarator.init !== construction) return null;
  const declaration = declarator.parent;
  const variable = variableOf(source, declarator.id);
  if (declaration.parent.type !== 'Program' || declaration.declarations.length !== 1 || !variable) return null;

  const isAwaited = construction.type === 'AwaitExpression';
  const uses = variable.references.filter((reference) => !reference.init);
  if (uses.length === 0 || !uses.every((use) => isReplaceable(source, use, isAwaited))) return null;

  const made = isAwaited ? construction.argument : construction;
  const written = declarator.id.typeAnnotation && source.getText(declarator.id.typeAnnotation.typeAnnotation);
  const type = isTypeScript(source) ? (written ?? typeOf(source, made)) : undefined;
  if (type === null) return null;
  const isAsync = isAwaited || client.async === true;
  const { name } = variable;
  const plan = planned(source, `lazy ${name}`);
  const { taken } = plan;
  const getter = freshName(source, [`get${upperFirst(name)}`, `getShared${upperFirst(name)}`], { usedAt: uses.map(({ identifier }) => identifier), taken });
  const maker = makerOf(source, { made, type, isAsync, base: name, client, indent: indentUnit(source), taken });
  const text = [...maker.lines, ...(isAsync ? asyncGetter : syncGetter)(source, { variable: name, getter, type: maker.type, value: maker.value })];
  const call = isAwaited ? `(await ${getter}())` : `${getter}()`;
  return [
    ...plan.declare(fixer, [getter, ...maker.names], construction),
    fixer.replaceText(declaration, text.join(eolOf(source))),
    ...uses.map(({ identifier }) => fixer.replaceText(identifier, isShorthand(identifier) ? `${name}: ${call}` : call)),
  ];
}

/** Whether a call may stand in place of the name: in code that runs later, where the value is read. */
function isReplaceable(source: SourceCode, reference: TSESLint.Scope.Reference, isAwaited: boolean): boolean {
  const { identifier } = reference;
  if (reference.isWrite() || !enclosingFunction(identifier) || runsOnImport(source, identifier) || (isAwaited && !canAwait(identifier))) return false;
  let at: TSESTree.Node = identifier;
  if (at.parent?.type === 'ExportSpecifier' || at.parent?.type === 'TSTypeQuery' || at.parent?.type === 'TSQualifiedName') return false;
  // `new redis.Command()` would call the getter as a class.
  while (at.parent?.type === 'MemberExpression' && at.parent.object === at) at = at.parent;
  return !(at.parent?.type === 'NewExpression' && at.parent.callee === at);
}

function isShorthand(identifier: TSESTree.Node): boolean {
  const { parent } = identifier;
  return parent?.type === 'Property' && parent.shorthand && parent.parent.type === 'ObjectExpression';
}
