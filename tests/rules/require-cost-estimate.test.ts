import { setHost } from '../../src/kit/host-slot.js';
import rule from '../../src/rules/cost-optimization/require-cost-estimate.js';
import { testRule } from '../helpers/rule-tester.js';

/** A project in memory. */
const files: Record<string, string> = {
  '/app/llm.ts': "import OpenAI from 'openai';\nconst openai = new OpenAI();\nexport async function summarize(text: string) { const r = await openai.responses.create({ model: 'gpt-5-mini', input: text }); return r.output_text; }",
  '/app/db.ts': "import { PrismaClient } from '@prisma/client';\nexport const prisma = new PrismaClient();",
};
setHost({
  resolve: (specifier, from) => (from.startsWith('/app/') && `/app/${specifier.slice(2)}.ts` in files ? `/app/${specifier.slice(2)}.ts` : undefined),
  read: (file) => (files[file] === undefined ? undefined : { text: files[file], modified: 1 }),
  manifest: () => undefined,
});

const any = { lists: 'any' } as const;
const ai = "import { generateText } from 'ai';\n";
const express = `${ai}import express from 'express';\nconst app = express();\n`;
const prisma = `${ai}import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n`;
const each = (list: string) => `for (const item of ${list}) { await generateText({ model: 'openai/gpt-5-mini', prompt: item }); }`;
const route = (body: string, more = '') => `${express}app.post('/all', ${more}async (req, res) => {\n${body}\nres.end();\n});`;
const job = (body: string, head = prisma) => `${head}export async function run(input) {\n${body}\n}`;

testRule(rule, {
  valid: {
    'a literal list': route(each("['a', 'b']")),
    'a constant list': `${route(each('topics'))}\nconst topics = ['a', 'b'];`,
    'a slice': route(each('req.body.items.slice(0, 20)')),
    'a check of the length': route(`if (req.body.items.length > 20) return res.sendStatus(413);\n${each('req.body.items')}`),
    'a schema that bounds': `import { z } from 'zod';\nconst Body = z.object({ items: z.array(z.string()).max(20) });\n${route(`const { items } = Body.parse(req.body);\n${each('items')}`)}`,
    'a schema of elsewhere': `import { Body } from './schemas';\n${route(`const { items } = Body.parse(req.body);\n${each('items')}`)}`,
    'a check on the way': route(each('req.body.items'), 'validate(schema), '),
    'a budget': route(`let budget = 5; for (const item of req.body.items) { const r = await generateText({ model: 'm', prompt: item }); budget -= r.usage.totalTokens; if (budget < 0) break; }`),
    'an estimate': route(`if (estimateCost(req.body.items) > 1) return;\n${each('req.body.items')}`),
    'a quota': route(`await checkQuota(req.user, req.body.items);\n${each('req.body.items')}`),
    'a query with a limit': job(each('await prisma.note.findMany({ take: 50 })')),
    'pages of a query': job(`let cursor; do { const notes = await prisma.note.findMany({ skip: 10 }); ${each('notes')} } while (cursor);`),
    'chunks': job(`for (const chunk of chunks(input, 20)) { await generateText({ model: 'm', prompt: chunk.join() }); }`),
    'a loop that asks nobody': job('for (const note of await prisma.note.findMany()) { console.log(note); }'),
    'a list that comes in, by default': job(each('input.items')),
    'a list of a call, by default': job(each('await load()')),
    'characters': job(each("'abc'")),
    'a program': { code: job(each('await prisma.note.findMany()')), filename: 'scripts/summarize.ts' },
    'a test': { code: job(each('await prisma.note.findMany()')), filename: 'summarize.test.ts' },
    'a body with a type': `import { Body, Controller, Post } from '@nestjs/common';\n${ai}@Controller() export class All { @Post() async all(@Body() dto: ItemsDto) { ${each('dto.items')} } }`,
    'one that is sent once for all': route("await generateText({ model: 'm', prompt: req.body.items.map((item) => item.text).join() });"),
    'any list, limited': { code: job(`const limit = 20;\n${each('input.filter((one, index) => index < limit)')}`), options: any },
    'any list, from top results': { code: job(each('topResults')), options: any },
  },
  invalid: {
    'a list of the request': { code: route(each('req.body.items')), errors: [{ messageId: 'sender', data: { call: 'generateText()' } }] },
    'a destructured list of the request': { code: route(`const { items } = req.body;\n${each('items')}`), errors: ['sender'] },
    'all at once': { code: route("await Promise.all(req.body.items.map((item) => generateText({ model: 'm', prompt: item })));"), errors: ['sender'] },
    'all at once, five at a time': {
      code: `import pLimit from 'p-limit';\n${route("const limit = pLimit(5); await Promise.all(req.body.items.filter(Boolean).map((item) => limit(async () => { const x = await generateText({ model: 'm', prompt: item, maxOutputTokens: 5 }); return x; })));")}`,
      errors: ['sender'],
    },
    'only asked whether there are any': { code: route(`if (req.body.items.length === 0 || req.body.items.length < 1) return;\n${each('req.body.items')}`), errors: ['sender'] },
    'a schema that does not bound': { code: `import { z } from 'zod';\nconst Body = z.object({ items: z.array(z.string()) });\n${route(`const { items } = Body.parse(req.body);\n${each('items')}`)}`, errors: ['sender'] },
    'a route of Next.js': { code: `${ai}export async function POST(request) { const { items } = await request.json(); ${each('items')} return new Response(); }`, filename: 'app/api/all/route.js', language: 'js', errors: ['sender'] },
    'a query without a limit': { code: job(each('await prisma.note.findMany()')), errors: ['query'] },
    'a query in a constant, a wrapper of another file': {
      code: "import { summarize } from './llm';\nimport { prisma } from './db';\nexport async function run() { const notes = await prisma.note.findMany({ where: { done: false } });\n for (const note of notes) { await summarize(note.text); } }",
      filename: '/app/src.ts', errors: [{ messageId: 'query', data: { call: 'summarize()' } }],
    },
    'nested lists': { code: job(`for (const note of await prisma.note.findMany()) { for (const part of ['a', 'b']) { await generateText({ model: 'm', prompt: note.text + part }); } }`), errors: ['query'] },
    'files of a directory, in CommonJS': {
      code: "const { generateText } = require('ai');\nconst { readdir } = require('node:fs/promises');\nexports.run = async (folder) => { for (const file of await readdir(folder)) { await generateText({ model: 'm', prompt: file }); } };",
      language: 'js', filename: 'file.js', sourceType: 'commonjs', errors: ['files'],
    },
    'any list': { code: job(each('input.items')), options: any, errors: [{ messageId: 'elsewhere', data: { call: 'generateText()', list: 'input.items' } }] },
    'a function that the settings name': { code: `import { askAgent } from './agents';\nexport async function run(items: string[]) { for (const item of items) { await askAgent(item); } }`, settings: { agents: ['askAgent'] }, options: any, errors: ['elsewhere'] },
  },
});
