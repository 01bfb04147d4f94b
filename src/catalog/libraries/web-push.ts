import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

export default defineLibrary({
  package: 'web-push',
  title: 'web-push',
  roles: ['push'],
  evidence: 'd.ts',
  exports: { sendNotification: method('push'), setVapidDetails: { call: {} } },
});
