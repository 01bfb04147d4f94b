import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: 'nano',
  title: 'nano (CouchDB)',
  roles: ['sql'],
  engine: 'couchdb',
  checked: ['11.0.7'],
  evidence: 'd.ts: HTTP',
  exports: { default: { call: httpClient('#Server', ['sql'], { args: { url: '0.url|0' } }) } },
  types: {
    Server: { members: { 'use|scope': { call: { returns: '#Database' } }, db: { members: { 'use|scope': { call: { returns: '#Database' } }, 'create|destroy': method('sql', 'write') } } } },
    Database: { members: { 'get|find|list|view|fetch|head|search': method('sql', 'read'), 'insert|bulk|destroy|createIndex': method('sql', 'write') } },
  },
});
