/** Texts of YAML that say `count` times what `text` says: as documents of one file, with names of their own too, and as entries of its first mapping. */
export function repeatedYaml(text: string, count: number): string[] {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const whole = text.endsWith(eol) ? text : text + eol;
  const documents = Array.from({ length: count }, () => whole);
  const named = documents.map((document, index) => suffixed(document, [...document.matchAll(/\bname: *([\w-]+)/gu)].map((match) => match[1]!), index));
  return [documents.join(`---${eol}`), named.join(`---${eol}`), repeatedEntries(whole, count)].filter((result) => result !== undefined);
}

/** Gives the words a letter of the copy, wherever they stand. */
function suffixed(text: string, words: readonly string[], index: number): string {
  if (index === 0) return text;
  return [...new Set(words)].reduce((copy, word) => copy.replaceAll(new RegExp(`(?<![\\w.-])${word.replaceAll('.', '\\.')}(?![\\w.-])`, 'gu'), `${word}${String.fromCharCode(97 + index)}`), text);
}

/** Repeats the entries of a mapping in block style below the first top-level key, each with keys of its own. */
function repeatedEntries(text: string, count: number): string | undefined {
  const match = /^(?<head>(?:.*\n)*?[\w-]+:[ \t]*\r?\n)(?<body>(?:[ \t].*\r?\n|\r?\n)+)(?<rest>(?:.*\n)*)$/u.exec(text);
  const { head, body, rest } = match?.groups ?? {};
  if (head === undefined || body === undefined || rest === undefined) return undefined;
  const indent = /^[ \t]+/u.exec(body)?.[0] ?? '';
  const keys = [...body.matchAll(new RegExp(`^${indent}(?<key>[\\w.-]+):`, 'gmu'))].map(({ groups }) => groups!['key']!);
  if (keys.length === 0) return undefined;
  return head + Array.from({ length: count }, (_, index) => suffixed(body, keys, index)).join('') + rest;
}
