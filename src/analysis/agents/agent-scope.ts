import type { TSESTree } from '@typescript-eslint/utils';
import { importedValue, importOrigin } from '../imported-value.js';
import { defineService, type SourceCode } from '../service.js';
import { expressionOf } from '../values.js';
import { assignedRoles, mayAssignRoles, type AgentRole } from './assigned-roles.js';
import { promptOf } from './prompts.js';
import { agentDefinitions, agentRequests, partOf, type AgentRequest } from './requests.js';

/**
 * What each agent of a file has to do: how many tools it surely has, and which roles its instructions assign to it. An agent is
 * what a library calls so, and a call of a model that gives it tools.
 *
 * Tools are a lower bound: of a list that is spread or made elsewhere only what can be seen counts, and names of tools that a
 * program brings along do not count at all. Where something chooses among the tools for each step, the number says nothing.
 * Does not see: tools added to a list later, instructions that are not in English, what a file or a function gives.
 */
export interface AgentScope {
  /** What shows the tools: the list, or the name by which the file has it. */
  readonly tools?: { readonly node: TSESTree.Node; readonly count: number };
  readonly roles?: { readonly node: TSESTree.Node; readonly assigned: readonly AgentRole[] };
}

export const agentScopes = defineService((source: SourceCode): readonly AgentScope[] => {
  const mayHaveTools = /tools/iu.test(source.text);
  const mayAssign = mayAssignRoles(source.text);
  if (!mayHaveTools && !mayAssign) return [];
  const seen = new Set<TSESTree.Node>();
  return [...agentDefinitions(source), ...agentRequests(source)].flatMap((request) => {
    const tools = mayHaveTools ? toolsOf(source, request) : undefined;
    const isAgent = tools !== undefined || request.action.roles?.includes('agent') === true;
    const roles = isAgent && mayAssign ? rolesOf(source, request) : undefined;
    const scope: AgentScope = {
      ...(tools?.node && !seen.has(tools.node) && { tools }),
      ...(roles && !seen.has(roles.node) && { roles }),
    };
    for (const part of [tools, roles]) if (part) seen.add(part.node);
    return scope.tools ?? scope.roles ? [scope] : [];
  });
});

/** Settings by which a step gets a part of the tools only, or finds them when it needs them. */
const choosing = /activeTools|prepareStep|toolSelector|tool_?search|defer_?loading/iu;

function toolsOf(source: SourceCode, request: AgentRequest): AgentScope['tools'] {
  const place = partOf(request, 'tools');
  // What stands in another file is told there.
  if (typeof place === 'string' || place.source !== source) return undefined;
  const count = choosing.test(source.getText(place.request.node)) ? 0 : certainTools(source, place.found);
  return { node: place.found, count };
}

/** Files that are read for a list of tools, and how many imports away they may stand. */
const mentions = /tool/iu;
const far = 2;

function certainTools(source: SourceCode, node: TSESTree.Node, depth = 0): number {
  if (depth > 6) return 0;
  const at = expressionOf(source, node);
  const sum = (items: readonly (TSESTree.Node | null)[]) => items.reduce((total, item) => total + (item ? itemTools(source, item, depth) : 0), 0);
  if (at.type === 'ArrayExpression') return sum(at.elements);
  if (at.type === 'ObjectExpression') return sum(at.properties);
  if (at.type !== 'Identifier' && at.type !== 'MemberExpression') return 0;
  const origin = importOrigin(source, at);
  const value = origin && !origin.called ? importedValue(source, origin, mentions, far) : undefined;
  return value && value.node !== at ? certainTools(value.source, value.node, depth + 1) : 0;
}

function itemTools(source: SourceCode, item: TSESTree.Node, depth: number): number {
  if (item.type === 'SpreadElement') return certainTools(source, item.argument, depth + 1);
  return item.type === 'Literal' || item.type === 'TemplateLiteral' ? 0 : 1;
}

function rolesOf(source: SourceCode, request: AgentRequest): AgentScope['roles'] {
  const pieces = promptOf(request).pieces.filter((piece) => piece.speaker === 'system' && piece.kind === 'text' && piece.source === source);
  const [first] = pieces;
  const text = pieces.map(({ parts }) => parts.map((part) => (part.kind === 'static' ? part.text : '...')).join('')).join('\n');
  return first && { node: first.node, assigned: assignedRoles(text) };
}
