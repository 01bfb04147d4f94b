import { expect, test } from 'vitest';
import { agentRequests } from '../../../src/analysis/agents/requests.js';
import { simpleTaskOf } from '../../../src/analysis/agents/simple-tasks.js';
import { sourceOf } from '../../helpers/source.js';

const verbs = ['find', 'list', 'classify', 'extract', 'translate', 'count', 'label'];
const verbOf = (prompt: string, more = '') => {
  const [request] = agentRequests(sourceOf(`import { generateText } from 'ai'; export const ask = (text, city, articles) => generateText({ model: 'm', prompt: ${prompt}${more} });`));
  return simpleTaskOf(request!, { maxPromptTokens: 100, verbs });
};

test.each([
  ["'List the capitals of Europe.'", 'list'],
  ["'Please translate this: good morning'", 'translate'],
  ["'1. Classify the ticket'", 'classify'],
  ["'Your task is to label the review as good or bad.'", 'label'],
  ["'You are a helper that translates names.'", 'translate'],
  ['`Translate to French: ${text}`', 'translate'],
  ['`Count the letters of ${city}.`', 'count'],
])('%s is simple', (prompt, verb) => expect(verbOf(prompt)).toBe(verb));

test.each([
  "'What is the capital of France?'",
  "'Write a poem.'",
  "'List the options. Then explain which one you recommend.'",
  "'List and compare the options.'",
  "'Find the bugs.'",
  "'Find the answer on the web.'",
  '`Extract the names from ${text}`',
  '`Translate ${articles}`',
  'text',
  `'List them. ${'And the others. '.repeat(40)}'`,
])('%s is not known to be simple', (prompt) => expect(verbOf(prompt)).toBeUndefined());

test('tools, thinking and messages make it hard', () => {
  expect(verbOf("'List the orders.'", ', tools: { orders }')).toBeUndefined();
  expect(verbOf("'List the orders.'", ', tools')).toBeUndefined();
  expect(verbOf("'List the orders.'", ", providerOptions: { openai: { reasoningEffort: 'high' } }")).toBeUndefined();
  expect(verbOf("'List the orders.'", ', messages: history')).toBeUndefined();
});
