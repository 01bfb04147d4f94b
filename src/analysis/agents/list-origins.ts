import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName } from '../callee-names.js';
import { constantValue, variableOf } from '../calls.js';
import { dataCalls, type DataCall } from '../data-calls.js';
import { handlerOf } from '../handlers.js';
import { defineService, type SourceCode } from '../service.js';
import { decoratorsOf, isFunction, propertyName, unwrap, type FunctionNode } from '../syntax.js';
import { expressionOf } from '../values.js';

/**
 * Where a list comes from that may have any number of elements. `sender`: whoever sends the request decides. `query`: a
 * database query without a limit. `files`: a directory or a pattern. `elsewhere`: a parameter, a field, a result; whoever wrote that may know.
 * `undefined`: a literal, or something that bounds it.
 * Does not see: limits in middleware of other files, in the database or in what a function of another file returns.
 */
export type ListOrigin = 'sender' | 'query' | 'files' | 'elsewhere';

/** Methods that keep, change or order elements, but do not add any. */
const same = /^(?:filter|map|flatMap|flat|sort|reverse|toSorted|toReversed|concat|values|entries|keys|trim|split|parse|json)$/u;
/** Calls that give what they are given. */
const wraps = /^(?:Object\.(?:values|entries|keys)|Array\.from|JSON\.parse|uniq\w*|shuffle|compact)$/u;
const bounding = /slice|splice|take|limit|chunk|batch|page|sample|top|head|first|split(?:Into|Text|Documents)/iu;
const directories = /^(?:(?:fs|fsp|fsPromises|promises|fs\.promises)\.)?(?:readdir|readdirSync|opendir)$|^(?:fast-?glob|fg|glob|globby|globSync|fg\.sync|glob\.sync|fg\.glob)$/u;
const listing = /\b(?:findMany|findAll|find|findBy|list|select|selectFrom|getMany|getRawMany|all|toArray|scan|query)\b/u;
const limited = /\b(?:take|limit|first|top|skip|offset|page\w*|perPage|cursor|findOne\w*|findById|findFirst|findUnique|LIMIT|TOP|FETCH|where.*\bin\b|inArray|id|ids|_id|count|groupBy|distinct)\b/u;

/** Data calls by their node and by their statement; the first counts. */
const queriesByNode = defineService((source: SourceCode): ReadonlyMap<TSESTree.Node, DataCall> => {
  const found = new Map<TSESTree.Node, DataCall>();
  for (const call of dataCalls(source)) for (const node of [unwrap(call.statement), call.node]) if (!found.has(node)) found.set(node, call);
  return found;
});

/** Where the elements of `list` come from. */
export function listOrigin(source: SourceCode, list: TSESTree.Node, depth = 0): ListOrigin | undefined {
  const at = unwrap(list);
  if (depth > 10) return 'elsewhere';
  const next = (node: TSESTree.Node) => listOrigin(source, node, depth + 1);
  const query = queriesByNode(source).get(at);
  if (query) {
    const text = source.getText(query.statement);
    return query.kind === 'read' && !query.probe && listing.test(text) && !limited.test(text) ? 'query' : undefined;
  }
  switch (at.type) {
    case 'AwaitExpression':
      return next(at.argument);
    case 'LogicalExpression':
      return next(at.left);
    case 'ArrayExpression': {
      const spread = at.elements.find((element) => element?.type === 'SpreadElement');
      return spread?.type === 'SpreadElement' ? next(spread.argument) : undefined;
    }
    case 'NewExpression':
      return at.arguments[0] && at.arguments[0].type !== 'SpreadElement' ? next(at.arguments[0]) : 'elsewhere';
    case 'Identifier':
      return ofName(source, at, depth);
    case 'MemberExpression':
      if (bounding.test(propertyName(at) ?? '')) return undefined;
      return isRequest(source, at) ? requested(source, at) : ofRoot(source, at, depth);
    case 'CallExpression':
      return ofCall(source, at, depth);
    default:
      return at.type === 'Literal' ? undefined : 'elsewhere';
  }
}

/** A property of something: only what a request brings is known to have no bound. */
function ofRoot(source: SourceCode, member: TSESTree.MemberExpression, depth: number): ListOrigin | undefined {
  const at = expressionOf(source, member);
  if (at !== member) return listOrigin(source, at, depth + 1);
  const owner = unwrap(member.object);
  if (owner.type !== 'Identifier') return 'elsewhere';
  return ofName(source, owner, depth + 1) === 'sender' ? 'sender' : 'elsewhere';
}

function ofName(source: SourceCode, name: TSESTree.Identifier, depth: number): ListOrigin | undefined {
  if (bounding.test(name.name)) return undefined;
  const variable = variableOf(source, name);
  const value = variable && constantValue(variable);
  if (value) return listOrigin(source, value, depth + 1);
  const definition = variable?.defs[0];
  const declarator = definition?.node as TSESTree.Node | undefined;
  if (declarator?.type === 'VariableDeclarator' && declarator.id.type === 'ObjectPattern' && declarator.init) {
    const origin = listOrigin(source, declarator.init, depth + 1);
    return origin === 'sender' || origin === undefined ? origin : 'elsewhere';
  }
  if (definition?.type === 'Parameter' && isFunction(declarator)) return isRequestParameter(source, name, declarator) ? requested(source, name) : 'elsewhere';
  return 'elsewhere';
}

function ofCall(source: SourceCode, call: TSESTree.CallExpression, depth: number): ListOrigin | undefined {
  const callee = unwrap(call.callee);
  const dotted = source.getText(callee);
  const name = calleeName(source, call.callee);
  if (directories.test(dotted)) return 'files';
  const [first] = call.arguments;
  if (wraps.test(dotted) && first && first.type !== 'SpreadElement') return listOrigin(source, first, depth + 1);
  if (bounding.test(name)) return undefined;
  if (callee.type !== 'MemberExpression') return 'elsewhere';
  const method = propertyName(callee) ?? '';
  if (isRequest(source, call)) return requested(source, call);
  // `schema.parse(body)`: the schema may say how many.
  if (/^(?:safeParse|parse|parseAsync|validate|validateAsync|cast)$/u.test(method) && dotted !== 'JSON.parse' && first && first.type !== 'SpreadElement') {
    const schema = expressionOf(source, callee.object);
    if (schema.type === 'Identifier' || schema.type === 'MemberExpression' || /\b(?:max|length|maxItems)\s*[(:]/u.test(source.getText(schema))) return undefined;
    return listOrigin(source, first, depth + 1);
  }
  return same.test(method) ? listOrigin(source, callee.object, depth + 1) : 'elsewhere';
}

/** What carries the input in a request. */
const input = /\b(?:body|query|files|formData|json|payload)\b/u;

function isRequest(source: SourceCode, node: TSESTree.Node): boolean {
  if (!input.test(source.getText(node))) return false;
  let root = unwrap(node);
  while (root.type === 'MemberExpression' || root.type === 'CallExpression') root = unwrap(root.type === 'MemberExpression' ? root.object : root.callee);
  const definition = root.type === 'Identifier' ? variableOf(source, root)?.defs[0] : undefined;
  return root.type === 'Identifier' && definition?.type === 'Parameter' && isFunction(definition.node) && isRequestParameter(source, root, definition.node);
}

/** The parameter of an HTTP handler that carries the request, without a type of its own: that may say how many. */
function isRequestParameter(source: SourceCode, name: TSESTree.Identifier, fn: FunctionNode): boolean {
  const handler = handlerOf(source, fn.body);
  if (handler?.node !== fn || (handler.kind !== 'http' && handler.kind !== 'serverless')) return false;
  const first = handler.request ?? fn.params[0];
  return first?.type === 'Identifier' && first.name === name.name && decoratorsOf(first).length === 0;
}

/** `sender`, unless something checks requests on the way to the handler. */
function requested(source: SourceCode, node: TSESTree.Node): ListOrigin | undefined {
  const handler = handlerOf(source, node);
  const { registration } = handler ?? {};
  if (!handler || !registration || registration === handler.node) return handler && 'sender';
  const around = source.text.slice(registration.range[0], handler.node.range[0]) + source.text.slice(handler.node.range[1], Math.max(registration.range[1], handler.node.range[1]));
  return /schema|valid|celebrate|limit|quota|pipe/iu.test(around) ? undefined : 'sender';
}
