import { resolveFunction } from './calls.js';
import { exportsOf } from './exports.js';
import type { SourceCode } from './service.js';
import { propertyName } from './syntax.js';
import { expressionOf } from './values.js';

/**
 * Whether a file is a worker of an edge runtime by its shape: its default export is an object with a method `fetch` that is handed
 * more than the request: `export default { async fetch(request, env, ctx) { ... } }`. Source: Cloudflare's documentation of the fetch handler.
 * Bun's servers have a `port` or get the `server`. With the request alone it may run anywhere, on Node too.
 */
export function isWorker(source: SourceCode): boolean {
  if (!/\bfetch\b/u.test(source.text) || !/\bdefault\b/u.test(source.text)) return false;
  const exported = exportsOf(source).named.get('default');
  const object = exported?.kind === 'local' ? expressionOf(source, exported.node) : undefined;
  if (object?.type !== 'ObjectExpression') return false;
  const member = (name: string) => object.properties.find((one) => one.type === 'Property' && propertyName(one) === name);
  const found = member('fetch');
  const handler = found?.type === 'Property' ? resolveFunction(source, found.value) : undefined;
  const second = handler?.params[1];
  return second !== undefined && !member('port') && !(second.type === 'Identifier' && second.name === 'server');
}
