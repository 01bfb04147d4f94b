import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';

/** Columns of a narrow terminal, and of the hover of an editor. */
const columns = 80;
/** More lines than that nobody reads. */
const maxLines = 3;
/** What the placeholders hold that are numbers. */
const numbers = new Set(['attempts', 'count', 'fit', 'lost', 'max', 'percent', 'seconds', 'tokens', 'total']);
/** What placeholders hold that are part of the sentence. */
const clauses: Readonly<Record<string, string>> = { framework: ' of Express', layer: 'service layer', others: ', as 2 more calls here' };
/** A long name, which does not break: `SessionController.login`. */
const name = 'x'.repeat(24);
/** A phrase as long: "computes the hash twice". */
const phrase = 'xxxxxxxx xxx xxxx xxxxxx';

/** A message with long values, in lines as a terminal breaks it. */
function wrapped(message: string): string[] {
  const text = message.replace(/`\{\{\s*\w+\s*\}\}/gu, `\`${name}`).replace(/\{\{\s*(\w+)\s*\}\}/gu, (_, key: string) => clauses[key] ?? (numbers.has(key) ? '1000' : phrase));
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= columns) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const messages = Object.entries(plugin.rules).flatMap(([rule, { meta }]) => Object.entries(meta.messages as Record<string, string>).map(([id, message]) => ({ rule, id, message })));

describe('messages at 80 columns', () => {
  it.each(messages)(`$rule, $id: at most ${maxLines} lines`, ({ message }) => {
    const lines = wrapped(message);
    expect(lines.length, lines.join('\n')).toBeLessThanOrEqual(maxLines);
  });

  it('have no breaks and no double blanks of their own, which editors show in different ways', () => {
    expect(messages.filter(({ message }) => /[\n\t]| {2}|^\s|\s$/u.test(message))).toEqual([]);
  });
});
