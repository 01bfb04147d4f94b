import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: '@aws-sdk/credential-providers',
  aliases: ['@aws-sdk/credential-provider-node', '@aws-sdk/credential-provider-env', '@aws-sdk/credential-provider-ini'],
  title: 'AWS credential providers',
  checked: ['3.1169.0'],
  evidence: 'd.ts: each gives a function that reads credentials when it is called',
  exports: { 'fromEnv|fromIni|fromNodeProviderChain|fromInstanceMetadata|fromContainerMetadata|fromTemporaryCredentials|fromSSO|fromWebToken|defaultProvider': call('pure') },
});
