import { defineLibrary } from '../schema.js';

const blocking = { does: 'searches the directories upwards', files: true, advice: 'Use `cosmiconfig` and await its `search`.' };

export default defineLibrary({
  package: 'cosmiconfig',
  title: 'cosmiconfig',
  roles: ['config-load'],
  checked: ['10.0.1'],
  evidence: 'd.ts',
  exports: { cosmiconfig: { call: { returns: '#Explorer' } }, cosmiconfigSync: { call: { returns: '#SyncExplorer' } } },
  types: {
    Explorer: { members: { 'search|load': { call: { roles: ['config-load'], async: true } } } },
    SyncExplorer: { members: { 'search|load': { call: { roles: ['config-load', 'blocking'], blocking } } } },
  },
});
