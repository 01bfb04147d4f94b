import { describe, expect, it } from 'vitest';
import { judge, type Run, type Speed } from '../../tools/robust/speeds.js';

/** A run that gives `again` when it is repeated. */
function run(place: string, speed: Partial<Speed>, again: Partial<Speed> = speed): Run {
  const usual = { perKilobyte: 1, ofParsing: 0.1, opened: true };
  return { place, ...usual, ...speed, again: () => Promise.resolve({ ...usual, ...speed, ...again }) };
}

const usual = Array.from({ length: 9 }, (_, index) => run(`usual ${index}`, {}));
const shut = Array.from({ length: 11 }, (_, index) => run(`shut ${index}`, { opened: false, perKilobyte: 0.01 }));

describe('judging how long files took', () => {
  it('takes the median of all, and of those that a rule looked at', async () => {
    const verdict = await judge([...usual, ...shut]);
    expect(verdict).toMatchObject({ median: 0.01, medianOpened: 1, opened: 9, aboveOpened: [], aboveParsing: [] });
    expect(verdict.aboveAll).toHaveLength(9);
  });

  it('names what is far above the median, the worst first', async () => {
    const { aboveOpened } = await judge([...usual, run('slow', { perKilobyte: 11 }), run('slower', { perKilobyte: 20 })]);
    expect(aboveOpened).toEqual([{ place: 'slower', times: 20 }, { place: 'slow', times: 11 }]);
  });

  it('names what takes longer than parsing, however short that is', async () => {
    expect((await judge([...usual, run('long', { ofParsing: 1.5 })])).aboveParsing).toEqual([{ place: 'long', times: 1.5 }]);
  });

  it('believes the second time', async () => {
    const verdict = await judge([...usual, run('paused', { perKilobyte: 50, ofParsing: 3 }, { perKilobyte: 1, ofParsing: 0.1 })]);
    expect(verdict).toMatchObject({ aboveAll: [], aboveOpened: [], aboveParsing: [] });
  });

  it('has nothing to say of nothing', async () => {
    expect(await judge([])).toMatchObject({ median: 0, opened: 0, aboveAll: [] });
  });
});
