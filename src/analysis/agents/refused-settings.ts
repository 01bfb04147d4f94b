import type { TSESTree } from '@typescript-eslint/utils';
import { packageFits } from '../facts.js';
import type { SourceCode } from '../service.js';
import { propertyName } from '../syntax.js';
import { expressionOf, propertyOf, stringOf } from '../values.js';
import { settingNames, unaskedSettings, type ModelFacts, type Refusal, type Setting } from './models.js';
import { behind, partOf, type AgentRequest } from './requests.js';

/**
 * Whether a request sets something that `next` answers with an error and `model` does not, so that another id alone would make
 * every request fail. Sees what the request says, what it is made with (client, agent, model, chat) and middleware around it,
 * through constants of the file, and what versions of packages send unasked.
 * Does not see: settings of another file and of spreads from elsewhere.
 */
export function isRefused(request: AgentRequest, model: ModelFacts, next: ModelFacts | undefined): boolean {
  const refused = next?.refuses.filter((refusal) => !model.refuses.includes(refusal)) ?? [];
  if (refused.length === 0) return false;
  const states = statesOf(request);
  return refused.some((refusal) => states.has(refusal));
}

/** What a request says that some model refuses. */
function statesOf(request: AgentRequest): ReadonlySet<Refusal> {
  const found = new Map<Setting, Set<Refusal>>();
  const enter = (setting: Setting, states: readonly Refusal[]) => {
    const known = found.get(setting) ?? new Set();
    for (const state of states) known.add(state);
    found.set(setting, known);
  };
  for (const at of [request, ...behind(request)]) {
    if (at === 'unknown') continue;
    for (const { setting, value } of settingsIn(at.source, at.args)) enter(setting, meaningOf(at.source, setting, value));
    for (const setting of unaskedOf(at)) enter(setting, ['sampling']);
  }
  const states = new Set([...found.values()].flatMap((meanings) => [...meanings]));
  if (found.has('temperature') && found.has('topP')) states.add('sampling-pair');
  if (isPrefilled(request)) states.add('prefill');
  return states;
}

/** What the value of a setting says; one that nobody can read may say any of it. */
function meaningOf(source: SourceCode, setting: Setting, value: TSESTree.Node): readonly Refusal[] {
  switch (setting) {
    case 'maxTokens':
      return ['max-tokens'];
    case 'thinking': {
      const kind = typeOf(source, value);
      if (kind === undefined) return ['thinking-budget', 'no-thinking'];
      return kind === 'enabled' ? ['thinking-budget'] : kind === 'disabled' ? ['no-thinking'] : [];
    }
    case 'toolChoice':
      return /^(?:auto|none)$/u.test(typeOf(source, value) ?? '') ? [] : ['forced-tool'];
    default:
      return ['sampling'];
  }
}

/** `'auto'`, and of `{ type: 'auto' }` the same. */
function typeOf(source: SourceCode, value: TSESTree.Node): string | undefined {
  const type = propertyOf(source, value, 'type');
  return stringOf(source, value) ?? (typeof type === 'object' ? stringOf(source, type.found) : undefined);
}

/** The last message is the beginning of the answer. */
function isPrefilled(request: AgentRequest): boolean {
  const messages = partOf(request, 'messages');
  if (typeof messages === 'string') return false;
  const list = expressionOf(messages.source, messages.found);
  const last = list.type === 'ArrayExpression' ? list.elements.at(-1) : undefined;
  if (!last || last.type === 'SpreadElement') return false;
  const role = propertyOf(messages.source, last, 'role');
  return typeof role === 'object' && stringOf(messages.source, role.found) === 'assistant';
}

/** Settings that go out though nobody gave them. */
function unaskedOf({ source, known }: AgentRequest): readonly Setting[] {
  if (!known) return [];
  const sent = unaskedSettings.filter(({ clients, package: name, versions, later }) =>
    // Both fit where nobody can tell the version.
    clients.includes(known.library.package) && packageFits(source, name, versions) && !packageFits(source, name, later));
  return sent.flatMap((one) => one.settings);
}

const settings: ReadonlyMap<string, Setting> = new Map(Object.entries(settingNames).flatMap(([setting, names]) => names.map((name) => [name, setting as Setting] as const)));

/** What a model is told and shown: names in there set nothing. */
const contents = /^(?:messages|prompt|system|instructions|input|tools|schema|output|metadata|response_?format)$/iu;

/** The settings that arguments name, in objects, lists, calls and constants of the file. */
function* settingsIn(source: SourceCode, nodes: readonly (TSESTree.Node | null)[], depth = 0): Generator<{ setting: Setting; value: TSESTree.Node }> {
  for (const node of nodes) {
    if (!node || depth > 8) continue;
    const at = expressionOf(source, node.type === 'SpreadElement' ? node.argument : node);
    if (at.type === 'ArrayExpression') yield* settingsIn(source, at.elements, depth + 1);
    else if (at.type === 'CallExpression' || at.type === 'NewExpression') yield* settingsIn(source, at.arguments, depth + 1);
    else if (at.type === 'ConditionalExpression') yield* settingsIn(source, [at.consequent, at.alternate], depth + 1);
    else if (at.type === 'LogicalExpression') yield* settingsIn(source, [at.left, at.right], depth + 1);
    else if (at.type === 'ObjectExpression') {
      for (const property of at.properties) {
        if (property.type === 'SpreadElement') yield* settingsIn(source, [property], depth + 1);
        else yield* ofProperty(source, property, depth);
      }
    }
  }
}

function* ofProperty(source: SourceCode, property: TSESTree.Property, depth: number): Generator<{ setting: Setting; value: TSESTree.Node }> {
  const name = propertyName(property);
  if (name === undefined || contents.test(name)) return;
  const setting = settings.get(name);
  const { value } = property;
  if (setting === undefined) yield* settingsIn(source, [value], depth + 1);
  else if (!(value.type === 'Identifier' && value.name === 'undefined')) yield { setting, value };
}
