import { describe, expect, it } from 'vitest';
import { handlerOf, reachedFromHandlers } from '../../src/analysis/handlers.js';
import { functionName } from '../../src/analysis/syntax.js';
import { nodeOf, sourceOf } from '../helpers/source.js';

/** The name of the handler that runs the call `mark()` directly or in a callback. */
function runner(code: string): string | undefined {
  const source = sourceOf(code);
  return handlerOf(source, nodeOf(source, 'CallExpression', 'mark()'))?.name;
}

/** `helper <- first handler: path` of every function that handlers reach. */
function reached(code: string): string[] {
  const source = sourceOf(code);
  return [...reachedFromHandlers(source)].map(([fn, { handler, path }]) => `${functionName(fn) ?? '?'} <- ${[handler.name, ...path.map((step) => functionName(step) ?? '?')].join(' -> ')}`);
}

const head = "import express from 'express'; const app = express();\n";

describe('the handler that runs a node', () => {
  it.each([
    ["app.get('/a', (req, res) => { mark(); });", 'the `GET /a` handler'],
    ["app.get('/a', (req, res) => { items.map((item) => { mark(); }); });", 'the `GET /a` handler'],
    ["app.get('/a', (req, res) => { new Promise((resolve) => { setTimeout(() => { mark(); }, 1); }); });", 'the `GET /a` handler'],
    ["app.get('/a', (req, res) => { (() => { mark(); })(); });", 'the `GET /a` handler'],
    ["app.get('/a', (req, res) => { stream({ onEnd() { mark(); } }); });", 'the `GET /a` handler'],
    ["app.get('/a', (req, res) => { req.on('end', () => { mark(); }); });", 'the `GET /a` handler'],
    ["app.use((req, res, next) => { app.get('/b', function inner(req, res) { mark(); }); });", '`inner`'],
  ])('%s', (code, name) => {
    expect(runner(head + code)).toBe(name);
  });

  it.each([
    "mark(); app.get('/a', (req, res) => {});",
    "function start() { mark(); } start(); app.get('/a', (req, res) => {});",
    "app.listen(1, () => { mark(); });",
    "app.get('/a', load(() => 1), function (req, res) {}); const later = () => { mark(); };",
    "app.get('/a', (req, res) => { const later = () => { mark(); }; });",
    "app.get('/a', (req, res) => { socket.on('message', () => { mark(); }); });",
    "app.get('/a', (req, res) => { this.ws.once('close', () => { mark(); }); });",
    "app.get('/a', (req, res) => { class A { run() { mark(); } } });",
  ])('is nobody in: %s', (code) => {
    expect(runner(head + code)).toBeUndefined();
  });
});

describe('functions that handlers reach', () => {
  it('are those they call, directly, through others and in callbacks', () => {
    expect(reached(`${head}
      app.get('/a', (req, res) => { first(); [1].forEach(() => second()); });
      function first() { third(); }
      const second = () => third();
      function third() { first(); }
      function unused() { alone(); }
      function alone() {}
      alone();
    `)).toEqual([
      'first <- the `GET /a` handler -> first', 'second <- the `GET /a` handler -> second', 'third <- the `GET /a` handler -> first -> third',
    ]);
  });

  it('are those handed on by name', () => {
    expect(reached(`${head} app.get('/a', list); function list(req, res) { res.json(rows.map(toDto)); } const toDto = (row) => clean(row); function clean(row) {}`))
      .toEqual(['toDto <- `list` -> toDto', 'clean <- `list` -> toDto -> clean']);
  });

  it('are methods of classes of the file, through `this` and fields', () => {
    expect(reached(`
      import { Controller, Get } from '@nestjs/common';
      class Hasher { hash(text: string) { return this.salt() + text; } private salt() { return ''; } }
      class UserService { private readonly hasher = new Hasher(); save(name: string) { return this.hasher.hash(name); } }
      @Controller() class Users { constructor(private readonly users: UserService) {} @Get() list() { return this.one(); } one() { return this.users.save('a'); } }
    `)).toEqual([
      'one <- `Users.list` -> one', 'save <- `Users.list` -> one -> save', 'hash <- `Users.list` -> one -> save -> hash', 'salt <- `Users.list` -> one -> save -> hash -> salt',
    ]);
  });

  it('are not what runs only until a value is there', () => {
    expect(reached(`${head}
      let template; let ready = false;
      app.get('/a', (req, res) => { template ??= load(); if (!ready) prepare(); res.send(template); });
      function load() {} function prepare() { ready = true; }
    `)).toEqual([]);
  });

  it('are not handlers themselves, nor anything in a file without handlers', () => {
    expect(reached(`${head} app.get('/a', a); app.get('/b', b); function a(req, res) { b(req, res); } function b(req, res) {}`)).toEqual([]);
    expect(reached('function a() { b(); } function b() {} a();')).toEqual([]);
  });
});
