import type { TSESTree } from '@typescript-eslint/utils';
import { constantValue, variableOf } from './calls.js';
import { importedExport, type Exported } from './modules.js';
import type { SourceCode } from './service.js';
import { propertyName, unwrap } from './syntax.js';
import { propertyOf } from './values.js';

/** Where an expression takes its value from, if that is an import: the module, its export, a member of that, the result of calling it. */
export interface ImportOrigin {
  readonly from: string;
  /** `*`: the module as a whole. */
  readonly name: string;
  readonly member?: string;
  readonly called: boolean;
}

/**
 * The import behind an expression: `users`, `routes.users`, `require('./users')`, `import('./users')`, `createUsers(db)`.
 * Does not see: instances of imported classes, members of members.
 */
export function importOrigin(source: SourceCode, node: TSESTree.Node, depth = 0): ImportOrigin | undefined {
  const at = unwrap(node);
  if (depth > 8) return undefined;
  switch (at.type) {
    case 'AwaitExpression':
      return importOrigin(source, at.argument, depth + 1);
    case 'ImportExpression':
      return at.source.type === 'Literal' && typeof at.source.value === 'string' ? { from: at.source.value, name: 'default', called: false } : undefined;
    case 'CallExpression': {
      const [first] = at.arguments;
      if (at.callee.type === 'Identifier' && at.callee.name === 'require') {
        return first?.type === 'Literal' && typeof first.value === 'string' ? { from: first.value, name: '*', called: false } : undefined;
      }
      const origin = importOrigin(source, at.callee, depth + 1);
      return origin && !origin.called ? { ...origin, called: true } : undefined;
    }
    case 'MemberExpression':
      return member(importOrigin(source, at.object, depth + 1), propertyName(at));
    case 'Identifier': {
      const variable = variableOf(source, at);
      const [definition] = variable?.defs ?? [];
      if (!variable || !definition) return undefined;
      const declared = definition.node as TSESTree.Node;
      if (definition.type === 'ImportBinding') return ofBinding(declared, definition.parent);
      if (declared.type === 'VariableDeclarator' && declared.id.type === 'ObjectPattern' && declared.init) {
        const key = declared.id.properties.find((one) => one.type === 'Property' && one.value === definition.name);
        return member(importOrigin(source, declared.init, depth + 1), key?.type === 'Property' ? propertyName(key) : undefined);
      }
      const value = constantValue(variable);
      return value && value !== declared ? importOrigin(source, value, depth + 1) : undefined;
    }
    default:
      return undefined;
  }
}

function member(origin: ImportOrigin | undefined, name: string | undefined): ImportOrigin | undefined {
  if (!origin || origin.called || origin.member !== undefined || name === undefined) return undefined;
  return origin.name === '*' ? { ...origin, name } : { ...origin, member: name };
}

function ofBinding(specifier: TSESTree.Node, declaration: TSESTree.Node | null): ImportOrigin | undefined {
  if (declaration?.type !== 'ImportDeclaration') return undefined;
  const from = declaration.source.value;
  if (specifier.type === 'ImportDefaultSpecifier') return { from, name: 'default', called: false };
  if (specifier.type === 'ImportNamespaceSpecifier') return { from, name: '*', called: false };
  if (specifier.type !== 'ImportSpecifier') return undefined;
  return { from, name: specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value, called: false };
}

/**
 * What the import stands for in its own file, where that can be read.
 *
 * @param depth how many imports away from the linted file the file may stand.
 */
export function importedValue(source: SourceCode, origin: ImportOrigin, mentions: RegExp, depth: number): Exported | undefined {
  const exported = importedExport(source, origin.from, origin.name, mentions, depth);
  if (!exported || origin.member === undefined) return exported;
  const property = propertyOf(exported.source, exported.node, origin.member);
  return typeof property === 'string' ? undefined : { source: exported.source, node: property.found };
}
