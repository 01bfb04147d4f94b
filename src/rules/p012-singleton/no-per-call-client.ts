import { configReads, type ConfigRead } from '../../analysis/config-reads.js';
import { useOf } from '../../analysis/facts.js';
import { lifetimeOf } from '../../analysis/lifetime.js';
import { perCall } from '../../analysis/per-call.js';
import { alternative, constructionsOf, isPartOf } from '../../analysis/resources.js';
import { closes, sharingOf } from '../../analysis/sharing.js';
import { isAllowed } from '../../kit/allow.js';
import { createRule } from '../../kit/create-rule.js';
import { constructionName, poolConstruction } from '../../kit/names.js';
import { keyedCache } from '../../kit/fixers/keyed-cache.js';
import { memoizedGetter } from '../../kit/fixers/memoized-getter.js';
import { removeClose } from '../../kit/fixers/remove-close.js';

/**
 * A client that opens sockets belongs to the process, not to the call: built per call it pays the handshake every time,
 * leaks when the call throws before closing it, and many calls together exhaust the server's connections.
 */
export default createRule({
  name: 'no-per-call-client',
  principle: 'P012',
  description: 'Disallow creating an expensive client on every call',
  fix: 'fix',
  presets: true,
  needs: ['expensive-client', 'file-read'],
  messages: {
    perCall: '`{{client}}` {{cost}} each time {{function}} runs (P012). Create it once and share it: move it into a memoized getter.',
    perCallConnection: '`{{client}}` {{cost}} each time {{function}} runs (P012). Make one `{{pool}}` at module level and query that.',
    perKey: '`{{client}}` {{cost}} each time {{function}} runs and is never closed (P012). Keep one per key in a module-level `Map`.',
    perInstance: '`{{client}}` {{cost}} each time {{function}} runs (P012). Create it once per instance: keep it in a field.',
    configFile: '`{{client}}` reads and parses `{{file}}` each time {{function}} runs (P012). Read it once, at module level or in a memoized getter.',
    memoize: 'Share one client: move it into a memoized getter and drop the close.',
    readOnce: 'Read the file once: move it into a memoized getter.',
    cache: 'Keep one client per key in a module-level `Map`.',
  },
  options: {
    allow: {
      description: 'Clients that may be created per call, as `"package"` or `"package.export"`.',
      type: 'array',
      items: { type: 'string' },
      default: [],
    },
    httpOnly: {
      description: 'Also report SDK clients that only speak HTTP: cheap to build, but a shared one keeps credentials, settings and, in some SDKs, connections in one place.',
      type: 'boolean',
      default: false,
    },
    anyFunction: {
      description: 'Also report clients made in exported functions and methods to which no handler of the file leads, so that nobody knows how often they run.',
      type: 'boolean',
      default: false,
    },
  },
  strict: { anyFunction: true },
  *check({ source, options }) {
    const reportable = constructionsOf(source, 'expensive-client').flatMap(({ use, resource }) => {
      const isCheap = resource.singleton === 'prefer';
      if ((isCheap && !options.httpOnly) || isAllowed(options.allow, use.known)) return [];
      const call = perCall(source, use.node);
      if (!call?.handler && !options.anyFunction) return [];
      // Programs load their configuration in a function of its own; in a handler it is read anew each time.
      if (!call || (use.action.roles?.includes('config-load') && !call.handler)) return [];
      // A server is started where the program is put together, whatever that function takes.
      if (resource.connects === 'listens' && !call.handler) return [];
      const sharing = sharingOf(source, use, resource, call.calls);
      // Branches that make the same client are one cause.
      const cause = lifetimeOf(source, use.node).variable ?? alternative(use.node);
      // One HTTP client per set of credentials is how SDKs are meant to be used.
      return sharing === 'own' || (isCheap && sharing !== 'shared') ? [] : [{ use, resource, call, sharing, cause }];
    });
    for (const { use, resource, call, sharing, cause } of reportable) {
      const branches = reportable.filter((other) => other.cause === cause);
      if (branches[0]?.use !== use || reportable.some((outer) => isPartOf(source, use, outer.use))) continue;
      // A channel of a connection that is itself made per call.
      if (reportable.some((other) => other.use.node === use.known.origin?.use.node)) continue;

      const at = { node: use.node, data: { client: constructionName(source, use.node), cost: resource.cost, function: call.name } };
      const client = { path: use.known.path, async: use.action.async, connect: resource.reconnects ? undefined : resource.connectCall };
      const closing = call.calls.filter(({ name }) => closes(resource, name)).map(({ node }) => node);
      if (sharing === 'keyed') {
        yield { ...at, messageId: 'perKey', suggest: [{ messageId: 'cache', fix: (fixer) => keyedCache(fixer, source, use.node, client) }] };
      } else if (sharing === 'instance') {
        yield { ...at, messageId: 'perInstance' };
      } else if (resource.pool) {
        // A connection that all calls share makes them wait for each other: `prefer-pool` would object to that.
        yield { ...at, messageId: 'perCallConnection', data: { ...at.data, pool: poolConstruction(use.node, resource.pool) } };
      } else if (branches.length > 1 || use.node.parent.type === 'ExpressionStatement') {
        // Several ways to make it, or nothing that could be shared: `dotenv.config();`.
        yield { ...at, messageId: 'perCall' };
      } else if (closing.length > 0) {
        yield { ...at, messageId: 'perCall', suggest: [{ messageId: 'memoize', fix: (fixer) => removeClose(fixer, source, use.node, closing, client) }] };
      } else {
        yield { ...at, messageId: 'perCall', fix: (fixer) => memoizedGetter(fixer, source, use.node, client) };
      }
    }

    for (const config of configReads(source)) {
      if (!config.slow || isAllowed(options.allow, config.read.known)) continue;
      const call = perCall(source, config.node);
      // A job that runs each night may look whether its configuration has changed.
      if (!call?.handler || call.handler.kind === 'cron') continue;
      // Sharing an object that was made anew each time, and keeping it as it was, is a choice.
      yield {
        node: config.node,
        messageId: 'configFile',
        data: { client: constructionName(source, config.read.node), file: config.path, function: call.name },
        suggest: [{ messageId: 'readOnce', fix: (fixer) => memoizedGetter(fixer, source, config.node, { name: nameOf(config) }, (node) => node === config.read.node || useOf(source, node)?.action.roles?.includes('pure') === true) }],
      };
    }
  },
});

/** What to call the configuration of a file: `featureFlags` for `feature-flags.yaml`. */
function nameOf({ path }: ConfigRead): string {
  const base = path.split('/').at(-1)!.replace(/\.[^.]+$/u, '');
  const name = base.split(/[^A-Za-z0-9]+/u).filter(Boolean).map((word, index) => (index ? word[0]!.toUpperCase() + word.slice(1) : word[0]!.toLowerCase() + word.slice(1))).join('');
  return name === 'package' ? 'manifest' : /^[a-z]/u.test(name) ? name : 'settings';
}
