import { singleConnections } from '../../analysis/single-connections.js';
import { isAllowed } from '../../kit/allow.js';
import { createRule } from '../../kit/create-rule.js';
import { poolInstead } from '../../kit/fixers/pool-instead.js';
import { constructionName, poolConstruction } from '../../kit/names.js';

/**
 * A server that asks its database through one connection answers its requests one query at a time, and a factory that opens a
 * connection for each caller pays for its login each time. A pool costs no more code than either. What a function opens for
 * itself and closes again is the matter of `no-per-call-client`, which names the pool too.
 */
export default createRule({
  name: 'prefer-pool',
  principle: 'cost-optimization',
  description: 'Require a connection pool instead of single database connections in servers',
  fix: 'fix',
  presets: true,
  needs: ['sql'],
  messages: {
    shared: '`{{client}}` is one connection, on which all requests wait for each other and which stays lost when it breaks (cost-optimization). Use `{{pool}}`.',
    each: '`{{client}}` opens a connection anew for each caller (cost-optimization). Make one `{{pool}}` and let callers query that.',
  },
  options: {
    allow: {
      description: 'Connections that need no pool, as `"package"` or `"package.export"`.',
      type: 'array',
      items: { type: 'string' },
      default: [],
    },
  },
  *check({ source, options }) {
    for (const connection of singleConnections(source)) {
      const { use, pool, reach } = connection;
      if (isAllowed(options.allow, use.known)) continue;
      yield {
        node: use.node,
        messageId: reach,
        data: { client: constructionName(source, use.node), pool: poolConstruction(use.node, pool) },
        fix: (fixer) => poolInstead(fixer, source, connection),
      };
    }
  },
});
