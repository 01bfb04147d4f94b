import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@types/chrome',
  aliases: ['@types/webextension-polyfill', '@types/firefox-webext-browser', 'webextension-polyfill', 'wxt', 'plasmo'],
  title: 'browser extensions',
  roles: ['ui'],
  checked: ['0.3.7'],
  evidence: 'documented: types and tools of extensions, which run in the browser of their user',
  exports: {},
});
