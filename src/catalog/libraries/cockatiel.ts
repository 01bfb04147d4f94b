import { defineLibrary, type Action, type Entity } from '../schema.js';

const policy = (role: Action['roles'], args: Record<string, string>): Entity => ({ call: { roles: ['resilience', ...(role ?? [])], returns: '#Policy', args } });

export default defineLibrary({
  package: 'cockatiel',
  title: 'Cockatiel',
  roles: ['resilience'],
  checked: ['3.2.1', '4.0.0'],
  evidence: 'd.ts; source: retry has no limit unless maxAttempts is given and no delay unless backoff is; ExponentialBackoff spreads by chance',
  exports: {
    circuitBreaker: policy(['circuit-breaker'], { options: '1' }),
    retry: {
      call: {
        roles: ['resilience', 'retry'],
        returns: '#Policy',
        args: { options: '1', retries: '1.maxAttempts', backoff: '1.backoff' },
        retry: {
          options: '1',
          count: 'maxAttempts',
          retries: 'unlimited',
          growth: 'none',
          wait: 'backoff',
          growths: { ExponentialBackoff: 'exponential', ConstantBackoff: 'constant', IterableBackoff: 'linear', DelegateBackoff: 'unknown' },
          jittered: true,
        },
      },
    },
    timeout: policy(['timeout'], { timeout: '0' }),
    bulkhead: policy(['limiter'], { concurrency: '0' }),
    fallback: policy([], { value: '1' }),
    wrap: policy([], { wraps: '0' }),
    usePolicy: { call: { roles: ['resilience'] }, decorate: { roles: ['resilience'] } },
    'ExponentialBackoff|ConstantBackoff|IterableBackoff|DelegateBackoff|ConsecutiveBreaker|SamplingBreaker|CountBreaker': { new: { roles: ['pure'] } },
    'handleAll|handleType|handleWhen|Policy': {},
    IPolicy: { is: '#Policy' },
  },
  types: { Policy: { members: { execute: { call: { roles: ['resilience'], async: true, args: { wraps: '0' } } } } } },
});
