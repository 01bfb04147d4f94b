import { asksVendor } from '../../analysis/agents/model-hosts.js';
import { modelOf, type NamedModel } from '../../analysis/agents/model-ids.js';
import { mayNameModel, modelFacts, type ModelFacts } from '../../analysis/agents/models.js';
import { isRefused } from '../../analysis/agents/refused-settings.js';
import { agentDefinitions, agentRequests, type AgentRequest } from '../../analysis/agents/requests.js';
import { isOwn, simpleTaskOf, type TaskLimits } from '../../analysis/agents/simple-tasks.js';
import type { SourceCode } from '../../analysis/service.js';
import { createRule } from '../../kit/create-rule.js';
import { replaceText } from '../../kit/fixers/replace-text.js';
import type { Fix } from '../../kit/rule.js';

/**
 * A model that its vendor takes off the air fails from one day to the next, and the dearest model classifies a ticket no better
 * than one for a hundredth of its price.
 */
export default createRule({
  name: 'appropriate-model',
  principle: 'P066',
  description: 'Disallow retired models, and frontier models for simple tasks',
  fix: 'suggestion',
  presets: true,
  needs: ['agent-call', 'agent-stream', 'agent', 'llm'],
  messages: {
    retired: '{{vendor}} has shut `{{model}}` down, so requests for it fail (P066). Move to `{{replacement}}`.',
    gone: '{{vendor}} has shut `{{model}}` down, so requests for it fail (P066). Move to a current model.',
    ending: '{{vendor}} shuts `{{model}}` down on {{date}}; requests for it fail from then on (P066). Move to `{{replacement}}`.',
    expiring: '{{vendor}} shuts `{{model}}` down on {{date}}; requests for it fail from then on (P066). Move to a current model.',
    deprecated: '{{vendor}} has deprecated `{{model}}` (P066). Move to `{{replacement}}`.',
    oversized: '`{{model}}` is a frontier model, and the prompt only asks it to {{verb}} (P066). `{{cheaper}}` answers for {{share}} of the price.',
    use: 'Use `{{replacement}}`.',
  },
  options: {
    maxPromptTokens: { description: 'A longer prompt is no simple task. Estimated at four characters a token.', type: 'integer', minimum: 1, default: 200 },
    simpleVerbs: {
      description: 'The main verbs of instructions that a small model follows as well as a large one.',
      type: 'array',
      items: { type: 'string' },
      default: ['search', 'find', 'grep', 'list', 'classify', 'extract', 'format', 'translate', 'count', 'rename', 'label', 'tag', 'detect'],
    },
  },
  *check({ source, options }) {
    if (!mayNameModel(source.text)) return;
    const limits: TaskLimits = { maxPromptTokens: options.maxPromptTokens, verbs: options.simpleVerbs.map((verb) => verb.toLowerCase()) };
    for (const { model, requests } of namedModels(source)) {
      const facts = modelFacts(model.id);
      if (!facts) continue;
      for (const request of requests) {
        const problem = endOf(request, model, facts) ?? oversizeOf(request, model, facts, limits);
        if (!problem) continue;
        // One id for several requests: another one has to suit them all.
        const suggest = problem.suggest?.filter(({ data }) => !requests.some((one) => isRefused(one, facts, modelFacts(data.replacement))));
        yield suggest ? { ...problem, suggest } : problem;
        break;
      }
    }
  },
});

/** The models that texts of the file name, each with what asks for it there. */
function namedModels(source: SourceCode): Iterable<{ readonly model: NamedModel; readonly requests: readonly AgentRequest[] }> {
  const found = new Map<NamedModel['node'], { model: NamedModel; requests: AgentRequest[] }>();
  for (const request of [...agentRequests(source), ...agentDefinitions(source)]) {
    const model = modelOf(request);
    if (model?.source !== source) continue;
    const known = found.get(model.node);
    if (known) known.requests.push(request);
    else found.set(model.node, { model, requests: [request] });
  }
  return found.values();
}

const text = (node: NamedModel['node'], replacement: string): Fix => (fixer) => replaceText(fixer, node, replacement);

function endOf(request: AgentRequest, { id: model, node }: NamedModel, facts: ModelFacts) {
  const { vendor, retirement } = facts;
  if (!retirement || !asksVendor(request, vendor)) return undefined;
  const { date, retired, replacement } = retirement;
  const data = { vendor: vendor.title, model };
  if (replacement === undefined) {
    if (date === undefined) return undefined;
    return retired ? ({ node, messageId: 'gone', data } as const) : ({ node, messageId: 'expiring', data: { ...data, date } } as const);
  }
  const suggest = [{ messageId: 'use', data: { replacement }, fix: text(node, replacement) } as const];
  if (retired) return { node, messageId: 'retired', data: { ...data, replacement }, suggest } as const;
  if (date !== undefined) return { node, messageId: 'ending', data: { ...data, date, replacement }, suggest } as const;
  return { node, messageId: 'deprecated', data: { ...data, replacement }, suggest } as const;
}

function oversizeOf(request: AgentRequest, { id: model, node }: NamedModel, { tier, price, cheaper }: ModelFacts, limits: TaskLimits) {
  const lesser = cheaper.filter((candidate) => candidate.tier !== 'frontier');
  const [least] = lesser;
  if (tier !== 'frontier' || !price || !least || !isOwn(request, node)) return undefined;
  const verb = simpleTaskOf(request, limits);
  if (verb === undefined) return undefined;
  const data = { model, verb, cheaper: least.id, share: shareOf(least.price[1] / price[1]) };
  return { node, messageId: 'oversized', data, suggest: lesser.map(({ id }) => ({ messageId: 'use', data: { replacement: id }, fix: text(node, id) }) as const) } as const;
}

/** `1/40`, as people say it of prices. */
function shareOf(part: number): string {
  return part > 0.4 ? 'about half' : `1/${Math.round(1 / part)}`;
}
