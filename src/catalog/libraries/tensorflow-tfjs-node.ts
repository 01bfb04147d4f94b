import { defineLibrary, type Action } from '../schema.js';
import { call } from '../shorthand.js';

const load: Action = {
  roles: ['expensive-client', 'ml-model'],
  returns: '#Model',
  async: true,
  args: { model: '0' },
  resource: { cost: 'loads the model into memory', singleton: 'yes', connects: 'loads', close: ['dispose'] },
};

export default defineLibrary({
  package: '@tensorflow/tfjs-node',
  aliases: ['@tensorflow/tfjs-node-gpu', '@tensorflow/tfjs'],
  title: 'TensorFlow.js',
  roles: ['ml-model'],
  checked: ['4.22.0'],
  evidence: 'd.ts',
  exports: {
    'loadLayersModel|loadGraphModel': { call: load },
    node: { members: { loadSavedModel: { call: load }, 'decodeImage|decodePng|decodeJpeg': call('media') } },
  },
  types: { Model: { members: { 'predict|execute': call('ml-model'), executeAsync: { call: { roles: ['ml-model'], async: true } }, 'fit|fitDataset': { call: { roles: ['ml-model'], async: true, task: { does: 'trains a model' } } }, evaluateDataset: { call: { roles: ['ml-model'], async: true, task: { does: 'evaluates a model' } } } } } },
});
