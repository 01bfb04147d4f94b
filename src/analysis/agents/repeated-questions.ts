import type { TSESTree } from '@typescript-eslint/utils';
import { importedRoles } from '../facts.js';
import { lifetimeOf } from '../lifetime.js';
import { runsPerCall, type PerCall } from '../per-call.js';
import { defineService, type SourceCode } from '../service.js';
import { functionName } from '../syntax.js';
import { valueOf } from '../values.js';
import { mayAskAgents } from './agent-imports.js';
import { textParts } from './constant-texts.js';
import { promptOf } from './prompts.js';
import { agentRequests, behind, partOf, type AgentRequest } from './requests.js';

/**
 * Which requests ask a model the very same each time their function runs, in a way that gives the same answer (temperature 0, no
 * tools, no history), while nothing keeps the answer.
 * Does not see: requests with a computed part, even one that is always the same; caches in other files.
 */
export interface RepeatedQuestion {
  readonly request: AgentRequest;
  readonly call: PerCall;
}

/** Any sign that answers are kept, by whomever. */
const keeps = /cach|memo(?:ize|ise)|\bonce\b|revalidate|force-static|\?\?=|redis/iu;
/** Whoever asks for the sake of asking wants no kept answer. */
const probes = /health|ping|check|test|verify|validate|warm|probe|alive|ready|status|bench|demo|connection/iu;

/** Every such request, in source order. */
export const repeatedQuestions = defineService((source: SourceCode): readonly RepeatedQuestion[] => {
  if (!mayAskAgents(source)) return [];
  if (!/\btemperature\b/u.test(source.text) && !mayBeSetElsewhere(source)) return [];
  if (keeps.test(source.text) || importedRoles(source).has('memoize')) return [];
  return agentRequests(source).flatMap((request) => {
    const call = isFixed(request) ? runsPerCall(source, request.node) : undefined;
    if (!call || probes.test(functionName(call.fn) ?? '') || probes.test(call.handler?.path ?? '')) return [];
    return lifetimeOf(source, request.node).fate === 'stored' ? [] : [{ request, call }];
  });
});

/** The model may be made, and told its temperature, in a file of the project. */
function mayBeSetElsewhere(source: SourceCode): boolean {
  return /\bfrom\s*['"][.@~#]|\brequire\(\s*['"]\./u.test(source.text);
}

/** The same question with the same answer: all of it stands in the code, and chance has no part in it. */
function isFixed(request: AgentRequest): boolean {
  if (request.action.stateful || !isZero(request)) return false;
  for (const part of ['session', 'memory', 'tools', 'handoffs'] as const) {
    const place = partOf(request, part);
    if (typeof place === 'object' || (place === 'unknown' && [request, ...behind(request)].some((at) => at !== 'unknown' && at.action.args?.[part] !== undefined))) return false;
  }
  if ([request, ...behind(request)].some((at) => at !== 'unknown' && (at.known?.path.includes('bindTools') === true || keeps.test(at.source.getText(at.node))))) return false;
  const { pieces, complete } = promptOf(request);
  return complete && pieces.length > 0 && pieces.every((piece) => piece.kind === 'text' && textParts(piece.source, piece.parts).every(({ kind }) => kind === 'static'));
}

function isZero(request: AgentRequest): boolean {
  const place = partOf(request, 'temperature');
  if (typeof place === 'string') return false;
  const value: ReturnType<typeof valueOf> = valueOf(place.source, place.found satisfies TSESTree.Node);
  return value.known && value.value === 0;
}
