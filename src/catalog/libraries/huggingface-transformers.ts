import { defineLibrary, type Action } from '../schema.js';
import { method } from '../shorthand.js';

const load: Action = {
  roles: ['expensive-client', 'ml-model'],
  async: true,
  args: { model: '0', options: '1' },
  resource: { cost: 'loads the model into memory', singleton: 'yes', connects: 'loads', close: ['dispose'] },
};
const loaded = (names: string, cost: string): Record<string, { members: Record<string, { call: Action }> }> => ({
  [names]: { members: { from_pretrained: { call: { ...load, returns: '#Model', resource: { ...load.resource!, cost } } } } },
});

export default defineLibrary({
  package: '@huggingface/transformers',
  aliases: ['@xenova/transformers'],
  title: 'Transformers.js',
  roles: ['ml-model'],
  checked: ['4.3.1'],
  evidence: 'd.ts; export listing',
  exports: {
    pipeline: { call: { ...load, returns: '#Pipeline', args: { task: '0', model: '1', options: '2' } } },
    ...loaded('AutoModel|AutoModelForCausalLM|AutoModelForSeq2SeqLM|AutoModelForSequenceClassification|AutoModelForTokenClassification|AutoModelForQuestionAnswering|AutoModelForImageClassification|CLIPTextModelWithProjection|CLIPVisionModelWithProjection', 'loads the model into memory'),
    ...loaded('AutoTokenizer|AutoProcessor', 'loads the vocabulary into memory'),
  },
  types: {
    Pipeline: { call: { roles: ['ml-model'], async: true } },
    Model: { call: { roles: ['ml-model'] }, members: { generate: method('ml-model') } },
  },
});
