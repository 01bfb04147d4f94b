import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'lodash',
  aliases: ['lodash-es'],
  title: 'Lodash',
  checked: ['4.18.1'],
  evidence: 'export listing',
  exports: {
    'once|memoize': { call: { roles: ['memoize'], args: { handler: '0' } } },
    'throttle|debounce': call('limiter'),
    'get|pick|omit|merge|defaults|cloneDeep|isNil|isEmpty|isString|isPlainObject|camelCase|snakeCase|kebabCase|trim|toNumber|toString|uniq|compact|flatten|keyBy|mapValues|mapKeys': call('pure'),
  },
});
