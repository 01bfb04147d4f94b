import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

const functions = { 'join|resolve|dirname|basename|extname|normalize|relative|isAbsolute|parse|format|toNamespacedPath': call('pure') };

export default defineLibrary({
  package: 'node:path',
  aliases: ['node:path/posix', 'path/posix', 'node:path/win32', 'path/win32'],
  title: 'Node path',
  checked: ['20.20.2', '24.21.0'],
  evidence: 'export listing',
  exports: { ...functions, 'posix|win32': { members: functions } },
});
