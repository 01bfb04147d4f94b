import type { TSESTree } from '@typescript-eslint/utils';
import { argumentAt } from '../arguments.js';
import { useOf } from '../facts.js';
import type { SourceCode } from '../service.js';
import { expressionOf, stringOf } from '../values.js';
import { partOf, type AgentRequest } from './requests.js';

/** A model as the code names it. */
export interface NamedModel {
  /** As written: `gpt-4o`, `anthropic/claude-sonnet-4.5`. */
  readonly id: string;
  /** The text that names it, in `source`. */
  readonly node: TSESTree.Node;
  readonly source: SourceCode;
}

/**
 * The model that a request or definition asks for, where a text fixes it: `model: 'gpt-4o'`, `model: openai('gpt-4o')`,
 * `new ChatOpenAI({ model: 'gpt-4o' })`. A model from a variable, the environment or a function is nobody's to judge.
 */
export function modelOf(request: AgentRequest): NamedModel | undefined {
  const place = partOf(request, 'model');
  return typeof place === 'string' ? undefined : named(place.source, place.found, 0);
}

function named(source: SourceCode, node: TSESTree.Node, depth: number): NamedModel | undefined {
  const id = stringOf(source, node);
  if (id !== undefined) return { id, node: expressionOf(source, node), source };
  const use = useOf(source, expressionOf(source, node));
  const path = use?.action.args?.['model'];
  const place = use && path !== undefined && depth < 4 ? argumentAt(source, use.args, path) : 'absent';
  return typeof place === 'string' ? undefined : named(source, place.found, depth + 1);
}
