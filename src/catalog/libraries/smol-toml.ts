import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'smol-toml',
  aliases: ['@iarna/toml'],
  title: 'TOML',
  checked: ['1.9.1'],
  evidence: 'export listing',
  exports: { parse: call('pure', 'parse') },
});
