import type { TSESTree } from '@typescript-eslint/utils';
import { variableOf } from './calls.js';
import { contextOf } from './context.js';
import { importsOf } from './imports.js';
import { mayBeProject } from './project-imports.js';
import type { SourceCode } from './service.js';
import { decoratorsOf } from './syntax.js';

/**
 * Who constructs the objects of a class? Where a library does, its author cannot add constructor parameters.
 * Does not see: classes that are handed to a library as values, and decorators of the project's own.
 */
type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** The class is registered by a decorator of a library that is no container, and by none of a container: `@EventSubscriber() class A`. */
export function isRegisteredWithLibrary(source: SourceCode, owner: ClassNode): boolean {
  const packages = decoratorsOf(owner).flatMap(({ expression }) => packageOf(source, expression.type === 'CallExpression' ? expression.callee : expression) ?? []);
  return packages.length > 0 && !packages.some((name) => contextOf(source).catalog.find(name)?.roles?.includes('di-container'));
}

/** The class extends one of a library and takes no parameters of its own: `class Sync extends Command`, with at most a `...args` to hand on. */
export function isMadeByFramework(source: SourceCode, owner: ClassNode): boolean {
  if (!owner.superClass || packageOf(source, owner.superClass) === undefined) return false;
  const constructor = owner.body.body.find((one) => one.type === 'MethodDefinition' && one.kind === 'constructor');
  return constructor?.type !== 'MethodDefinition' || constructor.value.params.every((one) => one.type === 'RestElement');
}

/** `export default new Search()`, the class itself being private to the file: the file is the place that puts it together. */
export function isSingletonOfFile(source: SourceCode, owner: ClassNode): boolean {
  const variable = owner.id && source.getDeclaredVariables?.(owner)[0];
  if (!variable || owner.type !== 'ClassDeclaration' || owner.parent.type !== 'Program') return false;
  const uses = variable.references.map(({ identifier }) => identifier.parent).filter((parent) => !(parent.range[0] >= owner.range[0] && parent.range[1] <= owner.range[1]));
  return uses.length === 1 && uses[0]?.type === 'NewExpression' && isOfModule(uses[0]);
}

/** Runs once, as the module is loaded, and is given to others. */
function isOfModule({ parent }: TSESTree.NewExpression): boolean {
  switch (parent.type) {
    case 'ExportDefaultDeclaration':
      return true;
    case 'VariableDeclarator':
      return parent.parent.parent.type === 'ExportNamedDeclaration' || parent.parent.parent.type === 'Program';
    case 'AssignmentExpression':
      return parent.parent.parent?.type === 'Program' && parent.left.type === 'MemberExpression';
    default:
      return false;
  }
}

/** The package that a name comes from, if it is none of the project's own. */
function packageOf(source: SourceCode, node: TSESTree.Node): string | undefined {
  const root = node.type === 'MemberExpression' ? node.object : node;
  const variable = root.type === 'Identifier' ? variableOf(source, root) : undefined;
  const found = variable && importsOf(source).find((one) => one.kind === 'binding' && one.variable === variable);
  return found && !mayBeProject(source, found.from) && !found.from.startsWith('node:') ? found.from : undefined;
}
