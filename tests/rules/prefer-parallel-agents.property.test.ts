import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Rule } from '../../src/kit/create-rule.js';
import rule from '../../src/rules/p066-agent-orchestration/prefer-parallel-agents.js';
import { differenceOf, type Edit } from '../helpers/agent-comparison.js';
import { agents, programFrom } from '../helpers/agent-programs.js';
import { passes } from '../helpers/rule-tester.js';

/** The question that the analysis does not get an answer to, so that the rule is wrong. */
const blind = vi.hoisted(() => ({
  to: undefined as string | undefined,
  /** The module, with functions that give `answer` instead of their own while the rule is blind to their question. */
  mock: <T extends object>(module: T, replaced: Record<string, [question: string, answer: (real: unknown) => unknown]>): T => ({
    ...module,
    ...Object.fromEntries(Object.entries(replaced).map(([name, [question, answer]]) => {
      const real = module[name as keyof T] as (...args: unknown[]) => unknown;
      return [name, (...args: unknown[]) => (blind.to === question ? answer(real(...args)) : real(...args))];
    })),
  }),
}));
const no = vi.hoisted(() => () => false);

vi.mock('../../src/analysis/bindings.js', async (original) => blind.mock(await original<object>(), { mentions: ['which results a call needs', no], readByFunction: ['which results a call needs', no] }));
vi.mock('../../src/analysis/references.js', async (original) => blind.mock(await original<object>(), { overlap: ['which objects a name leads to', no] }));
vi.mock('../../src/analysis/changes.js', async (original) => blind.mock(await original<object>(), {
  changesIn: ['what arguments change', () => new Set()],
  changesAnything: ['what wrappers and handlers change', no],
}));
vi.mock('../../src/analysis/step-order.js', async (original) => blind.mock(await original<object>(), {
  showsLostResult: ['what a failure leaves behind', no],
  disturbs: ['what arguments of later calls disturb', no],
}));
vi.mock('../../src/analysis/parallelism.js', async (original) => blind.mock(await original<object>(), { sharesState: ['which calls share a session', no] }));
vi.mock('../../src/analysis/loop-results.js', async (original) => blind.mock(await original<object>(), { collectedIn: ['what a loop collects in order', (real) => real && []] }));

/**
 * Random programs do the same after the rule's edits as before: `differenceOf` says what may differ.
 *
 * PROPERTY_RUNS sets the number of programs for each kind of edit, PROPERTY_SEED where to start:
 * `PROPERTY_RUNS=20000 PROPERTY_SEED=7 npx vitest run tests/rules/prefer-parallel-agents.property.test.ts`.
 */
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 150);
const seed = Number(process.env['PROPERTY_SEED'] ?? 20);

interface Result {
  /** How many programs the rule has changed. */
  changed: number;
  /** The first program that did something else, and what. */
  failure: string | undefined;
}

/** Lets the rule edit random programs and stops at the first that does something else afterwards. Making it smaller takes minutes, and it is short. */
async function edited(tested: Rule, edit: Edit, runs: number): Promise<Result> {
  let changed = 0;
  const property = fc.asyncProperty(fc.gen(), fc.nat(), async (gen, worldSeed) => {
    const { text, language } = programFrom((max) => gen(fc.nat, { max }));
    const outputs = passes(tested, { code: text, language, settings: { agents, applySuggestions: edit === 'suggestion' } });
    const output = outputs.at(-1);
    if (output === undefined) return;
    changed += 1;
    const difference = await firstDifference(text, outputs, edit, worldSeed);
    if (difference !== undefined) throw new Error(`${difference}\n\n${body(text)}\n---- became ----\n${body(output)}`);
  });
  const { failed, errorInstance } = await fc.check(property, { numRuns: runs, seed, endOnFailure: true });
  return { changed, failure: failed ? (errorInstance as Error).message : undefined };
}

async function firstDifference(text: string, outputs: readonly string[], edit: Edit, worldSeed: number): Promise<string | undefined> {
  const output = outputs.at(-1)!;
  if (outputs.length >= 10) return 'changes on every pass';
  if (text.match(/\bc\d+\b/gu)?.some((comment) => !output.includes(comment))) return 'loses a comment';
  for (const refuses of [0, 4, 2]) {
    const difference = await differenceOf(text, output, edit, { seed: worldSeed, refuses });
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function body(text: string): string {
  return text.slice(text.indexOf('export async function'));
}

describe('prefer-parallel-agents on random programs', () => {
  it('changes no values and no calls by its fixes', async () => {
    const { failure, changed } = await edited(rule, 'fix', numRuns);
    expect(failure).toBeUndefined();
    expect(changed).toBeGreaterThan(numRuns / 8);
  });

  it('changes no values and no calls by its suggestions while no call fails', async () => {
    const { failure, changed } = await edited(rule, 'suggestion', numRuns);
    expect(failure).toBeUndefined();
    expect(changed).toBeGreaterThan(numRuns / 4);
  });
});

describe('the property fails for a rule that does not see', () => {
  it.each([
    ['which results a call needs', 'fix'],
    ['which objects a name leads to', 'suggestion'],
    ['what arguments change', 'suggestion'],
    ['what wrappers and handlers change', 'fix'],
    ['what a failure leaves behind', 'fix'],
    ['what arguments of later calls disturb', 'suggestion'],
    ['which calls share a session', 'suggestion'],
    ['what a loop collects in order', 'suggestion'],
  ] as const)('%s', async (question, edit) => {
    blind.to = question;
    try {
      expect((await edited(rule, edit, 1000)).failure).toContain('---- became ----');
    } finally {
      blind.to = undefined;
    }
  });
});
