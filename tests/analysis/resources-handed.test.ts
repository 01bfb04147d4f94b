import { describe, expect, it } from 'vitest';
import { constructionsOf } from '../../src/analysis/resources.js';
import { sourceOf } from '../helpers/source.js';

/** How many constructions of `new Queue('mail', { connection: NAME })` open a connection, with `NAME` from another file. */
function countWith(name: string, options = `{ connection: ${name} }`): number {
  return constructionsOf(sourceOf(`import { Queue } from 'bullmq'; import { ${name} } from './redis'; export const queue = new Queue('mail', ${options});`), 'queue').length;
}

describe('connections that another file hands over', () => {
  it('are shared, as far as can be seen', () => {
    expect(countWith('connection')).toBe(0);
    expect(countWith('redis')).toBe(0);
  });

  it('are opened from options, and from an address', () => {
    expect(countWith('redisOptions')).toBe(1);
    expect(countWith('redisConfig')).toBe(1);
    expect(countWith('host', '{ connection: { host } }')).toBe(1);
  });
});
