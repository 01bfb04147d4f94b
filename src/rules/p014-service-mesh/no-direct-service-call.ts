import { fileKind } from '../../analysis/files.js';
import { isAllowedHost } from '../../analysis/internal-hosts.js';
import { serviceCalls } from '../../analysis/service-calls.js';
import { createRule } from '../../kit/create-rule.js';
import { constructionName } from '../../kit/names.js';
import { callsFetch } from '../../kit/texts.js';

/**
 * A call from one service straight to another crosses the network in the clear, with no retry, no limit and no measurement but
 * what this client adds. A mesh, a gateway or an event adds them once for all.
 */
export default createRule({
  name: 'no-direct-service-call',
  principle: 'P014',
  description: 'Disallow plain HTTP calls straight to another service of the cluster',
  fix: null,
  presets: false,
  needs: ['http-call', 'http-client'],
  needsText: callsFetch,
  messages: {
    direct: '`{{call}}` calls the service `{{host}}` over plain HTTP, unencrypted and without retries (P014). Go through a mesh, gateway or event, or declare `mesh` in the settings.',
    fallback: '`{{call}}` calls the service `{{host}}` over plain HTTP unless configured otherwise (P014). Go through a mesh, gateway or event, or declare `mesh` in the settings.',
  },
  options: {
    defaults: { description: 'Also report addresses that configuration can replace: the default of a variable of the environment or of a parameter.', type: 'boolean', default: false },
    allow: { description: 'Hosts that may be called directly: `host`, `host:port` or a glob.', type: 'array', items: { type: 'string' }, default: [] },
  },
  strict: { defaults: true },
  *check({ source, context, options }) {
    const { script, cli, migration } = fileKind(source);
    if (context.settings.mesh !== false || script || cli || migration) return;
    for (const { use, target, at } of serviceCalls(source)) {
      if (isAllowedHost(options.allow, target) || (target.from === 'default' && !options.defaults)) continue;
      const host = target.port === undefined ? target.hostPattern! : `${target.hostPattern!}:${target.port}`;
      yield { node: at, messageId: target.from === 'default' ? 'fallback' : 'direct', data: { call: constructionName(source, use.node), host } };
    }
  },
});
