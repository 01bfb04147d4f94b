import { parse, parseExpression } from '@babel/parser';

type Program = ReturnType<typeof parse>['program'];
type Statement = Program['body'][number];
export type Expression = Extract<Statement, { type: 'ExpressionStatement' }>['expression'];
export type ArrayNode = Extract<Expression, { type: 'ArrayExpression' }>;
export type ObjectNode = Extract<Expression, { type: 'ObjectExpression' }>;
export type CallNode = Extract<Expression, { type: 'CallExpression' }>;
type Comment = NonNullable<ReturnType<typeof parse>['comments']>[number];

/** A configuration file with its syntax tree. */
export interface Source {
  readonly code: string;
  /** The code with blanks for comments, so that brackets and commas can be searched. */
  readonly bare: string;
  readonly body: readonly Statement[];
  /** Where the code begins, after directives such as `'use strict'`. */
  readonly directives: number;
  readonly comments: readonly Comment[];
}

/**
 * Parses JavaScript or TypeScript, ES modules or CommonJS.
 *
 * @returns undefined when the code does not parse.
 */
export function parseSource(code: string): Source | undefined {
  try {
    const { program, comments } = parse(code, { sourceType: 'unambiguous', allowReturnOutsideFunction: true, plugins: ['typescript'] });
    return {
      code, bare: withoutComments(code, comments ?? []), body: program.body,
      directives: Math.max(0, ...program.directives.map(({ end }) => end ?? 0)), comments: comments ?? [],
    };
  } catch {
    return undefined;
  }
}

/** JSON, also with comments and trailing commas. */
export interface JsonSource {
  readonly code: string;
  readonly bare: string;
  readonly root: ObjectNode;
}

/**
 * Parses a JSON object.
 *
 * @returns undefined when the text is no object, or no JSON.
 */
export function parseJson(code: string): JsonSource | undefined {
  try {
    const root = parseExpression(code, { plugins: [] });
    if (root.type !== 'ObjectExpression') return undefined;
    return { code, bare: withoutComments(code, root.comments ?? []), root };
  } catch {
    return undefined;
  }
}

function withoutComments(code: string, comments: readonly Comment[]): string {
  let bare = code;
  for (const { start, end } of comments) {
    if (start == null || end == null) continue;
    bare = bare.slice(0, start) + bare.slice(start, end).replace(/[^\r\n]/gu, ' ') + bare.slice(end);
  }
  return bare;
}

/** The place of a node; the parser's types allow for nodes that were built by hand and have none. */
export function rangeOf(node: { start?: number | null | undefined; end?: number | null | undefined }): { start: number; end: number } {
  return { start: node.start ?? 0, end: node.end ?? 0 };
}

/** What an expression is without type assertions around it. */
export function unwrap(expression: Expression): Expression {
  let inner = expression;
  while (inner.type === 'TSAsExpression' || inner.type === 'TSSatisfiesExpression' || inner.type === 'TSNonNullExpression' || inner.type === 'ParenthesizedExpression' || inner.type === 'TSTypeAssertion') {
    inner = inner.expression;
  }
  return inner;
}

/** The value of `name` in an object literal, where it is written out. */
export function propertyOf(object: ObjectNode, name: string): Expression | undefined {
  for (const property of object.properties) {
    if (property.type !== 'ObjectProperty' || property.computed) continue;
    const { key, value } = property;
    const written = key.type === 'Identifier' ? key.name : key.type === 'StringLiteral' ? key.value : undefined;
    if (written === name) return value as Expression;
  }
  return undefined;
}

/** Whether some object of the tree has `outer: { inner: ... }`. */
export function hasNested(root: unknown, outer: string, inner: string): boolean {
  if (Array.isArray(root)) return root.some((item) => hasNested(item, outer, inner));
  if (typeof root !== 'object' || root === null) return false;
  const node = root as { type?: string };
  if (node.type === 'ObjectExpression') {
    const value = propertyOf(root as ObjectNode, outer);
    if (value && unwrap(value).type === 'ObjectExpression' && propertyOf(unwrap(value) as ObjectNode, inner)) return true;
  }
  return Object.entries(root).some(([key, value]) => key !== 'loc' && !key.endsWith('Comments') && typeof value === 'object' && hasNested(value, outer, inner));
}
