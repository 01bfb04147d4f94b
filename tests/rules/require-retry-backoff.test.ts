import { setHost } from '../../src/kit/host-slot.js';
import rule from '../../src/rules/retry-with-backoff/require-retry-backoff.js';
import { testRule } from '../helpers/rule-tester.js';

/** Projects whose package.json is told by the folder: `/old/` and `/new/` have BullMQ of that age, `/plain/` does not list it. */
setHost({
  resolve: () => undefined,
  read: () => undefined,
  manifest: (file) => {
    const name = /^\/(old|new|plain)\//u.exec(file)?.[1];
    const version = name === 'old' ? '^5.10.0' : name === 'new' ? '^5.76.3' : undefined;
    return name === undefined ? undefined : { directory: `/${name}`, dependencies: (version ? { bullmq: version } : {}) as Record<string, string> };
  },
});

const cjs = { language: 'js', sourceType: 'commonjs' } as const;
const spread = '(0.5 + Math.random() / 2)';
/** A loop of five tries around a fetch, with this after a failure. */
const tries = (failure: string, tried = 'return await fetch(url);') => `async function load(url) { for (let i = 0; i < 5; i++) { try { ${tried} } catch (error) { ${failure} } } }`;
const grow = (output: string) => [{ messageId: 'grow' as const, output }];
const bull = "import { Queue } from 'bullmq'; ";

testRule(rule, {
  valid: {
    'exponential': tries('await sleep(100 * 2 ** i);'),
    'exponential by Math.pow': tries('await sleep(Math.min(Math.pow(2, i) * 100, 5000));'),
    'exponential by a shift': tries('await sleep(100 << i);'),
    'linear': tries('await sleep(i * 100);'),
    'a variable that doubles': 'async function load(url) { let wait = 100; for (let i = 0; i < 5; i++) { try { return await fetch(url); } catch (error) { await sleep(wait); wait *= 2; } } }',
    'a variable that doubles up to a limit': 'async function load(url) { let wait = 100; for (let i = 0; i < 5; i++) { try { return await fetch(url); } catch (error) { await sleep(wait); wait = Math.min(wait * 2, 5000); } } }',
    'a variable computed before the wait': tries('const wait = base * 2 ** i; await sleep(wait);'),
    'options taken apart': 'async function load(fn, options) { const { retries, base } = { ...defaults, ...options }; for (let i = 0; i < retries; i++) { try { return await fn(); } catch { await sleep(base * 2 ** i); } } }',
    'a list of growing waits': `const waits = [100, 500, 2000]; ${tries('await sleep(waits[i]);')}`,
    'a list of waits as the loop': 'async function load(url) { for (const wait of [100, 500, 2000]) { try { return await fetch(url); } catch { await sleep(wait); } } }',
    'constant with jitter': tries('await sleep(1000 + Math.random() * 1000);'),
    'computed elsewhere': tries('await sleep(backoff.next());'),
    'computed by a function of the file': `const waitFor = (attempt) => 100 * 2 ** attempt; ${tries('await sleep(waitFor(i));')}`,
    'a function that waits longer': `async function backoff(attempt) { await new Promise((r) => setTimeout(r, 100 * 2 ** attempt)); } ${tries('await backoff(i);')}`,
    'what the server asks for': tries('await sleep(error.retryAfter * 1000);'),
    'what the server asks for in a header': tries('await sleep(Number(error.headers["retry-after"]) * 1000);'),
    'something else that is awaited': tries('await recover(error);'),
    'one retry': 'async function load(url) { for (let i = 0; i < 2; i++) { try { return await fetch(url); } catch (error) { await sleep(1000); } } }',
    'one retry, by a counter': 'async function load(url) { let n = 0; while (n < 2) { try { return await fetch(url); } catch (error) { n++; } } }',
    'a collision': 'async function create() { for (let i = 0; i < 5; i++) { try { return await api.post(nanoid()); } catch (error) { if (!isUniqueViolation(error)) throw error; } } }',
    'an id made up for each try': 'async function create() { for (let i = 0; i < 5; i++) { const id = randomUUID(); try { return await fetch("/" + id); } catch (error) { log(error); } } }',
    'a version that changed': tries('if (error.name !== "VersionError") throw error;'),
    'an answer that is parsed': tries('log(error);', 'const reply = await fetch(url); return JSON.parse(await reply.text());'),
    'a file of this machine': "import { rm } from 'node:fs/promises'; async function remove(path) { for (let i = 0; i < 5; i++) { try { return await rm(path); } catch (error) { await sleep(100); } } }",
    'a database': "import { PrismaClient } from '@prisma/client'; const prisma = new PrismaClient(); async function save(data) { for (let i = 0; i < 5; i++) { try { return await prisma.order.create({ data }); } catch (error) { log(error); } } }",
    'nobody knows what is tried, and nobody waits': 'async function load() { for (let i = 0; i < 5; i++) { try { return await work(); } catch (error) { log(error); } } }',
    'alternatives': 'async function load(hosts) { for (let i = 0; i < hosts.length; i++) { try { return await fetch(hosts[i]); } catch (error) { log(error); } } }',
    'alternatives of a list': 'async function load(hosts) { for (const host of hosts) { try { return await fetch(host); } catch (error) { await sleep(100); } } }',
    'a model after the other': 'async function ask(models) { for (let i = 0; i < models.length; i++) { const model = models[i]; try { return await fetch(model.url); } catch (error) { log(error); } } }',
    'items one after the other': 'async function all(urls) { for (let i = 0; i < urls.length; i++) { try { results.push(await fetch(urls[i])); } catch (error) { log(error); } } }',
    'a poll': 'async function poll(id) { for (let i = 0; i < 60; i++) { try { const job = await fetch(id); if (job.state === "done") return job; } catch (error) { log(error); } await sleep(1000); } }',
    'waiting until it is ready': 'async function waitForDb() { for (let i = 0; i < 30; i++) { try { await client.ping(); return; } catch { await sleep(1000); } } }',
    'a deadline': 'async function load(url) { while (Date.now() < end) { try { return await fetch(url); } catch { await sleep(100); } } }',
    'without an end': 'async function load(url) { while (true) { try { return await fetch(url); } catch { await sleep(100); } } }',
    'a script': { filename: 'scripts/load.ts', code: tries('await sleep(1000);') },
    'a component': `'use client'; ${tries('await sleep(1000);')}`,
    'a recursion that waits longer': 'async function load(url, n = 0) { try { return await fetch(url); } catch (error) { if (n > 5) throw error; await sleep(100 * 2 ** n); return load(url, n + 1); } }',
    'p-retry with jitter': "import pRetry from 'p-retry'; pRetry(load, { retries: 5, randomize: true });",
    'p-retry, one retry': "import pRetry from 'p-retry'; pRetry(load, { retries: 1 });",
    'p-retry, two retries': "import pRetry from 'p-retry'; pRetry(load, { retries: 2 });",
    'equal waits that are meant': "import { backOff } from 'exponential-backoff'; backOff(load, { numOfAttempts: 5, startingDelay: 100, timeMultiple: 1, maxDelay: 100 });",
    'a list of jobs that run by a schedule': `${bull} const queue = new Queue('report', { defaultJobOptions: { attempts: 5, backoff: { type: 'exponential', delay: 1000 } } }); queue.add('daily', {}, { repeat: { pattern: '0 3 * * *' } });`,
    'a hook that waits': "import pRetry from 'p-retry'; pRetry(load, { retries: 5, onFailedAttempt: async (error) => { await sleep(error.wait); } });",
    'a producer that tries again by itself': "import { Kafka } from 'kafkajs'; const producer = new Kafka({ brokers }).producer(); async function emit(message) { for (let i = 0; i < 5; i++) { try { return await producer.send(message); } catch (error) { log(error); } } }",
    'a poll by the name of its wait': 'async function result(id) { for (let i = 0; i < 60; i++) { await sleep(POLL_INTERVAL_MS); try { const found = await read(id); if (found) return found; } catch (error) { last = error; } } }',
    'bullmq, growing waits without jitter: its worker decides how many run at once': `${bull}new Queue('mail', { defaultJobOptions: { attempts: 5, backoff: { type: 'exponential', delay: 1000 } } });`,
    'p-retry, jitter not required': { options: { requireJitter: false }, code: "import pRetry from 'p-retry'; pRetry(load, { retries: 5 });" },
    'p-retry, options from elsewhere': "import pRetry from 'p-retry'; import { options } from './options'; pRetry(load, options);",
    'p-retry, options with a spread': "import pRetry from 'p-retry'; pRetry(load, { ...options });",
    'p-retry, jitter from elsewhere': "import pRetry from 'p-retry'; pRetry(load, { retries: 5, randomize: config.jitter });",
    'async-retry has jitter': "import retry from 'async-retry'; retry(load, { retries: 5 });",
    'axios-retry with a delay': "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retries: 3, retryDelay: axiosRetry.exponentialDelay });",
    'axios-retry with a named delay': "import axios from 'axios'; import axiosRetry, { exponentialDelay } from 'axios-retry'; axiosRetry(axios, { retryDelay: exponentialDelay });",
    'axios-retry with a linear delay': "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retryDelay: axiosRetry.linearDelay() });",
    'axios-retry with a function': "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retryDelay: (count) => count * 1000 });",
    'cockatiel': "import { retry, handleAll, ExponentialBackoff } from 'cockatiel'; retry(handleAll, { maxAttempts: 3, backoff: new ExponentialBackoff() });",
    'exponential-backoff with jitter': "import { backOff } from 'exponential-backoff'; backOff(load, { jitter: 'full' });",
    'ts-retry-promise': "import { retry } from 'ts-retry-promise'; retry(load, { backoff: 'EXPONENTIAL' });",
    'got': "import got from 'got'; got(url, { retry: { limit: 5 } }); got(url, { retry: 5 }); got(url);",
    'bullmq with jitter': `${bull} new Queue('mail', { connection, defaultJobOptions: { attempts: 5, backoff: { type: 'exponential', delay: 1000, jitter: 0.5 } } });`,
    'bullmq of a version without jitter': { filename: '/old/queue.ts', code: `${bull} new Queue('mail', { defaultJobOptions: { attempts: 5, backoff: { type: 'exponential', delay: 1000 } } });` },
    'bullmq that the package.json does not list': { filename: '/plain/queue.ts', code: `${bull} new Queue('mail', { defaultJobOptions: { attempts: 5, backoff: { type: 'exponential', delay: 1000 } } });` },
    'bullmq without retries': `${bull} new Queue('mail', { defaultJobOptions: { attempts: 1 } }); new Queue('sms', { connection });`,
    'bullmq, a strategy of its own': `${bull} new Queue('mail', { defaultJobOptions: { attempts: 5, backoff: { type: 'custom' } } });`,
    'a job whose queue has the backoff': `${bull} const queue = new Queue('mail', { defaultJobOptions: { backoff: { type: 'exponential', delay: 100, jitter: 1 } } }); queue.add('send', {}, { attempts: 5 });`,
    'a job of a queue out of sight': "import type { Queue } from 'bullmq'; export class Mailer { constructor(private queue: Queue) {} send() { return this.queue.add('send', {}, { attempts: 5 }); } }",
    'another package': "import { Queue } from './queue'; new Queue('mail', { defaultJobOptions: { attempts: 5 } });",
    'a test': { filename: 'load.test.ts', code: tries('await sleep(1000);') },
  },
  invalid: {
    'no wait': {
      code: 'async function load(url) {\n  for (let i = 0; i < 5; i++) {\n    try {\n      return await fetch(url);\n    } catch (error) {\n      if (i === 4) throw error;\n      console.warn(error);\n    }\n  }\n}\n',
      errors: [{ messageId: 'atOnce', data: { call: '`fetch()`' }, line: 2, column: 3, suggestions: grow(`async function load(url) {\n  for (let i = 0; i < 5; i++) {\n    try {\n      return await fetch(url);\n    } catch (error) {\n      if (i === 4) throw error;\n      console.warn(error);\n      await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** i * ${spread}));\n    }\n  }\n}\n`) }],
    },
    'no wait before continue': {
      code: 'async function load(url) {\n  for (let attempt = 1; attempt <= 5; attempt += 1) {\n    try {\n      return await fetch(url);\n    } catch (error) {\n      if (attempt < 5) {\n        continue;\n      }\n      throw error;\n    }\n  }\n}\n',
      errors: [{ messageId: 'atOnce', suggestions: grow(`async function load(url) {\n  for (let attempt = 1; attempt <= 5; attempt += 1) {\n    try {\n      return await fetch(url);\n    } catch (error) {\n      if (attempt < 5) {\n        await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** (attempt - 1) * ${spread}));\n        continue;\n      }\n      throw error;\n    }\n  }\n}\n`) }],
    },
    'a constant wait': {
      ...cjs,
      code: 'async function load(url) {\n  for (let i = 0; i < 5; i++) {\n    try {\n      return await axios.get(url);\n    } catch (error) {\n      await new Promise((resolve) => setTimeout(resolve, 1000));\n    }\n  }\n}\nmodule.exports = load;\n',
      errors: [{ messageId: 'constant', data: { call: '`axios.get()`' }, line: 6, suggestions: grow(`async function load(url) {\n  for (let i = 0; i < 5; i++) {\n    try {\n      return await axios.get(url);\n    } catch (error) {\n      await new Promise((resolve) => setTimeout(resolve, 1000 * 2 ** i * ${spread}));\n    }\n  }\n}\nmodule.exports = load;\n`) }],
    },
    'a wait of a named length': { code: `const WAIT = 5000; ${tries('await sleep(WAIT);')}`, errors: [{ messageId: 'constant', suggestions: 1 }] },
    'a wait that is an option': { code: 'async function withRetry(fn, { retries, delayMs }) { for (let n = 0; n < retries; n++) { try { return await fn(); } catch (error) { await sleep(delayMs); } } }', errors: [{ messageId: 'constant', suggestions: 1 }] },
    'a package that waits': { code: `import { setTimeout as pause } from 'node:timers/promises'; ${tries('await pause(1000);')}`, errors: [{ messageId: 'constant', suggestions: 1 }] },
    'a function of the file that waits': { code: `const nap = (ms) => new Promise((r) => setTimeout(r, ms)); ${tries('await nap(1000);')}`, errors: [{ messageId: 'constant', suggestions: 1 }] },
    'a counter that runs down': { code: 'async function start() { let retries = 5; while (retries > 0) { try { return await amqp.connect(url); } catch (error) { retries -= 1; if (retries === 0) process.exit(1); await sleep(5000); } } }', errors: ['constant'] },
    'a wait after the try': { code: 'async function load(url) { let n = 0; while (n < 10) { try { return await fetch(url); } catch (error) { log(error); } n++; await sleep(1000); } }', errors: ['constant'] },
    'equal waits in a list': { code: `const waits = [1000, 1000, 1000]; ${tries('await sleep(waits[i]);')}`, errors: [{ messageId: 'constant', suggestions: 1 }] },
    'what the caller hands in, in a function that retries': { code: 'export async function retry(fn) { for (let i = 0; i < 3; i++) { try { return await fn(); } catch (error) { if (i === 2) throw error; } } }', errors: [{ messageId: 'atOnce', data: { call: '`fn()`' }, suggestions: 1 }] },
    'a recursion that counts': { code: 'async function load(url, n = 5) { try { return await fetch(url); } catch (error) { if (n === 0) throw error; await sleep(1000); return load(url, n - 1); } }', errors: ['constant'] },
    'a timer that counts': { code: 'class A { async start() { try { await this.register(); } catch { if (this.tries++ < 10) setTimeout(() => this.start(), 1000); } } }', errors: ['constant'] },
    'p-retry': {
      code: "import pRetry from 'p-retry'; pRetry(load, { retries: 5 });",
      output: "import pRetry from 'p-retry'; pRetry(load, { retries: 5, randomize: true });",
      errors: [{ messageId: 'policyJitter', data: { call: '`pRetry()`' } }],
    },
    'p-retry without options': {
      code: "import pRetry from 'p-retry'; pRetry(load);",
      errors: [{ messageId: 'policyJitter', suggestions: grow("import pRetry from 'p-retry'; pRetry(load, { randomize: true });") }],
    },
    'p-retry, jitter switched off': {
      code: "import again from 'p-retry'; again(load, { randomize: false });",
      output: "import again from 'p-retry'; again(load, { randomize: true });",
      errors: ['policyJitter'],
    },
    'p-retry, equal waits': {
      code: "import pRetry from 'p-retry'; pRetry(load, { retries: 5, factor: 1 });",
      output: "import pRetry from 'p-retry'; pRetry(load, { retries: 5, factor: 2, randomize: true });",
      errors: ['policyConstant'],
    },
    'p-retry, equal waits, jitter not required': {
      options: { requireJitter: false },
      code: "import pRetry from 'p-retry'; pRetry(load, { factor: 1, randomize: false });",
      output: "import pRetry from 'p-retry'; pRetry(load, { factor: 2, randomize: true });",
      errors: ['policyConstant'],
    },
    'async-retry in CommonJS': { ...cjs, code: "const retry = require('async-retry'); retry(load, { randomize: false });", output: "const retry = require('async-retry'); retry(load, { randomize: true });", errors: ['policyJitter'] },
    'promise-retry': { ...cjs, code: "const promiseRetry = require('promise-retry'); promiseRetry({ retries: 5 }, load);", output: "const promiseRetry = require('promise-retry'); promiseRetry({ retries: 5, randomize: true }, load);", errors: ['policyJitter'] },
    'exponential-backoff': { code: 'import { backOff } from "exponential-backoff"; backOff(load, { numOfAttempts: 5 });', output: 'import { backOff } from "exponential-backoff"; backOff(load, { numOfAttempts: 5, jitter: "full" });', errors: ['policyJitter'] },
    'ts-retry-promise': { code: "import { retry } from 'ts-retry-promise'; retry(load, { retries: 5 });", output: "import { retry } from 'ts-retry-promise'; retry(load, { retries: 5, backoff: 'EXPONENTIAL' });", errors: ['policyConstant'] },
    'axios-retry': { code: "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retries: 3 });", output: "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retries: 3, retryDelay: axiosRetry.exponentialDelay });", errors: [{ messageId: 'policyAtOnce', data: { call: '`axiosRetry()`' } }] },
    'axios-retry with equal waits': { code: "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retryDelay: () => 1000 });", output: "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retryDelay: axiosRetry.exponentialDelay });", errors: ['policyConstant'] },
    'axios-retry without options': { code: "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios);", errors: [{ messageId: 'policyAtOnce', suggestions: grow("import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retryDelay: axiosRetry.exponentialDelay });") }] },
    'cockatiel': { code: "import { retry, handleAll } from 'cockatiel'; retry(handleAll, { maxAttempts: 3 });", errors: ['policyAtOnce'] },
    'cockatiel with equal waits': { code: "import { retry, handleAll, ConstantBackoff } from 'cockatiel'; retry(handleAll, { maxAttempts: 3, backoff: new ConstantBackoff(50) });", errors: ['policyConstant'] },
    'got with equal waits': { code: "import got from 'got'; got(url, { retry: { limit: 5, calculateDelay: () => 1000 } });", errors: ['policyConstant'] },
    'bullmq with equal waits': {
      filename: '/new/queue.ts',
      code: `${bull}new Queue('mail', { defaultJobOptions: { attempts: 5, backoff: { type: 'fixed', delay: 2000 } } });`,
      output: `${bull}new Queue('mail', { defaultJobOptions: { attempts: 5, backoff: { type: 'exponential', delay: 2000, jitter: 0.5 } } });`,
      errors: ['policyConstant'],
    },
    'bullmq with milliseconds': {
      filename: '/old/queue.ts',
      code: `${bull}const queue = new Queue('mail'); queue.add('send', {}, { attempts: 5, backoff: 3000 });`,
      output: `${bull}const queue = new Queue('mail'); queue.add('send', {}, { attempts: 5, backoff: { type: 'exponential', delay: 3000 } });`,
      errors: ['policyConstant'],
    },
    'bullmq without backoff': {
      code: `${bull}new Queue('mail', { defaultJobOptions: { attempts: 3 } });`,
      output: `${bull}new Queue('mail', { defaultJobOptions: { attempts: 3, backoff: { type: 'exponential', delay: 1000, jitter: 0.5 } } });`,
      errors: ['policyAtOnce'],
    },
    'a job whose queue has no backoff either': {
      code: `${bull}const queue = new Queue('mail', { connection }); queue.add('send', {}, { attempts: 5 });`,
      output: `${bull}const queue = new Queue('mail', { connection }); queue.add('send', {}, { attempts: 5, backoff: { type: 'exponential', delay: 1000, jitter: 0.5 } });`,
      errors: ['policyAtOnce'],
    },
    'bull': { ...cjs, code: "const Queue = require('bull'); const queue = new Queue('mail'); queue.add({}, { attempts: 5, backoff: { type: 'fixed', delay: 1000 } });", output: "const Queue = require('bull'); const queue = new Queue('mail'); queue.add({}, { attempts: 5, backoff: { type: 'exponential', delay: 1000 } });", errors: ['policyConstant'] },
    'NestJS': { code: "import { BullModule } from '@nestjs/bullmq'; BullModule.registerQueue({ name: 'mail', defaultJobOptions: { attempts: 5, backoff: 1000 } });", output: "import { BullModule } from '@nestjs/bullmq'; BullModule.registerQueue({ name: 'mail', defaultJobOptions: { attempts: 5, backoff: { type: 'exponential', delay: 1000 } } });", errors: ['policyConstant'] },
    'options in a constant of the file': { code: "import pRetry from 'p-retry'; const options = { retries: 5 }; pRetry(load, options);", errors: ['policyJitter'] },
  },
});
