import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Batch } from '../catalog/schema.js';
import { argument } from './arguments.js';
import { mentions } from './bindings.js';
import { constantValue, variableOf } from './calls.js';
import { contextOf } from './context.js';
import { sqlOf } from './data-targets.js';
import type { Use } from './facts.js';
import { importsOf } from './imports.js';
import type { SourceCode } from './service.js';
import { calledName, contains, isFunction, propertyName, unwrap, walk } from './syntax.js';

/**
 * Could one statement do for many rows what this one does for the row that some variables stand for? Then the catalog names its form,
 * or the statement's SQL text does. What tells the rows apart must be a value: of a condition for equality, of the data, or the key that
 * the call takes. Conditions that are put together elsewhere, ranges, patterns and limits per row are different work for each row.
 */

/** What an expression works on is not told by equality: ranges, patterns, alternatives. */
const ranges = /^\$?(?:gte?|lte?|ne|nin|not|notIn|between|notBetween|contains|startsWith|endsWith|search|i?like|regexp?|OR|or|NOT|nor|near\w*|in|hasSome|hasEvery|elemMatch)$/u;
/** The same as functions and methods, beside those. */
const rangeCalls = /^(?:MoreThan\w*|LessThan\w*|I?Like|Not|Raw|raw|inArray|notInArray|In|Any|all|where(?:Not|Between|Like|ILike|Raw|In)\w*|orWhere\w*|sql|filter|textSearch|match)$/u;
/** Properties that hold a whole condition; given one from elsewhere, nobody knows what it asks for. */
const conditions = /^(?:where|filter|query|selector|criteria|AND|\$and|and)$/u;

/** The form of one statement for many rows; `undefined` where there is none. */
export function batchOf(source: SourceCode, use: Use, statement: TSESTree.Node, rows: ReadonlySet<TSESLint.Scope.Variable>): Batch | undefined {
  const { batch } = use.action;
  if (!batch || use.node.type === 'Decorator') return undefined;
  if (batch !== 'sql' && isSpread(source, use, batch)) return undefined;
  if (batch === 'sql') return sqlBatch(source, use, rows);
  if (hasAny(source, statement, batch.unless ?? []) || asksForSome(source, statement, batch.limits ?? []) || isSetApart(source, use, statement, batch, rows)) return undefined;
  const places = placesOf(statement, rows);
  const keys = batch.key === undefined ? [] : batch.key.split('|').filter((path) => path !== 'this').flatMap((path) => argument(source, use.args, path) ?? []);
  const isRow = (place: TSESTree.Node, within: TSESTree.Node): boolean => {
    const condition = isWholeCondition(place, within) ? conditionOf(source, place) : undefined;
    if (!condition) return isValue(source, place, use.node, within, batch, keys);
    const parts = placesOf(condition, rows);
    return parts.length > 0 && parts.every((part) => isRow(part, condition));
  };
  if (use.action.roles?.includes('write') && lists.test(batch.form) && needsPairs(source, places, statement)) return undefined;
  return places.length > 0 && places.every((place) => isRow(place, statement)) ? batch : undefined;
}

/** Whether the client may be one of several nodes: a cluster refuses commands whose keys lie on different ones. */
function isSpread(source: SourceCode, { known }: Use, { oneNode = [] }: Batch): boolean {
  const { catalog } = contextOf(source);
  return oneNode.length > 0 && importsOf(source).some((entry) => entry.kind === 'binding' && oneNode.includes(entry.name) && catalog.find(entry.from) === known.library);
}

/** Forms that take a list of the values of one column. */
const lists = /\bin\b|inArray|\bIn\(/iu;

/**
 * Whether a condition tells rows apart by more than one column, so that a list for each would match rows of other pairs. Reading
 * too many rows does no harm, writing to them does; beside an `id` the other columns only repeat what it says.
 */
function needsPairs(source: SourceCode, places: readonly TSESTree.Node[], statement: TSESTree.Node): boolean {
  const columns = new Set(places.flatMap((place) => columnOf(source, place, statement) ?? []));
  return columns.size > 1 && ![...columns].some((column) => /^(?:.*\.)?_?(?:id|uuid)$/iu.test(column));
}

/** The column with which the value at `place` is compared, as the code writes it. */
function columnOf(source: SourceCode, place: TSESTree.Node, statement: TSESTree.Node): string | undefined {
  let column: string | undefined;
  for (let at = place; at !== statement && at.parent; at = at.parent) {
    const { parent } = at;
    if (parent.type === 'CallExpression' && /^(?:values|set)$/u.test(calledName(parent) ?? '')) return undefined;
    if (parent.type === 'Property' && parent.value === at) column ??= propertyName(parent);
    const [first] = parent.type === 'CallExpression' ? parent.arguments : [];
    if (first && first !== at && parent.type === 'CallExpression' && parent.callee !== at) column ??= source.getText(first).replace(/['"`]/gu, '');
  }
  return column;
}

/** Functions and methods whose arguments are conditions. */
const joining = /^(?:and|where|andWhere|having)$/u;

/** Whether what is read at `place` is handed over as a condition, not as a value in one: `.where(mine)`, `and(mine, other)`, or all there is. */
function isWholeCondition(place: TSESTree.Node, within: TSESTree.Node): boolean {
  for (let at = place; ; at = at.parent) {
    if (at === within) return true;
    const { parent } = at;
    if (!parent) return false;
    const isBranch = (parent.type === 'ConditionalExpression' && parent.test !== at) || parent.type === 'LogicalExpression' || (parent.type === 'MemberExpression' && parent.object === at);
    if (parent.type === 'CallExpression') return parent.callee !== at && joining.test(calledName(parent) ?? '') && (parent.arguments.length === 1 || calledName(parent) === 'and');
    if (!isBranch) return false;
  }
}

/** The condition that a constant holds: `const mine = eq(users.id, id)`. */
function conditionOf(source: SourceCode, name: TSESTree.Node): TSESTree.Node | undefined {
  const variable = name.type === 'Identifier' ? variableOf(source, name) : undefined;
  const value = variable && constantValue(variable);
  return value && /^(?:Call|Conditional|Logical)Expression$/u.test(value.type) ? value : undefined;
}

/** Where the rows' variables are read in the statement. */
function placesOf(statement: TSESTree.Node, rows: ReadonlySet<TSESLint.Scope.Variable>): TSESTree.Node[] {
  return [...rows].flatMap((variable) => variable.references.map(({ identifier }) => identifier as TSESTree.Node).filter((node) => contains(statement, node)));
}

function hasAny(source: SourceCode, statement: TSESTree.Node, names: readonly string[]): boolean {
  if (names.length === 0) return false;
  for (const at of walk(statement, source.visitorKeys, isFunction)) {
    if (at.type !== 'Property' && !(at.type === 'MemberExpression' && at.parent.type === 'CallExpression' && at.parent.callee === at)) continue;
    const name = propertyName(at);
    if (name !== undefined && names.includes(name) && !(at.type === 'MemberExpression' && at.parent === unwrapCall(statement, at))) return true;
  }
  return false;
}

/** Whether a limit asks for some rows of each element: more than the one or two with which it is asked whether there is another. */
function asksForSome(source: SourceCode, statement: TSESTree.Node, limits: readonly string[]): boolean {
  if (limits.length === 0) return false;
  for (const at of walk(statement, source.visitorKeys, isFunction)) {
    const callee = at.type === 'CallExpression' ? unwrap(at.callee) : undefined;
    if (at.type !== 'CallExpression' || callee?.type !== 'MemberExpression' || !limits.includes(propertyName(callee) ?? '')) continue;
    const [limit] = at.arguments;
    if (limit?.type !== 'Literal' || typeof limit.value !== 'number' || limit.value > 2) return true;
  }
  return false;
}

/** The name of the operation itself is no name of what refines it. */
function unwrapCall(statement: TSESTree.Node, member: TSESTree.MemberExpression): TSESTree.Node | undefined {
  return member.parent === statement && member.object.type !== 'CallExpression' ? statement : undefined;
}

/** Whether values that the batch sets alike depend on the row. */
function isSetApart(source: SourceCode, use: Use, statement: TSESTree.Node, { same = [] }: Batch, rows: ReadonlySet<TSESLint.Scope.Variable>): boolean {
  return same.some((place) => {
    if (!place.startsWith('.')) {
      const given = argument(source, use.args, place);
      return given !== undefined && mentions(given, rows);
    }
    for (const at of walk(statement, source.visitorKeys, isFunction)) {
      const callee = at.type === 'CallExpression' ? unwrap(at.callee) : undefined;
      if (at.type === 'CallExpression' && callee?.type === 'MemberExpression' && propertyName(callee) === place.slice(1) && at.arguments.some((arg) => mentions(arg, rows))) return true;
    }
    return false;
  });
}

/** Whether what is read at `place` is a value that a list of such values could replace. */
function isValue(source: SourceCode, place: TSESTree.Node, operation: TSESTree.Node, statement: TSESTree.Node, batch: Batch, keys: readonly TSESTree.Node[]): boolean {
  // What is written is given as it is; of a condition that stands there only operators with `$` are none of the columns.
  const isKey = keys.some((key) => contains(key, place));
  let found = isKey;
  for (let at = place; at !== statement && at.parent; at = at.parent) {
    const { parent } = at;
    switch (parent.type) {
      case 'Property': {
        const name = propertyName(parent);
        if (parent.key === at && parent.computed) return false;
        if (isKey ? name?.startsWith('$') && ranges.test(name) : name === undefined || ranges.test(name)) return false;
        if (!found && conditions.test(name ?? '')) return false;
        found = true;
        break;
      }
      case 'SpreadElement':
        if (!isKey) return false;
        break;
      case 'TaggedTemplateExpression':
        return false;
      case 'MemberExpression':
        // The object called, or something called on it.
        if (parent.object === at && isCalleeOf(parent, operation)) return found || batch.key === 'this';
        break;
      case 'CallExpression': {
        if (parent.callee === at) break;
        const name = calledName(parent);
        if (parent === operation) return found;
        if (ranges.test(name ?? '') || rangeCalls.test(name ?? '') || comparesOtherwise(source, parent, at)) return false;
        // A condition that somebody else has put together.
        if (!found && isWholeCondition(at, statement)) return false;
        // A condition: `eq(users.id, id)`, `.where('id', id)`. Elsewhere a call computes the value.
        if (isChained(parent, statement) || /^(?:eq|where|andWhere|equals|set|values|setParameters?)$/u.test(name ?? '')) found = true;
        break;
      }
      default:
    }
  }
  return found;
}

function isCalleeOf(member: TSESTree.MemberExpression, operation: TSESTree.Node): boolean {
  return (operation.type === 'CallExpression' && contains(operation.callee, member)) || (operation.type === 'TaggedTemplateExpression' && contains(operation.tag, member));
}

/** Part of the chain that is the statement. */
function isChained(call: TSESTree.Node, statement: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | undefined = unwrap(statement); at; ) {
    if (at === call) return true;
    at = at.type === 'CallExpression' ? unwrap(at.callee) : at.type === 'MemberExpression' ? unwrap(at.object) : undefined;
  }
  return false;
}

/** `.where('age', '>', age)`, `.where('age > :age', { age })`. */
function comparesOtherwise(source: SourceCode, call: TSESTree.CallExpression, value: TSESTree.Node): boolean {
  return call.arguments.some((arg) => arg !== value && (arg.type === 'Literal' || arg.type === 'TemplateLiteral') && /[<>~]|\b(?:i?like|between|not|or)\b/iu.test(source.getText(arg)));
}

/** The same for SQL texts: rows told apart by values for its placeholders. */
function sqlBatch(source: SourceCode, use: Use, rows: ReadonlySet<TSESLint.Scope.Variable>): Batch | undefined {
  const { node } = use;
  if (node.type === 'TaggedTemplateExpression' && (mentions(node.tag, rows) || !mentions(node.quasi, rows))) return undefined;
  if (node.type === 'CallExpression') {
    if (mentions(node.callee, rows) || !node.arguments.some((arg) => mentions(arg, rows))) return undefined;
    const given = use.action.args?.['sql'] === undefined ? undefined : argument(source, use.args, use.action.args['sql']);
    if (!given || mentions(given, rows)) return undefined;
  }
  const text = sqlOf(source, use)?.replace(/\s+/gu, ' ').trim();
  if (text === undefined || /\bfor (?:update|share)\b|\boffset\b|\breturning\b|^with\b/iu.test(text)) return undefined;
  // In a tagged template a name could be what changes with the row; in a text handed over nothing of it does.
  if (node.type === 'TaggedTemplateExpression' && /\b(?:from|into|update|join)\s+\?/iu.test(text)) return undefined;
  if (/^(?:delete|update)\b/iu.test(text) && node.type === 'CallExpression' && givesPairs(node, rows) && !/[\s."`(](?:id|uuid)["`]?\s*=/iu.test(text)) return undefined;
  const param = String.raw`(?:\$\d+|\?|:\w+|@\w+)`;
  const [beforeCondition = '', ...afterwards] = text.split(/\bwhere\b/iu);
  const comparesParam = new RegExp(String.raw`=\s*${param}`, 'u').test(afterwards.join(' '));
  if (/^select\b/iu.test(text)) {
    // What a subquery asks it asks of each row, and what is computed of a parameter beside the condition is that row's.
    if (/\(\s*select\b/iu.test(text) || new RegExp(param, 'u').test(text.split(/\bfrom\b/iu, 1)[0] ?? '')) return undefined;
    if (/\border by\b.*\blimit\b|\blimit (?!1\b)/iu.test(text)) return undefined;
    return comparesParam && !new RegExp(String.raw`[<>]=?\s*${param}|\blike\s+${param}`, 'iu').test(text) ? { form: 'WHERE ... IN (...)' } : undefined;
  }
  if (/^insert\b/iu.test(text)) return /\bvalues\b/iu.test(text) ? { form: 'INSERT ... VALUES (...), (...)' } : undefined;
  if (/^delete\b/iu.test(text)) return comparesParam ? { form: 'DELETE ... WHERE ... IN (...)' } : undefined;
  if (/^update\b/iu.test(text)) return !comparesParam || new RegExp(param, 'u').test(beforeCondition) ? undefined : { form: 'UPDATE ... WHERE ... IN (...)' };
  return undefined;
}

/** Whether a list of parameters has several values of the row. */
function givesPairs(call: TSESTree.CallExpression, rows: ReadonlySet<TSESLint.Scope.Variable>): boolean {
  return call.arguments.some((arg) => arg.type === 'ArrayExpression' && arg.elements.filter((element) => element && mentions(element, rows)).length > 1);
}
