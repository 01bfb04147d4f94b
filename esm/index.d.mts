import plugin from '../dist/index.cjs';
export default plugin;
export type { ArchPrinciplesRules, ArchPrinciplesSettings, Settings } from '../dist/index.cjs';
