import type { TSESTree } from '@typescript-eslint/utils';
import { constantValue, resolveFunction, variableOf } from '../calls.js';
import { importBy, importOf } from '../imports.js';
import { exportOf, importedModule } from '../modules.js';
import type { SourceCode } from '../service.js';
import { isFunction, propertyName, unwrap, walk, type FunctionNode } from '../syntax.js';
import { propertyOf, stringOf, templateParts, type StringPart } from '../values.js';

/**
 * What a text is made of where a file alone does not say: constants of other files (prompts are often kept in files of their
 * own), placeholders that are replaced (`PROMPT.replace('{topic}', topic)`), functions without parameters that return a text.
 * Follows names and members that an import brings in, and what these are built of in turn.
 * Does not see: functions with parameters, constants of barrels of barrels, templates of libraries.
 */
export type TextPart = StringPart & { readonly source: SourceCode };

/** An expression and the file it stands in. */
export interface Elsewhere {
  readonly source: SourceCode;
  readonly node: TSESTree.Node;
}

/** How many constants, replacements and functions may stand behind each other. */
const maxDepth = 12;
/** Any file may hold a prompt; the import itself says that it is wanted. */
const anything = /(?:)/u;
const far = 3;

/** The parts of the text that `node` is, in order; neighbouring fixed ones are one. */
export function textOf(source: SourceCode, node: TSESTree.Node): TextPart[] {
  return textParts(source, templateParts(source, node));
}

/** The same for a text that is taken apart as far as its file goes. */
export function textParts(source: SourceCode, parts: readonly StringPart[], depth = 0): TextPart[] {
  return merged(parts.flatMap((part) => resolved(source, part, depth)));
}

function merged(parts: readonly TextPart[]): TextPart[] {
  const found: TextPart[] = [];
  for (const part of parts) {
    const last = found.at(-1);
    if (part.kind === 'static' && last?.kind === 'static') found[found.length - 1] = { ...last, text: last.text + part.text };
    else found.push(part);
  }
  return found;
}

function resolved(source: SourceCode, part: StringPart, depth: number): TextPart[] {
  const own = [{ ...part, source }];
  if (part.kind === 'static' || depth >= maxDepth) return own;
  const at = unwrap(part.node);
  const next = ({ source: from, node }: Elsewhere) => textParts(from, templateParts(from, node), depth + 1);
  if (at.type === 'CallExpression') return (replaced(source, at, next) ?? returned(source, at, next)) ?? own;
  const target = imported(source, at);
  return target ? next(target) : own;
}

type Read = (text: Elsewhere) => TextPart[];

/** `TEXT.replace('{x}', value)`, also with `replaceAll` or a regular expression; `TEXT.trim()`. */
function replaced(source: SourceCode, call: TSESTree.CallExpression, read: Read): TextPart[] | undefined {
  const callee = unwrap(call.callee);
  const method = callee.type === 'MemberExpression' ? propertyName(callee) : undefined;
  if (callee.type !== 'MemberExpression') return undefined;
  const base = () => {
    const parts = read({ source, node: callee.object });
    return parts.some(({ kind }) => kind === 'static') ? parts : undefined;
  };
  if (method === 'trim' && call.arguments.length === 0) return base();
  const [what, by] = call.arguments;
  if (!/^replace(?:All)?$/u.test(method ?? '') || !what || !by || what.type === 'SpreadElement' || by.type === 'SpreadElement') return undefined;
  const pattern = patternOf(source, what, method === 'replaceAll');
  const parts = pattern && base();
  return parts && merged(parts.flatMap((part) => (part.kind === 'static' ? split(part, pattern, isFunction(unwrap(by)) ? [{ kind: 'dynamic', node: by, source }] : read({ source, node: by })) : [part])));
}

function patternOf(source: SourceCode, what: TSESTree.Node, all: boolean): RegExp | undefined {
  const at = unwrap(what);
  if (at.type === 'Literal' && 'regex' in at) {
    try {
      return new RegExp(at.regex.pattern, at.regex.flags);
    } catch {
      return undefined;
    }
  }
  const text = stringOf(source, at);
  return text === undefined || text === '' ? undefined : new RegExp(text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&'), all ? 'g' : '');
}

function split(part: TextPart & { readonly kind: 'static' }, pattern: RegExp, value: readonly TextPart[]): TextPart[] {
  const found: TextPart[] = [];
  let from = 0;
  const matches = pattern.global ? [...part.text.matchAll(pattern)] : [pattern.exec(part.text)];
  for (const match of matches) {
    if (!match || match[0] === '') continue;
    found.push({ ...part, text: part.text.slice(from, match.index) }, ...value);
    from = match.index + match[0].length;
  }
  return [...found, { ...part, text: part.text.slice(from) }];
}

/** What a function without parameters returns, of this file or an imported one. */
function returned(source: SourceCode, call: TSESTree.CallExpression, read: Read): TextPart[] | undefined {
  if (call.arguments.length > 0) return undefined;
  const local = resolveFunction(source, call.callee);
  const target = local ? { source, node: local } : imported(source, call.callee);
  if (!target || !isFunction(target.node) || target.node.params.length > 0 || target.node.generator) return undefined;
  const result = resultOf(target.source, target.node);
  return result && read({ source: target.source, node: result });
}

function resultOf(source: SourceCode, fn: FunctionNode): TSESTree.Node | undefined {
  if (fn.body.type !== 'BlockStatement') return fn.body;
  const returns = [...walk(fn.body, source.visitorKeys, isFunction)].filter((node) => node.type === 'ReturnStatement');
  return returns.length === 1 ? (returns[0]?.argument ?? undefined) : undefined;
}

/** The expression of another file that a name or member of an import always stands for. */
export function imported(source: SourceCode, node: TSESTree.Node): Elsewhere | undefined {
  const at = unwrap(node);
  if (at.type === 'Identifier') {
    const entry = bindingOf(source, at);
    return entry && entry.name !== '*' ? exported(source, entry.from, entry.name) : undefined;
  }
  const name = at.type === 'MemberExpression' ? propertyName(at) : undefined;
  if (at.type !== 'MemberExpression' || name === undefined) return undefined;
  const owner = unwrap(at.object);
  const entry = owner.type === 'Identifier' ? bindingOf(source, owner) : undefined;
  if (entry?.name === '*') return exported(source, entry.from, name);
  const module = required(source, owner);
  if (module) return expression(exportOf(module, name));
  const value = imported(source, owner);
  const property = value ? propertyOf(value.source, value.node, name) : 'unknown';
  return value && typeof property !== 'string' ? { source: value.source, node: property.found } : undefined;
}

function bindingOf(source: SourceCode, name: TSESTree.Identifier): { readonly from: string; readonly name: string } | undefined {
  const variable = variableOf(source, name);
  const entry = importOf(source, variable);
  if (entry) return entry;
  // `const { PROMPT } = require('./prompts')`.
  const declarator = variable?.defs[0]?.node as TSESTree.Node | undefined;
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'ObjectPattern') return undefined;
  const from = requiredFrom(source, declarator.init);
  const property = declarator.id.properties.find((one) => one.type === 'Property' && one.value.type === 'Identifier' && one.value.name === name.name);
  const exportName = property?.type === 'Property' ? propertyName(property) : undefined;
  return from === undefined || exportName === undefined ? undefined : { from, name: exportName };
}

function requiredFrom(source: SourceCode, node: TSESTree.Node | null | undefined): string | undefined {
  const at = node && unwrap(node);
  return at?.type === 'CallExpression' ? importBy(source, at)?.from : undefined;
}

/** The module that a name stands for: `const prompts = require('./prompts')`. */
function required(source: SourceCode, owner: TSESTree.Node): SourceCode | undefined {
  const variable = owner.type === 'Identifier' ? variableOf(source, owner) : undefined;
  const from = requiredFrom(source, variable && constantValue(variable));
  return from === undefined ? undefined : importedModule(source, from, anything, far);
}

function exported(source: SourceCode, from: string, name: string): Elsewhere | undefined {
  const module = importedModule(source, from, anything, far);
  return module && expression(exportOf(module, name));
}

/** An export that always holds one expression, not the name of a variable that may change. */
function expression(found: ReturnType<typeof exportOf>): Elsewhere | undefined {
  return !found || found.from || found.node.type === 'Program' || (found.node.parent?.type === 'VariableDeclarator' && found.node.parent.id === found.node) ? undefined : found;
}
