import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { variableOf } from './calls.js';
import { importsOf } from './imports.js';
import type { SourceCode } from './service.js';
import { propertyName, unwrap, wrapped } from './syntax.js';

/**
 * Calls of what options name as `"package"` (whatever it exports) or `"package.export"`, in files that import it; the package may be
 * any import source, also one of the project (`"@/lib/mail.sendWelcome"`).
 * Does not see: methods of what an export makes, aliases.
 */
export function callsOfExports(source: SourceCode, entries: readonly string[]): readonly TSESTree.CallExpression[] {
  const found: TSESTree.CallExpression[] = [];
  for (const entry of entries.length > 0 ? importsOf(source) : []) {
    const names = entries.flatMap((one) => (one === entry.from ? [undefined] : one.startsWith(`${entry.from}.`) ? [one.slice(entry.from.length + 1)] : []));
    if (names.length === 0) continue;
    const any = names.includes(undefined);
    const isMeant = (name: string | undefined) => any || names.includes(name);
    if (entry.kind === 'expression') found.push(...ofModule(source, entry.node, isMeant));
    else if (entry.name === '*' || entry.name === 'default') found.push(...ofVariable(entry.variable, (node) => ofValue(node, isMeant, isMeant('default'))));
    else if (isMeant(entry.name)) found.push(...ofVariable(entry.variable, (node) => ofValue(node, () => false, true)));
  }
  return found.sort((a, b) => a.range[0] - b.range[0]);
}

type Test = (name: string | undefined) => boolean;

/** Calls of the module that `node` evaluates to, and of its members. */
function ofModule(source: SourceCode, node: TSESTree.Node, isMeant: Test): TSESTree.CallExpression[] {
  const at = wrapped(node);
  const { parent } = at;
  if (parent?.type === 'AwaitExpression') return ofModule(source, parent, isMeant);
  if (parent?.type !== 'VariableDeclarator') return ofValue(at, isMeant, isMeant('default'));
  if (parent.id.type === 'Identifier') return ofVariable(variableOf(source, parent.id), (use) => ofValue(use, isMeant, isMeant('default')));
  const properties = parent.id.type === 'ObjectPattern' ? parent.id.properties : [];
  return properties.flatMap((property) => (property.type === 'Property' && isMeant(propertyName(property)) && property.value.type === 'Identifier'
    ? ofVariable(variableOf(source, property.value), (use) => ofValue(use, () => false, true))
    : []));
}

function ofVariable(variable: TSESLint.Scope.Variable | undefined, calls: (node: TSESTree.Node) => TSESTree.CallExpression[]): TSESTree.CallExpression[] {
  return (variable?.references ?? []).flatMap(({ identifier }) => calls(identifier));
}

/** The call of a value, if `itself` counts, or of a member of it that is meant. */
function ofValue(node: TSESTree.Node, isMeant: Test, itself: boolean): TSESTree.CallExpression[] {
  const at = wrapped(node);
  const { parent } = at;
  if (parent?.type === 'CallExpression' && unwrap(parent.callee) === unwrap(at)) return itself ? [parent] : [];
  if (parent?.type !== 'MemberExpression' || parent.object !== at || !isMeant(propertyName(parent))) return [];
  const call = wrapped(parent).parent;
  return call?.type === 'CallExpression' && unwrap(call.callee) === parent ? [call] : [];
}
