import plugin from '../dist/browser.cjs';
export default plugin;
