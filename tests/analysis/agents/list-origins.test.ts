import { describe, expect, it } from 'vitest';
import { listOrigin } from '../../../src/analysis/agents/list-origins.js';
import { nodeOf, sourceOf } from '../../helpers/source.js';

/** Where the list comes from that a handler loops over. */
function origin(list: string, before = '', args = ''): string {
  const source = sourceOf(`import express from 'express';\nimport { readdir } from 'node:fs/promises';\nimport { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nconst app = express();\napp.post('/a', ${args}async (req, res) => { ${before}; for (const one of ${list}) { use(one); } res.end(); });\nexport async function other(items, state) { for (const one of items) use(one); }`);
  return listOrigin(source, nodeOf(source, 'ForOfStatement', `of ${list})`).right) ?? 'bounded';
}

describe('listOrigin', () => {
  it.each([
    ['the body', 'req.body.items', '', 'sender'],
    ['the body as a whole', 'req.body', '', 'sender'],
    ['a part of the body by name', 'texts', 'const { texts } = req.body', 'sender'],
    ['with a default', '(req.body.items ?? [])', '', 'sender'],
    ['values of the body', 'Object.values(req.body)', '', 'sender'],
    ['filtered', 'req.body.items.filter(Boolean)', '', 'sender'],
    ['without duplicates', '[...new Set(req.body.items)]', '', 'sender'],
    ['a query', 'await prisma.note.findMany()', '', 'query'],
    ['a query by name', 'notes', 'const notes = await prisma.note.findMany({ where: { done: true } })', 'query'],
    ['a directory', "await readdir('a')", '', 'files'],
    ['a result', 'await load()', '', 'elsewhere'],
    ['a parameter of a function', 'items', '', 'elsewhere'],
    ['a query with a limit', 'await prisma.note.findMany({ take: 5 })', '', 'bounded'],
    ['a query by ids', 'await prisma.note.findMany({ where: { id: { in: list } } })', '', 'bounded'],
    ['a slice', 'req.body.items.slice(0, 5)', '', 'bounded'],
    ['chunks', 'chunk(req.body.items, 5)', '', 'bounded'],
    ['a list written out', "['a', 'b']", '', 'bounded'],
    ['a text', "'abc'", '', 'bounded'],
  ])('%s', (_, list, before, expected) => {
    expect(origin(list, before)).toBe(expected);
  });

  it('takes what stands before the handler for a check', () => {
    expect([origin('req.body.items', '', 'validate(schema), '), origin('req.body.items', '', 'logged, ')]).toEqual(['bounded', 'sender']);
  });
});
