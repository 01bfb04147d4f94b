import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'rxjs',
  aliases: ['rxjs/operators'],
  title: 'RxJS',
  checked: ['6.6.7', '7.8.2'],
  evidence: 'export listing of both; source of 7: retry without a number goes on for ever and waits only where delay says so',
  exports: {
    'timeout|timeoutWith': { call: { roles: ['timeout'], args: { timeout: '0.each|0.first|0' } } },
    retry: { call: { roles: ['retry'], args: { retries: '0.count|0' }, retry: { options: '0', count: 'count', retries: 'unlimited', growth: 'none', wait: 'delay' } } },
    retryWhen: { call: { roles: ['retry'] } },
    catchError: call('resilience'),
    'firstValueFrom|lastValueFrom': { call: { async: true } },
    'delay': call('sleep'),
  },
});
