import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: '@google-cloud/bigquery',
  title: 'BigQuery',
  roles: ['sql'],
  checked: ['9.3.0'],
  evidence: 'probe: HTTP; d.ts',
  exports: { BigQuery: { new: httpClient('#BigQuery', ['sql'], { args: { options: '0' } }) } },
  types: {
    BigQuery: {
      members: {
        'query|createQueryJob': { call: { roles: ['sql', 'raw-sql'], async: true, args: { sql: '0.query|0', params: '0.params' } } },
        dataset: { call: { returns: '#Dataset' } },
      },
    },
    Dataset: { members: { table: { call: { returns: '#Table' } }, createTable: method('sql', 'write') } },
    Table: { members: { 'insert|load|delete': method('sql', 'write'), 'getRows|exists': method('sql', 'read') } },
  },
});
