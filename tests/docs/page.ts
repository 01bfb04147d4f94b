export * from '../../tools/docs/page.js';
