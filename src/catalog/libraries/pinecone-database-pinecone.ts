import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: '@pinecone-database/pinecone',
  title: 'Pinecone',
  roles: ['search'],
  checked: ['9.0.0'],
  evidence: 'probe: HTTP; d.ts',
  exports: { Pinecone: { new: httpClient('#Pinecone', ['search']) }, Index: { is: '#Index' } },
  types: {
    Pinecone: {
      members: {
        'index|Index': { call: { returns: '#Index' } },
        'listIndexes|describeIndex': method('search', 'read'),
        'createIndex|deleteIndex|configureIndex': method('search', 'write'),
        inference: { members: { embed: method('embedding'), rerank: method('llm') } },
      },
    },
    Index: {
      members: {
        'query|fetch|listPaginated|describeIndexStats|searchRecords': method('search', 'read'),
        'upsert|upsertRecords|update|deleteOne|deleteMany|deleteAll': method('search', 'write'),
        namespace: { call: { returns: '#Index' } },
      },
    },
  },
});
