import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'react-native',
  aliases: ['react-native/*', 'expo', 'expo/*', 'expo-router', 'expo-constants'],
  title: 'React Native',
  roles: ['ui'],
  onDevice: true,
  checked: ['0.81.5'],
  evidence: 'documented: the app runs on the phone of its user',
  exports: {},
});
