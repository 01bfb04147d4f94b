import { defineLibrary, type Action, type Entity } from '../schema.js';

const defaults = { timeoutMs: 0, retries: 0 };
const config = (at: string): Record<string, string> => ({ options: at, timeout: `${at}.timeout`, signal: `${at}.signal` });
/** `axios(config)` and `axios(url, config)`. */
const request: Action = { roles: ['http-call'], async: true, args: { url: '0.url|0', options: '1|0', timeout: '0.timeout|1.timeout', signal: '0.signal|1.signal', method: '0.method|1.method' }, defaults };

const calls: Record<string, Entity> = {
  'get|delete|head|options': { call: { roles: ['http-call'], async: true, args: { url: '0', ...config('1') }, defaults } },
  'post|put|patch|postForm|putForm|patchForm|query': { call: { roles: ['http-call'], async: true, args: { url: '0', body: '1', ...config('2') }, defaults } },
  request: { call: request },
};

export default defineLibrary({
  package: 'axios',
  title: 'axios',
  roles: ['http-client'],
  checked: ['0.35.0', '1.21.1'],
  evidence: 'probe: no timeout and no retries; source; d.ts',
  exports: {
    default: {
      call: request,
      members: {
        ...calls,
        create: { call: { roles: ['http-client'], returns: '#Axios', args: { options: '0', url: '0.baseURL', timeout: '0.timeout', signal: '0.signal' } } },
      },
    },
    Axios: { new: { roles: ['http-client'], returns: '#Axios', args: { options: '0', url: '0.baseURL', timeout: '0.timeout' } } },
    'AxiosInstance|AxiosStatic': { is: '#Axios' },
    'AxiosError|AxiosRequestConfig|AxiosResponse|isAxiosError': {},
  },
  types: {
    Axios: {
      call: request,
      members: { ...calls, create: { call: { roles: ['http-client'], returns: '#Axios', args: { options: '0', url: '0.baseURL', timeout: '0.timeout' } } } },
    },
  },
});
