import type { TSESTree } from '@typescript-eslint/utils';
import { importOrigin, importedValue } from './imported-value.js';
import type { SourceCode } from './service.js';
import { propertyName } from './syntax.js';
import { variableOf } from './calls.js';

/**
 * Is what a function's type says it returns only a receipt (nothing, an id, a version, a flag, a token), or data? Looks into
 * promises, `Result` and `Either` (their success type), object types, and types of the same file or of one it imports.
 * Does not see: interfaces of other files, generics of its own, types of packages: `unknown`.
 */
export type Returned = 'data' | 'receipt' | 'unknown';

const primitives = new Set([
  'TSVoidKeyword', 'TSUndefinedKeyword', 'TSNullKeyword', 'TSNeverKeyword', 'TSBooleanKeyword', 'TSStringKeyword', 'TSNumberKeyword', 'TSBigIntKeyword', 'TSLiteralType', 'TSTemplateLiteralType',
]);
/** Which type parameter carries the value: of `Either<Error, Value>` the second. */
const wrappers: Readonly<Record<string, number>> = {
  Promise: 0, PromiseLike: 0, Observable: 0, Readonly: 0, Result: 0, ResultAsync: 0, AsyncResult: 0, Ok: 0, Option: 0, Maybe: 0, Either: 1, Right: 1, TaskEither: 1,
};
/** Names of properties, variables and types that are receipts: ids, versions, tokens, flags, times and messages about the deed itself. */
const receipt = /(?:^|[a-z_])(?:ids?|uuids?|guid|versions?|revision|tokens?|jwt|keys?|slug|success|ok|status|message|errors?|code|count|affected|[a-z]at|expires\w*)$|(?:I[dD]s?|U[uU][iI][dD]|Version|Revision|Tokens?|Key|Status|Message|Errors?|Code|Count|At)$|^(?:is|has|was|did)[A-Z]|^(?:accepted|created|updated|deleted|done)$/u;
/** Types whose names say that they are made for reading. */
const forReading = /(?:Dto|DTO|View|ViewModel|ReadModel|Entity|Details|Aggregate)$/u;

export function isReceiptName(name: string): boolean {
  return receipt.test(name);
}

/** What a type annotation says; see above. */
export function typeReturns(source: SourceCode, type: TSESTree.Node, depth = 0): Returned {
  if (depth > 6) return 'unknown';
  const inner = (next: TSESTree.Node) => typeReturns(source, next, depth + 1);
  if (primitives.has(type.type)) return 'receipt';
  switch (type.type) {
    case 'TSArrayType':
      return inner(type.elementType);
    case 'TSUnionType':
    case 'TSIntersectionType':
      return worst(type.types.map(inner));
    case 'TSTypeLiteral':
      return ofMembers(type.members);
    case 'TSTypeReference':
      return ofReference(source, type, depth);
    default:
      return 'unknown';
  }
}

function worst(all: readonly Returned[]): Returned {
  if (all.includes('data')) return 'data';
  return all.includes('unknown') ? 'unknown' : 'receipt';
}

function ofReference(source: SourceCode, type: TSESTree.TSTypeReference, depth: number): Returned {
  const name = type.typeName.type === 'Identifier' ? type.typeName.name : undefined;
  if (name === undefined) return 'unknown';
  const parameters = type.typeArguments?.params ?? [];
  if (name === 'Array' || name === 'ReadonlyArray') return parameters[0] ? typeReturns(source, parameters[0], depth + 1) : 'unknown';
  const index = wrappers[name];
  if (index !== undefined) {
    const value = parameters[index];
    return value ? typeReturns(source, value, depth + 1) : 'unknown';
  }
  if (isReceiptName(name)) return 'receipt';
  const found = declarationOf(source, type.typeName as TSESTree.Identifier);
  const said = found ? ofDeclaration(found.source, found.node, depth) : 'unknown';
  return said === 'unknown' && forReading.test(name) ? 'data' : said;
}

/** The declaration of a type of this file or of the one it is imported from. */
function declarationOf(source: SourceCode, name: TSESTree.Identifier): { source: SourceCode; node: TSESTree.Node } | undefined {
  const definition = variableOf(source, name)?.defs[0];
  if (!definition) return undefined;
  if (definition.type !== 'ImportBinding') return { source, node: definition.node };
  const origin = importOrigin(source, name);
  const value = origin && importedValue(source, origin, /\b(?:class|type)\b/u, 1);
  return value && !value.from ? value : undefined;
}

function ofDeclaration(source: SourceCode, node: TSESTree.Node, depth: number): Returned {
  switch (node.type) {
    case 'TSTypeAliasDeclaration':
      return node.typeParameters ? 'unknown' : typeReturns(source, node.typeAnnotation, depth + 1);
    case 'TSInterfaceDeclaration':
      return node.extends.length > 0 ? 'unknown' : ofMembers(node.body.body);
    case 'ClassDeclaration': {
      if (/Aggregate|Entity/u.test(node.superClass ? source.getText(node.superClass) : '')) return 'data';
      const fields = node.body.body.filter((member) => member.type === 'PropertyDefinition' && !member.static);
      return node.superClass || fields.length === 0 ? 'unknown' : ofMembers(fields);
    }
    case 'TSEnumDeclaration':
      return 'receipt';
    default:
      return 'unknown';
  }
}

/** An object is a receipt if each property is one by its name or type. */
function ofMembers(members: readonly TSESTree.Node[]): Returned {
  if (members.length === 0) return 'unknown';
  return worst(members.map((member): Returned => {
    if (member.type !== 'TSPropertySignature' && member.type !== 'PropertyDefinition') return 'unknown';
    const name = propertyName(member as TSESTree.PropertyDefinition);
    if (name === undefined) return 'unknown';
    return isReceiptName(name) || member.typeAnnotation?.typeAnnotation.type === 'TSBooleanKeyword' ? 'receipt' : 'data';
  }));
}
