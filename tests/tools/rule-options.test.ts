import { Linter } from 'eslint';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ArchPrinciplesRules } from '../../src/generated/rule-options.js';
import { rules } from '../../src/generated/rules.js';

const text = readFileSync('src/generated/rule-options.ts', 'utf8');

describe('the type of rules in a configuration', () => {
  it('has every rule, and every option that ESLint would accept', () => {
    const typed = [...text.matchAll(/^ {2}'archprinciples\/([\w-]+)'\?: (Plain)?/gmu)].map(([, name, plain]) => [name, plain === undefined]);
    expect(typed).toEqual(Object.entries(rules).map(([name, { definition }]) => [name, Object.keys(definition.options).length > 0]));
    for (const [name, { definition }] of Object.entries(rules)) {
      const part = text.slice(text.indexOf(`  'archprinciples/${name}'?`)).split('\n  }>;')[0]!;
      for (const option of Object.keys(definition.options)) expect(part, name).toMatch(new RegExp(`^    ${option}\\?: `, 'mu'));
    }
  });

  it('is what ESLint\'s own type takes', () => {
    const some: ArchPrinciplesRules = { 'archprinciples/require-timeout': ['error', { maxMs: 1000 }], 'archprinciples/thin-handlers': 'warn' };
    const config: Linter.Config = { rules: some };
    expect(new Linter().verify('', { ...config, plugins: { archprinciples: { rules } as never } })).toEqual([]);
  });
});
