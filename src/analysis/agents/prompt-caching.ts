import type { TSESTree } from '@typescript-eslint/utils';
import { argumentAt } from '../arguments.js';
import { versionFits } from '../facts.js';
import { nodesOf } from '../nodes.js';
import { runsPerCall } from '../per-call.js';
import { defineService, type SourceCode } from '../service.js';
import { contains, enclosingFunction } from '../syntax.js';
import { fileKind } from '../files.js';
import { expressionOf } from '../values.js';
import { imported, textOf, textParts } from './constant-texts.js';
import { modelOf } from './model-ids.js';
import { modelFacts, type ModelFacts } from './models.js';
import { estimatedTokens, promptOf, type PromptPiece } from './prompts.js';
import { agentRequests, behind, partOf, type AgentRequest } from './requests.js';
import { toolTokens } from './tool-tokens.js';
import { variationOf } from './text-variation.js';

/**
 * Which requests that run again and again begin with a long fixed text that the vendor could keep from one to the next but does
 * not: nobody asked it to, or something that changes stands before it. From how many tokens on a vendor keeps a text, and
 * whether it wants to be asked, are facts on the model, so a model that cannot be seen is nobody's to judge.
 * Does not see: prompts built by functions with parameters or templates of libraries, parts that another file adds, models of
 * other clouds, caches in front of the vendor.
 */
export interface MissedCache {
  readonly request: AgentRequest;
  readonly model: ModelFacts;
  /** About how many tokens could be kept: a lower bound. */
  readonly tokens: number;
}

/** Nothing asks the vendor to keep the fixed text. */
export interface UnmarkedPrefix extends MissedCache {
  readonly holds: 'system prompt' | 'tools' | 'tools and system prompt';
  /** The system prompt or the list of tools in the request's file; else the request. */
  readonly node: TSESTree.Node;
  /** The system prompt as it stands, where it is fixed as a whole and a text, and how it is written to be kept. */
  readonly mark?: { readonly system: TSESTree.Node; readonly text: string };
}

/** What changes stands before the fixed text. */
export interface BrokenPrefix extends MissedCache {
  readonly value: TSESTree.Node;
}

/** Estimates of tokens may be too high by so much. */
const margin = 1.2;
/** Below so many tokens nothing is saved that is worth another order, though some vendors keep less unasked. */
const worthwhile = 1024;

/** Any sign that somebody asks for it, or keeps prompts otherwise. */
const asks = /cache_?control|cache_?point|cached_?content|ephemeral|prompt_?cach|prompt[- ]cach|PromptCaching/iu;

interface Candidate {
  readonly request: AgentRequest;
  readonly model: ModelFacts;
  readonly minimum: number;
}

const candidates = defineService((source: SourceCode): readonly Candidate[] => {
  const kind = fileKind(source);
  if (kind.test || kind.migration) return [];
  return agentRequests(source).flatMap((request) => {
    const model = factsOf(request);
    if (!model?.cache || !isRepeated(source, request.node)) return [];
    const { kind: asked, from } = model.cache;
    return [{ request, model, minimum: (asked === 'automatic' ? Math.max(worthwhile, from) : from) * margin }];
  });
});

/** Every request whose fixed beginning the vendor would keep if it were asked to. */
export const unmarkedPrefixes = defineService((source: SourceCode): readonly UnmarkedPrefix[] =>
  candidates(source).flatMap((candidate) => {
    const { request, model, minimum } = candidate;
    const chain = [request, ...behind(request)].filter((at) => at !== 'unknown');
    const caching = chain.find(({ action }) => action.caching)?.action.caching;
    if (model.cache?.kind !== 'explicit' || model.platform === 'host' || !caching) return [];
    if (partOf(request, 'cache') !== 'absent' && chain.some(({ action }) => action.args?.['cache'])) return [];
    if (mayHideMore(request) || chain.some((at) => asks.test(at.source.text))) return [];
    const tools = toolTokens(request);
    const pieces = promptOf(request).pieces.filter(({ speaker }) => speaker === 'system');
    const system = leading(pieces);
    const tokens = tools + system.tokens;
    if (tokens < minimum || system.asks) return [];
    const holds = system.tokens === 0 ? 'tools' : tools === 0 ? 'system prompt' : 'tools and system prompt';
    const place = partOf(request, system.tokens === 0 ? 'tools' : 'system');
    const node = typeof place === 'object' && place.source === request.source && contains(request.node, place.found) ? place.found : calleeOf(request.node);
    const writing = caching.find(({ versions }) => request.known && versionFits(request.source, request.known, versions));
    const text = writing?.text;
    const mark = text !== undefined && system.whole && node !== calleeOf(request.node) && pieces.length === 1 && holds !== 'tools' && isWritten(node) ? { system: node, text } : undefined;
    return [{ request, model, tokens, holds, node, ...(mark && { mark }) }];
  }));

/** Every request in whose prompt something that changes stands before a long fixed text, where the vendor keeps beginnings unasked. */
export const brokenPrefixes = defineService((source: SourceCode): readonly BrokenPrefix[] =>
  candidates(source).flatMap(({ request, model, minimum }) => {
    if (model.cache?.kind !== 'automatic') return [];
    let value: TSESTree.Node | undefined;
    for (const piece of promptOf(request).pieces) {
      if (piece.kind === 'messages') break;
      for (const part of textParts(piece.source, piece.parts)) {
        if (part.kind === 'dynamic') {
          if (!value && part.source === source && variationOf(source, part.node) === 'yes') value = part.node;
        } else if (value && estimatedTokens(part.text) >= minimum) {
          return [{ request, model, tokens: estimatedTokens(part.text), value }];
        }
      }
    }
    return [];
  }));

function factsOf(request: AgentRequest): ModelFacts | undefined {
  const named = modelOf(request)?.id;
  if (named !== undefined) return modelFacts(named);
  // A model that another file names: `model: MODEL`.
  const place = partOf(request, 'model');
  const parts = typeof place === 'object' ? textOf(place.source, place.found) : [];
  const [only] = parts;
  return parts.length === 1 && only?.kind === 'static' ? modelFacts(only.text) : undefined;
}

/** It runs on each call of something, or in a loop, as the turns of an agent do. */
function isRepeated(source: SourceCode, node: TSESTree.Node): boolean {
  if (runsPerCall(source, node)) return true;
  const fn = enclosingFunction(node);
  return nodesOf(source, 'WhileStatement', 'DoWhileStatement', 'ForStatement', 'ForOfStatement').some((loop) => contains(loop.body, node) && enclosingFunction(loop) === fn);
}

/** The fixed text with which the system prompt begins. */
function leading(pieces: readonly PromptPiece[]): { readonly tokens: number; readonly whole: boolean; readonly asks: boolean } {
  let text = '';
  let whole = true;
  let marked = false;
  for (const piece of pieces) {
    if (piece.kind !== 'text') return { tokens: estimatedTokens(text), whole: false, asks: marked };
    for (const part of textParts(piece.source, piece.parts)) {
      marked ||= asks.test(part.source.getText(part.node.parent));
      if (part.kind === 'static') text += part.text;
      else if (variationOf(part.source, part.node) !== 'no') return { tokens: estimatedTokens(text), whole: false, asks: marked };
      else whole = false;
    }
  }
  return { tokens: estimatedTokens(text), whole, asks: marked };
}

/** Options that are spread into the request may say anything. */
function mayHideMore({ source, args }: AgentRequest): boolean {
  const [first] = args;
  if (!first) return true;
  if (first.type === 'SpreadElement') return true;
  const at = imported(source, first)?.node ?? expressionOf(source, first);
  return at.type === 'ObjectExpression' && (at.properties.some(({ type }) => type === 'SpreadElement') || typeof argumentAt(source, args, '0.providerOptions.anthropic') === 'object');
}

/** An expression that an edit may put into something else: a property's value in the call itself. */
function isWritten(node: TSESTree.Node): boolean {
  return node.parent?.type === 'Property' && node.parent.value === node && node.type !== 'ArrayExpression' && node.type !== 'ObjectExpression';
}

function calleeOf(node: AgentRequest['node']): TSESTree.Node {
  return node.type === 'CallExpression' || node.type === 'NewExpression' ? node.callee : node;
}
