import type { TSESTree } from '@typescript-eslint/utils';
import { nodesOf } from '../nodes.js';
import type { SourceCode } from '../service.js';
import { propertyName } from '../syntax.js';
import { expressionOf } from '../values.js';
import { mayAskAgents } from './agent-imports.js';
import { fixedText, promptOf } from './prompts.js';
import { agentRequests, behind, partOf, type AgentRequest } from './requests.js';
import { isVagueTask } from './vague-tasks.js';

/**
 * Requests whose whole prompt is a fixed text that asks for work and names nothing to work on. Silent where anything else can
 * carry the material: messages before it, a long or computed system prompt, a file or image, a schema, tools that fetch it, a
 * session, a memory.
 * Does not see: what an agent's own default tools find when they search.
 */
export interface VaguePrompt {
  readonly request: AgentRequest;
  /** The prompt, in the file asked about. */
  readonly node: TSESTree.Node;
  readonly text: string;
}

/** Words that a static system prompt may have to say who the model is; a longer one may carry what the task is about. */
const maxRoleWords = 40;
/** A quote, and soon a verb of work. */
const order = /["'`](?:[a-z,' ]{0,40} )?(?:fix|debug|improve|refactor|optimi[sz]e|clean|analy[sz]e|review|check|enhance|rewrite|update|test|investigate|examine|inspect|evaluate|assess|solve|resolve|repair|correct|patch|simplify|document|summari[sz]e|explain|audit|scan|handle|modify|polish|tidy|rework|revise|make|find|look)\b/iu;
/** Characters; vague tasks are short. */
const maxLength = 200;

/** Whether some text of the file is a vague task at all, whatever it is used for. A look at the literals before anything else. */
function hasVagueTexts(source: SourceCode, minWords: number): boolean {
  if (!order.test(source.text)) return false;
  return nodesOf(source, 'Literal', 'TemplateElement').some((node) => {
    const text = node.type === 'Literal' ? node.value : node.value.cooked;
    return typeof text === 'string' && text.length < maxLength && isVagueTask(text, minWords);
  });
}

/** @param minWords see `isVagueTask`. */
export function vaguePrompts(source: SourceCode, minWords: number): readonly VaguePrompt[] {
  if (!mayAskAgents(source) || !hasVagueTexts(source, minWords)) return [];
  return agentRequests(source).flatMap((request) => {
    const prompt = promptOf(request);
    const tasks = prompt.pieces.filter(({ speaker }) => speaker !== 'system');
    const [task] = tasks;
    const [part, ...others] = task?.parts ?? [];
    if (!prompt.complete || tasks.length !== 1 || task?.kind !== 'text' || task.speaker !== 'user' || task.source !== source) return [];
    if (part?.kind !== 'static' || others.length > 0 || !isVagueTask(part.text, minWords)) return [];
    const roles = prompt.pieces.filter(({ speaker }) => speaker === 'system');
    const isRoleOnly = roles.every(({ kind, parts }) => kind === 'text' && parts.every((one) => one.kind === 'static')) && fixedText(roles).split(/\s+/u).length <= maxRoleWords;
    return isRoleOnly && !carriesMaterial(request) ? [{ request, node: task.node, text: part.text.trim() }] : [];
  });
}

/** Options and agents that bring the material along, or may. */
function carriesMaterial(request: AgentRequest): boolean {
  const chain = [request, ...behind(request)];
  if (chain.some((at) => at === 'unknown' || at.action.stateful === true)) return true;
  if ((['tools', 'session', 'memory', 'handoffs', 'agents', 'system'] as const).some((part) => mayBeGiven(request, part))) return true;
  return chain.some((at) => at !== 'unknown' && at.args.some((argument) => hasCarrier(at.source, argument, 0)));
}

function mayBeGiven(request: AgentRequest, part: 'agents' | 'handoffs' | 'memory' | 'session' | 'system' | 'tools'): boolean {
  const place = partOf(request, part);
  if (place === 'absent') return false;
  if (place === 'unknown') return part !== 'system' && hasOptions(request, part);
  if (part === 'system') return false; // read above
  const at = expressionOf(place.source, place.found);
  return !((at.type === 'ArrayExpression' && at.elements.length === 0) || (at.type === 'ObjectExpression' && at.properties.length === 0));
}

/** The part could stand in an argument that cannot be seen: a text has no options. */
function hasOptions(request: AgentRequest, part: string): boolean {
  return [request, ...behind(request)].some((at) => at !== 'unknown' && at.action.args?.[part] !== undefined && at.args.some((argument) => !isSeen(at.source, argument)));
}

function isSeen(source: SourceCode, argument: TSESTree.Node): boolean {
  const at = expressionOf(source, argument);
  return at.type === 'Literal' || at.type === 'TemplateLiteral' || (at.type === 'ObjectExpression' && at.properties.every(({ type }) => type === 'Property'));
}

/** Option names that bring material, or say what its form is. */
const carriers = /schema|format|output|files?$|image|attach|document|context|resource|skill|subagent|mcp|plugin|container|thread|conversation|previous|resume|continue|history|data$|dirs?$|directories|tool|hook/iu;

function hasCarrier(source: SourceCode, node: TSESTree.Node, depth: number): boolean {
  const at = expressionOf(source, node);
  if (at.type === 'SpreadElement') return true;
  if (at.type !== 'ObjectExpression' || depth > 2) return false;
  return at.properties.some((property) => {
    if (property.type === 'SpreadElement') return true;
    const name = propertyName(property);
    return name === undefined || carriers.test(name) || hasCarrier(source, property.value, depth + 1);
  });
}
