import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

export default defineLibrary({
  package: 'web-push',
  title: 'web-push',
  roles: ['push'],
  checked: ['3.6.7'],
  evidence: 'd.ts',
  exports: { sendNotification: method('push'), setVapidDetails: { call: {} } },
});
