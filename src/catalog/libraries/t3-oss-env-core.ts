import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: '@t3-oss/env-core',
  aliases: ['@t3-oss/env-nextjs'],
  title: 'T3 Env',
  roles: ['env'],
  checked: ['0.13.11'],
  evidence: 'd.ts',
  exports: { createEnv: call('env', 'config-load', 'validator') },
});
