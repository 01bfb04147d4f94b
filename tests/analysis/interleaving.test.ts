import { describe, expect, it } from 'vitest';
import { usesOf } from '../../src/analysis/facts.js';
import { mayInterleave } from '../../src/analysis/interleaving.js';
import { sourceOf } from '../helpers/source.js';

/** For each blocking call of `code`, in order, whether awaiting it would let others come in between. */
function interleaving(code: string): boolean[] {
  const source = sourceOf(`import fs from 'node:fs'; ${code}`);
  const uses = usesOf(source, 'blocking');
  return uses.map((use) => mayInterleave(source, use, uses));
}

describe('file calls between which others must not come', () => {
  it.each([
    ['const save = (file) => { const x = fs.readFileSync(file); fs.writeFileSync(file, x); };', [true, true]],
    ['const read = (file) => fs.readFileSync(file); const write = (file, x) => fs.writeFileSync(file, x);', [true, true]],
    ["const write = (x) => fs.writeFileSync('last.json', x);", [true]],
    ["const file = path.join(dir, 'last.json'); const write = (x) => fs.writeFileSync(file, x);", [true]],
    ["const write = (x) => { const file = 'a' + 'b'; fs.writeFileSync(file, x); };", [true]],
    ['const read = (file) => fs.readFileSync(file);', [false]],
    ['const copy = (a, b) => { fs.writeFileSync(b, fs.readFileSync(a)); };', [false, false]],
    ['const write = (req) => fs.writeFileSync(`${dir}/${req.id}.json`, req.body);', [false]],
    ['const write = (req) => { const file = dir + req.id; fs.writeFileSync(file, req.body); };', [false]],
    ['class Log { write(x) { fs.writeFileSync(this.file, x); } }', [false]],
    ["const log = (x) => fs.appendFileSync('all.log', x);", [false]],
    ["const check = (file) => { if (fs.existsSync(file)) fs.unlinkSync(file); };", [false, false]],
  ])('%s', (code, expected) => {
    expect(interleaving(code)).toEqual(expected);
  });
});
