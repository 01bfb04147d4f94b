import rule from '../../src/rules/p013-separation-of-concerns/thin-handlers.js';
import { testRule } from '../helpers/rule-tester.js';

const app = "import express from 'express'; import { orders, price, ship } from './orders'; const app = express();";
const handler = (body: string) => `${app} app.post('/orders', async (req, res) => { ${body} });`;
const cjs = { language: 'js', sourceType: 'commonjs' } as const;
const repeat = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, index) => line(index)).join(' ');

/** Cognitive complexity 11: 1 + 2 + 3 for nested branches and loops, 1 for `&&`, 1 for each `else`, 2 for the loop in one. */
const rules = 'const order = await orders.open(req.params.id); if (order.items) { for (const item of order.items) { if (item.bulky && item.weight) { order.freight += 9; } else { order.freight += 1; } } } else { while (order.open) { order.step(); } } res.json(order);';

testRule(rule, {
  valid: {
    'a handler that delegates': handler('const order = await orders.place(req.body); res.status(201).json(order);'),
    'guards that answer early': handler(`${repeat(12, (n) => `if (!req.body.field${n} || req.body.field${n}.length > 9) return res.status(400).json({ error: 'field' });`)} res.json(await orders.place(req.body));`),
    'guards that throw': handler(`const order = await orders.find(req.params.id); ${repeat(12, (n) => `if (order.state === ${n} && !order.open) { throw new Conflict(); }`)} res.json(order);`),
    'guards that answer and return': handler(`const order = await orders.find(req.params.id); ${repeat(12, (n) => `if (order.state === ${n}) { console.warn('no'); res.status(409).end(); return; }`)} res.json(order);`),
    'guards that throw in callbacks': handler(`${repeat(6, (n) => `const part${n} = await fetch(orders.url + ${n}).then((answer) => { if (!answer.ok) throw new Error('no'); return answer.json(); });`)} res.json([part0, part1]);`),
    'an adapter around the real handler': `import express from 'express'; export function adapt(run) { return (req, res) => { run(req).then((order) => { ${rules.replace("const order = await orders.open(req.params.id);", '')} }); }; }`,
    'handing over by what is asked': handler(`${repeat(12, (n) => `if (req.query.kind.startsWith('k${n}') || order.f${n}) { const run = make(${n}); return run(req, res); }`)} res.end();`),
    'assertions': handler(`${repeat(30, (n) => `assertField(req.body, ${n});`)} res.json(await orders.place(req.body));`),
    'reading the request': handler(`${repeat(30, (n) => `const field${n} = req.query.f${n} ? Number(req.query.f${n}) : ${n};`)} res.json(await orders.find(field1));`),
    'normalising the request': handler(`const filter = {}; let page = Number(req.query.page); if (page < 1) page = 1; ${repeat(12, (n) => `if (req.query.f${n}) filter.f${n} = req.query.f${n};`)} res.json(await orders.find(filter, page));`),
    'collected complaints': handler(`const errors = []; ${repeat(12, (n) => `if (!req.body.f${n}) errors.push('f${n}');`)} if (errors.length) return res.status(400).json({ errors }); res.json(await orders.place(req.body));`),
    'error handling': handler("try { res.json(await orders.place(req.body)); } catch (error) { if (error instanceof A) { if (error.b) res.status(400).end(); else if (error.c) res.status(409).end(); else if (error.d) res.status(410).end(); else res.status(411).end(); } else { for (const one of error.all) { if (one.e) report(one); } } }"),
    'rejections': handler("orders.place(req.body).then((order) => { res.json(order); }).catch((error) => { if (error.a) { if (error.b) { if (error.c) { res.status(400).end(); } else { res.status(409).end(); } } } else { res.status(500).end(); } });"),
    'logging': handler(`${repeat(30, (n) => `console.log('step ${n}');`)} if (req.verbose) { logger.info('a'); } res.json(await orders.place(req.body));`),
    'a choice of answers': handler("const order = await orders.find(req.params.id); if (req.accepts('html')) { if (order.open) { if (order.a && order.b) res.render('open'); else res.render('half'); } else { res.render('closed'); } } else if (req.accepts('json')) { res.json(order); } else { res.status(406).end(); }"),
    'a dispatch by method': { code: "import { create, list, remove } from './orders'; export default async function handler(req, res) { switch (req.method) { case 'GET': if (req.query.all) { return list(req, res); } else { return res.status(400).end(); } case 'POST': if (req.body.a && req.body.b) { return create(req, res); } else { return res.status(400).end(); } case 'DELETE': if (req.query.id) return remove(req, res); return res.status(404).end(); default: return res.status(405).end(); } }", filename: 'pages/api/orders.ts' },
    'functions inside': handler("const rules = { check(order) { if (order.a) { if (order.b) { if (order.c) { if (order.d) { return 1; } } } } return 2; } }; function later(order) { for (const a of order) { if (a) { if (a.b) { drop(a); } } } } res.json(await orders.place(req.body, rules, later));"),
    'checks of each item': handler(`${repeat(4, (n) => `if (Array.isArray(req.body.p${n})) { for (const pattern of req.body.p${n}) { try { new RegExp(pattern); } catch (error) { return res.status(400).json({ error: error.message }); } if (pattern.length > 9 && !pattern.known) return res.sendStatus(400); } }`)} res.json(await orders.find(req.body));`),
    'checks under a condition': handler(`const plan = await orders.plan(); ${repeat(10, (n) => `if (plan.limit${n}) { if (!req.body.f${n}) { throw new Error('f${n}'); } if (req.body.f${n} > plan.limit${n}) return res.sendStatus(400); }`)} res.json(plan);`),
    'guards that set a flag back': handler(`this.busy = true; ${repeat(12, (n) => `if (!orders.ready(${n})) { res.status(400).json('no'); this.busy = false; return; }`)} res.end();`),
    'guards in a promise callback that answer themselves': handler(`orders.find(req.params.id).then((order) => { ${repeat(6, (n) => `if (!order.f${n} || order.open) { res.status(409).end(); return null; }`)} return orders.close(order).then(() => res.json(order)); });`),
    'a refusal in the else of a promise callback': handler(`orders.find(req.params.id).then((order) => { ${repeat(3, (n) => `if (order.f${n} === req.body.f${n}) { order.g${n} = ship(${n}); } else { req.flash('no'); res.render('order'); return; }`)} res.json(order); });`),
    'parts of a stream that are sent on': handler("for await (const part of orders.stream()) { if (part.kind === 'note' && part.text) { res.write(part.text); continue; } if (part.kind === 'sum' && part.total) { res.write(part.total); continue; } if (part.kind === 'page' && part.text) { res.write(part.text); continue; } if (part.kind === 'end') { res.write('end'); } else if (part.kind === 'gap') { res.write('gap'); } if (part.all && part.done) res.write('done'); }"),
    'a choice of values from the request': handler(`let key; ${repeat(6, (n) => `if (req.user) { key = req.user.k${n}; } else { key = req.sessionID; }`)} res.json(await orders.find(key));`),
    'a search in what was sent': handler(`let token; ${repeat(6, (n) => `if (req.user && req.user.tokens) { const found = req.user.tokens.find((one) => one.kind === ${n}); if (found) token = found.value; }`)} res.json(await orders.find(token));`),
    'a choice of whom to ask': handler(`const query = req.query; let order; ${repeat(3, () => "if (query.id && query.shop) { order = await orders.byBoth(query.id, query.shop); } else if (query.id) { if (!req.user.admin) { throw new Error('no'); } if (query.id === req.user.id) { order = await orders.mine(); } else { order = await orders.byId(query.id); } } else { return res.sendStatus(400); }")} res.json(order);`),
    'a body that runs at once': handler("void (async () => { const order = await orders.find(req.params.id); if (!order || !order.open) { next(new Error('no')); return; } try { if (order.a) { const paid = await orders.pay(order); if (paid) { res.render('paid'); } else { res.render('open'); } } else { res.render('new'); } if (order.b) return res.end(); } catch (error) { res.end(); } })();").replace('(req, res)', '(req, res, next)'),
    'a rest that only answers': handler("const order = await orders.find(req.params.id); if (order && order.open) { await ship(order); if (order.far || order.heavy) { await ship(order, 2); } for (const item of order.items) { if (item.bulky) { await ship(item); } } return res.json(order); } return res.sendStatus(404);"),
    'a server without a router': `import http from 'node:http'; import { list, create, change, remove } from './orders'; http.createServer((req, res) => { const isOrders = req.url.startsWith('/orders'); ${repeat(6, (n) => `if (req.url === '/orders/${n}' && req.method === 'GET') { const all = list(); res.end(JSON.stringify(all)); } else if (isOrders && req.method === 'PUT') { change(${n}); res.end(); }`)} });`,
    'sending in many steps': handler(`${repeat(30, (n) => `res.setHeader('x-${n}', '${n}');`)} res.flushHeaders(); res.end();`),
    'a hook with the parameters of a handler': `import type { Request, Response } from 'express'; import { orders, resource } from './orders'; resource.create.before(async (req: Request, res: Response, context: { continue: boolean }) => { ${rules.replace('res.json(order);', 'return context.continue;')} });`,
    'code that is no handler': `${app} export async function place(order) { ${rules.replaceAll('res.json(order);', 'return order;').replaceAll('req.params.id', 'order.id')} }`,
    'middleware': `${app} app.use(async (req, res, next) => { ${rules.replace('res.json(order);', 'next();')} });`,
    'an error handler': `${app} app.use(async (error, req, res, next) => { ${rules} });`,
    'a job': `import { Worker } from 'bullmq'; new Worker('a', async (req, res) => { ${rules} });`,
    'a higher limit': { code: handler(rules), options: { maxComplexity: 11 } },
    'more statements allowed': { code: handler(`${repeat(26, (n) => `await ship(${n});`)} res.end();`), options: { maxStatements: 26 } },
    'a test': { code: handler(rules), filename: 'app.test.ts' },
  },
  invalid: {
    'nested decisions': { code: handler(rules), errors: [{ messageId: 'logic', data: { handler: 'The `POST /orders` handler', figures: 'cognitive complexity 11 (at most 8)', part: 'the `if` at line 1' } }] },
    'many statements': { code: handler(`${repeat(26, (n) => `await ship(${n});`)} res.end();`), errors: [{ messageId: 'logic', data: { handler: 'The `POST /orders` handler', figures: '26 statements (at most 25)', part: 'the statement at line 1' } }] },
    'both, at the head of the function': {
      code: `export async function place(req, res) {\n  ${rules}\n  ${repeat(25, (n) => `await ship(${n});`)}\n}`,
      errors: [{ messageId: 'logic', line: 1, column: 23, endColumn: 28 }],
    },
    'callbacks of arrays and promises': { code: handler('const order = await orders.find(req.params.id); const lines = order.items.map((item) => { if (item.bulky) { if (item.heavy && item.far) { return price(item, 9); } return price(item, 4); } return price(item, 1); }); res.json(lines.filter((line) => (line.open ? line.due > 3 : line.paid)));'), options: { maxComplexity: 7 }, errors: ['logic'] },
    'a lower limit': { code: handler('const order = await orders.find(req.params.id); if (order.open) { await ship(order); } res.json(order);'), options: { maxComplexity: 0 }, errors: [{ messageId: 'logic', data: { handler: 'The `POST /orders` handler', figures: 'cognitive complexity 1 (at most 0)', part: 'the `if` at line 1' } }] },
    'fewer statements allowed': { code: handler('const order = await orders.find(req.params.id); await ship(order); res.json(order);'), options: { maxStatements: 1 }, errors: ['logic'] },
    'a switch': { code: handler('const order = await orders.find(req.params.id); switch (order.state) { case 1: if (order.a) { if (order.b) { await ship(order); } } break; case 2: if (order.c) { await ship(order.d); } break; default: order.step(); } res.json(order);'), errors: [{ messageId: 'logic', data: { handler: 'The `POST /orders` handler', figures: 'cognitive complexity 8 (at most 7)', part: 'the `switch` at line 1' } }], options: { maxComplexity: 7 } },
    'a return in a callback of an array': { code: handler(`const order = await orders.find(req.params.id); const lines = order.items.map((item) => { ${repeat(5, (n) => `if (item.f${n}) { return price(item, ${n}); }`)} return price(item); }); res.json(lines);`), errors: ['logic'] },
    'a loop that does more than check': { code: handler(`const order = await orders.find(req.params.id); ${repeat(3, (n) => `for (const item of order.items) { if (item.f${n}) throw new Error('no'); if (item.open) { item.price = price(item, ${n}); } }`)} res.json(order);`), errors: ['logic'] },
    'decisions in a body that runs at once': { code: handler(`void (async () => { ${rules} })();`), errors: ['logic'] },
    'decisions within a route of a server without a router': { code: `import http from 'node:http'; import { orders } from './orders'; http.createServer(async (req, res) => { if (req.method === 'POST') { ${rules.replace('res.json(order);', 'res.end();')} } });`, errors: ['logic'] },
    'a choice of whom to ask that works on the answer': { code: handler(`let order; ${repeat(3, () => 'if (req.query.id) { order = await orders.byId(req.query.id); order.freight = price(order); } else if (req.query.shop) { order = await orders.byShop(req.query.shop); for (const item of order.items) { ship(item); } }')} res.json(order);`), errors: ['logic'] },
    'a handler that takes next': { code: `import type { NextFunction, Request, Response } from 'express'; import { orders } from './orders'; export function place() { return async (req: Request, res: Response, next: NextFunction) => { ${rules} }; }`, errors: [{ messageId: 'logic', data: { handler: 'This handler', figures: 'cognitive complexity 11 (at most 8)', part: 'the `if` at line 1' } }] },
    'a controller': { code: `import { Controller as C, Post } from '@nestjs/common'; import { orders } from './orders'; @C('orders') export class OrdersController { @Post() async place(req, res) { ${rules} } }`, errors: ['logic'] },
    'CommonJS': { code: `const express = require('express'); const { orders } = require('./orders'); const router = express.Router(); router.post('/orders', async (req, res) => { ${rules} }); module.exports = router;`, ...cjs, errors: ['logic'] },
    'JavaScript modules': { code: handler(rules), language: 'js', errors: ['logic'] },
    'a Next.js route': { code: `import { orders } from './orders'; export async function POST(req) { ${rules.replaceAll('req.params.id', '1').replace('res.json(order);', 'return Response.json(order);')} }`, filename: 'app/api/orders/route.ts', errors: ['logic'] },
    'a resolver': { code: `import { orders } from './orders'; export const resolvers = { Mutation: { place: async (parent, args) => { ${rules.replaceAll('req.params.id', '1').replace('res.json(order);', 'return order;')} } } };`, errors: ['logic'] },
  },
});
