import type { TSESTree } from '@typescript-eslint/utils';
import { argument } from './arguments.js';
import { constantValue, variableOf } from './calls.js';
import { actionOf } from './data-statements.js';
import type { Use } from './facts.js';
import type { SourceCode } from './service.js';
import { propertyName, unwrap } from './syntax.js';
import { expressionOf, stringOf, templateParts } from './values.js';

/**
 * What a database call works on: the model, table or collection as the code names it, and its SQL text.
 * Does not see: names that are only known at run time, table objects behind functions.
 */

/** Places in the arguments of calls that name what is worked on, in the order in which they count. */
const naming = ['table', 'entity', 'name', 'procedure'];
const maxSteps = 12;

/** The text of a statement as far as it is written in the file, with `?` for what is not; absent where nothing is. */
export function sqlOf(source: SourceCode, use: Use): string | undefined {
  if (use.node.type === 'TaggedTemplateExpression') return sqlOfTag(source, use.node);
  const path = use.action.args?.['sql'];
  const given = path === undefined ? undefined : argument(source, use.args, path);
  return given && textOf(source, given);
}

/** As above, of a tagged template. */
export function sqlOfTag(source: SourceCode, node: TSESTree.TaggedTemplateExpression): string | undefined {
  return textOf(source, node.quasi);
}

function textOf(source: SourceCode, node: TSESTree.Node): string | undefined {
  const at = expressionOf(source, node);
  // `sql.raw(text)` and the like hand a text on.
  if (at.type === 'CallExpression' && at.arguments[0] && actionOf(source, at)?.action.roles?.includes('pure')) return textOf(source, at.arguments[0]);
  const parts = templateParts(source, at.type === 'TaggedTemplateExpression' ? at.quasi : at);
  return parts[0]?.kind === 'static' ? parts.map((part) => (part.kind === 'static' ? part.text : '?')).join('') : undefined;
}

/**
 * The model, table or collection that a chain of calls names.
 *
 * @param chain the calls of the statement from the one that names the operation on.
 * @param onClient it is called on a client or pool, whose name is no model's.
 */
export function targetOf(source: SourceCode, chain: readonly TSESTree.Node[], onClient = false): string | undefined {
  for (const call of chain) {
    const named = namedBy(source, call);
    if (named !== undefined) return named;
  }
  if (onClient) return undefined;
  let at: TSESTree.Node | undefined = chain[0];
  for (let steps = 0; at && steps < maxSteps; steps += 1) {
    const owner: TSESTree.Node | undefined = receiverOf(at);
    if (!owner) return undefined;
    const named = namedBy(source, owner);
    if (named !== undefined) return named;
    if (owner.type === 'MemberExpression') return modelName(propertyName(owner));
    if (owner.type === 'Identifier') {
      const variable = variableOf(source, owner);
      const value = variable && constantValue(variable);
      const start = value && unwrap(value);
      const held = start?.type === 'AwaitExpression' ? unwrap(start.argument) : start;
      const behind = held && (held.type === 'CallExpression' || held.type === 'NewExpression') ? namedFrom(source, held) : undefined;
      return behind ?? modelName(owner.name);
    }
    if (owner.type === 'NewExpression') return owner.callee.type === 'Identifier' ? owner.callee.name : undefined;
    at = owner;
  }
  return undefined;
}

/** What a chain that ends in `call` names, outermost call first: `db.collection('users')`, `new User()`, `await User.findOne()`. */
function namedFrom(source: SourceCode, call: TSESTree.Node): string | undefined {
  let at: TSESTree.Node | undefined = call;
  for (let steps = 0; at && steps < maxSteps; steps += 1) {
    const named = namedBy(source, at);
    if (named !== undefined) return named;
    if (at.type === 'NewExpression') return at.callee.type === 'Identifier' && actionOf(source, at)?.action.returns !== undefined && !actionOf(source, at)?.action.roles ? at.callee.name : undefined;
    const owner: TSESTree.Node | undefined = receiverOf(at);
    if (owner?.type === 'Identifier') return /^[A-Z]/u.test(owner.name) ? owner.name : undefined;
    at = owner;
  }
  return undefined;
}

function namedBy(source: SourceCode, call: TSESTree.Node): string | undefined {
  if (call.type !== 'CallExpression' && call.type !== 'NewExpression') return undefined;
  const args = actionOf(source, call)?.action.args;
  const path = args && naming.map((place) => args[place]).find((one) => one !== undefined);
  const given = path === undefined ? undefined : argument(source, call.arguments, path);
  if (!given) return undefined;
  const text = stringOf(source, given);
  if (text !== undefined) return text.split(/\s+(?:as\s+)?/iu)[0];
  const at = unwrap(given);
  return at.type === 'Identifier' ? at.name : at.type === 'MemberExpression' ? propertyName(at) : undefined;
}

function receiverOf(node: TSESTree.Node): TSESTree.Node | undefined {
  const callee = node.type === 'CallExpression' ? unwrap(node.callee) : node.type === 'TaggedTemplateExpression' ? unwrap(node.tag) : undefined;
  if (callee?.type === 'MemberExpression') {
    const object = unwrap(callee.object);
    return object.type === 'AwaitExpression' ? unwrap(object.argument) : object;
  }
  return undefined;
}

/** `userRepository` works on `user`; `this` and clients name no model. */
function modelName(name: string | undefined): string | undefined {
  return name?.replace(/^[#_]+/u, '').replace(/(?:Repository|Repo|Model|Collection|Table)$/u, '') || undefined;
}
