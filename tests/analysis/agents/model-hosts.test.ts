import { expect, test } from 'vitest';
import { asksVendor } from '../../../src/analysis/agents/model-hosts.js';
import { modelFacts } from '../../../src/analysis/agents/models.js';
import { agentRequests } from '../../../src/analysis/agents/requests.js';
import { sourceOf } from '../../helpers/source.js';

const asks = (code: string, model: string) => {
  const [request] = agentRequests(sourceOf(code));
  return asksVendor(request!, modelFacts(model)!.vendor);
};
const openai = (construction: string) => `import OpenAI, { AzureOpenAI } from 'openai'; const client = ${construction}; client.responses.create({ model: 'gpt-4', input: q });`;

test.each([
  ['new OpenAI()', true],
  ["new OpenAI({ baseURL: 'https://api.openai.com/v1' })", true],
  ['new OpenAI({ baseURL: undefined })', true],
  ["new OpenAI({ baseURL: 'https://api.openai.com.example.org/v1' })", false],
  ["new OpenAI({ baseURL: 'http://localhost:11434/v1' })", false],
  ['new OpenAI({ baseURL: process.env.URL })', false],
  ['new OpenAI(options)', false],
  ['new AzureOpenAI()', false],
])('%s', (construction, expected) => expect(asks(openai(construction), 'gpt-4')).toBe(expected));

test('the vendor of the model, not of the package', () => {
  expect(asks(openai("new OpenAI({ baseURL: 'https://api.deepseek.com' })"), 'deepseek-chat')).toBe(true);
  expect(asks(openai('new OpenAI()'), 'deepseek-chat')).toBe(false);
});

test('providers', () => {
  const ai = (provider: string, from: string) => `import { generateText } from 'ai'; import { ${provider} } from '${from}'; generateText({ model: ${provider}('x'), prompt: q });`;
  expect(asks(ai('openai', '@ai-sdk/openai'), 'gpt-4')).toBe(true);
  expect(asks(ai('azure', '@ai-sdk/azure'), 'gpt-4')).toBe(false);
  expect(asks("import { generateText } from 'ai'; generateText({ model: 'openai/gpt-4', prompt: q });", 'openai/gpt-4')).toBe(false);
});
