import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { callersOf, constantValue, variableOf } from '../calls.js';
import { calleeName } from '../callee-names.js';
import { defineService, type SourceCode } from '../service.js';
import { enclosingFunction, isFunction, propertyName, unwrap } from '../syntax.js';
import { classAround } from '../this-members.js';
import { isBoundingName } from './content-bounds.js';
import { promptOf } from './prompts.js';
import { agentRequests, behind, partOf, type AgentRequest } from './requests.js';

/**
 * Which lists of messages the requests of the file are told: variables, class fields, and tables that hold one list per
 * conversation. Through spreads, local copies, parameters of same-file functions and conversions.
 * Does not see: lists that another file keeps, what a database or an SDK's session holds.
 */
export interface History {
  readonly request: AgentRequest;
  readonly holder: Holder;
}

/** Where a list is kept. A `table` is a `Map` or an object with a list per conversation. */
export type Holder =
  | { readonly kind: 'variable' | 'table'; readonly variable: TSESLint.Scope.Variable }
  | { readonly kind: 'field'; readonly owner: TSESTree.ClassBody; readonly name: string };

/** Every list that a request is told, once per list. */
export const histories = defineService((source: SourceCode): readonly History[] => {
  const found: History[] = [];
  const seen = new Set<unknown>();
  for (const request of agentRequests(source)) {
    if (isManaged(request)) continue;
    for (const node of toldBy(source, request)) {
      for (const holder of holdersOf(source, node)) {
        const key = holder.kind === 'field' ? `${holder.owner.range[0]} ${holder.name}` : holder.variable;
        if (seen.has(key)) continue;
        seen.add(key);
        found.push({ request, holder });
      }
    }
  }
  return found;
});

/** What may be or hold a list of messages: the messages, the prompt, and what is computed in a text. */
function toldBy(source: SourceCode, request: AgentRequest): TSESTree.Node[] {
  const places = (['messages', 'prompt'] as const).map((part) => partOf(request, part)).flatMap((place) => (typeof place === 'object' && place.source === source ? [place.found] : []));
  const computed = promptOf(request).pieces.flatMap((piece) => (piece.source === source ? piece.parts : [])).flatMap((part) => (part.kind === 'dynamic' ? [part.node] : []));
  return [...new Set([...places, ...computed])];
}

/** Options by which a vendor or SDK keeps the context within limits. Source: context management of OpenAI, Anthropic, AI SDK and LangChain. */
const managing = /truncation|context_?management|compact|prepareStep|prune|trimMessages|summariz|max_?history|context_?window|clear_tool_uses/iu;

/** Whether the request, or what it is made with, bounds the history itself. */
function isManaged(request: AgentRequest): boolean {
  return [request, ...behind(request)].some((at) => at !== 'unknown' && (at.action.args?.['truncation'] !== undefined || at.args.length > 0) && managing.test(at.args.map((arg) => at.source.getText(arg)).join(' ')));
}

const maxDepth = 8;

function holdersOf(source: SourceCode, node: TSESTree.Node, depth = 0): Holder[] {
  const at = unwrap(node);
  if (depth > maxDepth) return [];
  const next = (inner: TSESTree.Node | null | undefined) => (inner ? holdersOf(source, inner, depth + 1) : []);
  switch (at.type) {
    case 'SpreadElement':
    case 'AwaitExpression':
      return next(at.argument);
    case 'ArrayExpression':
      return at.elements.flatMap((element) => (element?.type === 'SpreadElement' ? next(element) : []));
    case 'LogicalExpression':
      return [...next(at.left), ...next(at.right)];
    case 'ConditionalExpression':
      return [...next(at.consequent), ...next(at.alternate)];
    case 'ObjectExpression':
      return at.properties.flatMap((property) => (property.type === 'Property' && /^(?:messages|history|input|contents|chat_?history)$/iu.test(propertyName(property) ?? '') ? next(property.value) : []));
    case 'CallExpression':
      return ofCall(source, at, next);
    case 'MemberExpression': {
      const name = propertyName(at);
      if (at.object.type === 'ThisExpression') {
        const owner = classAround(at);
        return owner && name !== undefined ? [{ kind: 'field', owner, name }] : [];
      }
      // `conversations[id]`
      return at.computed && name === undefined ? tableOf(source, at.object) : [];
    }
    case 'Identifier': {
      const variable = variableOf(source, at);
      const definition = variable?.defs[0];
      if (!variable || !definition) return [];
      const fn = definition.node as TSESTree.Node;
      if (definition.type === 'Parameter' && isFunction(fn)) {
        const index = fn.params.indexOf(definition.name);
        return index === -1 ? [] : callersOf(source, fn).flatMap(({ call }) => next(call.arguments[index]));
      }
      if (definition.type !== 'Variable') return [];
      return [{ kind: 'variable', variable }, ...next(constantValue(variable))];
    }
    default:
      return [];
  }
}

/** `history.map(toMessage)`, `convert(history)`, `conversations.get(id)`. */
function ofCall(source: SourceCode, call: TSESTree.CallExpression, next: (node: TSESTree.Node | undefined) => Holder[]): Holder[] {
  const callee = unwrap(call.callee);
  const name = calleeName(source, callee);
  if (callee.type === 'MemberExpression') {
    const method = propertyName(callee) ?? '';
    if (method === 'get' && call.arguments.length === 1) return tableOf(source, callee.object);
    if (/^(?:map|flatMap|join|concat|reverse|toReversed|flat)$/u.test(method)) return [...next(callee.object), ...(method === 'concat' ? call.arguments.flatMap(next) : [])];
  }
  const last = name.split('.').at(-1) ?? '';
  const converts = /^(?:JSON\.stringify|structuredClone)$/u.test(name) || /^(?:convert|format|to[A-Z]|build|serialize|map[A-Z]|stringify|render)/u.test(last);
  return converts && !isBoundingName(last) ? call.arguments.flatMap(next) : [];
}

/** A `Map` or object that outlives the function in which it is asked for a list. */
function tableOf(source: SourceCode, node: TSESTree.Node): Holder[] {
  const at = unwrap(node);
  const variable = at.type === 'Identifier' ? variableOf(source, at) : undefined;
  const value = variable && constantValue(variable);
  if (!variable || !value || variable.scope.variableScope.block === enclosingFunction(at)) return [];
  const made = unwrap(value);
  const isTable = (made.type === 'NewExpression' && source.getText(made.callee) === 'Map') || (made.type === 'ObjectExpression' && made.properties.length === 0);
  return isTable ? [{ kind: 'table', variable }] : [];
}
