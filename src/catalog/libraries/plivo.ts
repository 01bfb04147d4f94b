import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: 'plivo',
  title: 'Plivo',
  roles: ['sms'],
  checked: ['4.79.0'],
  evidence: 'source: HTTP',
  exports: { Client: { new: httpClient('#Client', ['sms']) } },
  types: { Client: { members: { 'messages|calls': { members: { create: method('sms') } } } } },
});
