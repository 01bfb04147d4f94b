import type { TSESTree } from '@typescript-eslint/utils';
import { callersOf, constantValue, variableOf } from '../calls.js';
import { useOf } from '../facts.js';
import type { SourceCode } from '../service.js';
import { enclosingFunction, functionName, isFunction, propertyName, unwrap } from '../syntax.js';
import { expressionOf, propertyOf, templateParts } from '../values.js';

/**
 * What a call brings in whole: the content of a file or the body of an HTTP answer.
 * Does not see: callbacks of `fs.readFile`, streams, uploads (`file.text()`), loaders of documents.
 */
export interface ContentRead {
  readonly kind: 'file' | 'page';
  readonly node: TSESTree.CallExpression;
  /** The path or URL, as written. */
  readonly place: TSESTree.Node | undefined;
}

/** Names under which HTTP answers hold their body: `text()` of a standard response, properties of the others. */
const bodies = /^(?:text\(\)|text|data|body)$/u;
const binary = /\.(?:png|jpe?g|gif|webp|avif|bmp|ico|tiff?|pdf|mp[34]|m4a|wav|ogg|flac|mov|webm|avi|zip|gz|tar|woff2?|ttf|docx?|xlsx?|pptx?|wasm|bin)$/iu;

/**
 * The read that a call is.
 *
 * @param path properties and `text()`-like methods taken from what the call gives, the first of them first.
 * @param parsed the content goes through JSON: of an HTTP answer that is data, which the other side limits.
 * @returns `data` for a read whose content is no text or only a part of one.
 */
export function readOf(source: SourceCode, call: TSESTree.CallExpression, path: readonly string[], parsed: boolean): ContentRead | 'data' | undefined {
  const roles = useOf(source, call)?.action.roles ?? [];
  const [place] = call.arguments;
  if (roles.includes('file-read')) {
    const name = place && fileName(source, place);
    const encoding = call.arguments[1] && source.getText(call.arguments[1]);
    const isData = path.length > 0 || (name !== undefined && binary.test(name)) || /base64|hex|binary/u.test(encoding ?? '');
    return isData ? 'data' : { kind: 'file', node: call, place };
  }
  if (!roles.includes('http-call')) return undefined;
  return !parsed && path.length === 1 && bodies.test(path[0] ?? '') ? { kind: 'page', node: call, place } : 'data';
}

/** The end of a path, where the text shows it: `.../notes.md`; of a name that goes through a literal list the first one's. */
function fileName(source: SourceCode, place: TSESTree.Node, depth = 0): string | undefined {
  const at = expressionOf(source, place);
  const last = at.type === 'CallExpression' ? at.arguments.at(-1) : at.type === 'NewExpression' ? at.arguments[0] : at;
  if (!last || depth > 4) return undefined;
  const tail = templateParts(source, last).at(-1);
  if (tail?.kind === 'static') return tail.text.trim();
  const names = valuesOf(source, tail?.node ?? last).map((value) => fileName(source, value, depth + 1));
  return names.every((name) => name !== undefined && prose.test(name)) ? names[0] : undefined;
}

/** All that a name stands for, where the file shows it: what calls give for a parameter, the elements of a literal list that is gone through. */
function valuesOf(source: SourceCode, node: TSESTree.Node): TSESTree.Node[] {
  const at = unwrap(node);
  if (at.type === 'MemberExpression') {
    const name = propertyName(at);
    const owners = at.object.type === 'Identifier' && name !== undefined ? valuesOf(source, at.object) : [];
    const found = owners.map((owner) => propertyOf(source, owner, name!));
    return found.every((property) => typeof property === 'object') ? found.map((property) => (property as { found: TSESTree.Node }).found) : [];
  }
  const definition = at.type === 'Identifier' ? variableOf(source, at)?.defs[0] : undefined;
  const owner = definition?.node as TSESTree.Node | undefined;
  if (definition?.type === 'Parameter' && isFunction(owner)) {
    const { parent } = owner;
    if (parent.type === 'CallExpression' && parent.callee.type === 'MemberExpression' && /^(?:map|flatMap|forEach)$/u.test(propertyName(parent.callee) ?? '')) return literalList(source, parent.callee.object);
    const index = owner.params.indexOf(definition.name);
    const given = callersOf(source, owner).map(({ call }) => call.arguments[index]);
    return given.every((argument) => argument !== undefined) ? given : [];
  }
  const loop = owner?.type === 'VariableDeclarator' ? owner.parent.parent : undefined;
  return loop?.type === 'ForOfStatement' && owner?.parent === loop.left ? literalList(source, loop.right) : [];
}

/** The elements of a list that is written out and never added to. */
function literalList(source: SourceCode, list: TSESTree.Node): TSESTree.Node[] {
  const at = unwrap(list);
  const variable = at.type === 'Identifier' ? variableOf(source, at) : undefined;
  const value = variable ? constantValue(variable) : at;
  const grows = variable?.references.some(({ identifier }) => identifier.parent?.type === 'MemberExpression' && /^(?:push|unshift|splice)$/u.test(propertyName(identifier.parent) ?? ''));
  const elements = value && unwrap(value).type === 'ArrayExpression' && !grows ? (unwrap(value) as TSESTree.ArrayExpression).elements : [];
  return elements.every((element) => element && element.type !== 'SpreadElement') ? (elements as TSESTree.Node[]) : [];
}

/** Files that are written to be told to a model, or small by what they are. */
const instructions = /prompt|templat|instruction|persona|guideline|(?:^|[\s/'"`_-])(?:system|skills?|rules?|agents?)(?=[-_./'"`]|\.md)|SKILL\.md|AGENTS\.md|CLAUDE\.md/iu;
const prose = /\.(?:mdx?|txt|prompt|hbs|mustache|njk|j2|jinja2?|tmpl|tpl|ejs|liquid)$/iu;
const settings = /(?:^|\/)(?:package|tsconfig|composer|deno|manifest|components)(?:\.[\w-]+)?\.json$|\.env(?:\.\w+)?$|(?:^|\/)\.[\w-]+rc(?:\.\w+)?$|\.(?:schema\.json|prisma|proto|graphql|toml|ini)$/iu;

/**
 * Whether a read gives what belongs in a prompt as it is: a prompt template or a text that ships with the program, a small file
 * of settings or a schema, anything that is read once and kept.
 */
export function isPartOfProgram(source: SourceCode, { node, place, kind }: ContentRead): boolean {
  const reader = enclosingFunction(node);
  if (!reader) return true;
  if (!place) return false;
  const names = [functionName(reader) ?? '', source.getText(place), ...namesBehind(source, place)].join(' ');
  if (instructions.test(names)) return true;
  const name = fileName(source, place);
  if (name !== undefined && settings.test(name)) return true;
  // The name is written in the code, whatever folder it is in: somebody knows this file.
  return kind === 'file' && name !== undefined && prose.test(name);
}

/** Texts of the constants that a path is made of. */
function namesBehind(source: SourceCode, place: TSESTree.Node): string[] {
  const at = unwrap(place);
  const nodes = at.type === 'CallExpression' || at.type === 'NewExpression' ? at.arguments : [at];
  return nodes.flatMap((node) => {
    const variable = node.type === 'Identifier' ? variableOf(source, node) : undefined;
    const value = variable && constantValue(variable);
    return value ? [source.getText(value).slice(0, 200)] : [];
  });
}
