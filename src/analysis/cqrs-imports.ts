import type { TSESTree } from '@typescript-eslint/utils';
import { contextOf } from './context.js';
import { cqrsOf, sideOfPath, type CqrsSide } from './cqrs.js';
import { importedRoles } from './facts.js';
import { importsOf } from './imports.js';
import { importedExport } from './modules.js';
import type { SourceCode } from './service.js';
import { propertyName } from './syntax.js';

/** An import by which one side of CQRS leans on the other. */
export interface SideImport {
  readonly node: TSESTree.Node;
  readonly name: string;
  /** `side`: from the other of the two folders. Else what of the write model the query side takes. */
  readonly kind: 'aggregate' | 'repository' | 'side';
  /** The side that the importing file is on. */
  readonly from: CqrsSide;
}

/** Messages are what the two sides may send each other. */
const message = /(?:Query|Command|Event|Dto|DTO|Request|Response|Result|Props|Error|Exception)$/u;
const port = /^I[A-Z]|Port$|Interface$|Token$|^Abstract|^[A-Z][A-Z_\d]+$|(?:Read|Query)\w*Repository$|Read(?:Model|er)/u;
const writes = /^(?:save|insert|update|delete|remove|add|create|persist|store|upsert)\w*$/u;

/**
 * Imports between the `commands` and `queries` folders of a module, and imports of aggregate roots and of repositories that
 * write on the query side. Messages (`...Query`, `...Command`), types only, ports and injection tokens are what the sides may share.
 *
 * The two folders alone are not taken for CQRS: rich text editors have commands that ask queries about the document, and
 * command-line programs commands that call modules of SQL. The importing file must handle commands or queries, or use a library.
 * Does not see: classes whose file cannot be read, repositories whose writes are inherited from a package, helpers of handlers
 * in files of their own.
 */
export function sideImports(source: SourceCode): readonly SideImport[] {
  const { side, handlers } = cqrsOf(source);
  const sides = new Set(handlers.map((handler) => handler.side));
  const own = side ?? (sides.size === 1 ? [...sides][0] : undefined);
  if (!own) return [];
  const isCqrs = handlers.length > 0 || importedRoles(source).has('cqrs');
  return importsOf(source).flatMap((entry): readonly SideImport[] => {
    if (entry.kind !== 'binding' || isTypeOnly(entry.node) || message.test(entry.variable.name)) return [];
    const at = { node: entry.node, name: entry.variable.name, from: own };
    if (side && isCqrs && isOtherSide(source, entry.from, side)) return [{ ...at, kind: 'side' }];
    if (own !== 'query' || entry.name === '*' || port.test(entry.variable.name)) return [];
    const kind = writeModel(source, entry.from, entry.name);
    return kind ? [{ ...at, kind }] : [];
  });
}

function isTypeOnly(node: TSESTree.Node): boolean {
  const declaration = node.parent;
  return (node.type === 'ImportSpecifier' && node.importKind === 'type') || (declaration?.type === 'ImportDeclaration' && declaration.importKind === 'type');
}

/** Whether an import leads into the sibling folder of the same module. */
function isOtherSide(source: SourceCode, from: string, side: CqrsSide): boolean {
  const { filename, host } = contextOf(source);
  const target = host?.resolve(from, filename);
  const there = target === undefined ? undefined : sideOfPath(target);
  return there !== undefined && there.side !== side && there.module === sideOfPath(filename)?.module;
}

/** What an imported class is to the write model, by its own text. */
function writeModel(source: SourceCode, from: string, name: string): 'aggregate' | 'repository' | undefined {
  const exported = importedExport(source, from, name, /\bclass\b[^{]*\b(?:\w*Aggregate\w*|\w*Repository\w*)\b/u);
  if (!exported || exported.from || exported.node.type !== 'ClassDeclaration' || exported.node.abstract) return undefined;
  const { superClass, body, id } = exported.node;
  if (superClass && /^(?:[\w.]*\.)?\w*Aggregate(?:Root)?\w*$/u.test(exported.source.getText(superClass))) return 'aggregate';
  const isRepository = /Repository$/u.test(id?.name ?? '');
  const changes = body.body.some((member) => member.type === 'MethodDefinition' && !member.static && member.accessibility !== 'private' && writes.test(propertyName(member) ?? ''));
  return isRepository && changes ? 'repository' : undefined;
}
