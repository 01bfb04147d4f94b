import * as tsParser from '@typescript-eslint/parser';
import { Linter, type Rule as EslintRule } from 'eslint';
import { describe, expect, it } from 'vitest';
import { isAllowed } from '../../src/kit/allow.js';
import { createRule } from '../../src/kit/create-rule.js';
import { calleeName, constructionName } from '../../src/kit/names.js';
import { knownOf } from '../../src/analysis/facts.js';
import { nodeOf, sourceOf } from '../helpers/source.js';

/** Reports each `new`, with a suggestion; its gate wants a client library or the word `gate`. */
const rule = createRule({
  name: 'no-per-call-client',
  principle: 'P012',
  description: 'Disallow everything',
  fix: 'suggestion',
  presets: false,
  needs: ['expensive-client'],
  needsText: /\bgate\b/u,
  messages: { found: 'Found {{ what }}.', drop: 'Drop it.' },
  options: { word: { description: 'What to call it.', type: 'string', default: 'it' } },
  *check({ source, options }) {
    for (const statement of source.ast.body) {
      if (statement.type !== 'ExpressionStatement') continue;
      yield { node: statement, messageId: 'found', data: { what: options.word }, suggest: [undefined, { messageId: 'drop', fix: (fixer) => [fixer.remove(statement)] }] };
    }
  },
});

function lint(code: string, { options, settings, filename = 'file.ts' }: { options?: object; settings?: unknown; filename?: string } = {}) {
  const config = {
    files: ['**/*.*'],
    languageOptions: { parser: tsParser as Linter.Parser },
    plugins: { a: { rules: { r: rule as unknown as EslintRule.RuleModule, s: rule as unknown as EslintRule.RuleModule } } },
    rules: { 'a/r': options ? ['error', options] : 'error', ...(settings === undefined ? {} : { 'a/s': 'error' }) },
    ...(settings === undefined ? {} : { settings: { archprinciples: settings } }),
  } as Linter.Config;
  return new Linter().verify(code, [config], { filename });
}

describe('the gate', () => {
  it('opens for an import of a library with the role, or the text', () => {
    expect(lint(`import 'ioredis'; x;`)).toHaveLength(1);
    expect(lint(`gate;`)).toHaveLength(1);
    expect(lint(`import 'other'; x;`)).toEqual([]);
  });

  it.each(['a.test.ts', 'types.d.ts', 'app.min.js'])('stays closed for %s', (filename) => {
    expect(lint(`import 'ioredis'; x;`, { filename })).toEqual([]);
  });

  it('stays closed for generated files', () => {
    expect(lint(`// @generated\nimport 'ioredis'; x;`)).toEqual([]);
  });
});

describe('options', () => {
  it('have their defaults', () => {
    expect(lint(`gate;`)[0]?.message).toBe('Found it.');
    expect(lint(`gate;`, { options: { word: 'that' } })[0]?.message).toBe('Found that.');
  });

  it('that are unknown or of another type are errors', () => {
    expect(() => lint(`gate;`, { options: { words: 'that' } })).toThrow(/Unexpected property "words"/u);
    expect(() => lint(`gate;`, { options: { word: 1 } })).toThrow(/should be string/u);
  });
});

describe('settings', () => {
  it('that are wrong are one error at the start of the file, and no rule runs', () => {
    const messages = lint(`gate;\ngate;`, { settings: { crossfile: true } });
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({ line: 1, column: 1 });
    expect(messages[0]?.message).toContain('crossFile');
  });

  it.each([true, ['no-per-call-client'], ['archprinciples/no-per-call-client']])('promote suggestions: %j', (applySuggestions) => {
    const [message] = lint(`gate;`, { settings: { applySuggestions } });
    expect(message?.fix).toEqual({ range: [0, 5], text: '' });
    expect(message?.suggestions).toBeUndefined();
  });

  it.each([false, ['other-rule']])('leave suggestions alone: %j', (applySuggestions) => {
    const [message] = lint(`gate;`, { settings: { applySuggestions } });
    expect(message?.fix).toBeUndefined();
    expect(message?.suggestions).toHaveLength(1);
  });
});

describe('names in messages', () => {
  it.each([
    ['new Redis(a)', 'new Redis()'],
    ['new io.Redis(a)', 'new io.Redis()'],
    ['createClient({ a }).connect()', 'createClient().connect()'],
    ['(await pool()).query(x)', 'pool().query()'],
    ['this.db!.find(x)', 'this.db.find()'],
    ['all[name](x)', 'all[...]()'],
    ['(a ? b : c)(x)', '...()'],
  ])('%s is %s', (code, name) => {
    const source = sourceOf(`${code};`);
    const [statement] = source.ast.body;
    expect(statement?.type === 'ExpressionStatement' && constructionName(source, statement.expression)).toBe(name);
  });

  it('a callee has no parentheses', () => {
    const source = sourceOf(`fs.readFileSync(x);`);
    expect(calleeName(source, nodeOf(source, 'CallExpression').callee)).toBe('fs.readFileSync');
  });
});

describe('allow', () => {
  const source = sourceOf(`import { Client } from 'pg'; import fs from 'node:fs'; import Redis from 'ioredis'; Client; fs.existsSync; Redis;`);
  const known = (text: string) => knownOf(source, text.includes('.') ? nodeOf(source, 'MemberExpression', text) : source.ast.body.flatMap((node) => (node.type === 'ExpressionStatement' && source.getText(node.expression) === text ? [node.expression] : []))[0]!)!;
  it.each([
    ['Client', 'pg', true],
    ['Client', 'pg.Client', true],
    ['Client', 'pg.Pool', false],
    ['Client', 'Client', false],
    ['fs.existsSync', 'fs.existsSync', true],
    ['fs.existsSync', 'fs', true],
    ['fs.existsSync', 'fs.exists', false],
    ['Redis', 'ioredis', true],
  ])('%s by %s: %s', (text, entry, expected) => {
    expect(isAllowed([entry], known(text))).toBe(expected);
  });
});
