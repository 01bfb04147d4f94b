import { expect, test } from 'vitest';
import { unlimitedAnswers } from '../../../src/analysis/agents/output-limits.js';
import { sourceOf } from '../../helpers/source.js';

const found = (code: string) => unlimitedAnswers(sourceOf(code)).map(({ at, exposure }) => `${at.kind} ${exposure ?? 'nobody'}`);
const ai = "import { generateText } from 'ai';";

test('where a limit is missing', () => {
  expect(found(`${ai} generateText({ model, prompt: 'a' });`)).toEqual(['call nobody']);
  expect(found("import { ChatOpenAI } from '@langchain/openai'; const m = new ChatOpenAI({}); m.invoke('a'); m.invoke('b');")).toEqual(['definition nobody']);
  expect(found(`${ai} const o = { model, prompt: 'a' }; generateText(o); generateText(o);`)).toEqual(['call nobody']);
});

test('where none is', () => {
  expect(found(`${ai} generateText({ model, prompt: 'a', maxOutputTokens: 9 });`)).toEqual([]);
  expect(found("import Anthropic from '@anthropic-ai/sdk'; new Anthropic().messages.create({ model, messages });")).toEqual([]);
  expect(found(`${ai} generateText({ model, prompt: 'a', tools });`)).toEqual([]);
  expect(found("import { generateObject } from 'ai'; generateObject({ model, prompt: 'a', schema });")).toEqual([]);
});

test('who decides how long the answer is', () => {
  const handler = (prompt: string) => `${ai} import express from 'express'; express().post('/a', async (req, res) => { const { a } = req.body; res.json(await generateText({ model, prompt: ${prompt} })); });`;
  expect(found(handler('`About ${a}`'))).toEqual(['call handler']);
  expect(found(handler("'About foxes'"))).toEqual(['call nobody']);
  expect(found(handler('`One word about ${a}`'))).toEqual(['call nobody']);
  expect(found(`${ai} export const f = (list) => list.map((a) => generateText({ model, prompt: \`About \${a}\` }));`)).toEqual(['call loop']);
});
