import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'pino-http',
  title: 'pino-http',
  roles: ['logger'],
  checked: ['11.0.0'],
  evidence: 'd.ts',
  exports: { 'default|pinoHttp': call('logger', 'middleware') },
});
