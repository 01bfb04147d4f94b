/** Texts of YAML that say `count` times what `text` says: as documents of one file, and as entries of its first mapping. */
export function repeatedYaml(text: string, count: number): string[] {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const whole = text.endsWith(eol) ? text : text + eol;
  return [Array.from({ length: count }, () => whole).join(`---${eol}`), repeatedEntries(whole, count)].filter((result) => result !== undefined);
}

/** Repeats the entries of a mapping in block style below the first top-level key, each with keys of its own. */
function repeatedEntries(text: string, count: number): string | undefined {
  const match = /^(?<head>(?:.*\n)*?[\w-]+:[ \t]*\r?\n)(?<body>(?:[ \t].*\r?\n|\r?\n)+)(?<rest>(?:.*\n)*)$/u.exec(text);
  const { head, body, rest } = match?.groups ?? {};
  if (head === undefined || body === undefined || rest === undefined) return undefined;
  const indent = /^[ \t]+/u.exec(body)?.[0] ?? '';
  const keys = [...body.matchAll(new RegExp(`^${indent}(?<key>[\\w.-]+):`, 'gmu'))].map(({ groups }) => groups!['key']!);
  if (keys.length === 0) return undefined;
  const copies = Array.from({ length: count }, (_, index) => {
    const suffix = index === 0 ? '' : String.fromCharCode(97 + index);
    return keys.reduce((copy, key) => copy.replaceAll(new RegExp(`(?<![\\w.-])${key}(?![\\w.-])`, 'gu'), `${key}${suffix}`), body);
  });
  return head + copies.join('') + rest;
}
