import { httpResource } from './shorthand.js';
import type { Action, Entity } from './schema.js';

/** What the integrations of LangChain have in common: each exports models that are runnables of `@langchain/core`. */

/** A chat or text model: limits and model id are given where it is made. */
export const chatModel: Entity = {
  new: {
    roles: ['expensive-client', 'llm'],
    returns: '@langchain/core#Model',
    args: {
      model: '0.model|0.modelName|0.modelId', maxTokens: '0.maxTokens|0.maxOutputTokens|0.maxCompletionTokens|0.numPredict', temperature: '0.temperature',
      timeout: '0.timeout', retries: '0.maxRetries',
    },
    defaults: { retries: 6 },
    resource: httpResource,
  },
};

const embeddingsClient: Action = { roles: ['expensive-client', 'llm'], returns: '@langchain/core#Embeddings', args: { model: '0.model|0.modelName' }, resource: httpResource };

/** An embedding model. */
export const embeddingModel: Entity = { new: embeddingsClient };
