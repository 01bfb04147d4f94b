/** Text of a finding as Markdown: it shows what it says, links nowhere, calls nobody and breaks no table. */

/** Longer messages are cut: a comment has room for many findings or for one that somebody made long. */
const longest = 600;

/** A sentence; what stands in it between backticks becomes code. */
export function prose(text: string): string {
  const short = oneLine(text.length > longest ? `${text.slice(0, longest)}…` : text);
  return short.split(/(`[^`]+`)/u).map((part, index) => (index % 2 === 1 ? code(part.slice(1, -1)) : plain(part))).join('');
}

/** Code in a line. Its fence is longer than any run of backticks in it. */
export function code(text: string): string {
  const shown = oneLine(text);
  const fence = '`'.repeat(1 + Math.max(0, ...(shown.match(/`+/gu) ?? []).map((run) => run.length)));
  const padding = /^`|`$|^ .* $/u.test(shown) ? ' ' : '';
  return `${fence}${padding}${shown}${padding}${fence}`;
}

function plain(text: string): string {
  return text
    .replace(/[\\`*_[\]<|~&$]/gu, '\\$&')
    // An invisible space keeps GitHub from telling somebody of that name, and from linking an issue or an address.
    .replace(/@(?=\w)|#(?=\d)/gu, '$&\u200B')
    .replace(/(https?:|www\.)/giu, '$1\u200B');
}

/** Control characters, line breaks and those that reorder text would change more than this line. */
function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001F\u007F\u2028\u2029]+/gu, ' ').replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '');
}
