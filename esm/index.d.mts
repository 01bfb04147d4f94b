import plugin from '../dist/index.cjs';
export default plugin;
export type { Settings } from '../dist/index.cjs';
