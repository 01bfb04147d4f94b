import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../../analysis/service.js';
import { enclosingFunction } from '../../analysis/syntax.js';
import { clientName, constructionOf, isSetUpAfterwards, upperFirst, type ClientFacts } from './construction.js';
import { typeOf } from './construction-type.js';
import { existingGetter } from './existing-getter.js';
import { freshName } from './fresh-name.js';
import { hoistable } from './hoistable.js';
import { initializedBefore } from './initialized-before.js';
import { madeText } from './made-text.js';
import { makerOf } from './maker.js';
import { planned } from './planned.js';
import { attachedStart } from './statements.js';
import { eolOf, indentUnit, isTypeScript, semicolonOf, supports } from './style.js';

/**
 * Moves the construction of a client into a memoized getter at module level, above the function it stands in, and calls
 * the getter in its place:
 *
 *     let redis: Redis | undefined;
 *     function getRedis(): Redis {
 *       return (redis ??= new Redis(process.env.REDIS_URL!));
 *     }
 *
 * Asynchronous constructions keep the promise, and drop it when it rejects. A getter of the file that makes the same
 * client already is used as it is.
 *
 * @param node the construction: a `new` or a call. What is chained to it to connect, and the `await` around it, move along.
 * @returns the edits, or `null` when the construction stands in no function or depends on it, is set up further afterwards, or its type cannot be written.
 */
export function memoizedGetter(fixer: TSESLint.RuleFixer, source: SourceCode, node: TSESTree.Node, client: ClientFacts = {}, isPure?: (node: TSESTree.Node) => boolean): TSESLint.RuleFix[] | null {
  const construction = constructionOf(node, client);
  const statement = initializedBefore(source, construction);
  if (!statement || !enclosingFunction(construction) || insideNamespace(construction) || isSetUpAfterwards(source, construction, client) || !hoistable(source, construction, isPure).ok) return null;

  const isAwaited = construction.type === 'AwaitExpression';
  const made = isAwaited ? construction.argument : construction;
  const isAsync = isAwaited || client.async === true;
  const known = existingGetter(source, made, construction, isAwaited);
  if (known !== undefined) return [fixer.replaceText(construction, `${isAwaited ? 'await ' : ''}${known}()`)];

  const type = isTypeScript(source) ? typeOf(source, made) : undefined;
  if (type === null) return null;
  const base = clientName(made, client);
  const plan = planned(source, `getter ${isAsync} ${madeText(source, made)}`);
  const { taken } = plan;
  const variable = freshName(source, [base, `shared${upperFirst(base)}`], { usedAt: [], taken });
  const getter = freshName(source, [`get${upperFirst(base)}`, `getShared${upperFirst(base)}`], { usedAt: [construction], taken });
  const maker = makerOf(source, { made, type, isAsync, base, client, indent: indentUnit(source), taken });
  const text = [...maker.lines, ...(isAsync ? asyncGetter : syncGetter)(source, { variable, getter, type: maker.type, value: maker.value })];

  const eol = eolOf(source);
  const start = attachedStart(source, statement);
  return [
    // The next pass sees the getter that the first fix for the same client wrote.
    ...plan.declare(fixer, [variable, getter, ...maker.names], construction),
    fixer.insertTextBeforeRange([start, start], text.join(eol) + eol + eol),
    fixer.replaceText(construction, `${isAwaited ? 'await ' : ''}${getter}()`),
  ];
}

/** What a getter is written from; `type` is that of its result, absent in JavaScript. */
export interface GetterParts { readonly variable: string; readonly getter: string; readonly type: string | undefined; readonly value: string }

/** The lines of a getter that makes its value on the first call. */
export function syncGetter(source: SourceCode, { variable, getter, type, value }: GetterParts): string[] {
  const [unit, end] = [indentUnit(source), semicolonOf(source)];
  const body = supports(source, 2021)
    ? [`${unit}return (${variable} ??= ${value})${end}`]
    : [`${unit}if (!${variable}) ${variable} = ${value}${end}`, `${unit}return ${variable}${end}`];
  return [...head(source, variable, getter, type), ...body, '}'];
}

/** The lines of a getter that keeps the promise of its value, and drops it when it rejects. */
export function asyncGetter(source: SourceCode, { variable, getter, type, value }: GetterParts): string[] {
  const [unit, end] = [indentUnit(source), semicolonOf(source)];
  const error = type === undefined ? 'error' : 'error: unknown';
  const reset = (indent: string) => [`${indent}${unit}${variable} = undefined${end}`, `${indent}${unit}throw error${end}`];
  const body = supports(source, 2021)
    ? [`${unit}return (${variable} ??= ${value}.catch((${error}) => {`, ...reset(unit), `${unit}}))${end}`]
    : [`${unit}if (!${variable}) {`, `${unit}${unit}${variable} = ${value}.catch((${error}) => {`, ...reset(unit + unit), `${unit}${unit}})${end}`, `${unit}}`, `${unit}return ${variable}${end}`];
  return [...head(source, variable, getter, type), ...body, '}'];
}

function head(source: SourceCode, variable: string, getter: string, type: string | undefined): string[] {
  const end = semicolonOf(source);
  return type === undefined ? [`let ${variable}${end}`, `function ${getter}() {`] : [`let ${variable}: ${type} | undefined${end}`, `function ${getter}(): ${type} {`];
}

/** True inside `namespace X { }` and `declare module`, whose scope is not the module's. */
export function insideNamespace(node: TSESTree.Node): boolean {
  for (let at = node.parent; at; at = at.parent) if (at.type === 'TSModuleBlock') return true;
  return false;
}
