import type { TSESTree } from '@typescript-eslint/utils';
import type { Catalog } from '../catalog/catalog.js';
import type { Convention, Library } from '../catalog/schema.js';
import { contextOf } from './context.js';
import { mayFollow } from './convention-files.js';
import { exportsOf } from './exports.js';
import { functionsAt, type HandlerFunction } from './handler-functions.js';
import { dependsOn } from './handler-rejections.js';
import { makeHandler, type Handler } from './handler.js';
import type { SourceCode } from './service.js';
import { isFunction, type FunctionNode } from './syntax.js';

/**
 * Functions that a framework calls because of where their file lies, under which name it exports them or which directive they carry.
 * Does not see: `pageExtensions`, renamed folders, exports of exports.
 */
export function* conventionalHandlers(source: SourceCode): Generator<Handler> {
  const { catalog, filename } = contextOf(source);
  const path = filename.replaceAll('\\', '/');
  for (const { library, convention } of conventionsOf(catalog)) {
    if (!mayFollow(convention, path, source.text) || (convention.dependsOn && !dependsOn(source, convention.dependsOn))) continue;
    yield* byConvention(source, library, convention);
  }
}

const conventions = new WeakMap<Catalog, readonly { readonly library: Library; readonly convention: Convention }[]>();

function conventionsOf(catalog: Catalog): readonly { readonly library: Library; readonly convention: Convention }[] {
  let all = conventions.get(catalog);
  if (!all) conventions.set(catalog, (all = catalog.libraries.flatMap((library) => (library.conventions ?? []).map((convention) => ({ library, convention })))));
  return all;
}

function* byConvention(source: SourceCode, library: Library, convention: Convention): Generator<Handler> {
  const { registers, directive } = convention;
  if (directive !== undefined && !opensWith(source.ast.body, directive)) {
    for (const scope of source.scopeManager?.scopes ?? []) {
      const block = scope.block as TSESTree.Node;
      if (scope.type !== 'function' || !isFunction(block) || block.body.type !== 'BlockStatement' || !opensWith(block.body.body, directive)) continue;
      yield makeHandler(source, { fn: block }, { registers, library, convention, node: block, method: registers.method });
    }
    return;
  }
  for (const [name, found] of exportedFunctions(source)) {
    if (!convention.exports.includes('*') && !convention.exports.includes(name)) continue;
    if (convention.parameter && !convention.parameter.includes(firstParameter(found.fn) ?? '')) continue;
    const method = /^[A-Z]+$/u.test(name) ? name : registers.method;
    yield makeHandler(source, found, { registers, library, convention, node: found.fn, method });
  }
}

function* exportedFunctions(source: SourceCode): Generator<[string, HandlerFunction]> {
  const { named, whole } = exportsOf(source);
  const all = [...named, ...(whole ? [['default', whole] as const] : [])];
  for (const [name, exported] of all) {
    if (exported.kind !== 'local') continue;
    for (const found of functionsAt(source, exported.node)) yield [name, found];
  }
}

function opensWith(body: readonly TSESTree.Node[], directive: string): boolean {
  for (const statement of body) {
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'Literal') return false;
    if (statement.expression.value === directive) return true;
  }
  return false;
}

function firstParameter(fn: FunctionNode): string | undefined {
  const [first] = fn.params;
  return first?.type === 'Identifier' ? first.name : undefined;
}
