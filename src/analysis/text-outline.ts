import { importsIn, TextCalls, wordsOf, type TextImport } from './text-calls.js';

/**
 * The functions of a text that is not parsed, as pieces of it with the words in each: enough to tell whether a file is worth parsing.
 * A scanner that knows strings, comments, templates, regular expressions and braces, some ten times as fast as a parser.
 * Errs towards one big piece: where the braces do not match, the whole text is one.
 */

/** A function, by the text from its head to its closing brace; or a statement outside functions. */
export interface Piece {
  /** Words by which others may call it, `new Redis` of a constructor; empty where it has no name, so that the file's importers may mean it by any. */
  readonly names: ReadonlySet<string>;
  readonly text: string;
  /** What it calls. */
  readonly calls: TextCalls;
}

export interface Outline {
  readonly imports: readonly TextImport[];
  readonly pieces: readonly Piece[];
  /** Names by which it exports what goes by others here: `default`, `export { a as b }`, `module.exports = { b: a }`. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Words outside functions: of fields, constants, heads of classes, and of constructors. */
  readonly ambient: ReadonlySet<string>;
}

/** The outline of a text. */
export function outlineOf(text: string): Outline {
  const imports = importsIn(text);
  // What is imported is no use of it.
  const { functions, loose } = scan(text.replace(importStatement, blank));
  const ambient = new Set<string>();
  const pieces: Piece[] = [];
  for (const { head, start, end, owner } of functions) {
    const names = namesIn(text.slice(head, start));
    const part = text.slice(head, end);
    if (start > head && atTop.test(part)) continue;
    if (/\b(?:module\.)?exports\s*=[^=]/u.test(text.slice(head, start))) names.add('default');
    if (names.delete('constructor')) names.add(`new ${owner ?? ''}`);
    pieces.push({ names, text: part, calls: new TextCalls(part, imports) });
    if (names.has(`new ${owner ?? ''}`)) for (const word of wordsOf(part)) ambient.add(word);
  }
  for (const part of loose) {
    for (const word of wordsOf(part)) ambient.add(word);
    const arrow = part.search(/=>\s*[^\s{]/u);
    if (arrow !== -1) pieces.push({ names: namesIn(part.slice(0, arrow)), text: part, calls: new TextCalls(part, imports) });
  }
  const aliases = aliasesIn(text);
  for (const part of loose) {
    const [, alias, local] = /^\s*([\w$]+)\s*:\s*([\w$]+)\s*(?:,\s*)?$/u.exec(part) ?? [];
    if (alias !== undefined && local !== undefined) aliases.set(alias, local);
  }
  return { imports, pieces, ambient, aliases };
}

/** Names of exports that differ from what they name. */
function aliasesIn(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, list = ''] of text.matchAll(/\b(?:exports\s*=|export\s+default|export)\s*\{([^{}]*)\}/gu)) {
    for (const [, local, alias] of list.matchAll(/(?<![\w$])([\w$]+)\s+as\s+([\w$]+)/gu)) found.set(alias!, local!);
    for (const [, alias, local] of list.matchAll(/(?<![\w$])([\w$]+)\s*:\s*([\w$]+)\s*(?=,|$)/gu)) found.set(alias!, local!);
  }
  for (const [, alias, local] of text.matchAll(/\bexports\.([\w$]+)\s*=\s*([\w$]+)\s*(?:;|$)/gmu)) found.set(alias!, local!);
  const main = /\b(?:export\s+default|module\.exports\s*=)\s*(?:(?:async\s+)?function\*?\s+|(?:abstract\s+)?class\s+|new\s+)?([\w$]+)/u.exec(text)?.[1];
  if (main !== undefined && !/^(?:async|class|function)$/u.test(main)) {
    found.set('default', main);
    found.set('new default', `new ${main}`);
  }
  return found;
}

const importStatement = /\b(?:import|export)\b[^'"`;()=]*?\bfrom\s*['"][^'"\n]+['"]|\b(?:const|let|var)\s+(?:[\w$]+|\{[^{}]*\})\s*=\s*require\s*\(\s*['"][^'"\n]+['"]\s*\)/gu;
const blank = (match: string) => match.replace(/[^\n]/gu, ' ');

const keywords = new Set([
  'abstract', 'as', 'async', 'await', 'const', 'declare', 'export', 'exports', 'function', 'get', 'let', 'module', 'new', 'override', 'private', 'protected', 'public', 'readonly',
  'return', 'satisfies', 'set', 'static', 'this', 'type', 'var',
]);

/** The names in a function's head, without its parameters, their types and the type of the result. */
function namesIn(head: string): Set<string> {
  let rest = head;
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(/\([^()]*\)/gu, '\0');
  }
  const names = wordsOf(rest.replace(/\0\s*:[^=]*/gu, '\0'));
  // `get` and `set` are names too: `async get(id) {`.
  const named = /\b(get|set)\s*\0/u.exec(rest)?.[1];
  for (const keyword of keywords) if (keyword !== named) names.delete(keyword);
  return names;
}

/** Blocks at the top run once. */
const atTop = /^[\s}]*(?:(?:else\s+)?if|for|while|switch|try|catch)\b/u;

interface Block {
  readonly head: number;
  readonly start: number;
  /** The class whose body it is. */
  readonly owner?: string;
  /** `part`: a type, a pattern or an argument in the middle of something. */
  readonly kind: 'container' | 'function' | 'inner' | 'part';
}

interface Found { readonly head: number; readonly start: number; readonly end: number; readonly owner?: string | undefined }

/** Finds the braces that hold functions: those at the top, in classes and in objects outside functions. */
function scan(text: string): { functions: Found[]; loose: string[] } {
  const functions: Found[] = [];
  const loose: string[] = [];
  const open: Block[] = [];
  let head = 0;
  /** Round and square brackets that are open outside functions. */
  let brackets = 0;
  const inFunction = () => open.at(-1)?.kind === 'function' || open.at(-1)?.kind === 'inner';
  const endLoose = (at: number) => {
    if (at > head && /\S/u.test(text.slice(head, at))) loose.push(text.slice(head, at));
    head = at;
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    switch (char) {
      case 47: { // /
        const end = afterSlash(text, at);
        // A comment before a function is no part of its head.
        if (end > at && !inFunction() && /^\s*$/u.test(text.slice(head, at))) head = end + 1;
        at = end;
        break;
      }
      case 34: // "
      case 39: // '
        at = afterString(text, at, char);
        break;
      case 96: // `
        at = afterTemplate(text, at);
        break;
      case 123: { // {
        if (inFunction()) open.push({ head, start: at, kind: 'inner' });
        else {
          const before = text.slice(Math.max(head, at - 400), at);
          const isFunction = /(?:(?:=>|\))\s*|\)\s*:[^=;{}]*)$/u.test(before) && !/\b(?:class|interface|enum|namespace)\s+[\w$][^(]*$/u.test(before);
          const kind = isFunction ? 'function' : brackets > 0 || /[<:|&]\s*$/u.test(before) ? 'part' : 'container';
          const owner = kind === 'container' ? /\bclass\s+([\w$]+)(?![\w$])[^(]*$/u.exec(before)?.[1] : undefined;
          open.push({ head, start: at, kind, ...(owner !== undefined && { owner }) });
          if (kind === 'container') endLoose(at + 1);
        }
        break;
      }
      case 125: { // }
        const block = open.pop();
        if (!block) return whole(text);
        if (block.kind === 'function') {
          functions.push({ head: block.head, start: block.start, end: at + 1, owner: open.at(-1)?.owner });
          if (brackets === 0) head = at + 1;
        } else if (block.kind === 'container') {
          endLoose(at);
          head = at + 1;
        } else if (block.kind === 'part') {
          head = block.head;
        }
        break;
      }
      case 40: // (
      case 91: // [
        if (!inFunction()) brackets += 1;
        break;
      case 41: // )
      case 93: // ]
        if (!inFunction()) brackets -= 1;
        break;
      case 59: // ;
        if (!inFunction() && brackets <= 0) endLoose(at + 1);
        break;
      case 44: // ,
        if (!inFunction() && brackets <= 0 && open.length > 0) endLoose(at + 1);
        break;
      case 10: // a line that starts a statement or member
        if (!inFunction() && brackets <= 0 && startsAnew(text, at)) endLoose(at + 1);
        break;
      default:
    }
  }
  if (open.length > 0) return whole(text);
  endLoose(text.length);
  return { functions, loose };
}

function whole(text: string): ReturnType<typeof scan> {
  return { functions: [{ head: 0, start: 0, end: text.length }], loose: [text] };
}

const beginning = /\s*[A-Za-z_$@#}*]/uy;

/** Whether a statement or member may begin after the line break at `at`: the line before it is complete. */
function startsAnew(text: string, at: number): boolean {
  beginning.lastIndex = at + 1;
  return beginning.test(text) && !/[=([{,:+|&?.<>-]\s*$/u.test(text.slice(Math.max(0, at - 20), at));
}

function afterString(text: string, from: number, quote: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === 92) at += 1;
    else if (char === quote || char === 10) return at;
  }
  return text.length;
}

/** The end of a template, with the code in it. */
function afterTemplate(text: string, from: number): number {
  let braces = 0;
  for (let at = from + 1; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === 92) at += 1;
    else if (char === 36 && text.charCodeAt(at + 1) === 123) {
      braces += 1;
      at += 1;
    } else if (braces > 0) {
      if (char === 96) at = afterTemplate(text, at);
      else if (char === 34 || char === 39) at = afterString(text, at, char);
      else if (char === 123) braces += 1;
      else if (char === 125) braces -= 1;
    } else if (char === 96) return at;
  }
  return text.length;
}

/** The end of a comment or regular expression; a division ends at once. */
function afterSlash(text: string, from: number): number {
  const next = text.charCodeAt(from + 1);
  if (next === 47) {
    const end = text.indexOf('\n', from);
    return end === -1 ? text.length : end - 1;
  }
  if (next === 42) {
    const end = text.indexOf('*/', from + 2);
    return end === -1 ? text.length : end + 1;
  }
  if (!/(?:^|[(,=:[!&|?{};+\n]|\b(?:return|typeof|case))[^\S\n]*$/u.test(text.slice(Math.max(0, from - 20), from))) return from;
  let inClass = false;
  for (let at = from + 1; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === 92) at += 1;
    else if (char === 91) inClass = true;
    else if (char === 93) inClass = false;
    else if (char === 10 || (char === 47 && !inClass)) return char === 10 ? from : at;
  }
  return from;
}
