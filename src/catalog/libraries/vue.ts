import { defineLibrary } from '../schema.js';

/** Libraries for user interfaces: a package that depends on one holds code for browsers. */
export default defineLibrary({
  package: 'vue',
  aliases: ['svelte', 'svelte/*', '@angular/core', 'preact', 'preact/*', 'solid-js', 'solid-js/*', 'lit', 'jquery'],
  title: 'Vue and other libraries for user interfaces',
  roles: ['ui'],
  checked: ['3.5.45'],
  evidence: 'documentation: what they are for',
  exports: {},
});
