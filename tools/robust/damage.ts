/** A generator of numbers from 0 up to 1 that gives the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const ways: readonly ((lines: string[], pick: (count: number) => number) => string[])[] = [
  // What an editor holds while somebody types: the file up to some line.
  (lines, pick) => lines.slice(0, pick(lines.length) + 1),
  (lines, pick) => lines.filter((_, index) => index !== pick(lines.length)),
  (lines, pick) => [...lines.slice(pick(lines.length)), ...lines.slice(0, pick(lines.length))],
  (lines, pick) => {
    const [a, b] = [pick(lines.length), pick(lines.length)];
    return lines.map((line, index) => (index === a ? lines[b]! : index === b ? lines[a]! : line));
  },
  // Words change places: names stand where other kinds of values stood.
  (lines, pick) => {
    const words = [...new Set(lines.join('\n').match(/[A-Za-z_$][\w$]*/gu))];
    const [from, to] = [words[pick(words.length)], words[pick(words.length)]];
    return from && to ? lines.map((line) => line.replaceAll(from, to)) : lines;
  },
  (lines, pick) => {
    const at = pick(lines.length);
    const line = lines[at] ?? '';
    const cut = pick(line.length + 1);
    const shorter = line.slice(0, cut) + line.slice(cut + 1 + pick(3));
    return lines.map((other, index) => (index === at ? shorter : other));
  },
];

/** `count` damaged versions of a text, the same for the same seed. Many still parse; the others must only not crash anything. */
export function damaged(text: string, count: number, seed: number): string[] {
  const random = randomFrom(seed);
  const pick = (below: number) => Math.floor(random() * Math.max(below, 1));
  return Array.from({ length: count }, () => {
    const way = ways[pick(ways.length)]!;
    return way(text.split('\n'), pick).join('\n');
  });
}
