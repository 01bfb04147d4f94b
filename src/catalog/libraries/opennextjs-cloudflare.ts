import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@opennextjs/cloudflare',
  aliases: ['@cloudflare/next-on-pages', '@astrojs/cloudflare', '@sveltejs/adapter-cloudflare', '@cloudflare/vite-plugin'],
  title: 'Cloudflare adapters',
  deploysToEdge: true,
  checked: ['1.11.0'],
  evidence: 'documented: what they build runs on Cloudflare Workers',
  exports: {},
});
