import { describe, expect, it } from 'vitest';
import { isNamed } from '../../src/analysis/named-calls.js';
import { sourceOf } from '../helpers/source.js';

const callOf = (code: string) => {
  const [statement] = sourceOf(code).ast.body;
  if (statement?.type !== 'ExpressionStatement' || statement.expression.type !== 'CallExpression') throw new Error(`${code} is no call`);
  return statement.expression;
};
const named = (code: string, ...patterns: string[]) => isNamed(callOf(code).callee, patterns);

describe('isNamed', () => {
  it('takes functions, methods, dotted names and regular expressions', () => {
    expect(named('runAgent()', 'runAgent')).toBe(true);
    expect(named('this.runAgent()', 'runAgent')).toBe(true);
    expect(named('lib.agents!.run()', 'agents.run')).toBe(true);
    expect(named("agents['run']()", 'agents.run')).toBe(true);
    expect(named('runBigAgent()', '/^run\\w+agent$/i')).toBe(true);
    expect(named('make().run()', 'run')).toBe(true);
  });

  it('takes whole names only', () => {
    expect(named('prerunAgent()', 'runAgent')).toBe(false);
    expect(named('runAgent.now()', 'runAgent')).toBe(false);
    expect(named('agents[run]()', 'agents.run')).toBe(false);
    expect(named('run()', 'agents.run')).toBe(false);
    expect(named('runAgent()')).toBe(false);
  });
});
