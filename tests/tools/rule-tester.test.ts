import { describe, expect, it } from 'vitest';
import { fixes, passes, testRule, unproduced } from '../helpers/rule-tester.js';
import { breaks, fakeRule, flips, renames } from './fake-rules.js';

testRule(renames, {
  valid: {
    'another name': 'good();',
    'a JavaScript file': { code: 'good();', language: 'js', sourceType: 'commonjs' },
  },
  invalid: {
    'a call': { code: 'bad();', errors: ['bad'], output: 'good();' },
    'two calls, with types and a place': { code: 'const x: number = bad();\nbad();', errors: [{ messageId: 'bad', line: 1, column: 19 }, 'bad'], output: 'const x: number = good();\ngood();' },
    'a byte order mark': { code: '\uFEFFbad();', errors: ['bad'], output: '\uFEFFgood();' },
  },
});

const suggests = fakeRule('no-maybe', { maybe: 'Perhaps not.', rename: 'Rename it.' }, (node, context) => {
  if (node.name !== 'maybe') return;
  const fix = { fix: (fixer: Parameters<NonNullable<Parameters<typeof context.report>[0]['fix']>>[0]) => fixer.replaceText(node, 'surely') };
  context.report({ node, messageId: 'maybe', suggest: [{ messageId: 'rename', ...fix }] });
});

testRule(suggests, {
  valid: { 'another name': 'surely();' },
  invalid: { 'a suggestion': { code: 'maybe();', errors: [{ messageId: 'maybe', suggestions: [{ messageId: 'rename', output: 'surely();' }] }], alone: 'this rule promotes nothing' } },
});

describe('what the helper refuses', () => {
  it('a message that no case produces', () => {
    const two = fakeRule('no-two', { used: 'Used.', unused: 'Unused.' }, (node, context) => context.report({ node, messageId: 'used' }));
    expect(unproduced(two, [{ code: 'x;' }])).toEqual(['unused']);
    expect(unproduced(suggests, [{ code: 'maybe();' }])).toEqual([]);
  });

  it('a fix that does not come to rest: ESLint makes ten passes and stops', () => {
    expect(passes(flips, { code: 'ping();' })).toHaveLength(10);
    expect(passes(renames, { code: 'bad();' })).toEqual(['good();']);
  });

  it('a fix whose result does not parse', () => {
    expect(() => passes(breaks, { code: 'bad();' })).toThrow(SyntaxError);
  });
});

it('gives the text after --fix', () => {
  expect(fixes(renames, 'bad(bad);')).toBe('good(good);');
  expect(fixes(renames, 'fine();')).toBe('fine();');
});
