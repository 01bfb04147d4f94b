import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

export default defineLibrary({
  package: 'onnxruntime-node',
  aliases: ['onnxruntime-web', 'onnxruntime-common'],
  title: 'ONNX Runtime',
  roles: ['ml-model'],
  checked: ['1.30.0'],
  evidence: 'd.ts',
  exports: {
    InferenceSession: {
      is: '#Session',
      members: {
        create: {
          call: {
            roles: ['expensive-client', 'ml-model'],
            returns: '#Session',
            async: true,
            args: { model: '0', options: 'last' },
            resource: { cost: 'loads the model into memory', singleton: 'yes', connects: 'loads', close: ['release'] },
          },
        },
      },
    },
    Tensor: { new: { roles: ['pure'] } },
  },
  types: { Session: { members: { run: method('ml-model') } } },
});
