import type { TSESTree } from '@typescript-eslint/utils';
import { argumentAt } from '../arguments.js';
import { reachOf } from '../handlers.js';
import { nodesOf } from '../nodes.js';
import { defineService, type SourceCode } from '../service.js';
import { enclosingFunction, isFunction, propertyName, unwrap } from '../syntax.js';
import { expressionOf, propertyOf } from '../values.js';
import { textParts } from './constant-texts.js';
import { modelOf } from './model-ids.js';
import { promptOf } from './prompts.js';
import { agentRequests, behind, type AgentRequest } from './requests.js';
import { maySay } from './said-parts.js';

/**
 * Which requests let the model write as much as it can: the API has no limit of its own and none is given, in the call or in
 * the model, agent or client behind it. Leaves out what has another shape to keep to (a schema, an image), agents with tools,
 * whose steps are short and whose turns are what counts, and requests that somebody else pays for, with a key that came along.
 * Does not see: limits that a wrapper of the client, a gateway or the account sets.
 */
export interface UnlimitedAnswer {
  readonly request: AgentRequest;
  /** Where the option is missing: the request itself, or the model or agent that it is made with. */
  readonly at: AgentRequest;
  /**
   * Why the length of the answer is in others' hands: a handler answers whoever calls, a loop asks once for each element. Absent: nobody
   * can tell that it is, the prompt says how long the answer may be, or it is streamed, so that whoever reads it can stop it.
   */
  readonly exposure?: 'handler' | 'loop';
  /** With `handler`: what people call it. */
  readonly handler?: string;
}

/** Every such request of the file, in source order, of those that share a model the first. */
export const unlimitedAnswers = defineService((source: SourceCode): readonly UnlimitedAnswer[] => {
  const found: UnlimitedAnswer[] = [];
  const seen = new Set<TSESTree.Node>();
  for (const request of agentRequests(source)) {
    const at = whereMissing(request);
    const options = at && optionsOf(at);
    if (!at || !options || seen.has(options) || maySay(request, 'maxTokens') || maySay(request, 'tools') || maySay(request, 'handoffs') || keepsToSchema(request) || isPaidByOthers(request)) continue;
    seen.add(options);
    found.push({ request, at, ...exposureOf(source, request) });
  }
  return found;
});

/** What takes a limit and does without one, the nearest to the request. What gives images or sound has other limits. */
function whereMissing(request: AgentRequest): AgentRequest | undefined {
  if (/image|tts|audio|embed/u.test(modelOf(request)?.id ?? '')) return undefined;
  const states = [request, ...behind(request)].find((at) => at !== 'unknown' && at.action.agent?.outputLimit !== undefined);
  return states && states !== 'unknown' && states.action.agent?.outputLimit === 'optional' && states.source === request.source ? states : undefined;
}

/** Two calls with one object of options lack the same limit. */
function optionsOf({ source, args, node }: AgentRequest): TSESTree.Node {
  const [first] = args;
  const object = first && first.type !== 'SpreadElement' ? expressionOf(source, first) : undefined;
  return object?.type === 'ObjectExpression' ? object : node;
}

/** The client is made in the same function with a key that is not the program's own. */
function isPaidByOthers(request: AgentRequest): boolean {
  const fn = enclosingFunction(request.node);
  return fn !== undefined && behind(request).some((at) => {
    if (at === 'unknown' || at.source !== request.source || !inside(fn, at.node)) return false;
    const key = at.args.map((argument) => (argument.type === 'SpreadElement' ? 'absent' : propertyOf(at.source, argument, 'apiKey'))).find((place) => typeof place === 'object');
    return typeof key === 'object' && !/\benv\b|config/iu.test(at.source.getText(key.found));
  });
}

/** Options with which an answer has the form of a schema, whose texts are as long as its fields. */
const schemas = ['schema', 'output', 'experimental_output', 'response_format', 'responseFormat', 'text_format', 'format', 'responseSchema', 'responseJsonSchema', 'outputType', 'structuredOutput', 'text'];

function keepsToSchema(request: AgentRequest): boolean {
  if (/\b(?:parse|withStructuredOutput)$/u.test(request.known?.path ?? '')) return true;
  return [request, ...behind(request)].some((at) => at !== 'unknown' && objectsOf(at).some((node) => says(at.source, node)));
}

/** The objects that may say so: the arguments, and the one in which the limit would stand (`0.options`). */
function objectsOf({ source, args, action }: AgentRequest): TSESTree.Node[] {
  const around = action.args?.['maxTokens']?.split('|').map((path) => path.split('.').slice(0, -1).join('.')).filter((path) => path.includes('.')) ?? [];
  const inner = around.flatMap((path) => {
    const place = argumentAt(source, args, path);
    return typeof place === 'object' ? [place.found] : [];
  });
  return [...args.filter((argument) => argument.type !== 'SpreadElement'), ...inner];
}

function says(source: SourceCode, node: TSESTree.Node): boolean {
  return schemas.some((name) => typeof propertyOf(source, node, name) === 'object');
}

/** Kinds of handlers that anybody outside may call. */
const open = new Set(['http', 'graphql', 'rpc', 'socket', 'serverless']);

function exposureOf(source: SourceCode, request: AgentRequest): Pick<UnlimitedAnswer, 'exposure' | 'handler'> {
  if (!variesWith(request) || request.kind === 'stream' || maySay(request, 'stream') || mayTellLength(request)) return {};
  if (runsForEach(source, request.node)) return { exposure: 'loop' };
  const reach = reachOf(source, request.node);
  return reach && open.has(reach.handler.kind) ? { exposure: 'handler', handler: reach.handler.name } : {};
}

/** The prompt itself says how long the answer may be: "in two sentences", "up to 80 characters", "a short title". */
const tellsLength = /\b(?:words?|sentences?|characters?|letters?|bullets?|lines?|tokens?|titles?|one of|only with|yes or no|single|briefly|brief|short|concise|json|number)\b/iu;

/** Also where the instructions cannot be read: they may say so. */
function mayTellLength(request: AgentRequest): boolean {
  return promptOf(request).pieces.some((piece) => {
    const fixed = textParts(piece.source, piece.parts).flatMap((part) => (part.kind === 'static' ? [part.text] : []));
    return tellsLength.test(fixed.join(' ')) || (piece.speaker === 'system' && fixed.length === 0);
  });
}

/** Somebody else says a part of the prompt, so that nobody knows how long the answer will be. */
function variesWith(request: AgentRequest): boolean {
  return promptOf(request).pieces.some((piece) => piece.kind === 'messages' || piece.parts.some((part) => part.kind === 'dynamic'));
}

/** Callbacks of list methods that run once for each element. */
const eachMethods = /^(?:map|forEach|flatMap)$/u;

/** The request runs once for each element of a list that is no literal: in a `for ... of`, or in a callback of `map`. */
function runsForEach(source: SourceCode, node: TSESTree.Node): boolean {
  if (nodesOf(source, 'ForOfStatement').some((loop) => enclosingFunction(loop) === enclosingFunction(node) && inside(loop.body, node) && !isLiteral(source, loop.right))) return true;
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const call = fn.parent;
    const callee = call.type === 'CallExpression' && call.arguments[0] === fn ? unwrap(call.callee) : undefined;
    if (callee?.type === 'MemberExpression' && eachMethods.test(propertyName(callee) ?? '')) return !isLiteral(source, callee.object);
    if (!isFunction(fn) || call.type !== 'CallExpression') return false;
  }
  return false;
}

function inside(outer: TSESTree.Node, inner: TSESTree.Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

function isLiteral(source: SourceCode, list: TSESTree.Node): boolean {
  return expressionOf(source, list).type === 'ArrayExpression';
}
