import { defineLibrary, type Entity } from '../schema.js';

const defaults = { timeoutMs: 0, retries: 0 };
const config = (at: string): Record<string, string> => ({ options: at, timeout: `${at}.timeout`, signal: `${at}.signal` });
const calls: Record<string, Entity> = {
  // They give observables: nothing is sent until somebody subscribes.
  'get|delete|head': { call: { roles: ['http-call'], args: { url: '0', ...config('1') }, defaults } },
  'post|put|patch|postForm|putForm|patchForm': { call: { roles: ['http-call'], args: { url: '0', body: '1', ...config('2') }, defaults } },
  request: { call: { roles: ['http-call'], args: { url: '0.url', ...config('0') }, defaults } },
};

export default defineLibrary({
  package: '@nestjs/axios',
  title: 'NestJS axios',
  roles: ['http-client'],
  checked: ['3.1.3', '4.0.1', '12.0.1'],
  evidence: 'd.ts',
  exports: {
    HttpService: { is: '#HttpService' },
    HttpModule: { members: { 'register|registerAsync': { call: { roles: ['http-client'], args: { options: '0', timeout: '0.timeout' } } } } },
  },
  types: { HttpService: { members: { ...calls, axiosRef: { is: 'axios#Axios' } } } },
});
