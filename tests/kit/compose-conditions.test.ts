import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getStaticYAMLValue } from 'yaml-eslint-parser';
import type { TSESLint } from '@typescript-eslint/utils';
import { conditionsInstead } from '../../src/kit/fixers/compose-conditions.js';
import { documentsOf } from '../../src/languages/yaml/documents.js';
import yamlParser from '../../src/node/yaml-parser.js';

const fixer = {
  replaceTextRange: (range: [number, number], text: string) => ({ range, text }),
  insertTextAfterRange: ([, end]: [number, number], text: string) => ({ range: [end, end], text }),
} as unknown as TSESLint.RuleFixer;

const condition = (name: string) => (name.startsWith('db') ? 'service_healthy' : 'service_started');

/** The text with the `depends_on` of service `app` in its long form; `null` where the edit refuses. */
function edited(text: string): string | null {
  const [root] = documentsOf({ text, ast: yamlParser.parseForESLint(text).ast });
  const fixes = conditionsInstead(fixer, { text }, root!.get('services', 'app')!.entry('depends_on')!, condition);
  return fixes && [...fixes].sort((a, b) => b.range[0] - a.range[0] || b.range[1] - a.range[1]).reduce((result, { range, text: insert }) => result.slice(0, range[0]) + insert + result.slice(range[1]), text);
}

const app = (rest: string) => `services:\n  app:\n    image: a:1\n${rest}`;

describe('conditionsInstead', () => {
  it.each<[string, string, string | null]>([
    ['a list', app('    depends_on:\n      - db\n      - api\n'), app('    depends_on:\n      db:\n        condition: service_healthy\n      api:\n        condition: service_started\n')],
    ['a list at the column of its key', app('    depends_on:\n    - db # d\n    # next\n    - "api"\n    ports: []\n'), app('    depends_on:\n      db: # d\n        condition: service_healthy\n    # next\n      "api":\n        condition: service_started\n    ports: []\n')],
    ['the last line without a newline', app('    depends_on:\n      - db'), app('    depends_on:\n      db:\n        condition: service_healthy')],
    ['a list in one line', app('    depends_on: [db, api] # x\n'), app('    depends_on: { db: { condition: service_healthy }, api: { condition: service_started } } # x\n')],
    ['a list in one line with room', app('    depends_on: [ db ]\n'), app('    depends_on: { db: { condition: service_healthy } }\n')],
    ['no list behind an alias', `x: &x [db]\n${app('    depends_on: *x\n')}`, null],
    ['no list with an anchor', app('    depends_on: &x\n      - db\n'), null],
    ['no name twice', app('    depends_on: [db, db]\n'), null],
    ['no mapping', app('    depends_on: { db: { condition: service_started } }\n'), null],
    ['no elements that are no names', app('    depends_on:\n      - [db]\n'), null],
  ])('rewrites %s', (_, text, expected) => {
    expect(edited(text)).toBe(expected);
  });

  const name = fc.tuple(fc.constantFrom('', '"', "'"), fc.stringMatching(/^(?:db|api)[a-z0-9_-]{0,5}$/u)).map(([quote, text]) => ({ text, written: `${quote}${text}${quote}` }));
  const names = fc.uniqueArray(name, { minLength: 1, maxLength: 5, selector: ({ text }) => text });
  const shape = fc.record({ step: fc.constantFrom('  ', '    '), dash: fc.boolean(), flow: fc.boolean(), comments: fc.boolean(), newline: fc.constantFrom('\n', '\r\n'), tail: fc.boolean() });

  it('says the same of each service, changes nothing else and keeps all comments', () => {
    fc.assert(fc.property(names, shape, (list, { step, dash, flow, comments, newline, tail }) => {
      const inner = step + step;
      const items = list.map(({ written }, index) => `${comments && index > 0 ? `${inner}# before ${index}\n` : ''}${inner}${dash ? step : ''}- ${written}${comments ? ` # item ${index}` : ''}\n`).join('');
      const depends = flow ? ` [${list.map(({ written }) => written).join(', ')}]${comments ? ' # all' : ''}\n` : `\n${items}`;
      const whole = `# top\nservices:\n${step}app:\n${inner}image: a:1\n${inner}depends_on:${depends}${tail ? `${inner}ports: [1]\n${step}other: { image: b:1 }\n` : ''}`.replaceAll('\n', newline);
      const result = edited(whole);
      expect(result).not.toBeNull();
      const before = getStaticYAMLValue(yamlParser.parseForESLint(whole).ast) as { services: { app: { depends_on: unknown } } };
      before.services.app.depends_on = Object.fromEntries(list.map(({ text }) => [text, { condition: condition(text) }]));
      expect(getStaticYAMLValue(yamlParser.parseForESLint(result!).ast)).toEqual(before);
      const commentsOf = (text: string) => yamlParser.parseForESLint(text).ast.comments.map(({ value }) => value);
      expect(commentsOf(result!)).toEqual(commentsOf(whole));
      expect(result!.includes('\r\n')).toBe(whole.includes('\r\n'));
    }), { seed: 11, numRuns: 400 });
  });
});
