import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../../analysis/service.js';
import { freshName } from './fresh-name.js';
import { importPosition, usesImports } from './import-position.js';
import { mergeImport } from './merge-import.js';
import { isBuiltin, moduleLinks, sameModule, specifierFor, type ModuleLink } from './module-links.js';
import { isShadowed } from './scopes.js';
import { braced, quoted, semicolonOf } from './style.js';

/** An export that a fix wants to use. */
export interface WantedExport {
  /** Import source; modules of Node with their prefix: `node:fs/promises`. */
  readonly module: string;
  /** The export's name, `default`, or `*` for the module itself. */
  readonly name: string;
  /** Local names to try in turn when it must be imported; by default the export's own name, then others made from it. */
  readonly locals?: readonly string[];
  /** Nodes at which it will be used. */
  readonly usedAt: readonly TSESTree.Node[];
  /** The default export is the module object (a CommonJS package), so that `default.name` is the export too. Always so for Node's modules. */
  readonly defaultIsModule?: boolean;
}

/** How to reach the export, and the edits that make it so: none if the file imports it already. */
export interface ImportedExport {
  /** An expression: `readFile`, `fs.readFile`. */
  readonly text: string;
  readonly fixes: TSESLint.RuleFix[];
}

/**
 * Makes an export of a module available to a file: through what the file imports already, by adding it to an existing
 * import of that module, or by an import or require of its own.
 */
export function addImport(fixer: TSESLint.RuleFixer, source: SourceCode, wanted: WantedExport): ImportedExport {
  const links = moduleLinks(source);
  const same = links.filter((link) => sameModule(link.module, wanted.module));
  const existing = reachable(source, same, wanted);
  if (existing !== undefined) return { text: existing, fixes: [] };

  const local = freshName(source, wanted.locals ?? defaultLocals(wanted), { usedAt: wanted.usedAt });
  for (const link of same) {
    const merged = mergeImport(fixer, source, link, wanted.name, local);
    if (merged) return { text: local, fixes: [merged] };
  }
  const asImport = usesImports(source);
  const statement = writeImport(source, specifierFor(wanted.module, links), wanted.name, local, asImport);
  const place = importPosition(source, asImport, links, wanted.usedAt, statement);
  return { text: local, fixes: [fixer.insertTextAfterRange([place.index, place.index], place.text)] };
}

/** The expression by which the file can reach the export without any change. */
function reachable(source: SourceCode, links: readonly ModuleLink[], { module, name, usedAt, defaultIsModule }: WantedExport): string | undefined {
  const visible = links.flatMap((link) => link.bindings.map((binding) => ({ ...binding, kind: link.kind })))
    .filter(({ local }) => !usedAt.some((node) => isShadowed(source, local, node)));
  const direct = visible.find(({ exported }) => exported === name);
  if (direct) return direct.local;
  const whole = visible.find(({ exported }) => exported === '*')
    ?? (defaultIsModule || isBuiltin(module) ? visible.find(({ exported }) => exported === 'default') : undefined);
  if (!whole) return undefined;
  // What `require` gives is the module and, for a module of CommonJS, its default export.
  if (name === 'default') return whole.kind === 'require' ? whole.local : undefined;
  return name === '*' ? whole.local : `${whole.local}.${name}`;
}

function defaultLocals({ module, name }: WantedExport): string[] {
  if (name !== '*' && name !== 'default') return [name, `${name}Async`];
  const words = module.replace(/^node:/u, '').split('/').at(-1)!.split(/[^\w$]+/u).filter(Boolean);
  const base = words.map((word, index) => (index ? word[0]!.toUpperCase() + word.slice(1) : word)).join('');
  return [base, `${base}Module`];
}

function writeImport(source: SourceCode, module: string, name: string, local: string, asImport: boolean): string {
  const from = quoted(source, module);
  const end = semicolonOf(source);
  if (asImport) {
    const clause = name === '*' ? `* as ${local}` : name === 'default' ? local : braced(source, name === local ? name : `${name} as ${local}`);
    return `import ${clause} from ${from}${end}`;
  }
  const pattern = name === '*' || name === 'default' ? local : braced(source, name === local ? name : `${name}: ${local}`);
  return `const ${pattern} = require(${from})${end}`;
}
