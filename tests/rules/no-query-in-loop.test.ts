import * as tsParser from '@typescript-eslint/parser';
import { Linter, type Rule as EslintRule } from 'eslint';
import { afterEach, describe, expect, it } from 'vitest';
import { setHost } from '../../src/kit/host-slot.js';
import { nodeHost } from '../../src/node/host.js';
import rule from '../../src/rules/cost-optimization/no-query-in-loop.js';
import { projectOf, type Project } from '../helpers/project.js';
import { testRule } from '../helpers/rule-tester.js';

const prisma = "import { PrismaClient } from '@prisma/client'; const prisma = new PrismaClient();";
const mongoose = "import mongoose from 'mongoose'; const User = mongoose.model('User', schema);";
const pool = "import { Pool } from 'pg'; const pool = new Pool();";
const typeorm = "import { In, Repository } from 'typeorm';";
const drizzle = "import { drizzle } from 'drizzle-orm/node-postgres'; import { and, eq, sql } from 'drizzle-orm'; const db = drizzle(url);";
const cjs = { language: 'js', sourceType: 'commonjs' } as const;
/** A function with the parameters `items`, `orders` and `ids` around a body. */
const run = (body: string, head = prisma) => `${head} export async function run(items, orders, ids) { ${body} }`;

testRule(rule, {
  valid: {
    'one statement for all': run('return prisma.user.findMany({ where: { id: { in: ids } } });'),
    'no loop': run('return prisma.user.findFirst({ where: { id: ids[0] } });'),
    'a query before the loop': run('for (const user of await prisma.user.findMany()) print(user);'),
    // Bounded by nature
    'a list written out': run("for (const id of [1, 2, 3]) await prisma.user.findFirst({ where: { id } });"),
    'a constant list': run("for (const role of roles) await prisma.role.findFirst({ where: { role } });", `${prisma} const roles = ['admin', 'user'];`),
    'a list of configuration': run('for (const name of config.queues) await prisma.queue.create({ data: { name } });'),
    'an imported list': run('for (const name of names) await prisma.queue.create({ data: { name } });', `${prisma} import { names } from './names';`),
    'the values of an enum': run('for (const kind of Object.values(Kind)) await prisma.kind.create({ data: { kind } });', `${prisma} enum Kind { A, B }`),
    'a slice': run('for (const id of ids.slice(0, 5)) await prisma.user.findFirst({ where: { id } });'),
    'what few rows are read for': run('const last = await prisma.order.findMany({ take: 5 }); for (const order of last) await prisma.user.findFirst({ where: { id: order.userId } });'),
    'a fixed number of times': run('for (let i = 0; i < 3; i++) await prisma.slot.create({ data: { i } });'),
    'fields of what was sent': run('for (const [key, value] of Object.entries(req.body)) await prisma.setting.create({ data: { key, value } });'),
    'login providers': run('for (const { name } of providers) await prisma.login.findFirst({ where: { name } });'),
    'groups that a user belongs to': run('const memberships = await prisma.member.findMany({ where: { userId } }); await Promise.all(memberships.map(({ groupId }) => prisma.member.findFirst({ where: { groupId } })));'),
    'names of configured things': run('for (const [name, queue] of Object.entries(assigned)) { const known = appConfig.queues.find((one) => one.name === name); if (!known) continue; await prisma.queue.create({ data: { name, queue } }); }'),
    // Batches already
    'chunks': run('for (const chunk of chunkArray(ids, 100)) await prisma.user.deleteMany({ where: { id: { in: chunk } } });'),
    'batches by index': run('for (let i = 0; i < ids.length; i += 100) await prisma.user.deleteMany({ where: { id: { in: ids.slice(i, i + 100) } } });'),
    'a list per element': run('for (const order of orders) await prisma.item.findMany({ where: { id: { in: order.itemIds } } });'),
    'a transaction that sends one batch': run('await prisma.$transaction(items.map((item) => prisma.item.create({ data: item })));'),
    'a transaction of collected statements': run('const all = []; for (const item of items) all.push(prisma.item.create({ data: item })); await prisma.$transaction(all);'),
    'a pipeline': run("const batch = redis.pipeline(); for (const id of ids) batch.get(id); await batch.exec();", "import Redis from 'ioredis'; const redis = new Redis();"),
    'commands in one tick': run('return Promise.all(ids.map((id) => redis.get(id)));', "import Redis from 'ioredis'; const redis = new Redis();"),
    'findUnique in one tick, which the client batches': run('return Promise.all(ids.map((id) => prisma.user.findUnique({ where: { id } })));'),
    'commands of a client that may be a cluster': `import { Cluster, Redis } from 'ioredis'; export class Buffers { redis: Redis | Cluster; open(options) { this.redis = options instanceof Cluster ? options : new Redis(options); } async sizes(ids) { const found = {}; for (const id of ids) found[id] = await this.redis.llen(id); return found; } }`,
    // Programs that run once
    'a loop at module level': `${prisma} const all = []; for (const item of await readItems()) { const author = await prisma.user.findFirstOrThrow({ where: { name: item.author } }); all.push(author); } export const known = all;`,
    'a function that a program calls and ends': `${prisma} async function load(items) { for (const item of items) await prisma.user.findFirstOrThrow({ where: { name: item.author } }); await prisma.$disconnect(); } load(await readItems());`,
    // Loops that are no lists
    'a cursor': run('for await (const user of User.find().cursor()) await Log.updateOne({ user: user.id }, { seen: true });', `${mongoose} const Log = mongoose.model('Log', schema);`),
    'a page walk': run('let page = 0; while (true) { const rows = await prisma.user.findMany({ skip: page * 50, take: 50 }); if (!rows.length) break; page += 1; }'),
    'a queue that is drained': run('while (ids.length) { const id = ids.pop(); await prisma.user.findFirst({ where: { id } }); }'),
    'a retry': run('for (let attempt = 0; attempt < tries; attempt++) { try { return await prisma.user.create({ data }); } catch { continue; } }'),
    'a search for the first hit': run('for (const id of ids) { const user = await prisma.user.findFirst({ where: { id } }); if (user) return user; }'),
    'an end by break': run('let user; for (const id of ids) { user = await prisma.user.findFirst({ where: { id } }); if (user) break; }'),
    'a tree walk': `${prisma} export async function remove(node) { for (const child of node.children) await remove(child); await prisma.node.delete({ where: { id: node.id } }); }`,
    // Different work for each element
    'the newest of each': run("for (const user of items) await prisma.order.findFirst({ where: { userId: user.id }, orderBy: { at: 'desc' } });"),
    'some of each': run('for (const user of items) await prisma.order.findMany({ where: { userId: user.id }, take: 3 });'),
    'a range for each': run('for (const day of items) await prisma.order.count({ where: { at: { gte: day.from, lt: day.to } } });'),
    'a search text for each': run('for (const word of items) await prisma.order.findMany({ where: { title: { contains: word } } });'),
    'other values for each': run('for (const { id, name } of items) await prisma.user.update({ where: { id }, data: { name } });'),
    'an upsert for each': run('for (const row of items) await prisma.user.upsert({ where: { id: row.id }, create: row, update: row });'),
    'related rows for each': run('for (const row of items) await prisma.order.create({ data: { id: row.id, lines: { create: row.lines } } });'),
    'some of each, by a chained limit': run('await Promise.all(ids.map((id) => db.select().from(rows).where(eq(rows.folder, id)).limit(perFolder)));', drizzle),
    'a condition that is put together before': run('for (const one of items) { const mine = and(eq(rows.table, table), one.sql); const all = skip ? and(mine, sql`id <> ${skip}`) : mine; print(await db.select().from(rows).where(all).limit(1)); }', drizzle),
    'a condition among others': run('for (const one of items) print(await db.select().from(rows).where(and(eq(rows.table, table), one.sql)));', drizzle),
    'an upsert that sets values of the row': run('for (const row of items) await db.insert(jobs).values(row).onConflictDoUpdate({ target: jobs.id, set: { name: row.name } });', drizzle),
    'a row that is merged by Knex': run("for (const row of items) await db('jobs').insert(row).onConflict('id').merge(row);", "import knex from 'knex'; const db = knex({});"),
    'a write that what is asked before decides on': run('for (const { id, column } of items) { const [used] = await db.select().from(rows).where(sql`${sql.raw(column)} IS NOT NULL`); if (!used) await db.delete(fields).where(eq(fields.id, id)); }', drizzle),
    'a write beside writes that differ': run('for (const one of items) { if (one.known) { await prisma.hook.update({ where: { id: one.id }, data: { print: one.print } }); continue; } await prisma.hook.create({ data: { id: one.id } }); }'),
    'another place to write to': `${prisma} async function clear(id) { if (shared) { await prisma.lock.delete({ where: { id } }); } else { locks.delete(id); } } export async function run(ids) { for (const id of ids) await clear(id); }`,
    'a parameter that is asked for where it is not given': `${prisma} async function tell({ space, hooks, text }) { if (hooks === undefined) hooks = await prisma.hook.findMany({ where: { space } }); return hooks.map((hook) => say(hook, text)); } export async function run(items) { for (const { space, text } of items) await tell({ space, text }); }`,
    'a query for what is sent then': `${prisma} async function tell(userId) { const user = await prisma.user.findFirst({ where: { id: userId } }); return sendMail(user); } export async function run(ids) { for (const id of ids) await tell(id); }`,
    'a property that is the same for all': `${prisma} async function hooks({ space, text }) { const found = await prisma.hook.findMany({ where: { space } }); return found.map((hook) => say(hook, text)); } export async function run(items, space) { for (const item of items) print(await hooks({ space, text: item.text })); }`,
    'a subquery for each': run("for (const id of ids) print(await pool.query('SELECT COUNT(*), (SELECT COUNT(*) FROM visits WHERE user_id = $1) FROM users WHERE id = $1', [id]));", pool),
    'a computed column for each': run("for (const id of ids) print(await pool.query('SELECT SUM(price * $2) FROM lines WHERE order_id = $1', [id, rate(id)]));", pool),
    'rows of pairs that are deleted': run('for (const link of items) await prisma.link.deleteMany({ where: { space, from: link.from, to: link.to } });'),
    'rows of pairs that are deleted, by Drizzle': run('for (const link of items) await db.delete(links).where(and(eq(links.from, link.from), eq(links.to, link.to)));', drizzle),
    'rows of pairs that are deleted, by SQL': run("for (const link of items) await pool.query('DELETE FROM links WHERE a = $1 AND b = $2', [link.a, link.b]);", pool),
    'a condition from elsewhere': run('for (const filter of items) await prisma.user.findMany({ where: filter });'),
    'another table for each': run('for (const table of ids) await prisma[table].deleteMany();'),
    'statements of a script': run('for (const text of items) await pool.query(text);', pool),
    'a table name in the text': run('for (const table of ids) await pool.query(`DELETE FROM ${table} WHERE id = $1`, [1]);', pool),
    'the same query each time': run('for (const item of items) await prisma.counter.findFirst({ where: { id: 1 } });'),
    'raw SQL that sets values': run("for (const row of items) await pool.query('UPDATE users SET name = $1 WHERE id = $2', [row.name, row.id]);", pool),
    'rows that are locked': run("for (const id of ids) await pool.query('SELECT * FROM jobs WHERE id = $1 FOR UPDATE', [id]);", pool),
    'another client for each': run("for (const shard of items) await shard.pool.query('SELECT * FROM users WHERE id = $1', [shard.id]);", pool),
    // What an iteration needs of another
    'a row that the next one refers to': run('let parentId = null; for (const name of ids) { const row = await prisma.folder.create({ data: { name, parentId } }); parentId = row.id; }'),
    'ids that later rows refer to': run('const known = {}; for (const row of items) { await prisma.node.create({ data: { id: row.id, parent: known[row.parent] } }); known[row.id] = row.id; }'),
    'a row whose id is needed': run('for (const row of items) { const order = await prisma.order.create({ data: row }); print(order.id); }'),
    'what is remembered': run('const seen = new Map(); for (const { userId } of items) { if (!seen.has(userId)) seen.set(userId, await prisma.user.findFirst({ where: { id: userId } })); }'),
    'failures of single rows': run('for (const row of items) { try { await prisma.user.create({ data: row }); } catch (error) { print(error); } }'),
    'failures of single rows by catch': run('await Promise.all(items.map((row) => prisma.user.create({ data: row }).catch(print)));'),
    'progress of other work': run('for (const job of items) { await sendMail(job); await prisma.job.update({ where: { id: job.id }, data: { done: true } }); }'),
    'a step beside other work': run('for (const job of items) { const user = await prisma.user.findFirst({ where: { id: job.userId } }); await sendMail(user); }'),
    // Meant
    'a pause': run('for (const id of ids) { await prisma.user.findFirst({ where: { id } }); await sleep(100); }'),
    'a comment': run('// one at a time, to spare the replica\nfor (const id of ids) await prisma.user.findFirst({ where: { id } });'),
    'a database that cannot': run('// SQLite does not support createMany\nfor (const row of items) await prisma.user.create({ data: row });'),
    'a limiter': run('const limit = pLimit(5); await Promise.all(ids.map((id) => limit(() => prisma.user.findFirst({ where: { id } }))));', `${prisma} import pLimit from 'p-limit';`),
    'a seed function': `${prisma} export async function seedUsers(items) { for (const row of items) await prisma.user.create({ data: row }); }`,
    'a seed': { code: run('for (const row of items) await prisma.user.create({ data: row });'), filename: 'prisma/seed.ts' },
    'a migration': { code: run('for (const row of items) await prisma.user.create({ data: row });'), filename: 'src/migrations/1.ts' },
    'a script': { code: run('for (const row of items) await prisma.user.create({ data: row });'), filename: 'scripts/fill.ts' },
    'a test': { code: run('for (const row of items) await prisma.user.create({ data: row });'), filename: 'src/users.test.ts' },
    // Look-alikes
    'a command object': run('for (const item of items) OrderCommand.create({ data: item });', `${prisma} import { OrderCommand } from './orders';`),
    'a fragment': run('const parts = items.map((item) => sql`(${item.id}, ${item.name})`); await db.execute(sql`INSERT INTO t VALUES ${sql.join(parts)}`);', "import { drizzle } from 'drizzle-orm/node-postgres'; import { sql } from 'drizzle-orm'; const db = drizzle(url);"),
    'a session': run('for (const token of items) await token.save();'),
    'an array': run('for (const id of ids) items.find((item) => item.id === id);'),
    'a built query': run("for (const id of ids) parts.push(db.selectFrom('users').where('id', '=', id).compile());", "import { Kysely } from 'kysely'; const db = new Kysely({ dialect }); const parts = [];"),
    'a probe': run("for (const id of ids) await pool.query('SELECT 1');", pool),
    'a file-based database': run("const insert = db.prepare('INSERT INTO t VALUES (?)'); for (const id of ids) insert.run(id);", "import Database from 'better-sqlite3'; const db = new Database('a.db');"),
  },
  invalid: {
    'a read per element': {
      code: run('const users = []; for (const order of orders) { users.push(await prisma.user.findFirst({ where: { id: order.userId } })); }'),
      errors: [{ messageId: 'sequential', data: { call: 'prisma.user.findFirst', batch: 'findMany({ where: { id: { in: ids } } })' } }],
    },
    'findUnique, one after the other': { code: run('for (const id of ids) print(await prisma.user.findUnique({ where: { id } }));'), errors: ['sequential'] },
    'many at once': {
      code: run('return Promise.all(ids.map((id) => prisma.order.findMany({ where: { userId: id } })));'),
      errors: [{ messageId: 'together', data: { call: 'prisma.order.findMany', batch: 'findMany({ where: { id: { in: ids } } })' } }],
    },
    'many at once, with a body': { code: run('const all = await Promise.all(orders.map(async (order) => { const user = await prisma.user.findFirst({ where: { id: order.userId } }); return { ...order, user }; }));'), errors: ['together'] },
    'many at once, collected': { code: run('const all = []; for (const id of ids) all.push(prisma.order.findMany({ where: { userId: id } })); await Promise.all(all);'), errors: ['together'] },
    'forEach': { code: run('ids.forEach(async (id) => { await prisma.user.delete({ where: { id } }); });'), errors: [{ messageId: 'together', data: { call: 'prisma.user.delete', batch: 'deleteMany({ where: { id: { in: ids } } })' } }] },
    'two queries are one report': { code: run('for (const id of ids) { await prisma.user.findFirst({ where: { id } }); await prisma.order.findMany({ where: { userId: id } }); }'), errors: [{ messageId: 'sequential', line: 1 }] },
    'two loops are two reports': { code: run('for (const id of ids) await prisma.a.delete({ where: { id } }); for (const id of ids) await prisma.b.delete({ where: { id } });'), errors: ['sequential', 'sequential'] },
    'a loop by index': { code: run('for (let i = 0; i < orders.length; i++) { const order = orders[i]; print(await prisma.user.findFirst({ where: { id: order.userId } })); }'), errors: ['sequential'] },
    'for in': { code: run('for (const i in orders) print(await prisma.user.findFirst({ where: { id: orders[i].userId } }));'), errors: ['sequential'] },
    'for await over a plain list': { code: run('for await (const order of await prisma.order.findMany()) print(await prisma.user.findFirst({ where: { id: order.userId } }));'), errors: ['sequential'] },
    'a then chain': { code: run('for (const id of ids) await prisma.user.findFirst({ where: { id } }).then(print);'), errors: ['sequential'] },
    'what is put into the element': { code: run('for (const user of items) { const [orders, visits] = await Promise.all([prisma.order.count({ where: { userId: user.id } }), prisma.visit.count({ where: { userId: user.id } })]); user.orders = orders; user.visits = visits; }'), errors: [{ messageId: 'sequential', data: { call: 'prisma.order.count', batch: 'groupBy({ by: [...], _count: true })' } }] },
    'a failure that ends all': { code: run('for (const { id } of items) { try { print(await prisma.user.findFirst({ where: { id } })); } catch (error) { return fail(error); } }'), errors: ['sequential'] },
    'rows that are written': { code: run('for (const name of items) await prisma.tag.create({ data: { name } });'), errors: [{ messageId: 'sequential', data: { call: 'prisma.tag.create', batch: 'createMany({ data: rows })' } }] },
    'the same values for all': { code: run('for (const { id } of items) await prisma.user.update({ where: { id }, data: { active: false } });'), errors: ['sequential'] },
    'rows in a transaction': { code: run('await prisma.$transaction(async (tx) => { for (const name of items) await tx.tag.create({ data: { name } }); });'), errors: ['sequential'] },
    'a helper of the file': {
      code: `${prisma} async function ownerOf(order) { return prisma.user.findFirst({ where: { id: order.userId } }); } export async function run(orders) { for (const order of orders) print(await ownerOf(order)); }`,
      errors: [{ messageId: 'sequential', data: { call: 'ownerOf -> prisma.user.findFirst', batch: 'findMany({ where: { id: { in: ids } } })' } }],
    },
    'a helper that takes an object apart': {
      code: `${prisma} async function ownerOf({ userId }) { return prisma.user.findFirst({ where: { id: userId } }); } export async function run(orders) { for (const order of orders) print(await ownerOf({ userId: order.userId })); }`,
      errors: ['sequential'],
    },
    'a method of the class': {
      code: `${typeorm} export class Users { constructor(private users: Repository<User>) {} byId(id: string) { return this.users.findOneBy({ id }); } async all(ids: string[]) { return Promise.all(ids.map((id) => this.byId(id))); } }`,
      errors: [{ messageId: 'together', data: { call: 'byId -> this.users.findOneBy', batch: 'find({ where: { id: In(ids) } })' } }],
    },
    'SQL, in CommonJS': { code: "const { Pool } = require('pg'); const pool = new Pool(); exports.run = async (ids) => { for (const id of ids) { print(await pool.query('SELECT * FROM users WHERE id = $1', [id])); } };", ...cjs, errors: [{ messageId: 'sequential', data: { call: 'pool.query', batch: 'WHERE ... IN (...)' } }] },
    'rows by SQL': { code: run("for (const { id, name } of items) await pool.query('INSERT INTO users (id, name) VALUES ($1, $2)', [id, name]);", pool), errors: [{ messageId: 'sequential', data: { call: 'pool.query', batch: 'INSERT ... VALUES (...), (...)' } }] },
    'SQL in a tagged template': { code: run('for (const id of ids) await sql`DELETE FROM users WHERE id = ${id}`;', "import postgres from 'postgres'; const sql = postgres(url);"), errors: [{ messageId: 'sequential', data: { call: 'sql', batch: 'DELETE ... WHERE ... IN (...)' } }] },
    'the same values for all by SQL': { code: run("for (const id of ids) await pool.query('UPDATE users SET active = false WHERE id = $1', [id]);", pool), errors: ['sequential'] },
    'Mongoose, at once, in JavaScript': { code: run('const users = await Promise.all(ids.map((id) => User.findById(id))); return users;', mongoose), language: 'js', errors: [{ messageId: 'together', data: { call: 'User.findById', batch: 'find({ _id: { $in: ids } })' } }] },
    'Mongoose, at once, for a map': {
      code: run('const users = await Promise.all(orders.map((order) => User.findById(order.userId).lean())); const byId = new Map(users.filter(Boolean).map((user) => [user.id, user])); return byId;', mongoose),
      errors: [{ messageId: 'together', suggestions: [{ messageId: 'rewrite', output: run('const users = await User.find({ _id: { $in: orders.map((order) => order.userId) } }).lean(); const byId = new Map(users.filter(Boolean).map((user) => [user.id, user])); return byId;', mongoose) }] }],
    },
    'Mongoose, at once, for a set': {
      code: run('return new Set((await Promise.all(ids.map((id) => User.findById(id)))).map((user) => user.role));', mongoose),
      errors: [{ messageId: 'together', suggestions: [{ messageId: 'rewrite', output: run('return new Set((await User.find({ _id: { $in: ids } })).map((user) => user.role));', mongoose) }] }],
    },
    'Mongoose, where missing rows are looked for': { code: run('return new Set((await Promise.all(ids.map((id) => User.findById(id)))).map((user) => user?.role));', mongoose), errors: ['together'] },
    'Mongoose, where missing rows are errors': { code: run('return new Set(await Promise.all(ids.map((id) => User.findById(id).orFail())));', mongoose), errors: ['together'] },
    'Mongoose, where the place in the list counts': { code: run('const users = await Promise.all(ids.map((id) => User.findById(id))); return orders.map((order, index) => users[index]);', mongoose), errors: ['together'] },
    'Mongoose updates': { code: run('for (const row of items) await User.updateOne({ _id: row.id }, { $set: { name: row.name } });', mongoose), errors: [{ messageId: 'sequential', data: { call: 'User.updateOne', batch: 'bulkWrite([{ updateOne }, ...])' } }] },
    'Sequelize, renamed': { code: run('for (const row of items) await Tag.create({ name: row });', "import { Sequelize as Db } from 'sequelize'; const db = new Db(url); const Tag = db.define('tag', {});"), errors: [{ messageId: 'sequential', data: { call: 'Tag.create', batch: 'bulkCreate(rows)' } }] },
    'Drizzle': { code: run('for (const id of ids) print(await db.select().from(users).where(eq(users.id, id)).limit(1));', "import { drizzle } from 'drizzle-orm/node-postgres'; import { eq } from 'drizzle-orm'; const db = drizzle(url);"), errors: [{ messageId: 'sequential', data: { call: 'db.select', batch: 'where(inArray(table.id, ids))' } }] },
    'pairs that are read': { code: run('for (const link of items) print(await prisma.link.findFirst({ where: { from: link.from, to: link.to } }));'), errors: ['sequential'] },
    'rows with an id and what belongs to it': { code: run('for (const row of items) await prisma.link.deleteMany({ where: { id: row.id, space: row.space } });'), errors: ['sequential'] },
    'rows with an id and what belongs to it, by SQL': { code: run("for (const row of items) await pool.query('DELETE FROM links WHERE space = $1 AND id = $2', [row.space, row.id]);", pool), errors: ['sequential'] },
    'Drizzle, whether there is another': { code: run('for (const file of items) print(await db.select().from(files).where(and(eq(files.folder, folder), eq(files.name, file.name))).limit(2));', drizzle), errors: ['sequential'] },
    'Drizzle, by a condition with a name': { code: run('for (const id of ids) { const mine = and(eq(users.id, id), eq(users.active, true)); print(await db.select().from(users).where(mine)); }', drizzle), errors: ['sequential'] },
    'Drizzle, an upsert that sets what was to be inserted': { code: run('for (const row of items) await db.insert(jobs).values({ id: row.id }).onConflictDoUpdate({ target: jobs.id, set: { name: sql`excluded.name` } });', drizzle), errors: ['sequential'] },
    'what many elements share with a configuration': { code: run('for (const user of items) { const plan = appConfig.plans.find((one) => one.id === user.planId); if (!plan) continue; await prisma.invoice.create({ data: { userId: user.id, price: plan.price } }); }'), errors: ['sequential'] },
    'a write beside a read that could be for all too': { code: run('for (const id of ids) { print(await prisma.user.findFirst({ where: { id } })); await prisma.visit.create({ data: { userId: id } }); }'), errors: ['sequential'] },
    'Knex': { code: run("for (const id of ids) print(await db('users').where({ id }).first());", "import knex from 'knex'; const db = knex({});"), errors: [{ messageId: 'sequential', data: { call: "db().where().first", batch: "whereIn('id', ids)" } }] },
    'Kysely': { code: run("for (const id of ids) print(await db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst());", "import { Kysely } from 'kysely'; const db = new Kysely({ dialect });"), errors: ['sequential'] },
    'MongoDB': { code: run("for (const row of items) await users.insertOne(row);", "import { MongoClient } from 'mongodb'; const users = new MongoClient(url).db().collection('users');"), errors: [{ messageId: 'sequential', data: { call: 'users.insertOne', batch: 'insertMany(documents)' } }] },
    'commands of a client that is one node': { code: `import { Redis } from 'ioredis'; export class Buffers { redis: Redis; open(options) { this.redis = new Redis(options); } async sizes(ids) { const found = {}; for (const id of ids) found[id] = await this.redis.llen(id); return found; } }`, errors: ['sequential'] },
    'a function that others call': { code: `${prisma} export async function load(items) { for (const item of items) await prisma.user.findFirstOrThrow({ where: { name: item.author } }); }`, errors: ['sequential'] },
    'Redis': { code: run('for (const id of ids) print(await redis.get(`user:${id}`));', "import Redis from 'ioredis'; const redis = new Redis();"), errors: [{ messageId: 'sequential', data: { call: 'redis.get', batch: 'mget(keys)' } }] },
    'DynamoDB': { code: run('for (const id of ids) print(await client.send(new GetCommand({ TableName: "users", Key: { id } })));', "import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb'; const client = DynamoDBDocumentClient.from(base);"), errors: [{ messageId: 'sequential', data: { call: 'new GetCommand()', batch: 'new BatchGetCommand({ RequestItems })' } }] },
  },
});

describe('no-query-in-loop across files', () => {
  let project: Project | undefined;
  afterEach(() => {
    project?.remove();
    project = undefined;
  });
  const lint = (code: string, otherFiles = true): string[] => {
    setHost(nodeHost());
    const linter = new Linter({ configType: 'flat', cwd: project!.root });
    const config: Linter.Config = { files: ['**/*.*'], languageOptions: { parser: tsParser as unknown as Linter.Parser }, plugins: { p: { rules: { x: rule as unknown as EslintRule.RuleModule } } }, rules: { 'p/x': ['error', { otherFiles }] } };
    return linter.verify(code, [config], { filename: project!.path('src/orders.ts') }).map(({ message }) => message);
  };

  it('follows calls of repositories whose methods do nothing but the query', () => {
    project = projectOf({
      'package.json': { dependencies: { typeorm: '^0.3.0' } },
      'src/users.ts': "import { Repository } from 'typeorm';\nexport class Users {\n  constructor(private readonly users: Repository<User>) {}\n  byId(id: string) { return this.users.findOneBy({ id }); }\n  async withOrders(id: string) { const user = await this.users.findOneBy({ id }); return { user, orders: await load(user) }; }\n}",
    });
    const orders = (body: string) => `import { Users } from './users'; export class Orders { constructor(private readonly users: Users) {} async owners(ids: string[]) { ${body} } }`;
    expect(lint(orders('for (const id of ids) print(await this.users.byId(id));')))
      .toEqual(['`Users.byId -> this.users.findOneBy` sends one query after the other, one per element (cost-optimization). One statement can do for all: `find({ where: { id: In(ids) } })`.']);
    expect(lint(orders('for (const id of ids) print(await this.users.withOrders(id));'))).toEqual([]);
    expect(lint(orders('return this.users.byId(ids[0]);'))).toEqual([]);
  });

  it('follows imported functions, where the option asks for it', () => {
    project = projectOf({
      'package.json': { dependencies: { '@prisma/client': '^6.0.0' } },
      'src/users.ts': "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nexport const ordersOf = (userId: string, limit = 10) => prisma.order.findMany({ where: { userId } });\nexport const newest = (userId: string) => prisma.order.findMany({ where: { userId }, take: 1 });",
    });
    expect(lint("import { ordersOf } from './users'; export const all = (ids: string[]) => Promise.all(ids.map((id) => ordersOf(id)));")).toHaveLength(1);
    expect(lint("import { ordersOf } from './users'; export const all = (ids: string[]) => Promise.all(ids.map((id) => ordersOf(id)));", false)).toEqual([]);
    expect(lint("import { newest } from './users'; export const all = (ids: string[]) => Promise.all(ids.map((id) => newest(id)));")).toEqual([]);
  });
});
