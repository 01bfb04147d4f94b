import dedent from 'dedent';
import rule from '../../src/rules/p014-service-mesh/no-direct-service-call.js';
import { testRule } from '../helpers/rule-tester.js';

testRule(rule, {
  valid: {
    'an address that configuration can replace': `const USERS = process.env.USERS_URL ?? 'http://users:3000'; export const f = () => fetch(\`\${USERS}/users\`);`,
    'https': `export const f = () => fetch('https://users:3000/api');`,
    'a public host': `export const f = () => fetch('http://api.example.com/users');`,
    'a public host with a port': `export const f = () => fetch('http://api.example.com:8080/users');`,
    'localhost': `export const f = () => fetch('http://localhost:3000/users');`,
    'loopback address': `export const f = () => fetch('http://127.0.0.1:3000/users');`,
    'loopback address of IPv6': `export const f = () => fetch('http://[::1]:3000/users');`,
    'an address in the network': `export const f = () => fetch('http://10.0.0.5:3000/users');`,
    'a bare name without a port': `export const f = () => fetch('http://users/api');`,
    'the host of a container': `export const f = () => fetch('http://host.docker.internal:11434/api');`,
    'the metadata of the cloud': `export const f = () => fetch('http://metadata.google.internal/computeMetadata/v1/instance');`,
    'another scheme': `import Redis from 'ioredis'; export const redis = new Redis('redis://cache:6379'); export const f = () => fetch('https://a.example');`,
    'a text that nobody calls': `export const usersUrl = 'http://users:3000'; export const f = () => fetch('https://a.example');`,
    'a name that is only known at run time': 'export const f = (host: string) => fetch(`http://${host}:3000/users`);',
    'a URL that comes in': `export const f = (url: string) => fetch(url);`,
    'a URL from the environment': `export const f = () => fetch(process.env.USERS_URL!);`,
    'a health probe by path': `export const f = () => fetch('http://users:3000/health');`,
    'a health probe by name': `export async function checkHealth() { return (await fetch('http://users:3000/')).ok; }`,
    'a declared mesh': { code: `export const f = () => fetch('http://users:3000/api');`, settings: { mesh: 'istio' } },
    'a mesh without a name': { code: `export const f = () => fetch('http://users.shop.svc:3000/api');`, settings: { mesh: true } },
    'an allowed host': { code: `export const f = () => fetch('http://users:3000/api');`, options: { allow: ['users'] } },
    'an allowed host and port': { code: `export const f = () => fetch('http://users:3000/api');`, options: { allow: ['users:3000'] } },
    'an allowed glob': { code: `export const f = () => fetch('http://billing.internal/api');`, options: { allow: ['*.internal'] } },
    'test file': { code: `export const f = () => fetch('http://users:3000/api');`, filename: 'test/users.ts' },
    'script': { code: `export const f = () => fetch('http://users:3000/api');`, filename: 'scripts/users.ts' },
    'browser code': `'use client';\nexport const f = () => fetch('http://users:3000/api');`,
    'another fetch': `import { fetch } from './net'; export const f = () => fetch('http://users:3000/api');`,
  },
  invalid: {
    'a literal': {
      code: `export const f = () => fetch('http://users:3000/api');`,
      errors: [{ messageId: 'direct', data: { call: 'fetch()', host: 'users:3000' }, line: 1, column: 30 }],
    },
    'a service of Kubernetes': { code: `export const f = () => fetch('http://users.shop.svc.cluster.local/api');`, errors: [{ messageId: 'direct', data: { call: 'fetch()', host: 'users.shop.svc.cluster.local' } }] },
    'its short form': { code: `export const f = () => fetch('http://users.shop.svc:8080/api');`, errors: ['direct'] },
    'a private zone': { code: `export const f = () => fetch('http://billing.internal/api');`, errors: ['direct'] },
    'a template': { code: 'export const f = (id: string) => fetch(`http://users:3000/users/${id}`);', errors: [{ messageId: 'direct', column: 40 }] },
    'a template with an unknown part of the name': { code: 'export const f = (name: string) => fetch(`http://${name}.shop.svc.cluster.local/users`);', errors: [{ messageId: 'direct', data: { call: 'fetch()', host: '*.shop.svc.cluster.local' } }] },
    'a concatenation': { code: `export const f = (id: string) => fetch('http://users:3000/users/' + id);`, errors: ['direct'] },
    'a constant, which is one cause': {
      code: dedent`
        const USERS = 'http://users:3000';
        export const one = (id: string) => fetch(\`\${USERS}/users/\${id}\`);
        export const all = () => fetch(USERS + '/users');
      `,
      errors: [{ messageId: 'direct', line: 1, column: 15 }],
    },
    'a member of a constant': { code: `const services = { users: 'http://users:3000' } as const; export const f = () => fetch(services.users);`, errors: ['direct'] },
    'a URL object': { code: `export const f = () => fetch(new URL('/users', 'http://users:3000'));`, errors: ['direct'] },
    'a URL object that is filled in': { code: `export const f = (q: string) => { const url = new URL('http://users:3000/users'); url.searchParams.set('q', q); return fetch(url.toString()); };`, errors: ['direct'] },
    'the default of the environment': { code: `const USERS = process.env.USERS_URL ?? 'http://users:3000'; export const f = () => fetch(\`\${USERS}/users\`);`, options: { defaults: true }, errors: [{ messageId: 'fallback', data: { call: 'fetch()', host: 'users:3000' }, column: 40 }] },
    'the default of the environment, older': { code: `const axios = require('axios'); const USERS = process.env.USERS_URL || 'http://users:3000'; exports.f = () => axios.get(USERS + '/users');`, language: 'js', sourceType: 'commonjs', options: { defaults: true }, errors: ['fallback'] },
    'the default of a destructured variable': { code: `const { USERS_URL = 'http://users:3000' } = process.env; export const f = () => fetch(USERS_URL);`, options: { defaults: true }, errors: ['fallback'] },
    'the default of a configuration': { code: `export class A { constructor(private config: any) {} f() { return fetch(this.config.get('USERS_URL', 'http://users:3000')); } }`, options: { defaults: true }, errors: ['fallback'] },
    'the default of a parameter': { code: `export const f = (base = 'http://users:3000') => fetch(base + '/users');`, options: { defaults: true }, errors: ['fallback'] },
    'a field that the constructor sets': { code: `export class A { private base: string; constructor() { this.base = process.env.USERS_URL || 'http://users:3000'; } f() { return fetch(\`\${this.base}/users\`); } }`, options: { defaults: true }, errors: ['fallback'] },
    'the base URL of an instance': { code: `import axios from 'axios'; const api = axios.create({ baseURL: 'http://users:3000', timeout: 1000 }); export const f = () => api.get('/users');`, errors: [{ messageId: 'direct', column: 64 }] },
    'the base URL of an exported instance': { code: `import axios from 'axios'; export const api = axios.create({ baseURL: 'http://users:3000' });`, errors: [{ messageId: 'direct', data: { call: 'axios.create()', host: 'users:3000' } }] },
    'parts of a host': { code: "const HOST = 'users'; const PORT = 3000; export const f = () => fetch(`http://${HOST}:${PORT}/users`);", errors: [{ messageId: 'direct', data: { call: 'fetch()', host: 'users:3000' } }] },
    'another host than the allowed': { code: `export const f = () => fetch('http://users:3000/api');`, options: { allow: ['orders', 'users:4000'] }, errors: ['direct'] },
    'a renamed client': { code: `import http from 'axios'; export const f = () => http.post('http://orders:8080/orders', {});`, errors: ['direct'] },
  },
});
