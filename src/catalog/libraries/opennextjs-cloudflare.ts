import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@opennextjs/cloudflare',
  aliases: ['@astrojs/cloudflare', '@sveltejs/adapter-cloudflare'],
  title: 'Cloudflare adapters',
  deploysToEdge: true,
  checked: ['1.20.13'],
  evidence: 'descriptions of the packages: builders and adapters for Cloudflare Workers',
  exports: {},
});
