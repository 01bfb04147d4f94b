/** The comments around a generated part of a page that people write the rest of. */
export function markers(part: string): { begin: string; end: string } {
  return { begin: `<!-- generated: ${part} (npm run gen) -->`, end: `<!-- end: ${part} -->` };
}

/** `text` with the generated `part` holding `content`; undefined when the page has no such part. */
export function replacePart(text: string, part: string, content: string): string | undefined {
  const { begin, end } = markers(part);
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from === -1 || to === -1) return undefined;
  return text.slice(0, from) + wrapPart(part, content) + text.slice(to + end.length);
}

/** A generated part with its markers. */
export function wrapPart(part: string, content: string): string {
  const { begin, end } = markers(part);
  return `${begin}\n${content.trim()}\n${end}`;
}
