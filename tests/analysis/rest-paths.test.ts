import { describe, expect, it } from 'vitest';
import { isVersionParameter, restPathFault, versionIn } from '../../src/analysis/manifests/rest-paths.js';

describe('restPathFault', () => {
  it.each([
    ['/getUsers', 'verb', 'getUsers'],
    ['/get-users', 'verb', 'get-users'],
    ['/api/v1/create_order', 'verb', 'create_order'],
    ['/users/create', 'verb', 'create'],
    ['/users/{id}/delete', 'verb', 'delete'],
    ['/listOrders', 'verb', 'listOrders'],
    ['/GetPets', 'verb', 'GetPets'],
    ['/user/{id}', 'singular', 'user'],
    ['/v2/Order/{orderId}/lines', 'singular', 'Order'],
    ['/order/:id', 'singular', 'order'],
    ['/users.json', 'extension', 'users.json'],
    ['/users/', 'slash', ''],
    ['/userProfiles/{id}', 'case', 'userProfiles'],
    ['/user_profiles/{id}', 'underscore', 'user_profiles'],
  ])('%s: %s', (path, kind, segment) => {
    expect(restPathFault(path)).toEqual({ kind, segment });
  });

  it.each([
    '/', '', '/users', '/users/{id}', '/users/{userId}/orders', '/orders/{id}/cancel', '/user-profiles/{id}', '/profile/{section}', '/user', '/user/settings', '/search', '/login', '/addresses/{id}', '/delete-requests',
    '/getting-started', '/add-ons', '/updates', '/listings', '/list-items', '/v1/update', '/settings', '/data/{id}', '/{user_id}', '/{tenantId}/users', '/reports/{reportId}.json', '/openapi.json', '/removed-items',
    '/gets', '/users?sortBy=name_first', '/news/{id}', '/:user_id',
  ])('%s is left alone', (path) => {
    expect(restPathFault(path)).toBeUndefined();
  });
});

describe('versionIn', () => {
  it.each([
    ['/v1/users', 'v1'],
    ['/api/v2', 'v2'],
    ['/api/v2.1/', 'v2.1'],
    ['/api-v3/users', 'v3'],
    ['/2024-10-01/users', '2024-10-01'],
    ['https://api.example.com/v1', 'v1'],
    ['//example.com/v3', 'v3'],
    ['https://v2.api.example.com', 'v2'],
    ['https://{region}.example.com/v1', 'v1'],
    ['{server}/api/v1', 'v1'],
    ['/{version}/users', '*'],
    ['/rest/{apiVersion}/users', '*'],
    ['https://example.com/api/v{major}', '*'],
  ])('%s states %s', (path, version) => {
    expect(versionIn(path)).toBe(version);
  });

  it.each(['', '/', '/users', '/api/public', 'https://api.example.com', 'http://10.0.0.1:8080', '/models/{id}/versions/{version}', '/versions/{version}', '/videos', '/users?v=1'])('%s states none', (path) => {
    expect(versionIn(path)).toBeUndefined();
  });
});

describe('isVersionParameter', () => {
  it.each([['API-Version', 'header'], ['X-Api-Version', 'header'], ['Accept-Version', 'header'], ['Notion-Version', 'header'], ['api-version', 'query'], ['v', 'query'], ['version', 'path']])('%s in %s is', (name, place) => {
    expect(isVersionParameter(name, place)).toBe(true);
  });

  it.each([['version', 'cookie'], ['X-App-Version', 'header'], ['X-Client-Version', 'header'], ['minVersion', 'query'], ['versionId', 'path'], ['If-None-Match', 'header']])('%s in %s is not', (name, place) => {
    expect(isVersionParameter(name, place)).toBe(false);
  });
});
