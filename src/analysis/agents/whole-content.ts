import type { TSESTree } from '@typescript-eslint/utils';
import { usesOfPackages } from '../facts.js';
import { defineService, type SourceCode } from '../service.js';
import { propertyName } from '../syntax.js';
import { contentOrigin, type ContentOrigin } from './content-origin.js';
import { isPartOfProgram, type ContentRead } from './content-reads.js';
import { promptOf, type PromptPiece } from './prompts.js';
import { agentRequests, type AgentRequest } from './requests.js';

/**
 * Which prompts take in a file or page as a whole, whatever its size.
 * Does not see: what `contentOrigin` does not see; prompts that another file puts together.
 */
export interface WholeContent {
  readonly request: AgentRequest;
  readonly read: ContentRead;
}

/** Every read of the file, once, that goes whole into a prompt. */
export const wholeContents = defineService((source: SourceCode): readonly WholeContent[] => {
  if (!readsContent(source)) return [];
  const found: WholeContent[] = [];
  const seen = new Set<TSESTree.Node>();
  for (const request of agentRequests(source)) {
    for (const piece of promptOf(request).pieces) {
      if (piece.source !== source) continue;
      for (const node of contentsOf(piece)) {
        for (const read of wholeReads(source, contentOrigin(source, node))) {
          if (seen.has(read.node) || isInstruction(piece, read)) continue;
          seen.add(read.node);
          found.push({ request, read });
        }
      }
    }
  }
  return found;
});

/** Whether the file reads files or pages at all: a cheap question. */
export function readsContent(source: SourceCode): boolean {
  return usesOfPackages(source, 'file-read', 'http-call').length > 0;
}

/** The files and pages that come whole and are none of the program's own texts. */
export function wholeReads(source: SourceCode, origins: readonly ContentOrigin[]): ContentRead[] {
  return origins.flatMap(({ read, bounded, kept }) => (read && !bounded && !kept && !isPartOfProgram(source, read) ? [read] : []));
}

/** The computed parts of a piece. */
function contentsOf({ kind, node, parts }: PromptPiece): TSESTree.Node[] {
  if (kind === 'messages') return [node];
  if (kind === 'text') return parts.flatMap((part) => (part.kind === 'dynamic' ? [part.node] : []));
  // What a prompt template is filled with: `chain.invoke({ question, page })`. An object that says what it is, is an image or a file.
  if (node.type !== 'ObjectExpression' || node.properties.some((property) => property.type !== 'Property' || isMediaKey(propertyName(property)))) return [];
  return node.properties.flatMap((property) => (property.type === 'Property' ? [property.value] : []));
}

function isMediaKey(name: string | undefined): boolean {
  return name === undefined || /^(?:type|role|kind|image|file|audio|video|data|source|url|inlineData|fileData|mimeType|mediaType|mime_type|media_type)$/u.test(name);
}

/** A file that is all of the system's instructions is a prompt that somebody keeps in a file. */
function isInstruction({ speaker, parts }: PromptPiece, { kind }: ContentRead): boolean {
  return speaker === 'system' && kind === 'file' && parts.length === 1;
}
