import type { TSESTree } from '@typescript-eslint/utils';
import { defineService, type SourceCode } from '../../analysis/service.js';
import type { ModuleLink } from './module-links.js';
import { moduleScope, topLevelStatement } from './scopes.js';
import { attachedStart, endOfLine, prologueOf } from './statements.js';
import { eolOf, indentOf } from './style.js';

const importing = new Set(['ImportDeclaration', 'TSImportEqualsDeclaration', 'ExportNamedDeclaration', 'ExportDefaultDeclaration', 'ExportAllDeclaration', 'TSExportAssignment']);

/** True if the file loads modules with `import`: its syntax decides, and where it has none, how it was parsed. */
export const usesImports = defineService((source: SourceCode): boolean => {
  if (source.ast.body.some((node) => importing.has(node.type))) return true;
  return !['require', 'module', 'exports'].some((name) => readsGlobal(source, name)) && source.ast.sourceType === 'module';
});

function readsGlobal(source: SourceCode, name: string): boolean {
  const known = source.scopeManager!.scopes[0]!.set.get(name);
  if (known && known.defs.length === 0 && known.references.length > 0) return true;
  const scope = moduleScope(source);
  return !scope.set.has(name) && scope.through.some((reference) => reference.identifier.name === name);
}

/**
 * Where a new import or require belongs, and the text to insert there: below its like, else at the head of the file
 * after directives and comments about the file.
 */
export function importPosition(source: SourceCode, asImport: boolean, links: readonly ModuleLink[], usedAt: readonly TSESTree.Node[], statement: string): { index: number; text: string } {
  const eol = eolOf(source);
  const anchor = lastLike(source, asImport, links, usedAt) ?? prologueOf(source).at(-1);
  if (anchor) {
    const isDirective = anchor.type === 'ExpressionStatement';
    const end = endOfLine(source, anchor);
    if (end === undefined) return { index: anchor.range[1], text: ` ${terminated(statement)}` };
    const following = source.ast.body[source.ast.body.indexOf(anchor) + 1];
    // A guard at the start of the next line ends the new statement too.
    const safe = following && !asImport && end >= anchor.range[1] ? guarded(source, following, statement) : statement;
    return { index: end, text: eol + (isDirective ? eol : '') + indentOf(source, anchor) + safe };
  }
  const [first] = source.ast.body;
  if (!first) return { index: source.text.length, text: source.text && !/\n$/u.test(source.text) ? eol + statement : statement };
  const safe = asImport ? statement : guarded(source, first, statement);
  return { index: attachedStart(source, first), text: safe + eol + eol + indentOf(source, first) };
}

/** The statement to stand below: the last import, or the last require that runs before the code that needs the new one. */
function lastLike(source: SourceCode, asImport: boolean, links: readonly ModuleLink[], usedAt: readonly TSESTree.Node[]): TSESTree.ProgramStatement | undefined {
  if (asImport) return lastImport(source);
  const firstUse = Math.min(...usedAt.map((node) => topLevelStatement(node)?.range[0] ?? Infinity));
  return links.filter((link) => link.kind === 'require' && link.statement.range[1] <= firstUse).at(-1)?.statement;
}

const lastImport = defineService((source: SourceCode) => source.ast.body.filter((node) => node.type === 'ImportDeclaration' || node.type === 'TSImportEqualsDeclaration').at(-1));

/** `statement` with the `;` it needs when what follows would continue it. */
function guarded(source: SourceCode, following: TSESTree.Node, statement: string): string {
  return /^[([`+\-/]/u.test(source.getText(following)) ? terminated(statement) : statement;
}

function terminated(statement: string): string {
  return statement.endsWith(';') ? statement : `${statement};`;
}
