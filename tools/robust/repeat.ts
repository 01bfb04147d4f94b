import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

type Source = TSESLint.SourceCode;

/**
 * How the copies of a program are kept apart: `renamed` gives each copy names of its own at the top level and keeps its
 * exports; `block` and `function` put each copy, without its exports, into a block or an exported function.
 */
export type Apart = 'block' | 'function' | 'renamed';

export interface Repetition {
  readonly apart: Apart;
  /** Texts and environment variables of each copy differ too, as those of real code do. */
  readonly varied?: boolean;
}

interface Edit { readonly range: readonly [number, number]; readonly text: string }

/**
 * A program that says `count` times what `source` says once. Directives, imports and requires stay as they are, at its head.
 *
 * @returns the text, or `undefined` where the program has nothing to repeat.
 */
export function repeated(source: Source, count: number, { apart, varied = false }: Repetition): string | undefined {
  const text = source.text;
  const [first, ...rest] = source.ast.body.filter((statement) => !isHead(statement));
  if (!first) return undefined;
  const last = rest.at(-1) ?? first;
  // What stands between two statements of the body and belongs to the head would be repeated with them.
  const between = source.ast.body.filter((statement) => isHead(statement) && statement.range[0] > first.range[0] && statement.range[0] < last.range[0]);
  const start = commentsBefore(source, first);
  const end = last.range[1];
  const head = [text.slice(0, start), ...between.map((statement) => `${source.getText(statement)}\n`), ...later(source, end)].join('');

  const copies = Array.from({ length: count }, (_, index) => {
    const suffix = index === 0 ? '' : letters(index);
    const edits = [
      ...between.map(({ range }) => ({ range, text: '' })),
      ...(apart === 'renamed' ? renamings(source, suffix) : exportsDropped(source)),
      ...(varied ? variations(source, suffix) : []),
    ];
    const body = applied(text, [start, end], edits);
    if (apart === 'renamed') return body;
    const isAsync = /\bawait\b/u.test(body);
    return apart === 'block' ? `{\n${body}\n}` : `export ${isAsync ? 'async ' : ''}function part${letters(index)}() {\n${body}\n}`;
  });
  return `${head.replace(/(?<=[^\s])$/u, '\n')}${copies.join('\n\n')}\n`;
}

/** Statements that a file has once: directives, imports, requires, exports of other modules. */
function isHead(statement: TSESTree.ProgramStatement): boolean {
  switch (statement.type) {
    case 'ExpressionStatement':
      return (statement as { directive?: string | null }).directive != null;
    case 'ImportDeclaration':
    case 'TSImportEqualsDeclaration':
    case 'ExportAllDeclaration':
    case 'TSNamespaceExportDeclaration':
      return true;
    case 'ExportNamedDeclaration':
      return statement.source != null;
    case 'VariableDeclaration':
      return statement.declarations.every(({ init }) => requires(init));
    default:
      return false;
  }
}

/** `require(...)`, and a member or a call of it. */
function requires(node: TSESTree.Node | null | undefined): boolean {
  switch (node?.type) {
    case 'CallExpression':
      return (node.callee.type === 'Identifier' && node.callee.name === 'require') || requires(node.callee);
    case 'MemberExpression':
      return requires(node.object);
    default:
      return false;
  }
}

/** The start of the comments directly above a statement. */
function commentsBefore(source: Source, statement: TSESTree.Node): number {
  const comments = source.getCommentsBefore(statement).filter((comment) => comment.loc.start.line > 1 || comment.range[0] === 0);
  const isShebang = source.text.startsWith('#!') && comments[0]?.range[0] === 0;
  return (isShebang ? comments[1] : comments[0])?.range[0] ?? statement.range[0];
}

/** Statements of the head that stand below the body. */
function later(source: Source, end: number): string[] {
  return source.ast.body.filter((statement) => statement.range[0] >= end).map((statement) => `${source.getText(statement)}\n`);
}

/** A, B, ... Z, AA, AB: letters, since numbers in names and texts mean versions. */
function letters(index: number): string {
  return (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
}

function renamings(source: Source, suffix: string): Edit[] {
  if (suffix === '') return [];
  const edits = new Map<TSESTree.Node, Edit>();
  const rename = (node: TSESTree.Node, name: string) => {
    const { parent } = node;
    const text = `${name}${suffix}`;
    // `{ a }` is a key and a value; `export { a as b }` says the second name to other files.
    if (parent?.type === 'Property' && parent.shorthand) edits.set(parent.key, { range: parent.key.range, text: `${name}: ${text}` });
    else if (parent?.type === 'AssignmentPattern' && parent.parent.type === 'Property' && parent.parent.shorthand) edits.set(parent.parent.key, { range: node.range, text: `${name}: ${text}` });
    else edits.set(node, { range: [node.range[0], node.range[0] + name.length], text });
  };
  const manager = source.scopeManager!;
  const scope = manager.acquire(source.ast, true) ?? manager.scopes[0]!;
  for (const variable of scope.variables) {
    const definitions = variable.defs.filter(({ node }) => !belongsToHead(node as TSESTree.Node));
    if (definitions.length === 0 || definitions.length < variable.defs.length) continue;
    for (const identifier of variable.identifiers) rename(identifier, variable.name);
    for (const { identifier } of variable.references) rename(identifier, variable.name);
  }
  for (const statement of source.ast.body) {
    if (statement.type === 'ExportNamedDeclaration' && !statement.source) {
      for (const { local, exported } of statement.specifiers) {
        const name = exported.type === 'Identifier' ? exported.name : undefined;
        if (name !== undefined && exported.range[0] !== local.range[0]) edits.set(exported, { range: exported.range, text: `${name}${suffix}` });
      }
    }
    // A module has one default export.
    if (statement.type === 'ExportDefaultDeclaration') {
      const { declaration } = statement;
      const isNamed = 'id' in declaration && declaration.id != null;
      edits.set(statement, { range: [statement.range[0], declaration.range[0]], text: isNamed ? 'export ' : `export const exported${suffix} = ` });
    }
  }
  return [...edits.values()];
}

function belongsToHead(node: TSESTree.Node): boolean {
  let at: TSESTree.Node = node;
  while (at.parent && at.parent.type !== 'Program') at = at.parent;
  return isHead(at as TSESTree.ProgramStatement);
}

function exportsDropped(source: Source): Edit[] {
  return source.ast.body.flatMap((statement) => {
    if (statement.type === 'ExportNamedDeclaration' && !statement.source) {
      return [{ range: statement.declaration ? [statement.range[0], statement.declaration.range[0]] as const : statement.range, text: '' }];
    }
    if (statement.type !== 'ExportDefaultDeclaration') return [];
    const { declaration } = statement;
    const isNamed = 'id' in declaration && declaration.id != null;
    return [{ range: [statement.range[0], declaration.range[0]] as const, text: isNamed ? '' : 'const exported = ' }];
  });
}

/** Makes paths and names of environment variables differ. Other texts may be words that libraries know. */
function variations(source: Source, suffix: string): Edit[] {
  if (suffix === '') return [];
  const edits: Edit[] = [];
  for (const token of source.ast.tokens ?? []) {
    if (token.type === 'String' && /^.\/[\w/:.-]*.$/u.test(token.value)) edits.push({ range: [token.range[1] - 1, token.range[1] - 1], text: `/${suffix.toLowerCase()}` });
    const before = token.type === 'Identifier' && source.getTokenBefore(token, { skip: 1 });
    if (before && before.value === 'env' && source.getTokenBefore(token)!.value === '.') edits.push({ range: [token.range[1], token.range[1]], text: `_${suffix}` });
  }
  return edits;
}

function applied(text: string, [start, end]: readonly [number, number], edits: readonly Edit[]): string {
  let result = '';
  let at = start;
  for (const { range, text: replacement } of [...edits].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1])) {
    if (range[0] < at || range[1] > end) continue;
    result += text.slice(at, range[0]) + replacement;
    at = range[1];
  }
  return result + text.slice(at, end);
}
