import type { TSESLint } from '@typescript-eslint/utils';
import type { Linter } from 'eslint';
import { expect } from 'vitest';
import { repeated, type Repetition } from '../../tools/robust/repeat.js';
import { repeatedYaml } from './repeated-yaml.js';

/** How many findings of a kind one file has. */
const count = 15;

/** In how many ways each case is repeated: those further down the list are for cases that cannot be repeated as those above do. */
const waysEach = 2;

/** ESLint with one rule on texts of one language. Code that does not parse fails the test. */
export interface OneRule {
  verify(code: string): Linter.LintMessage[];
  /** As `eslint --fix` does it: at most ten passes. */
  fix(code: string): Linter.FixReport;
  /** Of the code that was linted last. */
  sourceCode(): TSESLint.SourceCode;
}

const ways: readonly Repetition[] = [
  { apart: 'renamed', varied: true },
  { apart: 'renamed' },
  { apart: 'block', varied: true },
  { apart: 'block' },
  { apart: 'function', varied: true },
  { apart: 'function' },
];

/**
 * Puts fifteen of what a case shows into one file and fixes it: all edits that one of them gets must have been made in ten
 * passes, and a second run must change nothing, declare nothing twice and leave no name behind that nothing declares.
 *
 * @returns in how many ways fifteen findings came about; none where copies of the case are no findings, or edit nothing.
 */
export function fixesMany(rule: OneRule, name: string, code: string, isYaml: boolean): string[] {
  const wanted = count * editsOf(rule.verify(code)).length;
  if (wanted === 0) return [];
  const source = isYaml ? undefined : rule.sourceCode();
  const single = rule.fix(code);
  const left = editsOf(single.messages).length;
  const singleNames = source ? namesOf(source) : undefined;
  rule.verify(single.output);
  const allowed = new Set([...(singleNames?.unknown ?? []), ...(source ? namesOf(rule.sourceCode()).unknown : [])]);

  const tried = source
    ? ways.flatMap((way) => ({ title: `${way.apart}${way.varied ? ', varied' : ''}`, text: repeated(source, count, way) }))
    : repeatedYaml(code, count).map((text, index) => ({ title: `way ${index}`, text }));
  const done: string[] = [];
  const seen = new Set<string>();
  for (const { title: way, text } of tried) {
    if (done.length === waysEach) break;
    if (text === undefined || seen.has(text)) continue;
    const title = `${name} (${way})`;
    seen.add(text);
    if (!parses(rule, text) || editsOf(rule.verify(text)).length < wanted) continue;
    done.push(way);
    const unknown = source ? new Set([...allowed, ...namesOf(rule.sourceCode()).unknown]) : undefined;
    const first = rule.fix(text);
    expect(first.messages.filter(({ fatal }) => fatal), `${title}: does not parse\n${first.output}`).toEqual([]);
    expect(editsOf(first.messages).length, `${title}: edits are left\n${first.output}`).toBeLessThanOrEqual(count * left);
    expect(rule.fix(first.output).output, `${title}: a second run changes it`).toBe(first.output);
    if (!unknown) continue;
    rule.verify(first.output);
    const { twice, unknown: now } = namesOf(rule.sourceCode());
    expect(twice, `${title}: declared twice\n${first.output}`).toEqual([]);
    expect([...now].filter((name) => !unknown.has(name)), `${title}: declared nowhere\n${first.output}`).toEqual([]);
  }
  return done;
}

function parses(rule: OneRule, text: string): boolean {
  try {
    rule.verify(text);
    return true;
  } catch {
    return false;
  }
}

function editsOf(messages: readonly Linter.LintMessage[]): Linter.LintMessage[] {
  return messages.filter(({ fix }) => fix !== undefined);
}

/** Names that no variable stands for, and names that the top level declares twice. */
function namesOf({ scopeManager, ast }: TSESLint.SourceCode): { unknown: Set<string>; twice: string[] } {
  const [global] = scopeManager!.scopes;
  const top = scopeManager!.acquire(ast, true) ?? global!;
  return {
    unknown: new Set(global!.through.map(({ identifier }) => identifier.name)),
    twice: top.variables.filter(({ defs }) => defs.filter(({ type, node }) => type !== 'Type' && (node as { type: string }).type !== 'TSDeclareFunction').length > 1).map(({ name }) => name),
  };
}
