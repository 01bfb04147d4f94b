import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

export default defineLibrary({
  package: 'email-templates',
  title: 'email-templates',
  roles: ['mail'],
  checked: ['13.0.1'],
  evidence: 'readme',
  exports: { default: { new: { roles: ['mail'], returns: '#Email' } } },
  types: { Email: { members: { send: method('mail'), 'render|renderAll': method() } } },
});
