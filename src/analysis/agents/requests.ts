import type { TSESTree } from '@typescript-eslint/utils';
import type { Action } from '../../catalog/schema.js';
import { argumentAt } from '../arguments.js';
import { contextOf } from '../context.js';
import { knownOf, useOf, usesOf, usesOfPackages } from '../facts.js';
import { lookUp, type Known } from '../known.js';
import { isNamed } from '../named-calls.js';
import { nodesOf } from '../nodes.js';
import { defineService, type SourceCode } from '../service.js';
import type { Use } from '../use.js';
import { expressionOf } from '../values.js';
import { leading, mayAskAgents } from './agent-imports.js';

/**
 * What the file asks of models and agents, and what agents, models and chats it makes: the calls of catalog libraries and of
 * the functions that the settings name, with the place of everything that can be said to a model.
 * Does not see: calls through project functions that wrap one (`agentCallOf` does), and what another file adds to an agent.
 */
export interface AgentRequest {
  /** The file it stands in. */
  readonly source: SourceCode;
  /** `call`: answers at once or by a promise. `stream`: gives its answer piece by piece. `definition`: makes what is asked later: an agent, a model, a chat. */
  readonly kind: 'call' | 'stream' | 'definition';
  readonly node: Use['node'];
  readonly args: Use['args'];
  /** What the catalog says of it. */
  readonly action: Action;
  /** What is called; `undefined` for a function that the settings name. */
  readonly known?: Known;
}

/** Named places of a request; the catalog says where in the arguments each stands. */
export type RequestPart =
  | 'model' | 'messages' | 'prompt' | 'system' | 'tools' | 'maxTokens' | 'temperature' | 'maxTurns' | 'budget' | 'timeout' | 'retries' | 'signal' | 'stream'
  | 'session' | 'memory' | 'cache' | 'truncation' | 'name' | 'description' | 'handoffs' | 'agents';

/**
 * Where a part stands: an expression and its file. `absent`: the request and all it is made with can be seen, and none of them
 * says it, though one could. `unknown`: something that may say it cannot be seen, or nothing known can say it.
 */
export type RequestPlace = { readonly found: TSESTree.Node; readonly source: SourceCode; readonly request: AgentRequest } | 'absent' | 'unknown';

/** Where functions that the settings name take what they are told: as libraries do, in an object or as the first text. */
const named: Action = {
  roles: ['agent-call'],
  args: {
    prompt: '0.prompt|0.input|0', messages: '0.messages', system: '0.system|0.instructions|1.system|1.instructions', model: '0.model|1.model', tools: '0.tools|1.tools',
    maxTokens: '0.maxTokens|1.maxTokens|0.max_tokens|1.max_tokens', maxTurns: '0.maxTurns|1.maxTurns', temperature: '0.temperature|1.temperature',
  },
};

/** Every call and stream of the file that asks a model or an agent, in source order. */
export const agentRequests = defineService((source: SourceCode): readonly AgentRequest[] => {
  if (!mayAskAgents(source)) return [];
  const { agents } = contextOf(source).settings;
  const requests = everything(source).filter(({ kind }) => kind !== 'definition');
  const known = new Set(requests.map(({ node }) => node));
  for (const node of agents.length > 0 ? nodesOf(source, 'CallExpression') : []) {
    if (!known.has(node) && isNamed(node.callee, agents)) requests.push({ source, kind: 'call', node, args: node.arguments, action: named });
  }
  return requests.sort((a, b) => a.node.range[0] - b.node.range[0]);
});

/** Every agent, model and chat that the file makes, in source order: what says a model, instructions or tools and asks nothing yet. */
export const agentDefinitions = defineService((source: SourceCode): readonly AgentRequest[] => {
  return mayAskAgents(source) ? everything(source).filter(({ kind }) => kind === 'definition') : [];
});

function everything(source: SourceCode): AgentRequest[] {
  usesOf(source, ...leading); // follows the project's imports to clients and agents, so that what is called on them is known
  return usesOfPackages(source, ...leading, 'agent-stream').flatMap((use) => {
    const request = use.kind === 'decorate' ? undefined : requestOf(source, use);
    return request ? [request] : [];
  });
}

function requestOf(source: SourceCode, { node, args, action, known }: Use): AgentRequest | undefined {
  const roles = action.roles ?? [];
  const kind = roles.includes('agent-call') ? 'call' : roles.includes('agent-stream') ? 'stream' : saysSomething(action) ? 'definition' : undefined;
  return kind && { source, kind, node, args, action, known };
}

function saysSomething({ roles, args }: Action): boolean {
  return roles?.includes('agent') === true || (roles?.includes('llm') === true && (args?.['model'] ?? args?.['system'] ?? args?.['tools']) !== undefined);
}

/** Where `part` of a request stands: in its own arguments, else in what it is made with (agent, model, chat, command), the nearest first. */
export function partOf(request: AgentRequest, part: RequestPart): RequestPlace {
  let isHidden = false;
  let isStated = false;
  for (const at of [request, ...behind(request)]) {
    if (at === 'unknown') {
      isHidden = true;
      continue;
    }
    const path = at.action.args?.[part];
    if (path === undefined) continue;
    isStated = true;
    const place = argumentAt(at.source, at.args, path);
    if (typeof place === 'object' && !isUndefined(place.found)) return { found: place.found, source: at.source, request: at };
    if (place === 'unknown') isHidden = true;
  }
  return isStated && !isHidden ? 'absent' : 'unknown';
}

/** Says nothing, as if it were not there. */
function isUndefined(node: TSESTree.Node): boolean {
  return node.type === 'Identifier' && node.name === 'undefined';
}

/** Arguments that are requests or definitions of their own. */
const carriers = ['command', 'agent', 'runnable', 'model'] as const;

/**
 * What a request is made with, the nearest first: the Bedrock command, the agent that is run, the model of the agent, the
 * instance whose method is called. `unknown` stands for one that cannot be seen.
 */
export function behind(request: AgentRequest): readonly (AgentRequest | 'unknown')[] {
  const found: (AgentRequest | 'unknown')[] = [];
  const seen = new Set<TSESTree.Node>([request.node]);
  const enter = (next: AgentRequest | 'unknown') => {
    if (next !== 'unknown') {
      if (seen.has(next.node) || found.length > 12) return;
      seen.add(next.node);
    }
    found.push(next);
    if (next !== 'unknown') visit(next);
  };
  const visit = (at: AgentRequest) => {
    for (const carrier of carriers) {
      const path = at.action.args?.[carrier];
      const place = path === undefined ? 'absent' : argumentAt(at.source, at.args, path);
      if (place === 'absent' || (carrier === 'model' && place === 'unknown')) continue;
      const made = place === 'unknown' ? undefined : madeBy(at.source, place.found);
      if (made) enter(made);
      else if (carrier !== 'model') enter('unknown');
    }
    const origin = at.known?.origin;
    if (origin) enter(asRequest(origin.source, origin.use));
    else if (at.known && isMethod(at.known)) enter('unknown');
  };
  visit(request);
  return found;
}

/** Called on an instance, so that whatever made the instance may have said things. */
function isMethod({ path, library, entity }: Known): boolean {
  if (path.includes('()')) return true;
  const [, owner = '', name, ...more] = path.slice(library.package.length).split('.');
  // `Agent.create`, `ChatPromptTemplate.fromMessages`: a function of the export itself.
  return name !== undefined && (more.length > 0 || lookUp(lookUp(library.exports, owner)?.members, name) !== entity);
}

/** The use that made the value of an expression: the call or construction itself, or where the variable got it from. */
function madeBy(source: SourceCode, node: TSESTree.Node): AgentRequest | undefined {
  const at = expressionOf(source, node);
  const use = useOf(source, at);
  if (use) return asRequest(source, use);
  const origin = knownOf(source, node)?.origin ?? knownOf(source, at)?.origin;
  return origin && asRequest(origin.source, origin.use);
}

function asRequest(source: SourceCode, use: Use): AgentRequest {
  return requestOf(source, use) ?? { source, kind: 'definition', node: use.node, args: use.args, action: use.action, known: use.known };
}
