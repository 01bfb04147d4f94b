import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'tap',
  title: 'node-tap',
  roles: ['test'],
  checked: ['21.8.0'],
  evidence: 'd.ts',
  exports: { 'test|default|t': call('test') },
});
