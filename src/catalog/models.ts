/**
 * Language models by vendor: what they cost, since when they are gone, from how many tokens their prompts are cached. Prices and
 * dates age fast, so each vendor states when they were looked up and where. Rules never hold such a number themselves.
 */

/**
 * By list price per million output tokens: `small` up to 5 USD, `mid` up to 18 USD, `frontier` above. Names do not order models
 * by price: a vendor's "large" may cost less than its "medium".
 */
export type ModelTier = 'small' | 'mid' | 'frontier';

/**
 * What a model answers with an error where others take it or pass over it. `sampling`: temperature, top_p or top_k.
 * `sampling-pair`: temperature together with top_p. `max-tokens`: the older name of the limit in chat completions.
 * `thinking-budget`: thinking with a fixed budget. `no-thinking`: thinking that is switched off. `forced-tool`: a tool that the
 * model has to call. `prefill`: messages that end with the beginning of the answer.
 */
export type Refusal = 'sampling' | 'sampling-pair' | 'max-tokens' | 'thinking-budget' | 'no-thinking' | 'forced-tool' | 'prefill';

/** How packages spell the settings of requests that models may refuse. */
export const settingNames = {
  temperature: ['temperature'],
  topP: ['topP', 'top_p'],
  topK: ['topK', 'top_k'],
  maxTokens: ['max_tokens'],
  thinking: ['thinking'],
  toolChoice: ['toolChoice', 'tool_choice'],
} as const satisfies Record<string, readonly string[]>;

export type Setting = keyof typeof settingNames;

/** Settings that requests carry though the code does not give them. */
export interface UnaskedSettings {
  /** Packages, as the catalog names them, whose requests carry them. */
  readonly clients: readonly string[];
  readonly settings: readonly Setting[];
  /** The package whose version decides: it does so in `versions`, and no longer in `later`. */
  readonly package: string;
  readonly versions: string;
  readonly later: string;
}

/**
 * Sources: ai 3.4 and 4.3 make a missing temperature 0 (`prepareCallSettings`), 5.0 leaves it out. ChatAnthropic of @langchain/anthropic
 * 0.2 and 0.3 sends a temperature of 1, and -1 as top_p and top_k, to all models but those it knows (langchainjs issue 10709); 1.0 leaves them out.
 */
export const unaskedSettings: readonly UnaskedSettings[] = [
  { clients: ['ai', '@ai-sdk/*'], settings: ['temperature'], package: 'ai', versions: '<5', later: '>=5' },
  { clients: ['@langchain/anthropic'], settings: ['temperature', 'topP', 'topK'], package: '@langchain/anthropic', versions: '<1', later: '>=1' },
];

/** Models of one price and one way to be asked. */
export interface ModelLine {
  /**
   * A pattern that the id must match as a whole, once gateway, region, date (`-20251001`, `-2025-08-07`) and `-latest` are taken
   * off and dots in versions of Claude are hyphens.
   */
  readonly ids: string;
  /** What the vendor calls the line: "Haiku", "GPT mini". */
  readonly family: string;
  readonly tier: ModelTier;
  /** USD per million tokens in and out, for short prompts. Absent: the host's price, or nobody could say. */
  readonly price?: readonly [input: number, output: number];
  /** The least number of tokens that a prompt must have to be cached. Absent: the vendor's `cache`. */
  readonly cacheFrom?: number;
  /** Thinks before it answers when the request says nothing of it. */
  readonly reasoning?: true;
  /** What it refuses. Absent: of a model with `reasoning` what the vendor's `reasoningRefuses` says. */
  readonly refuses?: readonly Refusal[];
}

/** Ids that the vendor takes off its own API. Other hosts (Bedrock, Vertex AI, Azure, gateways) have schedules of their own. */
export interface Retirement {
  /** A pattern that the whole id must match, with its date. */
  readonly ids: string;
  /** When requests begin to fail, as `YYYY-MM-DD`; of models long gone the latest day it can have been. Absent: deprecated, without a date. */
  readonly date?: string;
  /** What the vendor recommends; where that is gone too, what it recommends for that. */
  readonly replacement?: string;
}

export interface ModelVendor {
  readonly vendor: string;
  readonly title: string;
  /** The day on which the facts were looked up: `YYYY-MM-DD`. */
  readonly checked: string;
  readonly evidence: string;
  /** Names of the vendor in ids of gateways: `anthropic/claude-haiku-4.5`. */
  readonly slugs: readonly string[];
  /** Hosts of the vendor's own API. */
  readonly hosts: readonly string[];
  /**
   * Packages whose requests go to the vendor's own API when nothing says another, as `package` or `package#export|export`.
   * Exports that are named after another cloud do not count (`AzureOpenAI`).
   */
  readonly clients: readonly string[];
  /** Options of these clients, beside the URL, that say another host. */
  readonly elsewhere?: readonly string[];
  /** `automatic`: repeated beginnings of prompts are cached unasked. `explicit`: the request must ask. `from`: least number of tokens. */
  readonly cache?: { readonly kind: 'automatic' | 'explicit'; readonly from: number };
  readonly lines: readonly ModelLine[];
  readonly retirements?: readonly Retirement[];
  /** Current models to move to, the cheapest first. */
  readonly current: readonly string[];
  /** What models with `reasoning` refuse. */
  readonly reasoningRefuses?: readonly Refusal[];
}

/** What Claude refuses, by version. `next`: Opus 4.7, Sonnet 5, Haiku 5.5 and what came after; `last`: of these, Opus 5.5 and Sonnet 5.5. */
const claudeRefuses = {
  fourFive: ['sampling-pair'],
  fourSix: ['sampling-pair', 'prefill'],
  next: ['sampling', 'thinking-budget', 'prefill'],
  fable: ['sampling', 'thinking-budget', 'prefill', 'no-thinking'],
  last: ['sampling', 'thinking-budget', 'prefill', 'no-thinking', 'forced-tool'],
} as const satisfies Record<string, readonly Refusal[]>;

const anthropic: ModelVendor = {
  vendor: 'anthropic',
  title: 'Anthropic',
  checked: '2026-11-20',
  evidence: 'deprecated ids: the list in @anthropic-ai/sdk 0.60 to 1.12; prices and caching: platform.claude.com. Where no number is published for a model, that of its predecessor. What models refuse: migration guides of Haiku 4.5, Haiku 5.5, Sonnet 5.5 and Opus 5.5, and the older ones from Opus 4.6 on',
  slugs: ['anthropic'],
  hosts: ['api.anthropic.com'],
  clients: ['@anthropic-ai/sdk', '@anthropic-ai/claude-agent-sdk', '@ai-sdk/*#anthropic|createAnthropic', '@langchain/anthropic', '@inngest/agent-kit#anthropic'],
  elsewhere: ['anthropicApiUrl', 'clientOptions', 'createClient'],
  cache: { kind: 'explicit', from: 1024 },
  lines: [
    { ids: 'claude-haiku-5-5', family: 'Haiku', tier: 'small', price: [0.1, 0.5], cacheFrom: 4096, reasoning: true, refuses: claudeRefuses.next },
    { ids: 'claude-(?:haiku-4-5|4-5-haiku)', family: 'Haiku', tier: 'small', price: [1, 5], cacheFrom: 4096, refuses: claudeRefuses.fourFive },
    { ids: 'claude-3-5-haiku', family: 'Haiku', tier: 'small', price: [0.8, 4], cacheFrom: 2048 },
    { ids: 'claude-3-haiku', family: 'Haiku', tier: 'small', price: [0.25, 1.25], cacheFrom: 2048 },
    { ids: 'claude-instant(?:-v?1(?:-\\d)?)?(?:-100k)?', family: 'Instant', tier: 'small' },
    { ids: 'haiku', family: 'Haiku', tier: 'small', price: [1, 5], cacheFrom: 4096 },
    { ids: 'claude-(?:sonnet-5-5|5-5-sonnet)', family: 'Sonnet', tier: 'mid', price: [2, 10], cacheFrom: 2048, reasoning: true, refuses: claudeRefuses.last },
    { ids: 'claude-(?:sonnet-5|5-sonnet)', family: 'Sonnet', tier: 'mid', price: [2, 10], cacheFrom: 2048, reasoning: true, refuses: claudeRefuses.next },
    { ids: 'claude-(?:sonnet-4-6|4-6-sonnet)', family: 'Sonnet', tier: 'mid', price: [3, 15], cacheFrom: 2048, refuses: claudeRefuses.fourSix },
    { ids: 'claude-(?:sonnet-4-5|4-5-sonnet)', family: 'Sonnet', tier: 'mid', price: [3, 15], refuses: claudeRefuses.fourFive },
    { ids: 'claude-(?:sonnet-4(?:-0)?|4-sonnet|3(?:-[57])?-sonnet)', family: 'Sonnet', tier: 'mid', price: [3, 15] },
    { ids: 'claude-(?:v2|2(?:-[01])?|v1|1(?:-[0-3])?(?:-100k)?)', family: 'Claude', tier: 'frontier', price: [8, 24] },
    { ids: 'sonnet', family: 'Sonnet', tier: 'mid', price: [2, 10], cacheFrom: 2048, reasoning: true, refuses: claudeRefuses.last },
    { ids: 'claude-(?:opus-5-5|5-5-opus)', family: 'Opus', tier: 'frontier', price: [4, 20], reasoning: true, refuses: claudeRefuses.last },
    { ids: 'claude-(?:opus-5|5-opus)', family: 'Opus', tier: 'frontier', price: [5, 25], cacheFrom: 512, reasoning: true, refuses: claudeRefuses.next },
    { ids: 'claude-(?:opus-4-8|4-8-opus)', family: 'Opus', tier: 'frontier', price: [5, 25], refuses: claudeRefuses.next },
    { ids: 'claude-(?:opus-4-7|4-7-opus)', family: 'Opus', tier: 'frontier', price: [5, 25], cacheFrom: 4096, refuses: claudeRefuses.next },
    { ids: 'claude-(?:opus-4-6|4-6-opus)', family: 'Opus', tier: 'frontier', price: [5, 25], cacheFrom: 4096, refuses: claudeRefuses.fourSix },
    { ids: 'claude-(?:opus-4-5|4-5-opus)', family: 'Opus', tier: 'frontier', price: [5, 25], cacheFrom: 4096, refuses: claudeRefuses.fourFive },
    { ids: 'claude-(?:opus-4(?:-[01])?|4(?:-1)?-opus|3-opus)', family: 'Opus', tier: 'frontier', price: [15, 75] },
    { ids: 'opus', family: 'Opus', tier: 'frontier', price: [4, 20], reasoning: true, refuses: claudeRefuses.last },
    { ids: 'claude-fable-5(?:-[12])?|fable', family: 'Fable', tier: 'frontier', price: [10, 50], reasoning: true, refuses: claudeRefuses.fable },
    { ids: 'claude-mythos-(?:5(?:-[12])?|preview)', family: 'Mythos', tier: 'frontier', reasoning: true, refuses: claudeRefuses.fable },
  ],
  retirements: [
    { ids: 'claude-(?:sonnet-4-5|4-5-sonnet)(?:-20250929)?', date: '2026-11-30', replacement: 'claude-sonnet-5-5' },
    { ids: 'claude-opus-4-1(?:-20250805)?', date: '2026-08-05', replacement: 'claude-opus-4-8' },
    { ids: 'claude-mythos-preview', date: '2026-06-30' },
    { ids: 'claude-(?:opus-4(?:-0)?|4-opus)(?:-20250514)?', date: '2026-06-15', replacement: 'claude-opus-4-8' },
    { ids: 'claude-(?:sonnet-4(?:-0)?|4-sonnet)(?:-20250514)?', date: '2026-06-15', replacement: 'claude-sonnet-4-6' },
    { ids: 'claude-3-haiku(?:-20240307)?', date: '2026-04-20', replacement: 'claude-haiku-4-5' },
    { ids: 'claude-3-5-haiku(?:-latest|-20241022)?', date: '2026-02-19', replacement: 'claude-haiku-4-5' },
    { ids: 'claude-3-7-sonnet(?:-latest|-20250219)?', date: '2026-02-19', replacement: 'claude-sonnet-5-5' },
    { ids: 'claude-3-opus(?:-latest|-20240229)?', date: '2026-01-05', replacement: 'claude-opus-4-8' },
    { ids: 'claude-3-5-sonnet(?:-latest|-20240620|-20241022)?', date: '2025-10-28', replacement: 'claude-sonnet-5-5' },
    { ids: 'claude-3-sonnet(?:-20240229)?|claude-2(?:-[01])?', date: '2025-07-21', replacement: 'claude-sonnet-5-5' },
    { ids: 'claude-1(?:-[0-3])?(?:-100k)?', date: '2024-11-06', replacement: 'claude-sonnet-5-5' },
    { ids: 'claude-instant-1(?:-\\d)?(?:-100k)?', date: '2024-11-06', replacement: 'claude-haiku-4-5' },
  ],
  current: ['claude-haiku-5-5', 'claude-sonnet-5-5', 'claude-opus-5-5'],
};

const openai: ModelVendor = {
  vendor: 'openai',
  title: 'OpenAI',
  checked: '2026-11-20',
  evidence: 'developers.openai.com deprecations, models and pricing; ids: openai 7.57, @ai-sdk/openai',
  slugs: ['openai'],
  hosts: ['api.openai.com', 'eu.api.openai.com', 'us.api.openai.com'],
  clients: ['openai', '@ai-sdk/*#openai|createOpenAI', '@langchain/openai', '@openai/agents', '@inngest/agent-kit#openai'],
  elsewhere: ['configuration', 'basePath', 'azureOpenAIApiKey', 'azureOpenAIApiDeploymentName', 'azureOpenAIEndpoint', 'azureADTokenProvider'],
  cache: { kind: 'automatic', from: 1024 },
  reasoningRefuses: ['sampling', 'max-tokens'],
  lines: [
    { ids: 'gpt-6-luna', family: 'GPT Luna', tier: 'small', price: [0.1, 0.5], reasoning: true },
    { ids: 'gpt-5\\.6-luna', family: 'GPT Luna', tier: 'small', price: [0.2, 1.2], reasoning: true },
    { ids: 'gpt-6\\.1-terra', family: 'GPT Terra', tier: 'small', price: [1, 5], reasoning: true },
    { ids: 'gpt-5\\.6-terra', family: 'GPT Terra', tier: 'mid', price: [2, 12], reasoning: true },
    { ids: 'gpt-6(?:\\.1)?-sol', family: 'GPT Sol', tier: 'mid', price: [2, 10], reasoning: true },
    { ids: 'gpt-5\\.6(?:-sol)?', family: 'GPT Sol', tier: 'frontier', price: [4, 20], reasoning: true },
    { ids: 'gpt-6-astra', family: 'GPT Astra', tier: 'frontier', price: [10, 50], reasoning: true },
    { ids: 'gpt-5\\.5', family: 'GPT-5', tier: 'frontier', price: [5, 30], reasoning: true },
    { ids: 'gpt-5-nano', family: 'GPT nano', tier: 'small', price: [0.05, 0.4], reasoning: true },
    { ids: 'gpt-5\\.4-nano', family: 'GPT nano', tier: 'small', price: [0.2, 1.25], reasoning: true },
    { ids: 'gpt-5(?:\\.1)?-mini', family: 'GPT mini', tier: 'small', price: [0.25, 2], reasoning: true },
    { ids: 'gpt-5\\.4-mini', family: 'GPT mini', tier: 'small', price: [0.75, 4.5], reasoning: true },
    { ids: '(?:gpt-5(?:\\.1)?-)?codex-mini', family: 'GPT Codex mini', tier: 'small', price: [0.25, 2], reasoning: true },
    { ids: 'gpt-5(?:\\.[123])?-chat', family: 'GPT-5 Chat', tier: 'mid', price: [1.25, 10] },
    { ids: 'gpt-5(?:\\.1)?(?:-codex(?:-max)?)?', family: 'GPT-5', tier: 'mid', price: [1.25, 10], reasoning: true },
    { ids: 'gpt-5\\.[23](?:-codex)?', family: 'GPT-5', tier: 'mid', price: [1.75, 14], reasoning: true },
    { ids: 'gpt-5\\.4', family: 'GPT-5', tier: 'mid', price: [2.5, 15], reasoning: true },
    { ids: 'gpt-5-pro', family: 'GPT-5 Pro', tier: 'frontier', price: [15, 120], reasoning: true },
    { ids: 'gpt-5\\.2-pro', family: 'GPT-5 Pro', tier: 'frontier', price: [21, 168], reasoning: true },
    { ids: 'gpt-5\\.[45]-pro', family: 'GPT-5 Pro', tier: 'frontier', price: [30, 180], reasoning: true },
    { ids: 'gpt-4\\.1-nano', family: 'GPT nano', tier: 'small', price: [0.1, 0.4] },
    { ids: 'gpt-4\\.1-mini', family: 'GPT mini', tier: 'small', price: [0.4, 1.6] },
    { ids: 'gpt-4\\.1', family: 'GPT-4.1', tier: 'mid', price: [2, 8] },
    { ids: 'gpt-4o-mini(?:-search-preview)?', family: 'GPT-4o mini', tier: 'small', price: [0.15, 0.6] },
    { ids: 'gpt-4o(?:-search-preview)?', family: 'GPT-4o', tier: 'mid', price: [2.5, 10] },
    { ids: 'chatgpt-4o', family: 'GPT-4o', tier: 'mid', price: [5, 15] },
    { ids: 'gpt-4-turbo(?:-preview)?|gpt-4-(?:1106|0125|vision|1106-vision)-preview', family: 'GPT-4 Turbo', tier: 'frontier', price: [10, 30] },
    { ids: 'gpt-4(?:-0314|-0613)?', family: 'GPT-4', tier: 'frontier', price: [30, 60] },
    { ids: 'gpt-4-32k(?:-0314|-0613)?', family: 'GPT-4', tier: 'frontier', price: [60, 120] },
    { ids: 'gpt-4\\.5-preview', family: 'GPT-4.5', tier: 'frontier', price: [75, 150] },
    { ids: 'gpt-3\\.5-turbo(?:-16k)?(?:-0301|-0613|-1106|-0125)?', family: 'GPT-3.5 Turbo', tier: 'small', price: [0.5, 1.5] },
    { ids: 'gpt-3\\.5-turbo-instruct(?:-0914)?', family: 'GPT-3.5 Turbo', tier: 'small', price: [1.5, 2] },
    { ids: 'text-(?:davinci-00[123]|curie-001|babbage-001|ada-001)|code-davinci-002|davinci-002|babbage-002', family: 'GPT-3', tier: 'mid' },
    { ids: 'o[134]-mini', family: 'o mini', tier: 'small', price: [1.1, 4.4], reasoning: true },
    { ids: 'o1(?:-preview)?', family: 'o', tier: 'frontier', price: [15, 60], reasoning: true },
    { ids: 'o3', family: 'o', tier: 'mid', price: [2, 8], reasoning: true },
    { ids: 'o1-pro', family: 'o pro', tier: 'frontier', price: [150, 600], reasoning: true },
    { ids: 'o3-pro', family: 'o pro', tier: 'frontier', price: [20, 80], reasoning: true },
    { ids: 'o3-deep-research', family: 'Deep Research', tier: 'frontier', price: [10, 40], reasoning: true },
    { ids: 'o4-mini-deep-research', family: 'Deep Research', tier: 'mid', price: [2, 8], reasoning: true },
    { ids: 'gpt-oss-(?:20|120)b', family: 'gpt-oss', tier: 'small' },
  ],
  retirements: [
    { ids: 'gpt-5\\.1(?:-2025-11-13)?|gpt-5\\.3-codex|gpt-5\\.4-nano(?:-2026-03-17)?', date: '2027-04-01' },
    { ids: 'gpt-4o(?:-2024-08-06|-2024-11-20)?|gpt-4o-mini(?:-2024-07-18)?|gpt-4\\.1(?:-mini)?(?:-2025-04-14)?', date: '2027-01-14', replacement: 'gpt-6-luna' },
    { ids: 'gpt-5(?:-2025-08-07)?|o3(?:-2025-04-16)?|(?:gpt-5|o3)-pro(?:-2025-10-06|-2025-06-10)?', date: '2026-12-11', replacement: 'gpt-6.1-sol' },
    { ids: 'gpt-5-mini(?:-2025-08-07)?', date: '2026-12-11', replacement: 'gpt-6.1-terra' },
    { ids: 'gpt-5-nano(?:-2025-08-07)?', date: '2026-12-11', replacement: 'gpt-6-luna' },
    { ids: 'gpt-3\\.5-turbo(?:-0125)?|o4-mini(?:-2025-04-16)?', date: '2026-10-23', replacement: 'gpt-6.1-terra' },
    {
      ids: 'gpt-4(?:-0613|-1106-preview)?|gpt-4-turbo(?:-2024-04-09)?|gpt-4o-2024-05-13|o1(?:-2024-12-17)?|o1-pro(?:-2025-03-19)?|o3-mini(?:-2025-01-31)?',
      date: '2026-10-23',
      replacement: 'gpt-6.1-sol',
    },
    { ids: 'gpt-4\\.1-nano(?:-2025-04-14)?', date: '2026-10-23', replacement: 'gpt-6-luna' },
    { ids: 'gpt-3\\.5-turbo-1106', date: '2026-09-28', replacement: 'gpt-6.1-terra' },
    { ids: 'gpt-3\\.5-turbo-instruct(?:-0914)?|davinci-002|babbage-002', date: '2026-09-28' },
    { ids: 'gpt-5\\.[23]-chat-latest', date: '2026-08-10', replacement: 'gpt-5.5' },
    { ids: 'gpt-5(?:\\.1)?-chat-latest', date: '2026-07-23', replacement: 'gpt-5.5' },
    { ids: 'gpt-5-codex|gpt-5\\.1-codex(?:-max)?|gpt-5\\.2-codex', date: '2026-07-23', replacement: 'gpt-5.4' },
    { ids: 'gpt-5\\.1-codex-mini', date: '2026-07-23', replacement: 'gpt-5.4-mini' },
    { ids: '(?:o3|o4-mini)-deep-research(?:-2025-06-26)?', date: '2026-07-23', replacement: 'gpt-5.4-pro' },
    { ids: 'gpt-4o(?:-mini)?-search-preview(?:-2025-03-11)?', date: '2026-07-23', replacement: 'gpt-6-luna' },
    { ids: 'gpt-4-turbo-preview|gpt-4-0125-preview|gpt-4-0314', date: '2026-03-26', replacement: 'gpt-6.1-sol' },
    { ids: 'chatgpt-4o-latest', date: '2026-02-17', replacement: 'gpt-5.5' },
    { ids: 'codex-mini-latest', date: '2026-01-16', replacement: 'gpt-5.4-mini' },
    { ids: 'o1-mini(?:-2024-09-12)?', date: '2025-10-27', replacement: 'gpt-6.1-terra' },
    { ids: 'o1-preview(?:-2024-09-12)?', date: '2025-07-28', replacement: 'gpt-6.1-sol' },
    { ids: 'gpt-4\\.5-preview(?:-2025-02-27)?', date: '2025-07-14', replacement: 'gpt-6.1-sol' },
    { ids: 'gpt-4-32k(?:-0314|-0613)?', date: '2025-06-06', replacement: 'gpt-6.1-sol' },
    { ids: 'gpt-4-(?:1106-)?vision-preview', date: '2024-12-06', replacement: 'gpt-6.1-sol' },
    { ids: 'gpt-3\\.5-turbo-(?:0301|0613|16k(?:-0613)?)', date: '2024-09-13', replacement: 'gpt-6.1-terra' },
    { ids: 'text-(?:davinci-00[123]|curie-001|babbage-001|ada-001)|code-davinci-002', date: '2024-01-04' },
  ],
  current: ['gpt-6-luna', 'gpt-6.1-terra', 'gpt-6.1-sol', 'gpt-6-astra'],
};

const google: ModelVendor = {
  vendor: 'google',
  title: 'Google',
  checked: '2026-11-20',
  evidence: 'ai.google.dev deprecations, caching and pricing (list prices, without promotions)',
  slugs: ['google', 'gemini'],
  hosts: ['generativelanguage.googleapis.com'],
  clients: ['@google/genai', '@google/generative-ai', '@ai-sdk/*#google|createGoogleGenerativeAI', '@langchain/google-genai', '@inngest/agent-kit#gemini'],
  elsewhere: ['vertexai', 'vertexAI'],
  cache: { kind: 'automatic', from: 4096 },
  lines: [
    { ids: 'gemini-3\\.5-flash-lite', family: 'Gemini Flash-Lite', tier: 'small', price: [0.3, 2.5] },
    { ids: 'gemini-3\\.1-flash-lite(?:-preview)?', family: 'Gemini Flash-Lite', tier: 'small', price: [0.25, 1.5] },
    { ids: 'gemini-2\\.5-flash-lite(?:-preview-\\d\\d-\\d{2,4})?', family: 'Gemini Flash-Lite', tier: 'small', price: [0.1, 0.4], cacheFrom: 2048 },
    { ids: 'gemini-2\\.0-flash-lite(?:-001|-preview(?:-\\d\\d-\\d\\d)?)?', family: 'Gemini Flash-Lite', tier: 'small', price: [0.075, 0.3] },
    { ids: 'gemini-flash-lite', family: 'Gemini Flash-Lite', tier: 'small', price: [0.3, 2.5] },
    { ids: 'gemini-3\\.[678]-flash', family: 'Gemini Flash', tier: 'mid', price: [1.5, 7.5] },
    { ids: 'gemini-(?:3\\.5-)?flash', family: 'Gemini Flash', tier: 'mid', price: [1.5, 9] },
    { ids: 'gemini-3-flash(?:-preview)?', family: 'Gemini Flash', tier: 'small', price: [0.5, 3] },
    { ids: 'gemini-2\\.5-flash(?:-preview-\\d\\d-\\d{2,4})?', family: 'Gemini Flash', tier: 'small', price: [0.3, 2.5], cacheFrom: 2048 },
    { ids: 'gemini-2\\.0-flash(?:-001|-exp|-thinking-exp(?:-[\\d-]+)?)?', family: 'Gemini Flash', tier: 'small', price: [0.1, 0.4] },
    { ids: 'gemini-1\\.5-flash(?:-8b)?(?:-00[12])?', family: 'Gemini Flash', tier: 'small', price: [0.075, 0.3] },
    { ids: 'gemini-4-argon', family: 'Gemini Argon', tier: 'frontier', price: [4, 20] },
    { ids: 'gemini-(?:3(?:\\.1)?-pro(?:-preview(?:-customtools)?)?|pro-latest)', family: 'Gemini Pro', tier: 'mid', price: [2, 12] },
    { ids: 'gemini-2\\.5-pro(?:-(?:preview|exp)-\\d\\d-\\d\\d)?', family: 'Gemini Pro', tier: 'mid', price: [1.25, 10], cacheFrom: 2048 },
    { ids: 'gemini-2\\.0-pro-exp(?:-\\d\\d-\\d\\d)?', family: 'Gemini Pro', tier: 'mid' },
    { ids: 'gemini-1\\.5-pro(?:-00[12]|-exp-\\d{4})?', family: 'Gemini Pro', tier: 'small', price: [1.25, 5] },
    { ids: 'gemini-(?:1\\.0-)?pro(?:-vision)?(?:-001)?', family: 'Gemini Pro', tier: 'small', price: [0.5, 1.5] },
    { ids: 'gemma-[\\w.-]+', family: 'Gemma', tier: 'small' },
  ],
  retirements: [
    { ids: 'gemini-2\\.5-pro', date: '2026-12-01', replacement: 'gemini-3.8-flash' },
    { ids: 'gemini-2\\.5-flash', date: '2026-12-01', replacement: 'gemini-3.5-flash-lite' },
    { ids: 'gemini-2\\.0-flash(?:-001|-exp|-thinking-exp(?:-[\\d-]+)?)?', date: '2026-06-01', replacement: 'gemini-3.5-flash' },
    { ids: 'gemini-2\\.0-flash-lite(?:-001|-preview(?:-\\d\\d-\\d\\d)?)?', date: '2026-06-01', replacement: 'gemini-3.1-flash-lite' },
    { ids: 'gemini-3\\.1-flash-lite-preview', date: '2026-05-31', replacement: 'gemini-3.1-flash-lite' },
    { ids: 'gemini-3-pro-preview', date: '2026-03-09', replacement: 'gemini-3.1-pro-preview' },
    { ids: 'gemini-2\\.5-flash(?:-lite)?-preview-\\d\\d-\\d{2,4}', date: '2026-03-31', replacement: 'gemini-3.5-flash-lite' },
    { ids: 'gemini-2\\.5-pro-(?:preview|exp)-\\d\\d-\\d\\d|gemini-2\\.0-pro-exp(?:-\\d\\d-\\d\\d)?', date: '2025-12-02', replacement: 'gemini-3.1-pro-preview' },
    { ids: 'gemini-1\\.5-flash(?:-8b)?(?:-latest|-00[12])?', date: '2025-09-29', replacement: 'gemini-3.5-flash-lite' },
    { ids: 'gemini-1\\.5-pro(?:-latest|-00[12]|-exp-\\d{4})?', date: '2025-09-29', replacement: 'gemini-3.8-flash' },
    { ids: 'gemini-(?:1\\.0-)?pro(?:-vision)?(?:-001)?', date: '2025-02-15', replacement: 'gemini-3.8-flash' },
  ],
  current: ['gemini-3.1-flash-lite', 'gemini-3.5-flash-lite', 'gemini-3.8-flash', 'gemini-4-argon'],
};

const xai: ModelVendor = {
  vendor: 'xai',
  title: 'xAI',
  checked: '2026-11-20',
  evidence: 'docs.x.ai: retirement of 15 May 2026, models; ids: @ai-sdk/xai',
  slugs: ['xai', 'x-ai'],
  hosts: ['api.x.ai'],
  clients: ['@ai-sdk/*#xai|createXai', '@langchain/xai'],
  lines: [
    { ids: 'grok-build-0\\.1', family: 'Grok Build', tier: 'small', price: [1, 2] },
    { ids: 'grok-(?:4-1-fast|4-fast|4\\.1-fast)(?:-(?:non-)?reasoning)?', family: 'Grok Fast', tier: 'small', price: [0.2, 0.5] },
    { ids: 'grok-code-fast-1', family: 'Grok Code', tier: 'small', price: [0.2, 1.5] },
    { ids: 'grok-3-mini', family: 'Grok mini', tier: 'small', price: [0.3, 0.5] },
    { ids: 'grok-(?:4\\.3|4\\.20(?:-0309)?(?:-(?:non-)?reasoning)?)', family: 'Grok', tier: 'small', price: [1.25, 2.5] },
    { ids: 'grok-4\\.[567]', family: 'Grok', tier: 'mid', price: [2, 6] },
    { ids: 'grok-(?:3|4(?:-0709)?)', family: 'Grok', tier: 'mid', price: [3, 15] },
  ],
  retirements: [{ ids: 'grok-(?:4-1-fast|4-fast)-(?:non-)?reasoning(?:-latest)?|grok-4-0709|grok-code-fast-1|grok-3', date: '2026-05-15', replacement: 'grok-4.3' }],
  current: ['grok-4.3', 'grok-4.7'],
};

const deepseek: ModelVendor = {
  vendor: 'deepseek',
  title: 'DeepSeek',
  checked: '2026-11-20',
  evidence: 'api-docs.deepseek.com: first call, news of 24 April 2026, context caching',
  slugs: ['deepseek'],
  hosts: ['api.deepseek.com'],
  clients: ['@ai-sdk/*#deepseek|createDeepSeek', '@langchain/deepseek'],
  cache: { kind: 'automatic', from: 64 },
  lines: [
    { ids: 'deepseek-(?:flash|v4(?:\\.1)?-flash(?:-vision-exp)?)', family: 'DeepSeek Flash', tier: 'small', price: [0.14, 0.28] },
    { ids: 'deepseek-v4-pro', family: 'DeepSeek Pro', tier: 'small', price: [0.435, 0.87] },
    { ids: 'deepseek-(?:chat|v3(?:\\.\\d)?(?:-\\w+)?)', family: 'DeepSeek V3', tier: 'small', price: [0.27, 1.1] },
    { ids: 'deepseek-(?:reasoner|r1)(?:-0528)?', family: 'DeepSeek R1', tier: 'small', price: [0.55, 2.19] },
  ],
  retirements: [{ ids: 'deepseek-(?:chat|reasoner)', date: '2026-07-24', replacement: 'deepseek-flash' }],
  current: ['deepseek-flash'],
};

const mistral: ModelVendor = {
  vendor: 'mistral',
  title: 'Mistral',
  checked: '2026-11-20',
  evidence: 'docs.mistral.ai models (retired ones), models.dev; ids: @ai-sdk/mistral',
  slugs: ['mistral', 'mistralai'],
  hosts: ['api.mistral.ai'],
  clients: ['@mistralai/mistralai', '@ai-sdk/*#mistral|createMistral', '@langchain/mistralai'],
  lines: [
    { ids: 'ministral-(?:3b|8b|14b)(?:-\\d{4})?', family: 'Ministral', tier: 'small', price: [0.2, 0.2] },
    { ids: 'mistral-small(?:-\\d{4})?', family: 'Mistral Small', tier: 'small', price: [0.15, 0.6] },
    { ids: '(?:open-)?mistral-(?:nemo|tiny|7b)(?:-\\d{4})?|open-mixtral-8x7b|pixtral-12b(?:-\\d{4})?', family: 'Mistral open', tier: 'small', price: [0.15, 0.15] },
    { ids: 'codestral(?:-\\d{4})?|devstral(?:-small|-medium)?(?:-\\d{4})?', family: 'Codestral', tier: 'small', price: [0.3, 0.9] },
    { ids: 'magistral-small(?:-\\d{4})?', family: 'Magistral', tier: 'small', price: [0.5, 1.5] },
    { ids: 'magistral-medium(?:-\\d{4})?', family: 'Magistral', tier: 'small', price: [2, 5] },
    { ids: 'mistral-large(?:-3|-4|-2[5-9]\\d\\d)?', family: 'Mistral Large', tier: 'small', price: [0.68, 2.09] },
    { ids: 'mistral-large-24\\d\\d|open-mixtral-8x22b|pixtral-large(?:-\\d{4})?', family: 'Mistral Large', tier: 'mid', price: [2, 6] },
    { ids: 'mistral-medium(?:-3(?:\\.\\d)?|-\\d{4})?', family: 'Mistral Medium', tier: 'mid', price: [1.5, 7.5] },
  ],
  retirements: [
    { ids: 'pixtral-12b-2409', date: '2025-12-31', replacement: 'ministral-14b-latest' },
    { ids: 'codestral-2501', date: '2025-11-30', replacement: 'codestral-2508' },
    { ids: 'mistral-medium-2312', date: '2025-06-16', replacement: 'mistral-medium-3.5' },
    { ids: 'open-mistral-7b|open-mixtral-8x7b|open-mixtral-8x22b', date: '2025-03-30', replacement: 'mistral-small-latest' },
  ],
  current: ['ministral-14b-latest', 'mistral-small-latest', 'mistral-large-latest', 'mistral-medium-latest'],
};

const cohere: ModelVendor = {
  vendor: 'cohere',
  title: 'Cohere',
  checked: '2026-11-20',
  evidence: 'docs.cohere.com deprecations and the announcement of 15 September 2025',
  slugs: ['cohere'],
  hosts: ['api.cohere.com', 'api.cohere.ai'],
  clients: ['cohere-ai', '@ai-sdk/*#cohere|createCohere', '@langchain/cohere'],
  lines: [
    { ids: 'command-r7b(?:-12-2024)?', family: 'Command R7B', tier: 'small', price: [0.0375, 0.15] },
    { ids: 'command-r(?:-\\d\\d-2024)?', family: 'Command R', tier: 'small', price: [0.15, 0.6] },
    { ids: 'command-light', family: 'Command', tier: 'small', price: [0.3, 0.6] },
    { ids: 'command-a(?:-03-2025)?|command-r-plus(?:-\\d\\d-2024)?', family: 'Command', tier: 'mid', price: [2.5, 10] },
    { ids: 'command', family: 'Command', tier: 'small', price: [1, 2] },
  ],
  retirements: [
    { ids: 'command-r(?:-03-2024)?', replacement: 'command-r-08-2024' },
    { ids: 'command-r-plus(?:-04-2024)?', replacement: 'command-r-plus-08-2024' },
    { ids: 'command|command-light', replacement: 'command-a-03-2025' },
  ],
  current: ['command-r7b-12-2024', 'command-r-08-2024', 'command-a-03-2025'],
};

/** Open weights and hosts' own models: the host says the price and when they go. */
const others: readonly ModelVendor[] = [
  {
    vendor: 'meta', title: 'Meta', checked: '2026-11-20', evidence: 'models.dev', slugs: ['meta', 'meta-llama'], hosts: [], clients: [], current: [],
    lines: [{ ids: '(?:meta-)?llama-?(?:[23][\\w.-]*|guard[\\w.-]*|prompt[\\w.-]*)', family: 'Llama', tier: 'small' }, { ids: 'llama-4-[\\w.-]+', family: 'Llama', tier: 'small' }],
  },
  {
    vendor: 'amazon', title: 'Amazon', checked: '2026-11-20', evidence: 'prices of litellm', slugs: ['amazon'], hosts: [], clients: [], current: [],
    lines: [
      { ids: 'nova-(?:2-)?(?:micro|lite)', family: 'Nova', tier: 'small', price: [0.06, 0.24] },
      { ids: 'nova-(?:2-)?(?:pro|premier)', family: 'Nova', tier: 'mid' },
      { ids: 'titan-text-(?:lite|express)', family: 'Titan', tier: 'small' },
    ],
  },
];

export const modelVendors: readonly ModelVendor[] = [anthropic, openai, google, xai, deepseek, mistral, cohere, ...others];
