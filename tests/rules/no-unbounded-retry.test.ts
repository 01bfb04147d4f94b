import { testRule } from '../helpers/rule-tester.js';
import rule from '../../src/rules/p017-circuit-breaker/no-unbounded-retry.js';

const cjs = { language: 'js', sourceType: 'commonjs' } as const;
const js = { language: 'js' } as const;

/** A loop with this head around a fetch. */
const loop = (head: string, failure = '', after = '') => `async function load() { ${head} { try { return await fetch(url); } catch (error) { ${failure} } ${after} } }`;
const bound = (output: string) => [{ messageId: 'bound' as const, data: { attempts: 5 }, output }];
const spread = '(0.5 + Math.random() / 2)';

testRule(rule, {
  valid: {
    'a counter in the head': loop('for (let i = 0; i < 5; i++)'),
    'a counter in the test': loop('let n = 0; while (n < 5)', 'n += 1;'),
    'a counter that runs down': loop('let left = 5; while (left--)'),
    'a counter in the catch': loop('let n = 0; while (true)', 'if (++n > 5) throw error;'),
    'a member that counts': 'class A { tries = 0; async load() { while (true) { try { return await fetch(url); } catch (e) { this.tries++; if (this.tries > 3) throw e; } } } }',
    'a list of errors that counts': loop('const errors = []; while (true)', 'errors.push(error); if (errors.length > 3) throw error;'),
    'a deadline in the test': loop('const end = Date.now() + 1000; while (Date.now() < end)'),
    'a deadline in the catch': loop('while (true)', 'if (performance.now() > deadline) throw error;'),
    'an abort signal': loop('while (!signal.aborted)'),
    'a signal that throws': loop('while (true)', 'if (options.signal?.aborted) throw error;'),
    'a stop flag': 'class A { async run() { while (!this.stopped) { try { return await fetch(url); } catch {} } } }',
    'a decision nobody can see into': loop('while (true)', 'if (!policy.again()) throw error;'),
    'an error that is always let through': loop('while (true)', 'throw error;'),
    'delays that run out': loop('let n = 0; while (true)', 'const wait = delays[n++]; if (wait === undefined) throw error; await sleep(wait);'),
    'a consumer': 'async function run() { while (true) { try { const message = await queue.receive(); await handle(message); } catch (error) { console.error(error); } } }',
    'a consumer that gives the message back': 'async function next() { for (;;) { try { return await redis.blpop("jobs", 0); } catch (error) { await sleep(1000); } } }',
    'a stream that is read': 'async function run() { while (true) { try { for await (const event of stream) await handle(event); } catch (error) { log(error); } } }',
    'a poll with a state': 'async function wait() { while (true) { try { const job = await getJob(id); if (job.state === "done") return job; } catch (error) {} await sleep(1000); } }',
    'a monitor': 'async function watch() { while (true) { try { await check(); } catch (error) { alert(error); } await sleep(60000); } }',
    'a monitor that sets its own timer': 'async function beat() { try { await ping(); setTimeout(beat, 1000); } catch { setTimeout(beat, 1000); } }',
    'a monitor by its name': 'async function heartbeat() { try { await send(); } catch { setTimeout(heartbeat, 5000); } }',
    'a timer of a minute': 'async function lists() { try { await fetch(url); } catch { setTimeout(lists, 60_000); } }',
    'a listener that starts over': 'async function open() { try { const s = await dial(); s.on("close", open); } catch { setTimeout(open, 1000); } }',
    'pages': 'async function all() { let cursor; while (true) { try { const page = await get(cursor); items.push(...page.items); cursor = page.next; if (!cursor) return items; } catch (error) { log(error); } } }',
    'a walk up the folders': 'async function find() { let at = start; while (true) { try { return await realpath(at); } catch (error) { at = dirname(at); } } }',
    'the next host': 'async function load() { let host = hosts[0]; while (true) { try { return await fetch(host); } catch (error) { host = hosts[(index += 1) % hosts.length]; } } }',
    'a queue that is drained': 'async function drain() { while (queue.length > 0) { const job = queue.shift(); try { await job(); } catch (error) { log(error); } } }',
    'a generator': 'async function* read() { while (true) { try { yield await fetch(url); return; } catch (error) { log(error); } } }',
    'a compiled generator': { ...js, code: 'function run(_a) { while (_) try { if (f = 1, y) return t; switch (op[0]) { case 0: t = op; break; } } catch (e) { op = [6, e]; } finally { f = t = 0; } }' },
    'an id that is made up until it is free': 'async function create() { while (true) { try { return await db.insert({ id: nanoid() }); } catch (error) { if (error.code !== "23505") throw error; } } }',
    'a person who is asked again': 'async function ask() { try { return parse(await rl.question("?")); } catch { return ask(); } }',
    'a refreshed token': 'async function call(path) { try { return await get(path); } catch (error) { await refreshToken(); return call(path); } }',
    'recursion with a counter': 'async function load(url, tries = 3) { try { return await fetch(url); } catch (error) { if (tries === 0) throw error; return load(url, tries - 1); } }',
    'recursion with a counting argument only': 'async function load(url, n) { try { return await fetch(url); } catch { return load(url, n + 1); } }',
    'recursion with another input': 'async function load(url) { try { return await fetch(url); } catch { return load(mirror); } }',
    'recursion with a counting member': 'class A { async connect() { try { await dial(); } catch { if (this.attempts++ < 5) setTimeout(() => this.connect(), 1000); } } }',
    'a walk over a tree': 'async function walk(node) { try { await visit(node); } catch { for (const child of node.children) await walk(child); } }',
    'a listener set up in a catch': 'async function start() { try { await run(); } catch { button.on("click", () => start()); } }',
    'a connection that is kept up': 'async function resubscribe() { let result; do { try { await sleep(1000); result = await subscribe(); } catch (error) { console.error(error); } } while (!result); }',
    'p-retry': "import pRetry from 'p-retry'; await pRetry(load, { retries: 5 });",
    'p-retry without options': "import pRetry from 'p-retry'; await pRetry(load);",
    'p-retry with a signal': "import pRetry from 'p-retry'; await pRetry(load, { retries: Infinity, signal });",
    'options from elsewhere': "import pRetry from 'p-retry'; import { options } from './options'; await pRetry(load, options);",
    'options with a spread': "import pRetry from 'p-retry'; await pRetry(load, { ...options });",
    'forever that depends': "import retry from 'async-retry'; await retry(load, { forever: config.forever });",
    'cockatiel with a limit': "import { retry, handleAll } from 'cockatiel'; retry(handleAll, { maxAttempts: 3 });",
    'a function called retry': "import { retry } from './retry'; retry(load, { forever: true });",
    'a reconnection strategy': "import Redis from 'ioredis'; export const redis = new Redis({ retryStrategy: (times) => Math.min(times * 50, 2000) });",
    'a reconnection strategy that gives up': { options: { connections: true }, code: "import Redis from 'ioredis'; export const redis = new Redis({ retryStrategy: (times) => { if (times > 10) return null; return times * 50; } });" },
    'a reconnection strategy from elsewhere': { options: { connections: true }, code: "import Redis from 'ioredis'; import { retryStrategy } from './redis'; export const redis = new Redis({ retryStrategy });" },
    'a reconnection strategy nobody can see into': { options: { connections: true }, code: "import Redis from 'ioredis'; export const redis = new Redis({ retryStrategy: (times) => next(times) });" },
    'a test': { filename: 'load.test.ts', code: loop('while (true)') },
    'a script': { filename: 'scripts/load.ts', code: loop('while (true)') },
    'a component': `'use client'; ${loop('while (true)')}`,
    'synchronous work': 'function find() { while (true) { try { return parse(text); } catch { text = text.slice(1); } } }',
  },
  invalid: {
    'while (true)': {
      code: 'async function load() {\n  while (true) {\n    try {\n      return await fetch(url);\n    } catch (error) {\n      log(error);\n    }\n  }\n}\n',
      errors: [{
        messageId: 'loop', data: { call: '`fetch()`' }, line: 2, column: 3, endLine: 2, endColumn: 15,
        suggestions: bound(`async function load() {\n  for (let attempt = 1;; attempt += 1) {\n    try {\n      return await fetch(url);\n    } catch (error) {\n      if (attempt >= 5) throw error;\n      log(error);\n      await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** (attempt - 1) * ${spread}));\n    }\n  }\n}\n`),
      }],
    },
    'for (;;) with continue': {
      ...js,
      code: 'async function load() {\n  for (;;) {\n    let reply;\n    try {\n      reply = await fetch(url);\n    } catch (e) {\n      await sleep(1000);\n      continue;\n    }\n    return reply;\n  }\n}\n',
      errors: [{ messageId: 'loop', suggestions: bound(`async function load() {\n  for (let attempt = 1;; attempt += 1) {\n    let reply;\n    try {\n      reply = await fetch(url);\n    } catch (e) {\n      if (attempt >= 5) throw e;\n      await sleep(1000 * 2 ** (attempt - 1) * ${spread});\n      continue;\n    }\n    return reply;\n  }\n}\n`) }],
    },
    'an empty catch': {
      code: 'async function load() { while (true) { try { return await fetch(url); } catch {} } }',
      errors: [{ messageId: 'loop', suggestions: bound(`async function load() { for (let attempt = 1;; attempt += 1) { try { return await fetch(url); } catch (error) { if (attempt >= 5) throw error; await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** (attempt - 1) * ${spread})); } } }`) }],
    },
    'do ... while (true) in CommonJS': {
      ...cjs,
      code: 'exports.load = async () => {\n  do {\n    try {\n      return await axios.get(url);\n    } catch (e) {\n      console.error(e);\n    }\n  } while (true);\n};\n',
      errors: [{ messageId: 'loop', data: { call: '`axios.get()`' }, suggestions: bound(`exports.load = async () => {\n  let attempt = 0;\n  do {\n    try {\n      return await axios.get(url);\n    } catch (e) {\n      attempt += 1; if (attempt >= 5) throw e;\n      console.error(e);\n      await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** (attempt - 1) * ${spread}));\n    }\n  } while (true);\n};\n`) }],
    },
    'while (!done)': {
      code: 'async function send() {\n  let done = false;\n  while (!done) {\n    try {\n      await post(order);\n      done = true;\n    } catch (error) {\n      logger.warn(error);\n    }\n  }\n}\n',
      errors: [{ messageId: 'loop', data: { call: '`post()`' }, suggestions: bound(`async function send() {\n  let done = false;\n  for (let attempt = 1; !done; attempt += 1) {\n    try {\n      await post(order);\n      done = true;\n    } catch (error) {\n      if (attempt >= 5) throw error;\n      logger.warn(error);\n      await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** (attempt - 1) * ${spread}));\n    }\n  }\n}\n`) }],
    },
    'while (!result)': { code: 'async function load() { let result; while (!result) { try { result = await fetch(url); } catch (error) { attempt.log(error); } } return result; }', errors: [{ messageId: 'loop', suggestions: 1 }] },
    'only some errors are let through': { code: loop('while (true)', 'if (error.status !== 429) throw error;'), errors: [{ messageId: 'loop', suggestions: 1 }] },
    'an attempt that is only logged': { code: loop('while (true)', 'console.warn("again", error.message);'), errors: [{ messageId: 'loop', suggestions: 1 }] },
    'a connection set up at start': { code: 'async function connectDb() { while (true) { try { await client.connect(); break; } catch (error) { await sleep(5000); } } }', errors: [{ messageId: 'loop', data: { call: '`client.connect()`' }, suggestions: 1 }] },
    'response.ok': { code: 'async function load() { while (true) { try { const response = await fetch(url); if (response.ok) return response; } catch (error) { log(error); } } }', errors: [{ messageId: 'loop', suggestions: 1 }] },
    'recursion in a catch': {
      code: 'async function load(url: string) {\n  try {\n    return await fetch(url);\n  } catch {\n    return load(url);\n  }\n}\n',
      errors: [{
        messageId: 'recursion', data: { function: '`load`', call: '`fetch()`' }, line: 5,
        suggestions: bound(`async function load(url: string, attempt = 1) {\n  try {\n    return await fetch(url);\n  } catch (error) {\n    if (attempt >= 5) throw error;\n    await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** (attempt - 1) * ${spread}));\n    return load(url, attempt + 1);\n  }\n}\n`),
      }],
    },
    'recursion of a method': { code: 'class Api { async load() { try { return await this.http.get("/"); } catch (error) { await sleep(100); return this.load(); } } }', errors: [{ messageId: 'recursion', suggestions: 1 }] },
    'recursion in .catch()': { ...js, code: 'const load = () => fetch(url).catch(() => load());', errors: [{ messageId: 'recursion', data: { function: '`load`', call: '`fetch()`' } }] },
    'recursion in the second callback of then': { ...cjs, code: 'function load() { return fetch(url).then((r) => r, () => load()); } module.exports = load;', errors: ['recursion'] },
    'a timer in a catch': { code: 'async function start() { try { await server.register(); } catch (error) { setTimeout(start, 1000); } }', errors: ['recursion'] },
    'a timer with a function': { code: 'class A { async start() { try { await this.register(); } catch { setTimeout(() => { void this.start(); }, 1000); } } }', errors: ['recursion'] },
    'a timer in .catch()': { ...cjs, code: 'const start = () => { mongoose.connect(url).catch((error) => { console.error(error); setTimeout(start, 5000); }); };', errors: [{ messageId: 'recursion', data: { function: '`start`', call: '`mongoose.connect()`' } }] },
    'a promise that waits first': { code: 'async function load() { try { return await fetch(url); } catch { await new Promise((r) => setTimeout(r, 100)); return load(); } }', errors: [{ messageId: 'recursion', suggestions: 1 }] },
    'a connection that is kept up, with the option': { options: { connections: true }, code: 'async function resubscribe() { let result; do { try { await sleep(1000); result = await subscribe(); } catch (error) { console.error(error); } } while (!result); }', errors: [{ messageId: 'loop', suggestions: 1 }] },
    'a connection that is kept up without any wait': { code: 'async function resubscribe() { while (true) { try { return await subscribe(); } catch (error) { console.error(error); } } }', errors: [{ messageId: 'loop', suggestions: 1 }] },
    'p-retry for ever': {
      code: "import pRetry from 'p-retry'; await pRetry(load, { forever: true });",
      errors: [{ messageId: 'policy', data: { call: '`pRetry()`', reason: ' with `forever: true`' }, suggestions: [{ messageId: 'limit', data: { attempts: 5 }, output: "import pRetry from 'p-retry'; await pRetry(load, { retries: 4 });" }] }],
    },
    'p-retry without a limit, renamed': {
      code: "import again from 'p-retry'; await again(load, { retries: Infinity, factor: 2 });",
      errors: [{ messageId: 'policy', data: { call: '`again()`', reason: ' with `retries: Infinity`' }, suggestions: [{ messageId: 'limit', output: "import again from 'p-retry'; await again(load, { retries: 4, factor: 2 });" }] }],
    },
    'async-retry in CommonJS': { ...cjs, code: "const retry = require('async-retry'); retry(load, { forever: true });", errors: [{ messageId: 'policy', suggestions: 1 }] },
    'promise-retry with the options first': { ...js, code: "import promiseRetry from 'promise-retry'; promiseRetry({ forever: true }, (retry) => load().catch(retry));", errors: [{ messageId: 'policy', suggestions: 1 }] },
    'cockatiel without a limit': {
      code: "import { retry, handleAll, ExponentialBackoff } from 'cockatiel'; export const policy = retry(handleAll, { backoff: new ExponentialBackoff() });",
      errors: [{ messageId: 'policy', data: { call: '`retry()`', reason: '' }, suggestions: [{ messageId: 'limit', output: "import { retry, handleAll, ExponentialBackoff } from 'cockatiel'; export const policy = retry(handleAll, { backoff: new ExponentialBackoff(), maxAttempts: 4 });" }] }],
    },
    'another number of attempts': { options: { attempts: 3 }, code: "import pRetry from 'p-retry'; pRetry(load, { forever: true });", errors: [{ messageId: 'policy', suggestions: [{ messageId: 'limit', data: { attempts: 3 }, output: "import pRetry from 'p-retry'; pRetry(load, { retries: 2 });" }] }] },
    'a reconnection strategy that never gives up': { options: { connections: true }, code: "import Redis from 'ioredis'; export const redis = new Redis(url, { retryStrategy: (times) => { const delay = Math.min(times * 50, 2000); return delay; } });", errors: [{ messageId: 'reconnect', data: { option: 'retryStrategy' } }] },
  },
});
