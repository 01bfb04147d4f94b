import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: '@sentry/node',
  aliases: ['@sentry/nextjs', '@sentry/nestjs', '@sentry/bun', '@sentry/aws-serverless', '@sentry/google-cloud-serverless'],
  title: 'Sentry',
  roles: ['tracing'],
  checked: ['11.12.0'],
  evidence: 'documentation',
  exports: { 'captureException|captureMessage|captureEvent|startSpan|addBreadcrumb|withScope|init|flush': call('tracing') },
});
