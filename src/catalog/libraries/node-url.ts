import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'node:url',
  title: 'Node URL',
  checked: ['20.20.2', '24.21.0'],
  evidence: 'export listing',
  exports: { 'fileURLToPath|pathToFileURL|parse|format|resolve|urlToHttpOptions': call('pure'), 'URL|URLSearchParams': { new: { roles: ['pure'] } } },
});
