import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: '@elevenlabs/elevenlabs-js',
  aliases: ['elevenlabs'],
  title: 'ElevenLabs',
  roles: ['llm', 'media'],
  checked: ['2.73.0'],
  evidence: 'd.ts',
  exports: { ElevenLabsClient: { new: httpClient('#Client', ['llm']) } },
  types: { Client: { members: { textToSpeech: { members: { 'convert|stream|convertWithTimestamps': method('llm', 'media') } }, speechToText: { members: { convert: method('llm') } } } } },
});
