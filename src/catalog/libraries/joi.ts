import { defineLibrary, type Entity } from '../schema.js';

const make: Entity = { call: { returns: '#Schema' } };

export default defineLibrary({
  package: 'joi',
  aliases: ['@hapi/joi'],
  title: 'Joi',
  roles: ['validator'],
  checked: ['17.13.9', '18.3.2'],
  evidence: 'export listing; d.ts: validate() does not throw',
  exports: {
    'object|string|number|array|boolean|date|any|alternatives|binary|link|symbol|func|function|required|optional|valid|forbidden|compile|build': make,
    'attempt|assert': { call: { roles: ['validator'], args: { value: '0', schema: '1' } } },
    'Schema|ObjectSchema|StringSchema|AnySchema': { is: '#Schema' },
  },
  types: {
    Schema: {
      members: {
        validate: { call: { roles: ['validator'], args: { value: '0' } } },
        validateAsync: { call: { roles: ['validator'], async: true, args: { value: '0' } } },
        '*': { call: { returns: '#Schema' } },
      },
    },
  },
});
