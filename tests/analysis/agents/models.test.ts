import { describe, expect, test } from 'vitest';
import { modelFacts } from '../../../src/analysis/agents/models.js';
import { modelVendors } from '../../../src/catalog/models.js';

const brief = (id: string) => {
  const facts = modelFacts(id);
  return facts && `${facts.vendor.vendor} ${facts.family} ${facts.tier} ${facts.platform}`;
};

describe('a model by its id', () => {
  test.each([
    ['claude-opus-5-5', 'anthropic Opus frontier vendor'],
    ['claude-sonnet-4-5-20250929', 'anthropic Sonnet mid vendor'],
    ['claude-3-5-haiku-latest', 'anthropic Haiku small vendor'],
    ['claude-3.5-sonnet', 'anthropic Sonnet mid vendor'],
    ['opus', 'anthropic Opus frontier vendor'],
    ['anthropic/claude-sonnet-4.5', 'anthropic Sonnet mid gateway'],
    ['openrouter/anthropic/claude-opus-4.8', 'anthropic Opus frontier gateway'],
    ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'anthropic Sonnet mid host'],
    ['anthropic.claude-3-haiku-20240307-v1:0', 'anthropic Haiku small host'],
    ['anthropic.claude-v2', 'anthropic Claude frontier host'],
    ['claude-opus-4-1@20250805', 'anthropic Opus frontier host'],
    ['gpt-4', 'openai GPT-4 frontier vendor'],
    ['gpt-4-0613', 'openai GPT-4 frontier vendor'],
    ['gpt-4o', 'openai GPT-4o mid vendor'],
    ['gpt-4o-2024-08-06', 'openai GPT-4o mid vendor'],
    ['GPT-4o-mini', 'openai GPT-4o mini small vendor'],
    ['gpt-5-mini-2025-08-07', 'openai GPT mini small vendor'],
    ['gpt-5.6', 'openai GPT Sol frontier vendor'],
    ['gpt-6-sol', 'openai GPT Sol mid vendor'],
    ['openai/gpt-5.4-pro', 'openai GPT-5 Pro frontier gateway'],
    ['o3-mini', 'openai o mini small vendor'],
    ['o1', 'openai o frontier vendor'],
    ['gpt-3.5-turbo-16k', 'openai GPT-3.5 Turbo small vendor'],
    ['azure/gpt-4o', 'openai GPT-4o mid host'],
    ['models/gemini-2.5-flash', 'google Gemini Flash small vendor'],
    ['gemini-2.5-flash-preview-05-20', 'google Gemini Flash small vendor'],
    ['publishers/google/models/gemini-2.5-pro', 'google Gemini Pro mid host'],
    ['gemini-4-argon', 'google Gemini Argon frontier vendor'],
    ['x-ai/grok-4-fast', 'xai Grok Fast small gateway'],
    ['deepseek/deepseek-r1:free', 'deepseek DeepSeek R1 small gateway'],
    ['deepseek-ai/DeepSeek-R1', 'deepseek DeepSeek R1 small host'],
    ['mistral-large-latest', 'mistral Mistral Large small vendor'],
    ['command-r-plus', 'cohere Command mid vendor'],
    ['meta-llama/llama-3.3-70b-instruct', 'meta Llama small gateway'],
    ['amazon.nova-pro-v1:0', 'amazon Nova mid host'],
  ])('%s', (id, expected) => expect(brief(id)).toBe(expected));

  test.each([
    'gpt-test', 'gpt-stream', 'gpt-5.6-tool-response', 'gpt-35-turbo', 'claude', 'claude-code', 'claude-opus', 'my-claude-opus-4-5', 'ft:gpt-4o-mini-2024-07-18:acme::abc', 'gpt-4o-realtime-preview',
    'gemini-2.5-flash-image', 'gpt-image-1', 'text-embedding-3-small', 'mistral-embed', 'whisper-1', 'llama', 'qwen3-max', '', 'a model', 'anthropic/gpt-4o', `gpt-4${'o'.repeat(200)}`,
  ])('nobody knows %j', (id) => expect(modelFacts(id)).toBeUndefined());
});

describe('the end of a model', () => {
  const end = (id: string) => modelFacts(id)?.retirement;

  test('its vendor has shut it down', () => {
    expect(end('gpt-4-turbo')).toEqual({ date: '2026-10-23', retired: true, replacement: 'gpt-6.1-sol' });
    expect(end('claude-3-5-sonnet-20241022')).toMatchObject({ retired: true, replacement: 'claude-sonnet-5-5' });
    expect(end('models/gemini-1.5-pro')).toMatchObject({ retired: true, replacement: 'models/gemini-3.8-flash' });
    expect(end('deepseek-chat')).toMatchObject({ retired: true, replacement: 'deepseek-flash' });
  });

  test('its vendor will shut it down', () => {
    expect(end('gpt-4o')).toEqual({ date: '2027-01-14', retired: false, replacement: 'gpt-6-luna' });
    expect(end('claude-sonnet-4-5')).toEqual({ date: '2026-11-30', retired: false, replacement: 'claude-sonnet-5-5' });
    expect(end('gpt-5.1')).toEqual({ date: '2027-04-01', retired: false, replacement: undefined });
    expect(end('command-r')).toEqual({ date: undefined, retired: false, replacement: 'command-r-08-2024' });
  });

  test('an earlier end of one dated id', () => {
    expect(end('gpt-4o-2024-05-13')?.retired).toBe(true);
    expect(end('gpt-4o-2024-11-20')?.retired).toBe(false);
  });

  test.each(['claude-opus-5-5', 'gpt-5.4', 'gpt-6-luna', 'gemini-2.5-flash-lite', 'grok-4.7', 'mistral-large-latest', 'claude-haiku-4-5-20251001'])('%s is current', (id) => {
    expect(modelFacts(id)).toBeDefined();
    expect(end(id)).toBeUndefined();
  });

  test.each(['openai/gpt-4o', 'anthropic.claude-3-haiku-20240307-v1:0', 'claude-3-5-sonnet@20240620', 'azure/gpt-4', 'publishers/google/models/gemini-2.5-pro', 'deepseek-ai/DeepSeek-R1'])('other hosts have schedules of their own: %s', (id) => {
    expect(modelFacts(id)).toBeDefined();
    expect(end(id)).toBeUndefined();
  });
});

describe('cheaper models', () => {
  const ids = (id: string) => modelFacts(id)?.cheaper.map((model) => model.id);

  test('of the same vendor, the cheapest first', () => {
    expect(ids('claude-opus-4-8')).toEqual(['claude-haiku-5-5', 'claude-sonnet-5-5', 'claude-opus-5-5']);
    expect(ids('gpt-6-astra')).toEqual(['gpt-6-luna', 'gpt-6.1-terra', 'gpt-6.1-sol']);
    expect(modelFacts('gpt-6-astra')?.cheaper[0]).toEqual({ id: 'gpt-6-luna', tier: 'small', price: [0.1, 0.5] });
  });

  test('written as the id is', () => {
    expect(ids('anthropic/claude-opus-4.8')?.[0]).toBe('anthropic/claude-haiku-5.5');
    expect(ids('openrouter/openai/gpt-5.5')?.[0]).toBe('openrouter/openai/gpt-6-luna');
    expect(ids('models/gemini-4-argon')?.[0]).toBe('models/gemini-3.1-flash-lite');
  });

  test('none for hosts with ids of their own, and none below the cheapest', () => {
    expect(ids('us.anthropic.claude-opus-4-5-20251101-v1:0')).toEqual([]);
    expect(ids('gpt-6-luna')).toEqual([]);
    expect(ids('deepseek/deepseek-r1:free')).toEqual([]);
  });
});

test('what is cached', () => {
  expect(modelFacts('claude-haiku-4-5')?.cache).toEqual({ kind: 'explicit', from: 4096 });
  expect(modelFacts('claude-sonnet-4-5')?.cache).toEqual({ kind: 'explicit', from: 1024 });
  expect(modelFacts('claude-3-haiku-20240307')?.cache).toEqual({ kind: 'explicit', from: 2048 });
  expect(modelFacts('gpt-4o')?.cache).toEqual({ kind: 'automatic', from: 1024 });
  expect(modelFacts('gemini-2.5-pro')?.cache).toEqual({ kind: 'automatic', from: 2048 });
  expect(modelFacts('deepseek-chat')?.cache?.kind).toBe('automatic');
  expect(modelFacts('grok-4.5')?.cache).toBeUndefined();
});

test('which models think first', () => {
  for (const id of ['o1', 'o3-mini', 'o4-mini', 'gpt-5', 'gpt-5-mini', 'openai/gpt-5.4', 'gpt-6-luna', 'claude-haiku-5-5', 'claude-sonnet-5', 'claude-opus-5-5']) expect(modelFacts(id)?.reasoning, id).toBe(true);
  for (const id of ['gpt-4o', 'gpt-4.1-mini', 'gpt-3.5-turbo', 'gpt-5-chat-latest', 'claude-haiku-4-5', 'claude-opus-4-8']) expect(modelFacts(id)?.reasoning, id).toBe(false);
});

test('what models refuse', () => {
  const refuses = (id: string) => [...modelFacts(id)?.refuses ?? []].sort();
  for (const id of ['gpt-4o', 'claude-3-5-haiku-latest', 'claude-opus-4-1', 'gemini-2.5-pro']) expect(refuses(id), id).toEqual([]);
  for (const id of ['o3-mini', 'gpt-6.1-sol']) expect(refuses(id), id).toEqual(['max-tokens', 'sampling']);
  for (const id of ['claude-haiku-4-5', 'claude-sonnet-4-5-20250929']) expect(refuses(id), id).toEqual(['sampling-pair']);
  expect(refuses('claude-sonnet-4-6')).toEqual(['prefill', 'sampling-pair']);
  for (const id of ['claude-opus-4-7', 'claude-opus-4-8', 'claude-opus-5', 'claude-sonnet-5', 'claude-haiku-5-5', 'anthropic/claude-haiku-5.5']) expect(refuses(id), id).toEqual(['prefill', 'sampling', 'thinking-budget']);
  for (const id of ['claude-sonnet-5-5', 'claude-opus-5-5']) expect(refuses(id), id).toEqual(['forced-tool', 'no-thinking', 'prefill', 'sampling', 'thinking-budget']);
});

describe('the table', () => {
  test.each(modelVendors.map((vendor) => [vendor.vendor, vendor] as const))('%s names current models that it knows, in order of price', (_, vendor) => {
    const prices = vendor.current.map((id) => modelFacts(id)?.price?.[1] ?? Number.NaN);
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
    for (const id of vendor.current) expect(modelFacts(id)).toMatchObject({ vendor, retirement: undefined });
  });

  test.each(modelVendors.flatMap((vendor) => (vendor.retirements ?? []).map((entry) => [entry.ids, vendor, entry] as const)))('%s has a successor that lives', (_, vendor, { date, replacement }) => {
    expect(date ?? '2000-01-01').toMatch(/^20\d\d-\d\d-\d\d$/u);
    if (replacement !== undefined) expect(modelFacts(replacement)).toMatchObject({ vendor, retirement: undefined });
  });

  test.each(modelVendors.flatMap((vendor) => vendor.lines.map((line) => [line.ids, line] as const)))('%s has the tier of its price', (_, { tier, price }) => {
    if (price) expect(price[1] <= 5 ? 'small' : price[1] <= 18 ? 'mid' : 'frontier').toBe(tier);
    expect(tier).toMatch(/^(?:small|mid|frontier)$/u);
  });
});
