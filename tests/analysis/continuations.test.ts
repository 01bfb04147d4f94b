import { describe, expect, it } from 'vitest';
import { everyCallOf, mayReturnPromise } from '../../src/analysis/continuations.js';
import { handlers } from '../../src/analysis/handlers.js';
import { isFunction } from '../../src/analysis/syntax.js';
import { nodeOf, sourceOf } from '../helpers/source.js';

describe('whether a handler may return a promise', () => {
  const allowed = (code: string) => {
    const source = sourceOf(`import Fastify from 'fastify'; import express from 'express'; const app = Fastify(); ${code}`);
    return handlers(source).map((handler) => mayReturnPromise(source, handler));
  };

  it.each([
    ["app.get('/', (request, reply) => { reply.send(1); });", true],
    ["app.get('/', (request) => 1);", true],
    ["app.get('/', (request, reply) => { save(() => reply.send(1)); });", false],
    ["app.addHook('onRequest', (request, reply, done) => { done(); });", false],
    ["express().get('/', (req, res) => { res.send(1); });", false],
  ])('%s', (code, expected) => {
    expect(allowed(code)).toEqual([expected]);
  });
});

describe('all calls of a function', () => {
  const count = (code: string) => {
    const source = sourceOf(code);
    const marked = nodeOf(source, 'BlockStatement', 'MARK').parent;
    if (!isFunction(marked)) throw new Error('no function is marked');
    return everyCallOf(source, marked)?.length;
  };

  it.each([
    ['function f() { MARK; } f(); function g() { return f() + 1; }', 2],
    ['const f = () => { MARK; }; f();', 1],
    ['function f() { MARK; f(); }', 1],
    ['export function f() { MARK; } f();', undefined],
    ['function f() { MARK; } f(); export { f };', undefined],
    ['function f() { MARK; } f(); items.map(f);', undefined],
    ['function f() { MARK; }', undefined],
    ['class A { f() { MARK; } g() { this.f(); } }', undefined],
    ['let f = () => { MARK; }; f = other; f();', undefined],
  ])('%s', (code, expected) => {
    expect(count(code)).toBe(expected);
  });
});
