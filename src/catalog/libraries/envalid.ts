import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'envalid',
  title: 'envalid',
  roles: ['env'],
  checked: ['8.2.0'],
  evidence: 'd.ts',
  exports: { 'cleanEnv|customCleanEnv': call('env', 'config-load', 'validator'), 'str|num|bool|port|url|email|host|json|makeValidator': call('pure') },
});
