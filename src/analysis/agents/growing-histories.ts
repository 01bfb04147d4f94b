import type { TSESTree } from '@typescript-eslint/utils';
import { defineService, type SourceCode } from '../service.js';
import { growthOf } from './history-growth.js';
import { histories, type Holder } from './histories.js';
import { agentRequests, type AgentRequest } from './requests.js';
import { turnsAround } from './unending-turns.js';

/**
 * Which lists of messages outlive a turn of a conversation, get longer with each and are told to a model whole.
 * Does not see: what the services behind it do not see.
 */
export interface GrowingHistory {
  /** Where it first gets longer, turn by turn. */
  readonly node: TSESTree.Node;
  /** How the code calls it: `messages`, `this.history`. */
  readonly name: string;
  readonly request: AgentRequest;
}

/** Every such list of the file. */
export const growingHistories = defineService((source: SourceCode): readonly GrowingHistory[] => {
  const requests = agentRequests(source);
  return histories(source).flatMap(({ holder, request }) => {
    const scope = holder.kind === 'field' ? holder.owner : holder.variable.scope.block;
    const growth = growthOf(source, holder, requests)?.find((node) => turnsAround(source, node, scope) !== undefined);
    return growth ? [{ node: growth, name: nameOf(holder), request }] : [];
  });
});

function nameOf(holder: Holder): string {
  return holder.kind === 'field' ? `this.${holder.name}` : holder.variable.name;
}
