import { describe, expect, it } from 'vitest';
import { repeated } from '../../tools/robust/repeat.js';
import { sourceOf } from '../helpers/source.js';

const code = `// Orders.
import { pool } from './pool.js';
const table = 'orders', path = '/orders';
export async function find({ id }: { id: string }) {
  return pool.query(table, { id, table });
}
export { path as route };
export default class Orders {}
`;

describe('repeating a program', () => {
  it('gives each copy names of its own', () => {
    expect(repeated(sourceOf(code), 2, { apart: 'renamed' })).toBe(`// Orders.
import { pool } from './pool.js';
const table = 'orders', path = '/orders';
export async function find({ id }: { id: string }) {
  return pool.query(table, { id, table });
}
export { path as route };
export default class Orders {}

const tableB = 'orders', pathB = '/orders';
export async function findB({ id }: { id: string }) {
  return pool.query(tableB, { id, table: tableB });
}
export { pathB as routeB };
export class OrdersB {}
`);
  });

  it('makes paths and environment variables differ', () => {
    const text = repeated(sourceOf(`export const url = process.env.ORDERS_URL + '/orders';\n`), 2, { apart: 'renamed', varied: true });
    expect(text).toContain(`export const urlB = process.env.ORDERS_URL_B + '/orders/b';`);
  });

  it('puts copies into blocks and functions, without exports', () => {
    const source = sourceOf(`import a from 'a';\nexport const b = await a();\n`);
    expect(repeated(source, 2, { apart: 'block' })).toBe(`import a from 'a';\n{\nconst b = await a();\n}\n\n{\nconst b = await a();\n}\n`);
    expect(repeated(source, 2, { apart: 'function' })).toBe(`import a from 'a';\nexport async function partA() {\nconst b = await a();\n}\n\nexport async function partB() {\nconst b = await a();\n}\n`);
  });

  it('gives nothing where there is nothing to repeat', () => {
    expect(repeated(sourceOf(`'use strict';\nimport 'a';\nexport * from 'b';\n`), 2, { apart: 'renamed' })).toBeUndefined();
  });
});
