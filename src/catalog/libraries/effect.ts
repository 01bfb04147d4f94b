import { defineLibrary, type Entity } from '../schema.js';

const decoder: Entity = { call: { returns: '#Decoder', args: { schema: '0' } } };

export default defineLibrary({
  package: 'effect',
  aliases: ['@effect/schema'],
  title: 'Effect',
  roles: ['validator'],
  checked: ['3.22.4', '4.1.0'],
  evidence: 'export listing of 3 and 4; decoders are curried',
  exports: { Schema: { members: { 'decodeUnknownSync|decodeUnknown|decodeUnknownPromise|decodeUnknownOption|decodeSync|is|asserts': decoder, decodeUnknownEither: { call: { ...decoder.call!, versions: '<4' } } } } },
  types: { Decoder: { call: { roles: ['validator'], args: { value: '0' } } } },
});
