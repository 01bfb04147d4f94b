import plugin from './browser.js';

export default plugin;
