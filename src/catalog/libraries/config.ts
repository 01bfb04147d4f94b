import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'config',
  title: 'node-config',
  roles: ['env'],
  checked: ['5.0.1'],
  evidence: 'd.ts: files are read when it is imported',
  exports: { 'get|has': call('env') },
});
