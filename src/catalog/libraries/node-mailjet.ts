import { defineLibrary, type Action } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

const make: Action = httpClient('#Client', ['mail']);

export default defineLibrary({
  package: 'node-mailjet',
  title: 'Mailjet',
  roles: ['mail'],
  checked: ['6.0.11'],
  evidence: 'd.ts: HTTP',
  exports: { default: { new: make, members: { 'apiConnect|smsConnect': { call: make } } }, Client: { new: make, members: { 'apiConnect|smsConnect': { call: make } } } },
  types: { Client: { members: { post: { call: { returns: '#Resource', args: { resource: '0' } } }, 'get|put|delete': { call: { args: { resource: '0' } } } } }, Resource: { members: { request: method('mail'), 'id|action': { call: { returns: '#Resource' } } } } },
});
