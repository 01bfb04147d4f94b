import { describe, expect, it } from 'vitest';
import { nodesOf } from '../../src/analysis/nodes.js';
import { markOf } from '../../src/kit/mark.js';
import { sourceOf } from '../helpers/source.js';

/** What is marked of the first node of a type. */
function marked(code: string, type: 'CallExpression' | 'NewExpression' | 'ObjectExpression' | 'ClassDeclaration'): string {
  const source = sourceOf(code);
  const { start, end } = markOf(source, { node: nodesOf(source, type)[0]! });
  expect(start.line).toBe(end.line);
  return source.lines[start.line - 1]!.slice(start.column, end.column);
}

describe('what an editor underlines', () => {
  it('is all of what stands in one line', () => expect(marked('const a = open(1, 2);', 'CallExpression')).toBe('open(1, 2)'));

  it('of a call of several lines is what is called', () => {
    expect(marked('job.run(async () => {\n  work();\n});', 'CallExpression')).toBe('job.run');
    expect(marked('export const w = new Worker("mail", async () => {\n  work();\n});', 'NewExpression')).toBe('new Worker');
  });

  it('of a chain of several lines is its first line', () => expect(marked('const rows = await db\n  .select()\n  .from(orders);', 'CallExpression')).toBe('db'));

  it('of anything else is its first line, without blanks at the end', () => {
    expect(marked('const a = {  \n  b: 1,\n};', 'ObjectExpression')).toBe('{');
    expect(marked('export class Orders extends Base {\n  x = 1;\n}', 'ClassDeclaration')).toBe('class Orders extends Base {');
  });

  it('is a place of its own where the rule gives one', () => {
    const source = sourceOf('a();\nb();');
    const loc = { start: { line: 1, column: 0 }, end: { line: 1, column: 1 } };
    expect(markOf(source, { node: source.ast, loc })).toEqual(loc);
    expect(markOf(source, { node: source.ast, loc: { start: loc.start, end: { line: 2, column: 2 } } })).toEqual({ start: loc.start, end: { line: 1, column: 4 } });
  });
});
