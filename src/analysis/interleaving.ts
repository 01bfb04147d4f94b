import type { TSESTree } from '@typescript-eslint/utils';
import { constantValue, variableOf } from './calls.js';
import type { Use } from './facts.js';
import { defineService, type SourceCode } from './service.js';
import { contains, enclosingFunction, propertyName, unwrap, walk, type FunctionNode } from './syntax.js';

/**
 * Whether other requests could change the outcome if this blocking file call were awaited. As long as it blocks nothing comes
 * in between; awaited, a request may read a file that another is about to write back (a lost update), or two may write one
 * file at a time.
 *
 * Sees reads and writes of whole files by the text of their path, anywhere in the file. Does not see: the same path under
 * two names, state in memory, checks such as `existsSync` before a change.
 *
 * @param uses all blocking uses of the file.
 */
export function mayInterleave(source: SourceCode, use: Use, uses: readonly Use[]): boolean {
  const own = accessOf(source, use);
  if (!own) return false;
  if (own.writes === 'anew' && isFixedPath(source, own.path)) return true;
  const known = accessesOf(source, uses).get(own.text);
  return own.writes ? known?.reads === true : known?.writes === true;
}

interface Accesses { reads: boolean; writes: boolean }

const accessesByUses = defineService(() => new Map<readonly Use[], ReadonlyMap<string, Accesses>>());

/** Which files are read and written, by the text of their path. */
function accessesOf(source: SourceCode, uses: readonly Use[]): ReadonlyMap<string, Accesses> {
  const known = accessesByUses(source).get(uses);
  if (known) return known;
  const found = new Map<string, Accesses>();
  for (const use of uses) {
    const access = accessOf(source, use);
    if (!access) continue;
    const one = found.get(access.text) ?? { reads: false, writes: false };
    one[access.writes ? 'writes' : 'reads'] = true;
    found.set(access.text, one);
  }
  accessesByUses(source).set(uses, found);
  return found;
}

interface Access {
  readonly path: TSESTree.Node;
  readonly text: string;
  /** `anew`: the whole file. `end`: appends, which the system does one after the other. */
  readonly writes: 'anew' | 'end' | undefined;
}

function accessOf(source: SourceCode, { action, args }: Use): Access | undefined {
  const name = action.blocking?.twin?.name ?? '';
  const [path] = args;
  const writes = /^(?:write|output)/u.test(name) ? 'anew' : name.startsWith('append') ? 'end' : undefined;
  return path && (writes || name.startsWith('read')) ? { path, text: source.getText(path), writes } : undefined;
}

/** On what it depends whether a path counts as fixed. */
interface FixedPathOptions {
  /** Names of the functions that it may be computed with; any where there are none. */
  readonly calls?: RegExp;
  /** The function on whose calls it is computed: parameters of functions around that one (`createRouter(options)`) are fixed. */
  readonly fn?: FunctionNode;
}

/** Whether a path is the same on every call: it uses no parameter and nothing that changes. */
export function isFixedPath(source: SourceCode, path: TSESTree.Node, options: FixedPathOptions = {}, depth = 0): boolean {
  if (depth > 4) return false;
  const { calls, fn } = options;
  for (const node of walk(path, source.visitorKeys)) {
    if (node.type === 'ThisExpression' || node.type === 'AwaitExpression') return false;
    if (calls && node.type === 'CallExpression' && !calls.test(nameOf(node.callee))) return false;
    if (node.type !== 'Identifier' || (node.parent.type === 'MemberExpression' && node.parent.property === node && !node.parent.computed)) continue;
    const variable = variableOf(source, node);
    const [definition] = variable?.defs ?? [];
    const at = definition?.node as TSESTree.Node | undefined;
    if (definition?.type === 'Parameter') {
      if (!fn || at === fn || !at || !contains(at, fn)) return false;
      continue;
    }
    if (!variable || !at || !enclosingFunction(at)) continue;
    const value = constantValue(variable);
    if (!value || !isFixedPath(source, value, options, depth + 1)) return false;
  }
  return true;
}

function nameOf(callee: TSESTree.Node): string {
  const at = unwrap(callee);
  return at.type === 'MemberExpression' ? propertyName(at) ?? '' : at.type === 'Identifier' ? at.name : '';
}
