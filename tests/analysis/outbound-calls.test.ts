import { afterEach, describe, expect, it } from 'vitest';
import { outboundCalls, outboundCallsOfPackages } from '../../src/analysis/outbound-calls.js';
import { nodeHost } from '../../src/node/host.js';
import { projectOf, type Project } from '../helpers/project.js';
import { hostWith } from '../helpers/handlers.js';
import { sourceOf, type SourceOptions } from '../helpers/source.js';
import * as tsParser from '@typescript-eslint/parser';

/** The calls of `code`, one line each: kind, callee, host or path, what the instance is known by. */
function callsIn(code: string, options?: SourceOptions): string[] {
  const source = sourceOf(code, options);
  return outboundCalls(source).map(({ kind, use, target, client, hidden, options: given }) => [
    kind, use.known.path, target.host ?? target.path ?? '?', client ? client.use.known.path : hidden ? 'hidden' : 'package', typeof given === 'object' ? 'options' : given,
  ].join(' '));
}

const url = `'https://a.example/x'`;

describe('outboundCalls', () => {
  it.each([
    [`fetch(${url})`, 'http fetch a.example package absent'],
    [`fetch(${url}, { method: 'POST' })`, 'http fetch a.example package options'],
    [`fetch(${url}, ...rest)`, 'http fetch a.example package unknown'],
    [`import axios from 'axios'; axios.get(${url}, config)`, 'http axios.get a.example package options'],
    [`import axios from 'axios'; axios({ url: ${url} })`, 'http axios a.example package options'],
    [`const { get } = require('axios'); get(${url})`, 'http axios.get a.example package absent'],
    [`import axios from 'axios'; const api = axios.create({ baseURL: 'https://b.example' }); api.get('/x')`, 'http axios.create().get b.example axios.create absent'],
    [`import type { AxiosInstance } from 'axios'; function f(api: AxiosInstance) { return api.get('/x'); }`, 'http axios.AxiosInstance.get /x hidden absent'],
    [`import type { AxiosInstance } from 'axios'; import axios from 'axios'; class A { api: AxiosInstance; constructor() { this.api = axios.create({ baseURL: 'https://b.example' }); } f() { return this.api.get('/x'); } }`, 'http axios.AxiosInstance.get b.example axios.create absent'],
    [`import axios from 'axios'; (write ? axios.post : axios.get)(${url})`, 'http axios.post a.example package absent'],
    [`import got from 'got'; const a = got.extend({ prefixUrl: 'https://b.example' }); const b = a.extend({}); b.get('x')`, 'http got.extend().extend().get b.example got.extend().extend absent'],
    [`import { get } from 'node:https'; get(${url}, (res) => res.resume())`, 'http node:http.get a.example package absent'],
    [`import { createClient } from '@connectrpc/connect'; import { createGrpcTransport } from '@connectrpc/connect-node'; const c = createClient(S, createGrpcTransport({ baseUrl: 'https://b.example' })); c.say({})`,
      'rpc @connectrpc/connect.createClient().say b.example @connectrpc/connect.createClient absent'],
  ])('%s', (code, expected) => expect(callsIn(code)).toEqual([expected]));

  it.each([
    `fetch('/api/users')`,
    `'use client'; fetch(${url})`,
    `document.title = 'a'; window.alert(1); fetch(${url})`,
    `function f(fetch) { return fetch(${url}); }`,
    `import { fetch } from './net'; fetch(${url})`,
    `class A { fetch() {} f() { return this.fetch(${url}); } }`,
  ])('leaves out: %s', (code) => expect(callsIn(code)).toEqual([]));

  it('keeps server code that drives a page', () => {
    expect(callsIn(`import express from 'express'; fetch(${url}); page.evaluate(() => document.title);`)).toHaveLength(1);
  });

  it('says where nobody can tell whether a browser runs it', () => {
    const platform = (code: string, filename: string) => {
      const source = sourceOf(code, { filename, context: { host: hostWith({ react: '19.0.0' }) } });
      return outboundCalls(source).map((call) => call.platform);
    };
    expect(platform(`export const f = () => fetch(${url})`, 'src/lib/api.ts')).toEqual(['unknown']);
    expect(platform(`export const f = () => fetch(${url})`, 'src/server/api.ts')).toEqual(['server']);
    expect(platform(`import fs from 'node:fs'; export const f = () => fetch(${url})`, 'src/lib/api.ts')).toEqual(['server']);
    expect(platform(`export const f = () => fetch(${url})`, 'src/components/api.ts')).toEqual([]);
  });
});

describe('an instance of another file', () => {
  let project: Project | undefined;
  afterEach(() => project?.remove());

  it('is known with its construction', () => {
    project = projectOf({ 'package.json': {}, 'src/api.ts': `import axios from 'axios'; export const api = axios.create({ baseURL: 'https://b.example', timeout: 100 });`, 'src/users.ts': '' });
    const context = { filename: project.path('src/users.ts'), cwd: project.root, host: nodeHost(), parser: tsParser };
    const source = sourceOf(`import { api } from './api'; export const f = () => api.get('/users');`, { context });
    expect(outboundCallsOfPackages(source)).toEqual([]);
    const [call] = outboundCalls(source);
    expect(call).toMatchObject({ target: { host: 'b.example', path: '/users' }, hidden: false });
    expect(call?.client?.source).not.toBe(source);
  });
});
