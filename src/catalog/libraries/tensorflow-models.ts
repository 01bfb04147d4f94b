import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

export default defineLibrary({
  package: '@tensorflow-models/*',
  title: 'TensorFlow.js models',
  roles: ['ml-model'],
  checked: ['1.3.3'],
  evidence: 'd.ts of @tensorflow-models/universal-sentence-encoder',
  exports: {
    load: {
      call: {
        roles: ['expensive-client', 'ml-model'],
        returns: '#Model',
        async: true,
        resource: { cost: 'loads the model into memory', singleton: 'yes', connects: 'loads', close: ['dispose'] },
      },
    },
  },
  types: { Model: { members: { 'embed|classify|detect|segment|estimatePoses': method('ml-model') } } },
});
