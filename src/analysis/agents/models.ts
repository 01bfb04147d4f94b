import { modelVendors, type ModelLine, type ModelTier, type ModelVendor, type Refusal } from '../../catalog/models.js';

export { settingNames, unaskedSettings, type Refusal, type Setting } from '../../catalog/models.js';

/**
 * What is known of a language model by its id: vendor, tier, price, cheaper models, the end of its life, what its vendor caches.
 * Understands ids of gateways (`openrouter/anthropic/claude-...`), Bedrock (`us.anthropic.claude-...-v1:0`), Vertex AI
 * (`publishers/google/models/...`, `claude-...@20250514`), dated ids and tags (`:free`). An id that is not in the table is nobody's
 * to judge, nor are fine-tuned models and names of deployments.
 */
export interface ModelFacts {
  readonly vendor: ModelVendor;
  readonly family: string;
  readonly tier: ModelTier;
  /** USD per million tokens in and out. */
  readonly price?: readonly [input: number, output: number];
  /** Who answers to an id of this form: `vendor`: its own API. `gateway`: somebody who passes requests on. `host`: another cloud with its own schedule and ids. */
  readonly platform: 'vendor' | 'gateway' | 'host';
  /** Thinks before it answers when the request says nothing of it. */
  readonly reasoning: boolean;
  /** What of a request it answers with an error. */
  readonly refuses: readonly Refusal[];
  /** How repeated beginnings of prompts are cached, and from how many tokens on. */
  readonly cache?: { readonly kind: 'automatic' | 'explicit'; readonly from: number };
  /** Current models of the vendor whose answers cost less, the cheapest first, written as this id is. Empty where the form is a host's. */
  readonly cheaper: readonly CheaperModel[];
  /** Only for ids of the vendor's own API. */
  readonly retirement?: ModelRetirement;
}

export interface CheaperModel {
  readonly id: string;
  readonly tier: ModelTier;
  readonly price: readonly [input: number, output: number];
}

export interface ModelRetirement {
  /** When requests begin to fail, as `YYYY-MM-DD`; absent: deprecated without a date. */
  readonly date?: string;
  /** The day had come when the table was checked. */
  readonly retired: boolean;
  /** The model to move to, written as this id is. */
  readonly replacement?: string;
}

/** Beginnings of the names in the table. */
const beginnings = 'claude|gpt-|chatgpt|o[134]\\b|gemini|gemma|grok|deepseek|ministral|mistral|magistral|codestral|devstral|pixtral|open-mi|command(?:-[ar]|\\W)|text-(?:davinci|curie|babbage|ada)|code-davinci|davinci|babbage|codex|llama|meta-|nova-|titan|opus|sonnet|haiku|fable';
const named = new RegExp(`['"\`/.](?:${beginnings})`, 'iu');

/** A quick look at a text: `false` says that no string in it begins with the name of a model in the table. */
export function mayNameModel(text: string): boolean {
  return named.test(text);
}

/** An id taken apart. */
interface Parts {
  /** What stands before the model's own name: `openrouter/anthropic/`. */
  readonly prefix: string;
  /** The vendor that the prefix names. */
  readonly slug?: string;
  /** The model's own name, in lower case. */
  readonly name: string;
  /** What is sold under `:free` costs nothing. */
  readonly free: boolean;
  readonly platform: ModelFacts['platform'];
}

const bedrockPrefix = /^(?:[a-z-]+\.)?(anthropic|amazon|meta|mistral|cohere|deepseek|openai)\./u;

function partsOf(id: string): Parts | undefined {
  if (id.length > 120 || !/^[\w@:./-]+$/u.test(id) || id.startsWith('ft:')) return undefined;
  const slash = id.lastIndexOf('/');
  const prefix = id.slice(0, slash + 1).toLowerCase();
  const own = id.slice(slash + 1).toLowerCase();
  const bedrock = bedrockPrefix.exec(own);
  if (bedrock) return { prefix, slug: bedrock[1], name: own.slice(bedrock[0].length).replace(/(?<!^claude|instant)-v\d+(?::\d+(?::\w+)?)?$|:\d+$/u, ''), free: false, platform: 'host' };
  const [name = '', tag] = own.split(':');
  const [plain = '', version] = name.split('@');
  const parts = { prefix, name: version === undefined ? plain : `${plain}-${version}`, free: tag === 'free' };
  if (version !== undefined || /(?:^|\/)publishers\//u.test(prefix)) return { ...parts, platform: 'host' };
  if (prefix === '' || prefix === 'models/') return { ...parts, platform: 'vendor' };
  const before = prefix.split('/').at(-2) ?? '';
  // `deepseek-ai/DeepSeek-R1` and `azure/gpt-4o` name a repository of weights or another cloud.
  return slugs.has(before) ? { ...parts, slug: before, platform: 'gateway' } : { ...parts, platform: 'host' };
}

const slugs = new Set(modelVendors.flatMap((vendor) => vendor.slugs));

const patterns = new Map<string, RegExp>();

function matches(ids: string, text: string): boolean {
  let pattern = patterns.get(ids);
  if (!pattern) patterns.set(ids, (pattern = new RegExp(`^(?:${ids})$`, 'u')));
  return pattern.test(text);
}

/** Versions of Claude are written with dots or hyphens: `claude-3.5-sonnet`, `claude-3-5-sonnet`. */
function spelled(name: string): string {
  return name.startsWith('claude') ? name.replaceAll('.', '-') : name;
}

function lineOf(parts: Parts): { vendor: ModelVendor; line: ModelLine } | undefined {
  const stem = spelled(parts.name).replace(/-(?:\d{4}-\d{2}-\d{2}|20\d{6}|latest)$/u, '');
  for (const vendor of modelVendors) {
    if (parts.slug !== undefined && !vendor.slugs.includes(parts.slug)) continue;
    const line = vendor.lines.find(({ ids }) => matches(ids, stem) || matches(ids, parts.name));
    if (line) return { vendor, line };
  }
  return undefined;
}

/** Another model of the vendor, as the asked id is written; `undefined` where the form is a host's. */
function writtenLike(parts: Parts, id: string): string | undefined {
  if (parts.platform === 'host') return undefined;
  // Gateways write `claude-haiku-4.5`; aliases of one word go with aliases of one word.
  return parts.prefix + (parts.platform === 'gateway' ? id.replace(/^(claude-.*-\d)-(\d)$/u, '$1.$2') : id);
}

const known = new Map<string, ModelFacts | undefined>();

/** The facts on the model that `id` names, or `undefined` when the table does not know it. */
export function modelFacts(id: string): ModelFacts | undefined {
  if (!known.has(id)) known.set(id, read(id));
  return known.get(id);
}

function read(id: string): ModelFacts | undefined {
  const parts = partsOf(id);
  const found = parts && lineOf(parts);
  if (!found) return undefined;
  const { vendor, line } = found;
  const price = parts.free ? ([0, 0] as const) : line.price;
  return {
    vendor,
    family: line.family,
    tier: parts.free ? 'small' : line.tier,
    price,
    platform: parts.platform,
    reasoning: line.reasoning === true,
    refuses: line.refuses ?? (line.reasoning && vendor.reasoningRefuses) ?? [],
    cache: vendor.cache && { kind: vendor.cache.kind, from: line.cacheFrom ?? vendor.cache.from },
    cheaper: cheaperThan(vendor, parts, price),
    retirement: retirementOf(vendor, parts),
  };
}

function cheaperThan(vendor: ModelVendor, parts: Parts, price: ModelFacts['price']): CheaperModel[] {
  return vendor.current.flatMap((id) => {
    const written = writtenLike(parts, id);
    const line = lineOf({ ...parts, name: id, slug: vendor.slugs[0] })?.line;
    return written !== undefined && price && line?.price && line.price[1] < price[1] ? [{ id: written, tier: line.tier, price: line.price }] : [];
  });
}

function retirementOf(vendor: ModelVendor, parts: Parts): ModelRetirement | undefined {
  if (parts.platform !== 'vendor') return undefined;
  const entry = vendor.retirements?.find(({ ids }) => matches(ids, spelled(parts.name)));
  if (!entry) return undefined;
  const { date, replacement } = entry;
  return { date, retired: date !== undefined && date <= vendor.checked, replacement: replacement && writtenLike(parts, replacement) };
}
