import { describe, expect, it } from 'vitest';
import { unlimitedCalls } from '../../src/analysis/unlimited-calls.js';
import { hostWith } from '../helpers/handlers.js';
import { sourceOf } from '../helpers/source.js';

const code = `export const load = () => fetch('https://a.example/x');`;

/** How many calls of `text` wait without a limit, in a package with these dependencies. */
function countIn(text: string, dependencies: Record<string, string>, { programs = false, filename = '/src/load.ts' } = {}): number {
  const host = { ...hostWith(dependencies), manifest: () => ({ directory: '/', dependencies, ...(programs && { programs }) }) };
  return unlimitedCalls(sourceOf(text, { filename, context: { host } }), { maxMs: 120_000, drivers: false }).length;
}

describe('packages whose calls whoever runs them ends', () => {
  it('a program for the command line', () => {
    expect(countIn(code, { commander: '^14.0.0' }, { programs: true })).toBe(0);
  });

  it('not a package that installs no program, or that also serves', () => {
    expect(countIn(code, { commander: '^14.0.0' })).toBe(1);
    expect(countIn(code, {}, { programs: true })).toBe(1);
    expect(countIn(code, { commander: '^14.0.0', express: '^5.0.0' }, { programs: true })).toBe(1);
  });
});

describe('browser extensions', () => {
  it('run in the browser of their user', () => {
    expect(countIn(code, { '@types/chrome': '^0.3.0' })).toBe(0);
  });
});

describe('payments in packages with a user interface', () => {
  const stripe = `import Stripe from 'stripe'; export const stripe = new Stripe('key'); ${code}`;

  it('are no sign of a server where nothing serves', () => {
    expect(countIn(stripe, { react: '^19.0.0', stripe: '^13.0.0' })).toBe(0);
  });

  it('are one where something does', () => {
    expect(countIn(stripe, { react: '^19.0.0', stripe: '^13.0.0', next: '^16.0.0' })).toBe(1);
  });
});

describe('what keeps nobody waiting', () => {
  it.each([
    `export const f = () => { void fetch('https://a.example'); };`,
    `export const f = () => { fetch('https://a.example').catch(() => {}).finally(() => {}); };`,
  ])('%s', (text) => {
    expect(countIn(text, {})).toBe(0);
  });

  it.each([
    `export const f = (done) => { fetch('https://a.example').then(done, done); };`,
    `export const f = async () => { await fetch('https://a.example').catch(() => {}); };`,
    `import https from 'node:https'; export const f = (done) => { https.get('https://a.example', (answer) => done(answer)); };`,
  ])('not %s', (text) => {
    expect(countIn(text, {})).toBe(1);
  });
});

it('a package of pages by its framework', () => {
  expect(countIn(code, { nuxt: '^3.0.0' })).toBe(0);
  expect(countIn(`import { readFileSync } from 'node:fs'; export const text = readFileSync('a'); ${code}`, { nuxt: '^3.0.0' })).toBe(1);
  expect(countIn(code, { nitropack: '^2.0.0' })).toBe(1);
});
