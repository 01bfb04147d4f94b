import type { ProjectFile } from './load.js';

/**
 * What an export of an unparsed file can be, by the text of its declaration alone.
 * Sees only what is declared at the beginning of a line and exported by its own name; all else is `unknown`.
 */

/**
 * `plain`: a type, an enum, a literal, or a class that extends nothing of a package: never a value of a library. `function`: gives
 * one at most when it is called. `unknown`: anything.
 */
export type ExportShape = 'plain' | 'function' | 'unknown';

interface ExportTexts {
  readonly shapes: ReadonlyMap<string, ExportShape>;
  /** `module.exports` is an object written out, so that the module as a whole is no value of a library. */
  readonly isObject: boolean;
}

const texts = new WeakMap<ProjectFile, ExportTexts>();

/** What the text of `file` says of its export `name`. */
export function exportShape(file: ProjectFile, name: string): ExportShape {
  return exportTexts(file).shapes.get(name) ?? 'unknown';
}

/** Whether the module as a whole is an object of its exports, and not one of them. */
export function exportsObject(file: ProjectFile): boolean {
  return exportTexts(file).isObject;
}

const declaration = /^(export\s+(?:default\s+)?)?(?:declare\s+)?(?:abstract\s+)?((?:async\s+)?function\b(?:\s*\*)?|class\b|interface\b|type\b|(?:const\s+)?enum\b|const\b)[^\S\n]*([\w$]*)/gmu;
const arrow = /\s*(?::[^=\n]*)?=\s*(?:async\s*)?(?:function\b|(?:<[^<>()]*>\s*)?\((?:[^()]|\([^()]*\))*\)\s*(?::[^=\n]*)?=>|[\w$]+\s*=>)/uy;
const literal = /\s*(?::[^=\n]*)?=\s*(?:['"\d]|true\b|false\b)/uy;

function exportTexts(file: ProjectFile): ExportTexts {
  let known = texts.get(file);
  if (!known) texts.set(file, (known = read(file.text)));
  return known;
}

function read(text: string): ExportTexts {
  const shapes = new Map<string, ExportShape>();
  for (const { 0: all, 1: exported, 2: keyword, 3: name, index } of text.matchAll(declaration)) {
    const shape = shapeOf(text, keyword!, index + all.length);
    if (name) shapes.set(name, shapes.has(name) && shapes.get(name) !== shape ? 'unknown' : shape);
    if (exported && /\bdefault\b/u.test(exported)) shapes.set('default', shape);
  }
  const written = /\bmodule\.exports\s*=\s*(?:\{([^{}]*)\}|([\w$]+)\s*(?:;|$))/mu.exec(text);
  if (written?.[2]) shapes.set('default', shapes.get(written[2]) ?? 'unknown');
  const renamed = [
    ...text.matchAll(/\bas\s+([\w$]+)/gu),
    ...text.matchAll(/\bexports\.([\w$]+)\s*=(?!\s*\1\s*(?:;|$))/gmu),
    ...(written?.[1] ?? '').matchAll(/(?<![\w$])([\w$]+)\s*:/gu),
  ];
  for (const [, name] of renamed) shapes.delete(name!);
  return { shapes, isObject: written?.[1] !== undefined && !written[1].includes('...') };
}

function shapeOf(text: string, keyword: string, end: number): ExportShape {
  if (keyword.includes('function')) return 'function';
  if (keyword === 'const') {
    for (const [pattern, shape] of [[arrow, 'function'], [literal, 'plain']] as const) {
      pattern.lastIndex = end;
      if (pattern.test(text)) return shape;
    }
    return 'unknown';
  }
  if (keyword !== 'class') return 'plain';
  const head = text.slice(end, text.indexOf('{', end));
  const parent = /\bextends\s+([\w$]+)\s*(?:<[^<>]*>\s*)?(?:implements\b|$)/u.exec(head)?.[1];
  if (parent === undefined) return /\bextends\b/u.test(head) ? 'unknown' : 'plain';
  return new RegExp(String.raw`(?:^import\b|^const\b)[^;'"]*(?<![\w$])${parent.replaceAll('$', '\\$')}(?![\w$])[^;'"]*['"]\.`, 'mu').test(text) ? 'plain' : 'unknown';
}

const methods = new WeakMap<ProjectFile, ReadonlySet<string>>();
const ownFunction = /\bfunction\s+([\w$]+)\s*[<(]|^[ \t]*(?:(?:public|static|async)\s+)*([\w$]+)\s*\([^()]*\)\s*(?::[^{;\n]*)?\{|(?<![\w$.])([\w$]+)\s*[:=]\s*(?:async\b|function\b|\([^()]*\)\s*(?::[^=\n]*)?=>|[\w$]+\s*=>)/gmu;

/** Whether the text declares a function or method of this name, which then is no member of a library's value. */
export function declaresFunction(file: ProjectFile, name: string): boolean {
  let known = methods.get(file);
  if (!known) methods.set(file, (known = new Set([...file.text.matchAll(ownFunction)].map((match) => (match[1] ?? match[2] ?? match[3])!))));
  return known.has(name);
}
