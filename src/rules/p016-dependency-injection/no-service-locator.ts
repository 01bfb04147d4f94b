import { serviceLookups } from '../../analysis/service-locators.js';
import { createRule } from '../../kit/create-rule.js';
import { calleeName } from '../../kit/names.js';

/**
 * A class that fetches what it needs from the container hides what that is: its constructor no longer tells, a missing
 * registration shows up at run time, and a test has to fill a container before it can call anything.
 */
export default createRule({
  name: 'no-service-locator',
  principle: 'P016',
  description: 'Disallow fetching dependencies from a DI container in business code',
  fix: null,
  presets: false,
  needs: ['di-container'],
  crossFile: true,
  messages: {
    fetched: '`{{call}}` fetches `{{token}}` from the container, a dependency that no signature shows (P016). Take it as a constructor parameter.',
  },
  options: {},
  *check({ source }) {
    for (const { node, token } of serviceLookups(source)) {
      yield { node, messageId: 'fetched', data: { call: calleeName(source, node.type === 'CallExpression' ? node.callee : node), token } };
    }
  },
});
