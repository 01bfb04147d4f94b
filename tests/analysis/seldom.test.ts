import { describe, expect, it } from 'vitest';
import { isAfterFailure } from '../../src/analysis/after-failure.js';
import { isEnvironmentFallback } from '../../src/analysis/environment-fallback.js';
import { isSeldom } from '../../src/analysis/seldom.js';
import { nodeOf, sourceOf } from '../helpers/source.js';

const ask = (question: typeof isSeldom, code: string): boolean => {
  const source = sourceOf(`async function serve(req, res, c, reply) { ${code} }`);
  return question(source, nodeOf(source, 'CallExpression', 'run()'));
};

describe('code in a branch that refuses', () => {
  it.each([
    'if (bad) { run(); return res.status(400).json({ error }); }', 'if (bad) { run(); res.sendStatus(404); return; } go();', 'if (fine) { go(); } else { run(); res.status(500).end(); }',
    'if (bad) { run(); throw new Error(); }', 'if (bad) throw new Error(run());', "if (bad) { run(); return c.json({ error }, 403); }", "if (bad) { run(); return new Response('no', { status: 422 }); }",
    'if (bad) { run(); return { statusCode: 404 }; }', 'if (bad) { run(); c.status = 410; return; }', 'if (bad) { run(); reply.code(400); reply.send(error); return; }', 'if (bad) { files.forEach((file) => { run(); }); return res.status(400).end(); }',
    'if (bad) { run(); throw new Error(); return res.json({}); }',
  ])('%s', (code) => {
    expect(ask(isAfterFailure, code)).toBe(true);
  });

  it.each([
    'if (bad) { run(); return res.json({}); }', 'if (fine) { run(); return res.status(200).json({}); }', 'if (bad) { run(); }', 'run(); if (bad) { return res.status(400).end(); }', 'if (run()) return res.sendStatus(400);',
    'if (user) { if (run()) return res.json(user); return res.sendStatus(401); }', 'if (user) { run(); if (fine) return res.json(user); throw new Error(); }', 'run(); throw new Error();', 'if (bad) { run(); return res.status(code).end(); }',
    'if (bad) { run(); return res.json({ limit: 500 }); }', 'if (bad) { run(); later(() => res.status(400).end()); }',
  ])('not %s', (code) => {
    expect(ask(isAfterFailure, code)).toBe(false);
  });
});

describe('code that stands in for a value of the environment', () => {
  it.each([
    'const key = process.env.KEY || run();', 'const key = env.KEY ?? run();', 'const key = import.meta.env.KEY?.trim() || run();', 'if (process.env.KEY) return process.env.KEY; return run();',
    "if (process.env.KEY) return Buffer.from(process.env.KEY, 'base64'); try { return run(); } finally { close(); }", 'const given = process.env.KEY; if (given !== undefined) { log(); return given; } return run();',
    'const key = process.env.KEY ? parse(process.env.KEY) : run();', 'return !process.env.KEY ? run() : process.env.KEY;', 'let key = process.env.KEY; if (!key) { key = run(); }', 'let key; if (process.env.KEY) { key = process.env.KEY; } else { key = run(); }',
    "if (process.env['KEY'] != null) return process.env['KEY']; return run();",
  ])('%s', (code) => {
    expect(ask(isEnvironmentFallback, code)).toBe(true);
    expect(ask(isSeldom, code)).toBe(true);
  });

  it.each([
    'const key = run() || process.env.KEY;', 'const key = req.body.key || run();', 'if (process.env.USE_STORE) return upload(); return run();', 'const page = process.env.CACHE ? cached() : run();', 'if (process.env.KEY) { log(process.env.KEY); } return run();',
    'if (process.env.KEY) return run();', 'process.env.KEY && run();', 'const key = process.env.KEY ? run() : process.env.KEY;', 'let key = req.body.key; if (!key) key = run();', "if (process.env.STORE === 'disk') return process.env.STORE; return run();",
    'const key = process.env.KEY; if (!key) { run(); }', 'const key = environment.KEY || run();', 'if (env.KEY) { return env.KEY; } else { log(); } run();', 'const key = process.env.KEY || (() => run());',
  ])('not %s', (code) => {
    expect(ask(isEnvironmentFallback, code)).toBe(false);
  });
});
