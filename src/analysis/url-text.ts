import type { TSESTree } from '@typescript-eslint/utils';
import { variableOf } from './calls.js';
import type { SourceCode } from './service.js';
import { propertyName, unwrap } from './syntax.js';
import { accessesOfThis, classAround } from './this-members.js';
import { expressionOf, stringOf, templateParts, valueOf } from './values.js';

/** A piece of a text: what it says, or that nobody knows. */
export interface TextPiece {
  /** `undefined` where it is only known at run time. */
  readonly text: string | undefined;
  readonly node: TSESTree.Node;
  /** How the text came to its place: written there, through a name, or as the default of a setting. */
  readonly by: 'written' | 'constant' | 'default';
}

const maxDepth = 8;

/**
 * What a text is made of, through templates, constants, `new URL(...)`, and, other than `templateParts`, through defaults:
 * `process.env.X ?? 'text'`, default values of parameters and of destructured names, the second argument of a `get`.
 * Fields of `this` are followed where one place of the class sets them.
 * Does not see: other files, results of calls, schemas that state defaults.
 */
export function textOf(source: SourceCode, node: TSESTree.Node): readonly TextPiece[] {
  return merge(piecesOf(source, node, 'written', 0));
}

function piecesOf(source: SourceCode, node: TSESTree.Node, by: TextPiece['by'], depth: number): readonly TextPiece[] {
  const at = unwrap(node);
  if (depth >= maxDepth) return [{ text: undefined, node: at, by }];
  const named = expressionOf(source, at);
  if (named !== at) return piecesOf(source, named, by === 'written' ? 'constant' : by, depth + 1);
  // Taken apart here, so that each piece knows where it stands.
  const parts = partsOf(at);
  if (parts) return parts.flatMap((part) => (typeof part === 'string' ? [{ text: part, node: at, by }] : piecesOf(source, part, by, depth + 1)));
  const value = valueOf(source, at);
  if (value.known) return [{ text: String(value.value), node: at, by }];
  const next = behind(source, at);
  const texts = next ? [] : templateParts(source, at);
  if (texts.length > 1 || texts[0]?.kind === 'static') {
    return texts.flatMap((part) => (part.kind === 'static' ? [{ text: part.text, node: part.node, by }] : piecesOf(source, part.node, by, depth + 1)));
  }
  if (!next) return [{ text: undefined, node: at, by }];
  const nextBy = next.isDefault ? 'default' : by === 'written' && !next.isUrl ? 'constant' : by;
  const pieces = piecesOf(source, next.node, nextBy, depth + 1);
  return next.base && !isAbsolute(pieces) ? joined(piecesOf(source, next.base, nextBy, depth + 1), pieces) : pieces;
}

/** The parts of a template or a sum, in order. */
function partsOf(at: TSESTree.Node): readonly (TSESTree.Node | string)[] | undefined {
  if (at.type === 'TemplateLiteral') return at.quasis.flatMap((quasi, index) => [quasi.value.cooked ?? '', ...(at.expressions[index] ? [at.expressions[index]] : [])]);
  return at.type === 'BinaryExpression' && at.operator === '+' ? [at.left, at.right] : undefined;
}

interface Behind { readonly node: TSESTree.Node; readonly isDefault?: boolean; readonly isUrl?: boolean; readonly base?: TSESTree.Node | undefined }

/** What an expression that is no text itself takes its text from. */
function behind(source: SourceCode, at: TSESTree.Node): Behind | undefined {
  switch (at.type) {
    case 'LogicalExpression':
      // The left side is what a setting says; where that is a text of the file, it wins.
      if (at.operator === '&&') return undefined;
      return stringOf(source, at.left) ? { node: at.left } : { node: at.right, isDefault: true };
    case 'NewExpression': {
      const [url, base] = at.arguments;
      return at.callee.type === 'Identifier' && at.callee.name === 'URL' && url && url.type !== 'SpreadElement' ? { node: url, isUrl: true, base } : undefined;
    }
    case 'CallExpression':
      return behindCall(at);
    case 'MemberExpression': {
      const name = propertyName(at);
      if (name === 'href') return { node: at.object, isUrl: true };
      return at.object.type === 'ThisExpression' && name !== undefined ? ofField(source, at, name) : undefined;
    }
    case 'Identifier':
      return ofDefault(source, at);
    default:
      return undefined;
  }
}

/** `url.toString()`, `String(url)`, `config.get('USERS_URL', 'http://users:3000')`. */
function behindCall(at: TSESTree.CallExpression): Behind | undefined {
  const [first, second] = at.arguments;
  if (at.callee.type === 'Identifier') return at.callee.name === 'String' && first ? { node: first, isUrl: true } : undefined;
  if (at.callee.type !== 'MemberExpression') return undefined;
  const method = propertyName(at.callee);
  if (method === 'toString' && at.arguments.length === 0) return { node: at.callee.object, isUrl: true };
  return method === 'get' && second?.type === 'Literal' && typeof second.value === 'string' ? { node: second, isDefault: true } : undefined;
}

/** A name with a default: a parameter's, or one that is taken out of the environment. */
function ofDefault(source: SourceCode, at: TSESTree.Identifier): Behind | undefined {
  const variable = variableOf(source, at);
  const [definition] = variable?.defs ?? [];
  if (!variable || !definition || variable.defs.length !== 1) return undefined;
  const binding = (definition.name as TSESTree.Node).parent;
  if (binding?.type !== 'AssignmentPattern' || binding.left !== definition.name) return undefined;
  if (variable.references.some((reference) => reference.isWrite() && !reference.init && reference.identifier !== binding.left)) return undefined;
  return { node: binding.right, isDefault: true };
}

/** A field of `this` that one place of the class sets: its initializer, an assignment, or a constructor parameter with a default. */
function ofField(source: SourceCode, at: TSESTree.MemberExpression, name: string): Behind | undefined {
  const body = classAround(at);
  if (!body) return undefined;
  const values: Behind[] = [];
  for (const member of body.body) {
    if (member.type === 'PropertyDefinition' && propertyName(member) === name && member.value) values.push({ node: member.value });
    if (member.type !== 'MethodDefinition' || member.kind !== 'constructor') continue;
    for (const parameter of member.value.params) {
      if (parameter.type !== 'TSParameterProperty' || parameter.parameter.type !== 'AssignmentPattern') continue;
      const { left, right } = parameter.parameter;
      if (left.type === 'Identifier' && left.name === name) values.push({ node: right, isDefault: true });
    }
  }
  for (const access of accessesOfThis(source, body)) {
    if (propertyName(access) === name && access.parent.type === 'AssignmentExpression' && access.parent.left === access) values.push({ node: access.parent.right });
  }
  return values.length === 1 ? values[0] : undefined;
}

function isAbsolute(pieces: readonly TextPiece[]): boolean {
  return /^(?:[a-z][a-z\d+.-]*:)?\/\//iu.test(pieces[0]?.text ?? '') || pieces[0]?.text === undefined;
}

/** A path behind the base it is resolved against; only the host of the result is of interest. */
function joined(base: readonly TextPiece[], path: readonly TextPiece[]): readonly TextPiece[] {
  const last = base.at(-1);
  const ends = last?.text?.endsWith('/') ?? false;
  const starts = path[0]?.text?.startsWith('/') ?? false;
  return ends || starts || !last ? [...base, ...path] : [...base, { text: '/', node: last.node, by: last.by }, ...path];
}

function merge(pieces: readonly TextPiece[]): readonly TextPiece[] {
  return pieces.filter((piece) => piece.text !== '');
}
