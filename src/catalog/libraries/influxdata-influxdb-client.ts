import { defineLibrary } from '../schema.js';
import { httpClient, method, call } from '../shorthand.js';

export default defineLibrary({
  package: '@influxdata/influxdb-client',
  title: 'InfluxDB client',
  roles: ['sql'],
  checked: ['1.35.0'],
  evidence: 'd.ts: HTTP',
  exports: { InfluxDB: { new: httpClient('#InfluxDB', ['sql'], { args: { url: '0.url' } }) }, Point: { new: { roles: ['pure'] } } },
  types: {
    InfluxDB: { members: { getWriteApi: { call: { returns: '#Write' } }, getQueryApi: { call: { returns: '#Query' } } } },
    Write: { members: { 'writePoint|writePoints|writeRecord|writeRecords': call('sql', 'write'), 'flush|close': method('sql', 'write') } },
    Query: { members: { 'collectRows|queryRaw|collectLines': { call: { roles: ['sql', 'raw-sql', 'read'], async: true, args: { sql: '0' } } }, 'queryRows|iterateRows': call('sql', 'read') } },
  },
});
