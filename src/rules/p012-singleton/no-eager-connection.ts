import { eagerConnections } from '../../analysis/eager-connections.js';
import { modulePurpose } from '../../analysis/module-purpose.js';
import { startsProgram } from '../../analysis/program-start.js';
import { isAllowed } from '../../kit/allow.js';
import { createRule } from '../../kit/create-rule.js';
import { lazyVariable } from '../../kit/fixers/lazy-variable.js';
import { constructionName } from '../../kit/names.js';

/**
 * Who imports a function does not ask for a connection: a unit test that never ends, a build that needs a database, a
 * process that dies because a server it does not use is down. A module that is there for its client, to export or to wrap it, is another
 * matter.
 */
export default createRule({
  name: 'no-eager-connection',
  principle: 'P012',
  description: 'Disallow opening a connection while a module is imported',
  fix: 'suggestion',
  presets: true,
  needs: ['expensive-client'],
  messages: {
    eager: '`{{client}}` {{cost}} as soon as somebody imports {{exported}} (P012). Connect on first use, in a memoized getter, or in a module of its own.',
    lazy: 'Connect on first use: move the client into a memoized getter.',
  },
  options: {
    allow: {
      description: 'Clients that may connect while a module is imported, as `"package"` or `"package.export"`.',
      type: 'array',
      items: { type: 'string' },
      default: [],
    },
  },
  *check({ source, options }) {
    const connections = eagerConnections(source).filter(({ use }) => !isAllowed(options.allow, use.known));
    if (connections.length === 0 || startsProgram(source)) return;
    for (const connection of connections) {
      const { use, resource, opens } = connection;
      const { exportsClient, others, unrelated, wrapsClient } = modulePurpose(source, connection);
      const [exported] = exportsClient ? unrelated : [...unrelated, ...others];
      if (exported === undefined || wrapsClient) continue;
      const client = { path: use.known.path, async: use.action.async, connect: resource.reconnects ? undefined : resource.connectCall };
      yield {
        node: opens,
        messageId: 'eager',
        data: { client: constructionName(source, opens), cost: resource.cost, exported: exported === 'default' ? 'this module' : `\`${exported}\`` },
        suggest: exportsClient || resource.processWide ? [] : [{ messageId: 'lazy', fix: (fixer) => lazyVariable(fixer, source, use.node, client) }],
      };
    }
  },
});
