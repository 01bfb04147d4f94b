import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { poolableUse } from '../../analysis/pooled-use.js';
import type { SourceCode } from '../../analysis/service.js';
import type { SingleConnection } from '../../analysis/single-connections.js';
import { unwrap, wrapped } from '../../analysis/syntax.js';
import { templateParts } from '../../analysis/values.js';
import { addImport } from './add-import.js';
import { dropImport } from './drop-import.js';
import { removeCalls } from './remove-statement.js';
import { braced } from './style.js';

/**
 * Makes a pool where a module makes a single connection that it only queries: `const db = new Pool(...)`, without the
 * `await` of the connection and the statements that only connected it, which on a pool would take a connection for good.
 *
 * @returns `null` where the pool could not do what the connection does, or takes other arguments.
 */
export function poolInstead(fixer: TSESLint.RuleFixer, source: SourceCode, connection: SingleConnection): TSESLint.RuleFix[] | null {
  const { use, pool, variable } = connection;
  const { node } = use;
  const poolable = poolableUse(source, connection);
  if (!poolable || (node.type !== 'CallExpression' && node.type !== 'NewExpression') || use.known.path.split('.').length !== 2) return null;
  const made = use.action.async ? wrapped(node).parent : node;
  const declarator = made && wrapped(made).parent;
  if (made?.type !== node.type && made?.type !== 'AwaitExpression') return null;
  if (declarator?.type !== 'VariableDeclarator' || declarator.id !== variable?.defs[0]?.name || declarator.id.type !== 'Identifier' || declarator.id.typeAnnotation) return null;
  if (declarator.parent.kind !== 'const' || declarator.parent.parent.type !== 'Program') return null;

  const options = optionEdits(fixer, source, connection, node.arguments);
  const removed = removeCalls(fixer, source, poolable.connects);
  if (!options || !removed) return null;
  const imported = addImport(fixer, source, { module: use.known.library.package, name: pool.name, usedAt: [node], defaultIsModule: true });
  const root = rootOf(node.callee);
  const isGone = root.type === 'Identifier' && imported.text.split('.')[0] !== root.name;
  const imports = isGone ? dropImport(fixer, source, root, imported.fixes) : imported.fixes;
  const head: TSESTree.Range = [made.range[0], node.callee.range[1]];
  const keyword = node.type === 'NewExpression' ? 'new ' : '';
  return [...imports, ...removed, fixer.replaceTextRange(head, keyword + imported.text), ...options];
}

/** A pool that takes options only gets a bare address as one of them; what may be either is left alone. */
function optionEdits(fixer: TSESLint.RuleFixer, source: SourceCode, { pool }: SingleConnection, args: readonly TSESTree.Node[]): TSESLint.RuleFix[] | null {
  const [first, ...more] = args;
  if (more.length > 0 || first?.type === 'SpreadElement') return null;
  if (!first || pool.urlOption === undefined || unwrap(first).type === 'ObjectExpression') return [];
  if (!/^process\.env\b/u.test(source.getText(unwrap(first))) && !templateParts(source, first).some((part) => part.kind === 'static')) return null;
  return [fixer.replaceText(first, braced(source, `${pool.urlOption}: ${source.getText(first)}`))];
}

/** What a chain of members starts with: `mysql` of `mysql.createConnection`. */
function rootOf(node: TSESTree.Node): TSESTree.Node {
  let at = unwrap(node);
  while (at.type === 'MemberExpression') at = unwrap(at.object);
  return at;
}
