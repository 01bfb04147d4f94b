import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName } from '../callee-names.js';
import { knownOf } from '../facts.js';
import { growsLater } from '../grown-lists.js';
import type { SourceCode } from '../service.js';
import { unwrap } from '../syntax.js';
import { expressionOf, propertyOf, stringOf, templateParts, type StringPart } from '../values.js';
import { partOf, type AgentRequest } from './requests.js';

/** Who says a piece of a prompt. */
export type Speaker = 'system' | 'user' | 'assistant' | 'tool' | 'unknown';

/** A piece of what a model is told. */
export interface PromptPiece {
  readonly speaker: Speaker;
  /** `text`: fixed and computed parts of it. `media`: an image, a file, a tool's answer. `messages`: one or more whole messages that come from elsewhere, such as a history. */
  readonly kind: 'text' | 'media' | 'messages';
  readonly node: TSESTree.Node;
  readonly source: SourceCode;
  /** Of a text, in order; empty for the others. */
  readonly parts: readonly StringPart[];
}

/** What a model is told, as far as the code shows it. */
export interface Prompt {
  /** In the order in which the model reads them: the system's first. */
  readonly pieces: readonly PromptPiece[];
  /** All of it is here: no piece comes whole from elsewhere. A text may still have computed parts. */
  readonly complete: boolean;
}

/**
 * About how many tokens a text takes: one for four characters, the vendors' own rule of thumb for English and code. An
 * estimate: other languages take more.
 */
export function estimatedTokens(text: string): number {
  return Math.ceil(text.length / 4);
}

/** The fixed text of pieces, in order. */
export function fixedText(pieces: readonly PromptPiece[]): string {
  return pieces.flatMap(({ parts }) => parts.map((part) => (part.kind === 'static' ? part.text : ''))).join('');
}

const prompts = new WeakMap<AgentRequest, Prompt>();

/** What `request` tells the model: its system prompt or instructions, its prompt and its messages. */
export function promptOf(request: AgentRequest): Prompt {
  let prompt = prompts.get(request);
  if (!prompt) prompts.set(request, (prompt = read(request)));
  return prompt;
}

function read(request: AgentRequest): Prompt {
  const pieces: PromptPiece[] = [];
  const seen = new Set<TSESTree.Node>();
  let complete = true;
  for (const [part, speaker] of [['system', 'system'], ['messages', 'user'], ['prompt', 'user']] as const) {
    const place = partOf(request, part);
    if (place === 'unknown' && request.action.args?.[part] !== undefined) complete = false;
    if (typeof place === 'string' || seen.has(place.found)) continue;
    seen.add(place.found);
    // Where a text may stand as well as messages, the name has to tell.
    const { messages, prompt } = place.request.action.args ?? {};
    const list = (part === 'messages' && messages !== prompt) || /messages|msgs|history|conversation|contents|transcript|turns/iu.test(place.source.getText(place.found));
    pieces.push(...piecesOf(place.source, place.found, { speaker, list }));
  }
  // Instructions may stand among the messages.
  pieces.sort((a, b) => Number(b.speaker === 'system') - Number(a.speaker === 'system'));
  return { pieces, complete: complete && pieces.every(({ kind }) => kind !== 'messages') };
}

interface Surroundings {
  /** Who speaks where nothing else is said. */
  readonly speaker: Speaker;
  /** Messages may stand here, so that a value from elsewhere may be one or many; else it is a text. */
  readonly list: boolean;
}

/** The pieces of a text, a message, a list of messages or a list of content blocks. */
function piecesOf(source: SourceCode, node: TSESTree.Node, around: Surroundings, depth = 0): PromptPiece[] {
  const { speaker } = around;
  const at = expressionOf(source, node);
  const elsewhere = (): PromptPiece[] => [{ speaker: 'unknown', kind: 'messages', node: at, source, parts: [] }];
  if (depth > 4) return elsewhere();
  switch (at.type) {
    case 'ArrayExpression': {
      const tuple = tupleOf(source, at);
      if (tuple) return piecesOf(source, tuple.content, { speaker: tuple.speaker, list: false }, depth + 1);
      const pieces = at.elements.flatMap((element) => {
        if (!element) return [];
        if (element.type === 'SpreadElement') return [{ speaker: 'unknown', kind: 'messages', node: element, source, parts: [] }] satisfies PromptPiece[];
        return piecesOf(source, element, { speaker, list: true }, depth + 1);
      });
      // What is pushed to the list later, nobody can tell.
      return growsLater(source, node) ? [...pieces, { speaker: 'unknown', kind: 'messages', node: unwrap(node), source, parts: [] }] : pieces;
    }
    case 'ObjectExpression':
      return ofObject(source, at, speaker, depth);
    case 'NewExpression': {
      const by = knownOf(source, at.callee) && speakerOf(calleeName(source, at.callee));
      const [content] = at.arguments;
      return by && content && content.type !== 'SpreadElement' ? piecesOf(source, content, { speaker: by, list: false }, depth + 1) : elsewhere();
    }
    default: {
      const parts = templateParts(source, at);
      const isText = parts.length > 1 || parts[0]?.kind === 'static' || !around.list;
      return isText ? [{ speaker, kind: 'text', node: at, source, parts }] : elsewhere();
    }
  }
}

/** `['system', 'You are ...']`, as prompt templates take it. */
function tupleOf(source: SourceCode, { elements }: TSESTree.ArrayExpression): { speaker: Speaker; content: TSESTree.Node } | undefined {
  const [role, content] = elements;
  if (elements.length !== 2 || !role || !content || role.type === 'SpreadElement' || content.type === 'SpreadElement') return undefined;
  const name = stringOf(source, role);
  return name !== undefined && /^(?:system|developer|human|user|ai|assistant|placeholder)$/u.test(name) ? { speaker: speakerOf(name), content } : undefined;
}

function ofObject(source: SourceCode, object: TSESTree.ObjectExpression, speaker: Speaker, depth: number): PromptPiece[] {
  const get = (...names: string[]) => {
    for (const name of names) {
      const property = propertyOf(source, object, name);
      if (property !== 'absent') return property;
    }
    return 'absent';
  };
  const role = get('role');
  const by = typeof role === 'object' ? speakerOf(stringOf(source, role.found) ?? '') : role === 'unknown' ? 'unknown' : speaker;
  const content = get('content', 'text', 'parts', 'contents', 'messages', 'input');
  if (typeof content === 'string') return [{ speaker: by, kind: content === 'absent' ? 'media' : 'messages', node: object, source, parts: [] }];
  return piecesOf(source, content.found, { speaker: by, list: false }, depth + 1);
}

/** Who says a message, by its role or by the name of its class. */
function speakerOf(name: string): Speaker {
  if (/system|developer/iu.test(name)) return 'system';
  if (/user|human/iu.test(name)) return 'user';
  if (/assistant|model|^ai/iu.test(name)) return 'assistant';
  return /tool|function/iu.test(name) ? 'tool' : 'unknown';
}
