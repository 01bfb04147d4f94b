import { dataCalls, type DataCall } from '../../analysis/data-calls.js';
import { endpoints, headOf } from '../../analysis/endpoints.js';
import { fileKind, inGroup } from '../../analysis/files.js';
import { handlerOf, type Handler } from '../../analysis/handlers.js';
import { looksUpFirst } from '../../analysis/look-ups.js';
import { isOneFileProgram } from '../../analysis/one-file-program.js';
import { copiedLookups, isCopied, passesOneQueryOn } from '../../analysis/passing-on.js';
import { createRule } from '../../kit/create-rule.js';

/** A server in a single file, most of them tutorials and small tools, may have this many times as many handlers. */
const oneFileFactor = 4;

/**
 * A handler that talks HTTP and SQL at once can be tested neither without a server nor without a database, and the next
 * handler, job or command that needs the same data copies its query.
 */
export default createRule({
  name: 'no-data-access-in-handler',
  principle: 'P013',
  description: 'Disallow database calls in HTTP handlers, resolvers and controllers',
  fix: null,
  presets: true,
  needs: ['orm', 'sql'],
  crossFile: true,
  messages: {
    access: '{{handler}} works on the database itself: {{calls}} (P013). Move data access into a service or repository that other code can share and tests can replace.',
  },
  options: {
    minFileHandlers: {
      description: 'Files with fewer handlers are left alone: a small program needs no layers. Where each route has a file of its own, handlers are judged one by one.',
      type: 'integer',
      minimum: 1,
      default: 3,
    },
  },
  *check({ source, options }) {
    const kind = fileKind(source);
    if (kind.cli || kind.script || kind.migration || inGroup(source, 'repositories') || inGroup(source, 'services')) return;
    const all = endpoints(source);
    if (!all.some(({ fileRouted }) => fileRouted) && all.length < options.minFileHandlers) return;
    const calls = dataCalls(source).filter(({ probe }) => !probe);
    if (calls.length === 0) return;
    // Where there are no other files, layers begin to pay later.
    const atLeast = isOneFileProgram(source) ? options.minFileHandlers * oneFileFactor : options.minFileHandlers;
    const byHandler = new Map<Handler, DataCall[]>();
    for (const call of calls) {
      const handler = handlerOf(source, call.node);
      if (handler) byHandler.set(handler, [...(byHandler.get(handler) ?? []), call]);
    }
    const copied = copiedLookups(source, byHandler.values());
    for (const { handler, name, fileRouted } of all) {
      const own = byHandler.get(handler);
      if (!own || (fileRouted ? looksUpFirst(source, handler, own) : all.length < atLeast)) continue;
      if (!own.some((call) => isCopied(source, copied, call)) && passesOneQueryOn(source, handler, own)) continue;
      yield { node: handler.node, loc: headOf(source, handler.node), messageId: 'access', data: { handler: sentence(name), calls: list(own) } };
    }
  },
});

/** "`a.find` and 3 more calls". */
function list(calls: readonly DataCall[]): string {
  const first = `\`${calls[0]?.name ?? ''}\``;
  const more = calls.length - 1;
  return more === 0 ? first : `${first} and ${more} more call${more === 1 ? '' : 's'}`;
}

/** The name of a handler at the beginning of a sentence. */
function sentence(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
