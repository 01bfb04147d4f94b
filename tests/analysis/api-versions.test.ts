import { describe, expect, it } from 'vitest';
import { majorOf, versionIn } from '../../src/analysis/api-versions.js';
import { isExempt } from '../../src/analysis/public-api.js';

const path = (text: string) => ({ text, complete: !text.includes('…') });

describe('the version in a path', () => {
  it.each([
    ['/v1/users', 'v1'], ['/api/V2/users', 'v2'], ['/api/v1.1', 'v1.1'], ['/v1beta2/x', 'v1'], ['/v2alpha/x', 'v2'], ['/api-v3/x', 'v3'], ['/apiv3', 'v3'],
    ['/2/tweets', 'v2'], ['/2024-10-01/x', '2024-10-01'], ['/:version/x', '*'], ['/:apiVersion/x', '*'], ['/v:n/x', '*'], ['/users/:v', '*'], ['/v…/x', '*'], ['/(v1|v2)/x', '*'], ['…^/v2/users', 'v2'],
  ])('%s', (text, version) => {
    expect(versionIn(path(text))).toBe(version);
  });

  it.each(['/users', '', '/', '/users/:id', '/ipv4/x', '/video', '/venues/:venueId', '/vault/x', '/…/users', '/inventory', '/conv2d', '/users/:versionless'])('none in %s', (text) => {
    expect(versionIn(path(text))).toBeUndefined();
  });

  it('has a whole number, unless it is a date or chosen at run time', () => {
    expect([majorOf('v2'), majorOf('v1.1'), majorOf('2024-10-01'), majorOf('*')]).toEqual([2, 1, undefined, undefined]);
  });
});

describe('paths that need no version', () => {
  it.each([
    '', '/', '*', '/*', '/api', '/api/*', '/api/*splat', '/:slug*', '/{*rest}', '/health', '/api/healthz', '/db-healthz', '/metrics', '/docs/json', '/openapi.yaml', '/webhooks/stripe', '/github-webhook', '/auth/google/callback',
    '/.well-known/openid-configuration', '/static/app.js', '/feed.xml', '/graphql', '/mcp', '/setup-database', '/slack/events', '/:id',
  ])('%s', (text) => {
    expect(isExempt(path(text))).toBe(true);
  });

  it.each(['/users', '/api/users/:id', '/orders/:orderId/lines', '/api/healthcare', '/hookups', '/documents'])('but not %s', (text) => {
    expect(isExempt(path(text))).toBe(false);
  });
});
