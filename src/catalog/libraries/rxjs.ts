import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'rxjs',
  aliases: ['rxjs/operators'],
  title: 'RxJS',
  checked: ['7.8.2'],
  evidence: 'export listing',
  exports: {
    'timeout|timeoutWith': { call: { roles: ['timeout'], args: { timeout: '0.each|0.first|0' } } },
    'retry|retryWhen': { call: { roles: ['retry'], args: { retries: '0.count|0' } } },
    catchError: call('resilience'),
    'firstValueFrom|lastValueFrom': { call: { async: true } },
    'delay': call('sleep'),
  },
});
