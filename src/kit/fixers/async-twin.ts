import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { argumentAt } from '../../analysis/arguments.js';
import { knownOf, type Use } from '../../analysis/facts.js';
import { importsOf } from '../../analysis/imports.js';
import { variableOf } from '../../analysis/calls.js';
import type { SourceCode } from '../../analysis/service.js';
import { unwrap, type FunctionNode } from '../../analysis/syntax.js';
import { expressionOf, propertyOf, valueOf } from '../../analysis/values.js';
import { addImport } from './add-import.js';
import { awaitCall } from './await-call.js';
import { dropImport } from './drop-import.js';
import { isTypeScript } from './style.js';

/** The asynchronous call that may stand in place of a blocking one, with the same arguments. */
export interface AsyncTwin {
  readonly call: TSESTree.CallExpression;
  readonly module: string;
  readonly name: string;
  /** It takes a callback and is called through `util.promisify`. */
  readonly promisify: boolean;
  /** The function as a message names it: `readFile`, `promisify(pbkdf2)`. */
  readonly label: string;
}

/**
 * The twin of a blocking call, if it is faithful with these very arguments. `undefined` where there is none, where an
 * argument means something else to it (a file descriptor, an option it ignores), or where an argument cannot be seen.
 */
export function asyncTwin(source: SourceCode, use: Use): AsyncTwin | undefined {
  const { twin, unlessOptions } = use.action.blocking ?? {};
  const { node, args } = use;
  if (!twin || node.type !== 'CallExpression' || (twin.untyped && isTypeScript(source))) return undefined;
  const minArgs = twin.minArgs ?? 0;
  const picky = minArgs > 0 || twin.notNumber !== undefined || unlessOptions !== undefined;
  if (args.length < minArgs || (picky && args.some((arg) => arg.type === 'SpreadElement'))) return undefined;
  if (twin.notNumber !== undefined && mayBeDescriptor(source, use, twin.notNumber)) return undefined;
  if (unlessOptions && args.slice(1).some((arg) => mayHave(source, arg, unlessOptions))) return undefined;
  const module = twin.module ?? importSource(source, node.callee);
  if (module === undefined) return undefined;
  const promisify = twin.promisify === true;
  return { call: node, module, name: twin.name, promisify, label: promisify ? `promisify(${twin.name})` : twin.name };
}

/**
 * Replaces the blocking call by its awaited twin, imports what that needs, and removes the import that nothing needs any more.
 *
 * @param within the function that the same fix makes async, if `await` could not stand there yet.
 * @returns the edits, or `null` where `await` cannot stand.
 */
export function awaitTwin(fixer: TSESLint.RuleFixer, source: SourceCode, twin: AsyncTwin, within?: FunctionNode): TSESLint.RuleFix[] | null {
  const usedAt = [twin.call];
  const imported = addImport(fixer, source, { module: twin.module, name: twin.name, usedAt, defaultIsModule: true });
  const util = twin.promisify ? addImport(fixer, source, { module: 'node:util', name: 'promisify', usedAt }) : undefined;
  const edits = awaitCall(fixer, source, twin.call, util ? `${util.text}(${imported.text})` : imported.text, within);
  if (!edits) return null;
  const added = [...imported.fixes, ...(util?.fixes ?? [])];
  const gone = rootOf(twin.call.callee);
  const isGone = gone.type === 'Identifier' && ![imported, util].some((used) => used?.text.split('.')[0] === gone.name);
  return [...(isGone ? dropImport(fixer, source, gone, added) : added), ...edits];
}

/** What a chain of members starts with: `fs` of `fs.promises.readFile`. */
function rootOf(node: TSESTree.Node): TSESTree.Node {
  let at = unwrap(node);
  while (at.type === 'MemberExpression') at = unwrap(at.object);
  return at;
}

/** Whether the argument may be a number: a literal, what opening a file gave, or a name that says so. */
function mayBeDescriptor(source: SourceCode, { args }: Use, path: string): boolean {
  const place = argumentAt(source, args, path);
  if (typeof place === 'string') return false;
  const value = valueOf(source, place.found);
  if (value.known) return typeof value.value === 'number';
  const at = expressionOf(source, place.found);
  if (at.type === 'CallExpression') return /\bopenSync$/u.test(knownOf(source, at.callee)?.path ?? '');
  return /(?:^|[a-z_.])(?:fd|Fd|FD)$/u.test(source.getText(unwrap(place.found)));
}

function mayHave(source: SourceCode, argument: TSESTree.Node, names: readonly string[]): boolean {
  const value = valueOf(source, argument);
  return !value.known && names.some((name) => propertyOf(source, argument, name) !== 'absent');
}

/** The import source through which the file reaches what it calls: packages have aliases with exports of their own. */
function importSource(source: SourceCode, callee: TSESTree.Node): string | undefined {
  const at = rootOf(callee);
  const entries = importsOf(source);
  if (at.type === 'CallExpression') return entries.find((entry) => entry.node === at)?.from;
  const variable = at.type === 'Identifier' ? variableOf(source, at) : undefined;
  const binding = entries.find((entry) => entry.kind === 'binding' && entry.variable === variable);
  if (binding) return binding.from;
  const declarator = variable?.defs[0]?.node as TSESTree.Node | undefined;
  const init = declarator?.type === 'VariableDeclarator' && declarator.init ? unwrap(declarator.init) : undefined;
  const required = init?.type === 'MemberExpression' ? unwrap(init.object) : init;
  return entries.find((entry) => entry.node === required)?.from;
}
