import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../../analysis/service.js';
import type { FunctionNode } from '../../analysis/syntax.js';

/**
 * Makes a function async and its written return type a promise.
 *
 * @returns the edits, none if it is async already; `null` where it cannot be async or its type would no longer fit:
 * generators, accessors, constructors, overloads, type predicates, and functions whose variable declares what they return.
 */
export function makeAsync(fixer: TSESLint.RuleFixer, source: SourceCode, fn: FunctionNode): TSESLint.RuleFix[] | null {
  if (fn.generator) return null;
  if (fn.async) return [];
  const start = asyncPosition(source, fn);
  if (!start || isOverloaded(fn) || !fitsDeclaredType(fn)) return null;
  const edits = [fixer.insertTextBefore(start, 'async ')];
  const type = fn.returnType?.typeAnnotation;
  if (!type) return edits;
  const promise = promiseOf(source, type);
  if (promise === null) return null;
  return promise === source.getText(type) ? edits : [...edits, fixer.replaceText(type, promise)];
}

/** The token before which `async` stands: `function`, a method's name, an arrow's parameters. */
function asyncPosition(source: SourceCode, fn: FunctionNode): TSESTree.Token | null {
  const { parent } = fn;
  const isMember = (parent.type === 'MethodDefinition' && parent.value === fn) || (parent.type === 'Property' && parent.value === fn && (parent.method || parent.kind !== 'init'));
  if (!isMember) return source.getFirstToken(fn);
  if (parent.kind !== 'method' && parent.kind !== 'init') return null;
  return parent.computed ? source.getTokenBefore(parent.key, (token) => token.value === '[') : source.getFirstToken(parent.key);
}

/** Signatures without a body would have to change too. */
function isOverloaded(fn: FunctionNode): boolean {
  const { parent } = fn;
  if (parent.type === 'MethodDefinition') {
    if (parent.override) return true;
    const key = parent.key.type === 'Identifier' ? parent.key.name : undefined;
    return parent.parent.body.some((member) => (member.type === 'MethodDefinition' || member.type === 'TSAbstractMethodDefinition')
      && member.value?.type === 'TSEmptyBodyFunctionExpression' && member.key.type === 'Identifier' && member.key.name === key);
  }
  const statement = parent.type === 'ExportNamedDeclaration' || parent.type === 'ExportDefaultDeclaration' ? parent : fn;
  const siblings = statement.parent && 'body' in statement.parent && Array.isArray(statement.parent.body) ? (statement.parent.body as TSESTree.Node[]) : [];
  return fn.type === 'FunctionDeclaration' && siblings.some((sibling) => {
    const inner = sibling.type === 'ExportNamedDeclaration' || sibling.type === 'ExportDefaultDeclaration' ? sibling.declaration : sibling;
    return inner?.type === 'TSDeclareFunction' && inner.id?.name === fn.id?.name;
  });
}

/** A variable's own type that spells out a result which is no promise: `const f: (x: string) => number = ...`. */
function fitsDeclaredType(fn: FunctionNode): boolean {
  const { parent } = fn;
  const type = parent.type === 'VariableDeclarator' ? parent.id.typeAnnotation?.typeAnnotation : parent.type === 'PropertyDefinition' ? parent.typeAnnotation?.typeAnnotation : undefined;
  if (type?.type !== 'TSFunctionType') return true;
  const result = type.returnType?.typeAnnotation;
  return !result || /^TS(?:Any|Unknown|Void)Keyword$/u.test(result.type) || isPromise(result);
}

/** The type of a promise of `type`; of what the members give when some of a union are promises. `null` if there is none. */
function promiseOf(source: SourceCode, type: TSESTree.TypeNode): string | null {
  if (type.type === 'TSTypePredicate') return null;
  if (isPromise(type)) return source.getText(type);
  const parts = type.type === 'TSUnionType' ? type.types : [type];
  const inner = new Set<string>();
  for (const part of parts) {
    if (isPromise(part)) inner.add(part.typeArguments ? part.typeArguments.params.map((param) => source.getText(param)).join(', ') : 'any');
    else if (/(?:Promise|PromiseLike|Thenable)(?:<|$)/u.test(source.getText(part))) return null;
    else inner.add(source.getText(part));
  }
  return `Promise<${parts.length > inner.size || parts.some(isPromise) ? [...inner].join(' | ') : source.getText(type)}>`;
}

function isPromise(type: TSESTree.TypeNode): type is TSESTree.TSTypeReference {
  return type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'Promise';
}
