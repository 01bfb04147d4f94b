import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'wrangler',
  aliases: ['@cloudflare/vite-plugin', '@cloudflare/vitest-pool-workers'],
  title: 'Tools for Cloudflare Workers',
  deploysToEdge: 'alone',
  checked: ['4.164.0'],
  evidence: 'descriptions of the packages: they run, build and test code for Cloudflare Workers; its types alone are listed by libraries, too',
  exports: {},
});
