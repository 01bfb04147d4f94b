import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'arktype',
  title: 'ArkType',
  roles: ['validator'],
  checked: ['2.2.9'],
  evidence: 'export listing; the schema itself is called',
  exports: { type: { call: { returns: '#Type' } } },
  types: {
    Type: {
      call: { roles: ['validator'], args: { value: '0' } },
      members: { 'assert|allows|from': { call: { roles: ['validator'], args: { value: '0' } } }, 'and|or|array|optional|default|narrow|pipe|partial|merge|pick|omit|describe': { call: { returns: '#Type' } } },
    },
  },
});
