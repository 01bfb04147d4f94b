import { describe, expect, it } from 'vitest';
import { principles, type Principle } from '../../src/principles.js';

/** The decided list: `id tier` by seed. A change here is a change of the public presets. */
const decided: Record<Principle['seed'], string> = {
  '000': 'P011 critical, P012 high, P013 high, P014 high, P015 medium, P016 medium, P017 medium, P018 high, P066 high, P070 medium',
  '001': 'retry-with-backoff high, timeout-management high, agent-protocol medium, agent-roles medium, database-schema medium, migrations high, rest-endpoints medium, websocket medium, '
    + 'secrets critical, authentication high, input-validation high, structured-logging medium, metrics medium, correlation-ids medium, canary-deployment medium, zero-downtime high, '
    + 'cost-optimization medium, testing medium',
  '002': 'fault-tolerance medium, hexagonal-architecture high, service-specification medium, load-balancing medium, resource-management medium, performance-validation medium, caching medium',
  '003': 'async-messaging high, rate-limiting high, event-schema medium, event-sourcing medium, bounded-contexts high, aggregates medium, api-gateway medium, graphql medium, saga medium, sharding medium',
  '004': 'project-structure medium',
};

const entries = Object.entries<Principle>(principles);

describe('principles', () => {
  it('has the decided ids, tiers and seeds and no others', () => {
    const actual = Object.fromEntries(Object.keys(decided).map((seed) => [
      seed, entries.filter(([, principle]) => principle.seed === seed).map(([id, { tier }]) => `${id} ${tier}`).join(', '),
    ]));
    expect(actual).toEqual(decided);
    expect(entries).toHaveLength(46);
  });

  it.each(entries)('%s has a title and a reason of one or two sentences', (_id, { title, why }) => {
    expect(title).toMatch(/^[A-Z]\S/u);
    const sentences = why.match(/[^.]+\./gu) ?? [];
    expect(sentences.join('')).toBe(why);
    expect(sentences.length).toBeGreaterThanOrEqual(1);
    expect(sentences.length).toBeLessThanOrEqual(2);
  });

  it('gives every entry a reason and a title of its own', () => {
    expect(new Set(entries.map(([, { why }]) => why)).size).toBe(entries.length);
    expect(new Set(entries.map(([, { title }]) => title)).size).toBe(entries.length);
  });
});
