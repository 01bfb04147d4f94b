import type { TSESTree } from '@typescript-eslint/utils';
import { stringOf } from '../values.js';
import { estimatedTokens, fixedText, promptOf, type PromptPiece } from './prompts.js';
import type { AgentRequest, RequestPart } from './requests.js';
import { maySay } from './said-parts.js';

/**
 * Whether what a request asks for is simple: one short instruction whose verb says so, and nothing around it that makes it
 * hard. Simple is what can be read whole: texts with short computed parts, no tools, no images, no earlier messages.
 * Takes for hard what it cannot see, long or unknown input (documents, code, histories) and requests that are told to think.
 */
export function simpleTaskOf(request: AgentRequest, limits: TaskLimits): string | undefined {
  if (!demandsOnce(request)) return undefined;
  const { pieces, complete } = promptOf(request);
  if (!complete || pieces.length === 0 || pieces.some((piece) => piece.kind !== 'text' || (piece.speaker !== 'system' && piece.speaker !== 'user'))) return undefined;
  if (pieces.filter(({ speaker }) => speaker === 'user').length > 1) return undefined;
  const verb = mainVerb(fixedTexts(pieces), limits.verbs);
  if (verb === undefined || tokensOf(pieces) > limits.maxPromptTokens) return undefined;
  return pieces.some((piece) => piece.parts.some((part) => part.kind === 'dynamic' && mayBeLong(piece.source.getText(part.node), verb))) ? undefined : verb;
}

export interface TaskLimits {
  readonly maxPromptTokens: number;
  /** Infinitives in lower case. */
  readonly verbs: readonly string[];
}

/** A computed part is taken for a short one: a name, a word, a line. */
const tokensOfInterpolation = 20;

function tokensOf(pieces: readonly PromptPiece[]): number {
  const computed = pieces.flatMap(({ parts }) => parts).filter((part) => part.kind === 'dynamic').length;
  return estimatedTokens(fixedText(pieces)) + computed * tokensOfInterpolation;
}

/** It asks one question, without tools, helpers, memory or extra thinking. */
function demandsOnce(request: AgentRequest): boolean {
  const parts: readonly RequestPart[] = ['tools', 'handoffs', 'agents', 'session', 'memory'];
  if (parts.some((part) => maySay(request, part))) return false;
  return !/\b(?:thinking|reasoning\w*|effort|image_url|inlineData|file_id|previous_response_id)\b/u.test(request.source.getText(request.node));
}

/** Each text by itself; what is computed is a blank that ends no sentence. */
function fixedTexts(pieces: readonly PromptPiece[]): string {
  return pieces.map(({ parts }) => parts.map((part) => (part.kind === 'static' ? part.text : ' _ ')).join('')).join('\n');
}

/** What stands before the verb of an instruction. */
const lead = /^(?:[-*#>"'`\s\d.)]+|(?:please|now|then|next|kindly|just|simply|first|and|also|only|always|carefully|quickly|you|must|should|will|shall|can|could|would|have to|need to|are to|help|me|us|to|let's|your (?:only )?(?:task|job|goal|role|purpose) is|i (?:want|need|would like)|try)\b[\s,]*)/iu;

/** Verbs of work that may well need a better model; one of them beside a simple verb makes the task hard. */
const hard = new Set((
  'analyze analyse answer argue assess brainstorm build calculate choose code compare compose compute consider create critique debug decide derive describe design determine' +
  ' develop draft estimate evaluate examine explain explore fix generate imagine implement improve infer interpret invent investigate judge optimize plan predict propose' +
  ' prove rank reason recommend refactor research resolve review rewrite score simulate solve suggest summarise summarize synthesize teach think understand verify weigh write'
).split(' '));

/** Objects that are hard to find or to tell. */
const hardObject = /\b(?:bugs?|vulnerabilit\w+|root causes?|flaws?|security|fraud\w*|contradictions?|optimal|best|proofs?|inconsistenc\w+|anomal\w+|risks?|why|web|internet|online|nuances?|implicit|subtle|legal|medical|contracts?|diagnos\w+)\b/iu;

function mainVerb(text: string, verbs: readonly string[]): string | undefined {
  if (hardObject.test(text)) return undefined;
  let main: string | undefined;
  for (const sentence of text.split(/[.!?:;\n]+/u)) {
    let rest = sentence.trim();
    for (let next = rest.replace(lead, ''); next !== rest; next = rest.replace(lead, '')) rest = next;
    const words = [/^[a-z]+/iu.exec(rest)?.[0], /\b(?:that|who|which)\s+(?:only\s+)?([a-z]+)/iu.exec(rest)?.[1]];
    for (const word of words) {
      const verb = word && infinitive(word.toLowerCase());
      if (verb && hard.has(verb)) return undefined;
      if (verb && verbs.includes(verb)) main ??= verb;
    }
    // "Classify and explain": the second verb counts too.
    for (const [, second = ''] of rest.matchAll(/\b(?:and|then|or)\s+([a-z]+)/giu)) if (hard.has(second.toLowerCase())) return undefined;
  }
  return main;
}

/** `classifies` -> `classify`, `extracts` -> `extract`. */
function infinitive(word: string): string {
  return word.replace(/ies$/u, 'y').replace(/(?<=[^s])s$/u, '');
}

/** Names of what is long more often than not. */
const long = /document|article|transcript|code|file|html|page|diff|data|context|history|messages|conversation|json|csv|report|\blogs?\b|chunk|markdown|source|book|pdf|chapter|results|items|list|rows|schema/iu;
/** Names of what may be short or long: too long to look for something in. */
const maybeLong = /text|content|input|email|body|description|prompt/iu;

function mayBeLong(text: string, verb: string): boolean {
  return long.test(text) || (/^(?:extract|find|search|list|count|grep|detect)$/u.test(verb) && maybeLong.test(text));
}

/** Whether the node stands in what the request itself says, so that no other request shares it. */
export function isOwn(request: AgentRequest, node: TSESTree.Node): boolean {
  return request.node.range[0] <= node.range[0] && node.range[1] <= request.node.range[1] && stringOf(request.source, node) !== undefined;
}
