import type { TSESTree } from '@typescript-eslint/utils';
import { variableOf } from '../../analysis/calls.js';
import type { SourceCode } from '../../analysis/service.js';
import { propertyName } from '../../analysis/syntax.js';

/**
 * The TypeScript type of what an expression makes, written with names of the file: `Redis`,
 * `ReturnType<typeof createClient>`, `Awaited<ReturnType<typeof connect>>`. `null` where the syntax does not tell.
 */
export function typeOf(source: SourceCode, node: TSESTree.Node): string | null {
  switch (node.type) {
    case 'NewExpression':
      return instanceType(source, node);
    case 'CallExpression':
      return resultType(source, node);
    case 'AwaitExpression': {
      const inner = typeOf(source, node.argument);
      return inner && awaited(inner);
    }
    case 'MemberExpression': {
      const name = node.computed ? undefined : propertyName(node);
      const object = typeOf(source, node.object);
      return name !== undefined && object ? `${object}['${name}']` : null;
    }
    case 'TSAsExpression':
    case 'TSTypeAssertion':
      return source.getText(node.typeAnnotation);
    case 'TSSatisfiesExpression':
      return typeOf(source, node.expression);
    case 'TSNonNullExpression': {
      const inner = typeOf(source, node.expression);
      return inner && `NonNullable<${inner}>`;
    }
    default:
      return null;
  }
}

/** What awaiting a value of that type gives. */
export function awaited(type: string): string {
  const [, inner] = /^Promise<(.*)>$/su.exec(type) ?? [];
  if (inner !== undefined) return inner;
  return /^(?:ReturnType|NonNullable|Awaited)</u.test(type) ? `Awaited<${type}>` : type;
}

function instanceType(source: SourceCode, { callee, typeArguments }: TSESTree.NewExpression): string | null {
  const path = entityName(callee);
  if (!path) return null;
  const name = path.text + (typeArguments ? source.getText(typeArguments) : '');
  const variable = variableOf(source, path.root);
  const [definition] = variable?.defs ?? [];
  const node = definition?.node as TSESTree.Node | undefined;
  const namesType = callee.type === 'Identifier'
    ? !definition || node?.type === 'ImportSpecifier' || node?.type === 'ImportDefaultSpecifier' || node?.type === 'TSImportEqualsDeclaration' || node?.type === 'ClassDeclaration'
    : node?.type === 'ImportNamespaceSpecifier' && callee.type === 'MemberExpression' && callee.object === path.root;
  return namesType ? name : `InstanceType<typeof ${name}>`;
}

function resultType(source: SourceCode, { callee, typeArguments }: TSESTree.CallExpression): string | null {
  const path = entityName(callee);
  if (path) {
    // A static `connect` gives a promise of an instance of its class. `ReturnType` would take the last overload, often the one with a callback.
    if (callee.type === 'MemberExpression' && callee.object === path.root && /^[A-Z]/u.test(path.root.name) && propertyName(callee) === 'connect') return `Promise<${path.root.name}>`;
    return `ReturnType<typeof ${path.text}${typeArguments ? source.getText(typeArguments) : ''}>`;
  }
  const method = callee.type === 'MemberExpression' ? typeOf(source, callee) : null;
  return method && `ReturnType<${method}>`;
}

/** A name or a dotted chain of names, which `typeof` accepts. */
function entityName(node: TSESTree.Node): { root: TSESTree.Identifier; text: string } | null {
  if (node.type === 'Identifier') return { root: node, text: node.name };
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return null;
  const owner = entityName(node.object);
  return owner && { root: owner.root, text: `${owner.text}.${node.property.name}` };
}
