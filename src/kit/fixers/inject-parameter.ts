import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { variableOf } from '../../analysis/calls.js';
import { exportsOf } from '../../analysis/exports.js';
import { handlers } from '../../analysis/handlers.js';
import { nodesWithin } from '../../analysis/nodes.js';
import type { SourceCode } from '../../analysis/service.js';
import { unwrap, type FunctionNode } from '../../analysis/syntax.js';
import { isTypePosition } from '../../analysis/type-annotations.js';
import { usesInOrder } from '../../analysis/writes.js';
import { addParameter } from './add-parameter.js';
import { typeOf } from './construction-type.js';
import { freshName } from './fresh-name.js';
import { isTypeScript } from './style.js';

/** An instance at module level that functions are to get as a parameter. */
export interface Instance {
  readonly variable: TSESLint.Scope.Variable;
  /** Names for the parameter, best first; the instance's own cannot be used, since the default reads it. */
  readonly names: readonly string[];
}

/**
 * Gives `fn` a trailing parameter with the instance as its default, and lets its body use that:
 *
 *     function query(id: string, client: Database = database) {
 *
 * Only for functions that `takesParameter`.
 */
export function injectParameter(fixer: TSESLint.RuleFixer, source: SourceCode, fn: FunctionNode, { variable, names }: Instance): TSESLint.RuleFix[] {
  const uses = nodesWithin(usesInOrder(source, variable), fn.body).filter((node) => !isTypePosition(node));
  const scope = source.scopeManager?.acquire(fn, true) ?? source.getScope(fn.body);
  const name = freshName(source, names.filter((candidate) => candidate !== variable.name), { scope, usedAt: uses });
  const declarator = variable.defs[0]?.node as TSESTree.VariableDeclarator;
  const type = isTypeScript(source) ? typeText(source, declarator) : undefined;
  return [
    addParameter(fixer, source, fn, `${name}${type === undefined ? '' : `: ${type}`} = ${variable.name}`),
    ...uses.map((node) => fixer.replaceText(node, node.parent.type === 'Property' && node.parent.shorthand ? `${node.name}: ${name}` : name)),
  ];
}

/** The declared type of the instance, or its class; without one the default says it. */
function typeText(source: SourceCode, declarator: TSESTree.VariableDeclarator): string | undefined {
  const annotation = declarator.id.typeAnnotation?.typeAnnotation;
  if (annotation) return source.getText(annotation);
  const made = declarator.init && unwrap(declarator.init);
  return made?.type === 'NewExpression' ? (typeOf(source, made) ?? undefined) : undefined;
}

/**
 * Whether a function can be given one more parameter without a call noticing: a named function of module level without rest
 * parameter that the file only calls, with as many arguments as it takes, and exports by name. What a framework calls, a
 * default export (frameworks import those) and what is passed around may get arguments nobody sees.
 */
export function takesParameter(source: SourceCode, fn: FunctionNode): boolean {
  const id = nameOf(source, fn);
  const variable = id && variableOf(source, id);
  if (!variable || variable.defs.length !== 1 || fn.params.some(({ type }) => type === 'RestElement') || usesArguments(source, fn)) return false;
  const { named, whole } = exportsOf(source);
  if (whole?.node === fn || named.get('default')?.node === fn || handlers(source).some(({ node }) => node === fn)) return false;
  return variable.references.every(({ identifier, init }) => init === true || bears(source, identifier as TSESTree.Identifier, fn));
}

function nameOf(source: SourceCode, fn: FunctionNode): TSESTree.Identifier | undefined {
  const holder = fn.type === 'FunctionDeclaration' ? fn : fn.parent.type === 'VariableDeclarator' ? fn.parent.parent : undefined;
  const isTop = holder?.parent === source.ast || (holder?.parent.type === 'ExportNamedDeclaration');
  if (!isTop) return undefined;
  if (fn.type === 'FunctionDeclaration') return fn.id ?? undefined;
  // A declared function type may not allow for another parameter.
  return fn.parent.type === 'VariableDeclarator' && fn.parent.id.type === 'Identifier' && !fn.parent.id.typeAnnotation ? fn.parent.id : undefined;
}

function bears(source: SourceCode, use: TSESTree.Identifier, fn: FunctionNode): boolean {
  const { parent } = use;
  if (parent.type === 'CallExpression' && parent.callee === use) return parent.arguments.length <= fn.params.length && parent.arguments.every(({ type }) => type !== 'SpreadElement');
  return parent.type === 'ExportSpecifier' || isCommonJsExport(source, use);
}

/** `exports.f = f`, `module.exports = { f }`. */
function isCommonJsExport(source: SourceCode, use: TSESTree.Identifier): boolean {
  const object = use.parent.type === 'Property' && use.parent.value === use ? use.parent.parent : undefined;
  const assignment = object ? object.parent : use.parent;
  return assignment?.type === 'AssignmentExpression' && assignment.right === (object ?? use) && /^(?:module\.)?exports\b/u.test(source.getText(assignment.left));
}

function usesArguments(source: SourceCode, fn: FunctionNode): boolean {
  return (source.scopeManager?.acquire(fn, true)?.set.get('arguments')?.references.length ?? 0) > 0;
}
