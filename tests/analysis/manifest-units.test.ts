import { describe, expect, it } from 'vitest';
import { durationOf, durationText } from '../../src/analysis/manifests/durations.js';
import { quantityOf } from '../../src/analysis/manifests/quantities.js';

describe('durationOf', () => {
  it.each([['5s', 5000], ['1m30s', 90_000], ['250ms', 250], ['0.5s', 500], ['1h', 3_600_000], ['0s', 0], ['0', 0], ['100us', 0.1]])('reads %s', (text, milliseconds) => {
    expect(durationOf(text)).toBeCloseTo(milliseconds, 6);
  });

  it.each(['', '5', '5 s', 's', 'soon', '-1s', '1d', undefined])('does not read %s', (text) => {
    expect(durationOf(text)).toBeUndefined();
  });

  it('writes what it reads', () => {
    expect([durationText(2500), durationText(90_000)]).toEqual(['2500ms', '90s']);
  });
});

describe('quantityOf', () => {
  it.each([['100m', 0.1], ['2', 2], ['0.5', 0.5], ['1Gi', 2 ** 30], ['512M', 512e6], ['64Mi', 64 * 2 ** 20], ['1e3', 1000], ['.5', 0.5], ['1k', 1000], ['0', 0], ['3E', 3e18]])('reads %s', (text, number) => {
    expect(quantityOf(text)).toBeCloseTo(number, 6);
  });

  it.each(['', 'Gi', '1GB', '1 Gi', 'lots', '1K', undefined])('does not read %s', (text) => {
    expect(quantityOf(text)).toBeUndefined();
  });
});
