import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'ajv',
  aliases: ['ajv/dist/2020', 'ajv/dist/2019', 'ajv/dist/jtd'],
  title: 'Ajv',
  roles: ['validator'],
  checked: ['6.15.0', '8.20.0'],
  evidence: 'export listing; source: compiling a schema takes milliseconds, and compiled ones stay in the instance',
  exports: { 'default|Ajv|Ajv2020|Ajv2019': { new: { roles: ['validator'], returns: '#Ajv' } } },
  types: {
    Ajv: {
      members: {
        compile: { call: { roles: ['validator'], returns: '#Validate', args: { schema: '0' } } },
        compileAsync: { call: { roles: ['validator'], async: true, returns: '#Validate', args: { schema: '0' } } },
        getSchema: { call: { returns: '#Validate' } },
        validate: { call: { roles: ['validator'], args: { schema: '0', value: '1' } } },
        'addSchema|addFormat|addKeyword|addMetaSchema': { call: { returns: '#Ajv' } },
      },
    },
    Validate: { call: { roles: ['validator'], args: { value: '0' } } },
  },
});
