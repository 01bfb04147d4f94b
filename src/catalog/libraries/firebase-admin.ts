import { defineLibrary, type Action, type Entity } from '../schema.js';
import { method } from '../shorthand.js';

const initialize: Action = {
  roles: ['expensive-client'],
  returns: '#App',
  args: { options: '0', name: '1' },
  resource: { cost: 'sets the process up for Firebase', singleton: 'yes', connects: 'never', processWide: true, close: ['delete', 'deleteApp'] },
};
const firestore: Action = { returns: '@google-cloud/firestore#Firestore' };
const before14 = (returns: string): Entity => ({ call: { returns, versions: '<14' } });

export default defineLibrary({
  package: 'firebase-admin',
  aliases: ['firebase-admin/app', 'firebase-admin/firestore', 'firebase-admin/messaging', 'firebase-admin/auth', 'firebase-admin/storage'],
  title: 'Firebase Admin',
  roles: ['orm', 'auth', 'push'],
  checked: ['12.7.0', '13.10.0', '14.5.1'],
  evidence: 'probe: a second call with the same name and other options throws; export listing of 12 to 14',
  exports: {
    initializeApp: { call: initialize },
    getApp: { call: { returns: '#App' } },
    'cert|applicationDefault|refreshToken': { call: { roles: ['pure'] } },
    credential: { members: { 'cert|applicationDefault|refreshToken': { call: { roles: ['pure'] } } } },
    'getFirestore|initializeFirestore': { call: firestore },
    Firestore: { is: '@google-cloud/firestore#Firestore' },
    getMessaging: { call: { returns: '#Messaging' } },
    Messaging: { is: '#Messaging' },
    getAuth: { call: { returns: '#Auth' } },
    Auth: { is: '#Auth' },
    getStorage: { call: { returns: '#Storage' } },
    // The one object that older versions export.
    app: before14('#App'),
    firestore: before14('@google-cloud/firestore#Firestore'),
    messaging: before14('#Messaging'),
    auth: before14('#Auth'),
    storage: before14('#Storage'),
  },
  types: {
    App: { members: { firestore: { call: firestore }, messaging: { call: { returns: '#Messaging' } }, auth: { call: { returns: '#Auth' } }, storage: { call: { returns: '#Storage' } } } },
    Messaging: { members: { 'send|sendEach|sendEachForMulticast': method('push'), 'sendMulticast|sendAll|sendToDevice|sendToDeviceGroup|sendToTopic|sendToCondition': { call: { roles: ['push'], async: true, versions: '<13' } } } },
    Auth: { members: { 'verifyIdToken|verifySessionCookie|getUser|getUserByEmail|createUser|updateUser|deleteUser|createCustomToken|setCustomUserClaims': method('auth') } },
    Storage: { members: { bucket: { call: { returns: '@google-cloud/storage#Bucket' } } } },
  },
});
