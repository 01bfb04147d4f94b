import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: 'expo-server-sdk',
  title: 'Expo push',
  roles: ['push'],
  checked: ['7.2.0'],
  evidence: 'd.ts: HTTP',
  exports: { 'default|Expo': { new: httpClient('#Expo', ['push']) } },
  types: { Expo: { members: { sendPushNotificationsAsync: method('push'), getPushNotificationReceiptsAsync: method('http-call') } } },
});
