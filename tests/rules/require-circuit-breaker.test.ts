import rule from '../../src/rules/p017-circuit-breaker/require-circuit-breaker.js';
import { testRule } from '../helpers/rule-tester.js';

const url = `'https://api.example.com/users'`;

testRule(rule, {
  valid: {
    'a function that nobody serves with': `export const load = () => fetch(${url});`,
    'a breaker around the call': `import CircuitBreaker from 'opossum'; export class UserService { private breaker = new CircuitBreaker(() => fetch(${url})); load() { return this.breaker.fire(); } }`,
    'the function handed to a breaker': `import express from 'express'; import CircuitBreaker from 'opossum'; const app = express(); async function load() { return fetch(${url}); } const breaker = new CircuitBreaker(load); app.get('/', async (req, res) => { await load(); res.json(await breaker.fire()); });`,
    'the method handed to a breaker': `import CircuitBreaker from 'opossum'; export class UserService { private breaker = new CircuitBreaker(this.load.bind(this)); async load() { return fetch(${url}); } get() { return this.breaker.fire(); } }`,
    'a policy of cockatiel': `import { circuitBreaker, handleAll, ConsecutiveBreaker } from 'cockatiel'; const policy = circuitBreaker(handleAll, { halfOpenAfter: 1000, breaker: new ConsecutiveBreaker(5) }); export class UserService { load() { return policy.execute(() => fetch(${url})); } }`,
    'a composed policy': `import { circuitBreaker, handleAll, retry, wrap, ConsecutiveBreaker } from 'cockatiel'; const breaker = circuitBreaker(handleAll, { halfOpenAfter: 1000, breaker: new ConsecutiveBreaker(5) }); const policy = wrap(retry(handleAll, { maxAttempts: 2 }), breaker); export class UserService { load() { return policy.execute(() => fetch(${url})); } }`,
    'a policy that comes in': `import type { IPolicy } from 'cockatiel'; export class UserService { constructor(private policy: IPolicy) {} load() { return this.policy.execute(() => fetch(${url})); } }`,
    'a decorator': `export class UserService { @CircuitBreaker({ threshold: 5 }) load() { return fetch(${url}); } }\ndeclare const CircuitBreaker: any;`,
    'an own breaker': `import { breaker } from './breaker'; export class UserService { load() { return breaker.run(() => fetch(${url})); } }`,
    'a wrapper that the settings name': { code: `import { guarded } from './guard'; export class UserService { load() { return guarded(() => fetch(${url})); } }`, settings: { resilience: ['guarded'] } },
    'a client that comes in': `import type { AxiosInstance } from 'axios'; export class UserService { constructor(private api: AxiosInstance) {} load() { return this.api.get('/users'); } }`,
    'an instance handed to a breaker': `import axios from 'axios'; import { withBreaker } from './breaker'; const api = withBreaker(axios.create({ baseURL: 'https://a.example' })); export class UserService { load() { return api.get('/users'); } }`,
    'an SDK with retries and limits': `import Stripe from 'stripe'; const stripe = new Stripe('k'); export class PaymentService { pay() { return stripe.charges.create({ amount: 1, currency: 'eur' }); } }`,
    'a client with retries and a limit': `import ky from 'ky'; export class UserService { load() { return ky.get(${url}); } }`,
    'loopback': `export class UserService { load() { return fetch('http://localhost:3000/users'); } }`,
    'loopback as base URL': `import axios from 'axios'; const api = axios.create({ baseURL: 'http://127.0.0.1:3000' }); export class UserService { load() { return api.get('/users'); } }`,
    'a cluster host under a mesh': { code: `export class UserService { load() { return fetch('http://users:3000/users'); } }`, settings: { mesh: 'linkerd' } },
    'browser code': `'use client';\nexport class UserService { load() { return fetch(${url}); } }`,
    'relative URL': `export class UserService { load() { return fetch('/users'); } }`,
    'test file': { code: `export class UserService { load() { return fetch(${url}); } }`, filename: 'test/user-service.ts' },
    'script': { code: `export class UserService { load() { return fetch(${url}); } }`, filename: 'scripts/user-service.ts' },
    'a URL that comes in': `export class HookService { send(url: string) { return fetch(url, { method: 'POST' }); } }`,
    'a URL that the user gave': `import express from 'express'; const app = express(); app.post('/', async (req, res) => { res.json(await (await fetch(req.body.server + '/models')).json()); });`,
    'a URL of a row': `export class HookService { async send(id: string) { const hook = await this.hooks.find(id); return fetch(hook.url, { method: 'POST' }); } hooks: any; }`,
    'a call that nobody waits for': `export class UserService { load() { void fetch(${url}); fetch(${url}).catch(() => {}); } }`,
    'a class of another kind': `export class Loader { load() { return fetch(${url}); } }`,
    'a method called fetch': `export class UserService { constructor(private repo: any) {} load() { return this.repo.fetch('users'); } }`,
  },
  invalid: {
    'a method of a service': {
      code: `export class UserService { load() { return fetch(${url}); } }`,
      errors: [{ messageId: 'unguarded', data: { call: 'fetch()', target: '`api.example.com`' }, line: 1, column: 44 }],
    },
    'once per function': { code: `export class UserService { async load() { await fetch(${url}); await fetch('https://b.example'); } async save() { await fetch(${url}, { method: 'POST' }); } }`, errors: ['unguarded', 'unguarded'] },
    'a handler': { code: `import express from 'express'; const app = express(); app.get('/', async (req, res) => { res.json(await (await fetch(${url})).json()); });`, errors: ['unguarded'] },
    'a function that a handler calls': { code: `const express = require('express'); const axios = require('axios'); const app = express(); const load = (id) => axios.get('https://a.example/' + id); app.get('/:id', async (req, res) => { res.json((await load(req.params.id)).data); });`, language: 'js', sourceType: 'commonjs', errors: [{ messageId: 'unguarded', data: { call: 'axios.get()', target: '`a.example`' } }] },
    'an injectable class': { code: `import { Injectable } from '@nestjs/common'; import axios from 'axios'; @Injectable() export class Users { load(id: string) { return axios.get(process.env.USERS_URL + '/' + id); } }`, errors: [{ messageId: 'unguarded', data: { call: 'axios.get()', target: "`process.env.USERS_URL + '/' + id`" } }] },
    'a consumer': { code: `import { Worker } from 'bullmq'; new Worker('mail', async (job) => { await fetch(${url}, { method: 'POST', body: job.data }); });`, errors: ['unguarded'] },
    'a retry is no breaker': { code: `import pRetry from 'p-retry'; export class UserGateway { load() { return pRetry(() => fetch(${url})); } }`, errors: ['unguarded'] },
    'a chosen method, renamed': { code: `import http from 'axios'; export class UserClient { send(write: boolean) { return (write ? http.post : http.get)(process.env.USERS_URL!); } }`, errors: [{ messageId: 'unguarded', data: { call: '...()', target: '`process.env.USERS_URL!`' } }] },
    'an instance without one': { code: `import axios from 'axios'; const api = axios.create({ baseURL: 'https://a.example' }); export class UserAdapter { load() { return api.get('/users'); } }`, errors: [{ messageId: 'unguarded', data: { call: 'api.get()', target: '`a.example`' } }] },
    'a cluster host without a mesh': { code: `export class UserProvider { load() { return fetch('http://users:3000/users'); } }`, errors: [{ messageId: 'unguarded', data: { call: 'fetch()', target: '`users:3000`' } }] },
    'another host under a mesh': { code: `export class UserService { load() { return fetch(${url}); } }`, settings: { mesh: true }, errors: ['unguarded'] },
    'a client of gRPC': { code: `import { createClient } from '@connectrpc/connect'; import { createGrpcTransport } from '@connectrpc/connect-node'; import { Users } from './gen/users'; export class UserService { private users = createClient(Users, createGrpcTransport({ baseUrl: 'https://users.example' })); load(id: string) { return this.users.get({ id }); } }`, errors: ['unguarded'] },
    'a target nobody can name': { code: `export class UserService { load() { return fetch(process.env.USERS_SERVICE_BASE_URL_OF_THE_ENVIRONMENT_IN_USE!); } }`, errors: [{ messageId: 'unguarded', data: { call: 'fetch()', target: 'a remote service' } }] },
  },
});
