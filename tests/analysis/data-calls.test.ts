import * as tsParser from '@typescript-eslint/parser';
import { afterEach, describe, expect, it } from 'vitest';
import { dataCalls } from '../../src/analysis/data-calls.js';
import { nodeHost } from '../../src/node/host.js';
import { defaultSettings } from '../../src/settings.js';
import { projectOf, type Project } from '../helpers/project.js';
import { sourceOf, type SourceOptions } from '../helpers/source.js';

/** The database statements of `code`, one line each: kind, target, name, and whether it is a probe. */
function found(code: string, options?: SourceOptions): string[] {
  return dataCalls(sourceOf(code, options)).map(({ kind, target, name, probe }) => [kind, target ?? '-', name, ...(probe ? ['probe'] : [])].join(' '));
}

const prisma = "import { PrismaClient } from '@prisma/client'; const prisma = new PrismaClient();";
const knex = "import createKnex from 'knex'; const db = createKnex({});";
const drizzle = "import { drizzle } from 'drizzle-orm/node-postgres'; import { eq, exists, sql } from 'drizzle-orm'; const db = drizzle(process.env.URL);";
const postgres = "import postgres from 'postgres'; const sql = postgres(process.env.URL);";
const mongoose = "import mongoose from 'mongoose'; const User = mongoose.model('User', new mongoose.Schema({}));";

describe('database calls of object-relational mappers', () => {
  it('are reads and writes of models', () => {
    expect(found(`${prisma} await prisma.user.findMany(); await prisma.user.create({ data }); await prisma.order.deleteMany();`))
      .toEqual(['read user prisma.user.findMany', 'write user prisma.user.create', 'write order prisma.order.deleteMany']);
  });

  it('are found on transaction clients and in arrays of a transaction', () => {
    expect(found(`${prisma} await prisma.$transaction(async (tx) => { await tx.order.create({ data }); }); await prisma.$transaction([prisma.a.update(b), prisma.c.count()]);`))
      .toEqual(['write order tx.order.create', 'write a prisma.a.update', 'read c prisma.c.count']);
  });

  it('are found on models, documents and what queries give', () => {
    expect(found(`${mongoose} const one = await User.findOne({}); await one.save(); const made = new User({}); await made.save(); await User.find().sort('name').exec();`))
      .toEqual(['read User User.findOne', 'write User one.save', 'write User made.save', 'read User User.find']);
  });

  it('run with a callback, and not where a query is only built', () => {
    expect(found(`${mongoose} User.findOne({}, (error, user) => {}); User.updateOne({}, {}); const query = User.find(); query.sort('a');`)).toEqual(['read User User.findOne']);
    expect(found(`${mongoose} const query = User.find(); query.sort('a'); const users = await query;`)).toEqual(['read User User.find']);
  });

  it('are found on active records, repositories and entity managers', () => {
    expect(found(`
      import { BaseEntity, DataSource, EntityManager, Repository } from 'typeorm';
      class Item extends BaseEntity {}
      class Orders { constructor(private readonly orderRepository: Repository<Order>, private readonly manager: EntityManager) {}
        async a() { await this.orderRepository.save(order); await this.manager.find(User); await Item.find(); await this.orderRepository.createQueryBuilder('o').where('x').getMany(); } }`))
      .toEqual(['write order this.orderRepository.save', 'read User this.manager.find', 'read Item Item.find', 'read order this.orderRepository.createQueryBuilder().where().getMany']);
  });

  it('are found on classes that sequelize models extend, in CommonJS', () => {
    expect(found("const { Model } = require('sequelize'); class User extends Model {} async function f() { await User.findAll(); const user = await User.create({}); await user.destroy(); }", { language: 'js', sourceType: 'commonjs' }))
      .toEqual(['read User User.findAll', 'write User User.create', 'write User user.destroy']);
  });

  it('are found in MongoDB collections, iterated and kept in variables', () => {
    expect(found("import { MongoClient } from 'mongodb'; const users = new MongoClient(url).db('a').collection('users'); await users.insertOne({}); for await (const user of users.find({})) {} await users.find().limit(3).toArray();"))
      .toEqual(['write users users.insertOne', 'read users users.find', 'read users users.find']);
  });
});

describe('database calls of query builders', () => {
  it('are one per chain, and a write if anything in it writes', () => {
    expect(found(`${knex} await db('users').where({ id }).first(); await db('users').insert({}).returning('id'); await db('users').where({ id }).update({});`))
      .toEqual(['read users db().where().first', 'write users db().insert', 'write users db().where().update']);
  });

  it('do not count subqueries', () => {
    expect(found(`${knex} await db('users').whereIn('id', db('orders').select('user_id'));`)).toEqual(['read users db']);
    expect(found(`${drizzle} await db.select().from(users).where(exists(db.select().from(orders)));`)).toEqual(['read users db.select']);
  });

  it('count a query that is kept and refined once, where it runs', () => {
    expect(found(`${knex} let query = db('posts').where({}); if (a) query = query.limit(1); query.orderBy('b'); const rows = await query;`)).toEqual(['read posts db']);
    expect(found(`${knex} const query = db('posts').where({}); const count = await query.count();`)).toEqual(['read posts query.count']);
  });

  it('count what is executed, not what is built for later', () => {
    expect(found("import { Kysely } from 'kysely'; async function f(db: Kysely<DB>) { const sub = db.selectFrom('pets').select('id'); await db.insertInto('people').values({}).execute(); return db.selectFrom('people').selectAll().executeTakeFirst(); }"))
      .toEqual(['write people db.insertInto().values().execute', 'read people db.selectFrom().selectAll().executeTakeFirst']);
  });

  it('name the table object', () => {
    expect(found(`${drizzle} await db.insert(users).values({}); await db.query.posts.findMany(); return_(await db.select().from(schema.tags));`))
      .toEqual(['write users db.insert', 'read posts db.query.posts.findMany', 'read tags db.select']);
  });
});

describe('SQL', () => {
  it('is read or write by its verb, with its table', () => {
    expect(found("import { Pool } from 'pg'; const pool = new Pool(); await pool.query('SELECT * FROM users'); await pool.query(`UPDATE public.\"users\" SET a = ${b}`); await pool.query({ text: 'delete from orders' }); await pool.query('WITH old AS (DELETE FROM jobs RETURNING *) SELECT * FROM old');"))
      .toEqual(['read users pool.query', 'write users pool.query', 'write orders pool.query', 'write jobs pool.query']);
  });

  it('is raw where its text cannot be seen, and schema where it makes tables', () => {
    expect(found("import { Pool } from 'pg'; const pool = new Pool(); await pool.query(text); await pool.query('CREATE TABLE IF NOT EXISTS users (id int)');"))
      .toEqual(['raw - pool.query', 'schema users pool.query']);
  });

  it('does not count transaction control', () => {
    expect(found("import { Pool } from 'pg'; const pool = new Pool(); const client = await pool.connect(); await client.query('BEGIN'); await client.query('INSERT INTO a VALUES (1)'); await client.query('COMMIT');"))
      .toEqual(['write a client.query']);
  });

  it('counts executed templates, not fragments', () => {
    expect(found(`${postgres} const where = sql\`where id = \${id}\`; await sql\`select * from users \${where}\`; const rows = items.map((item) => sql\`(\${item})\`); await sql\`insert into a values \${sql(rows)}\`;`))
      .toEqual(['read users sql', 'write a sql']);
    expect(found(`${postgres} await Promise.all(items.map((item) => sql\`insert into a values (\${item})\`));`)).toEqual(['write a sql']);
    expect(found(`${postgres} const where = sql\`where id = \${id}\`; await sql\`select * from users \${where} \${sql\`limit 1\`}\`;`)).toEqual(['read users sql']);
    expect(found(`${drizzle} const part = sql\`now()\`; await db.execute(sql\`select 1\`);`)).toEqual(['read - db.execute probe']);
  });

  it('knows probes', () => {
    expect(found(`${prisma} await prisma.$queryRaw\`SELECT 1\`;`)).toEqual(['read - prisma.$queryRaw probe']);
    expect(found("import { MongoClient } from 'mongodb'; const db = new MongoClient(url).db('a'); await db.command({ ping: 1 });")[0]).toMatch(/probe$/u);
  });
});

describe('what is no database call', () => {
  it.each<[string, string]>([
    ['a cache', "import Redis from 'ioredis'; const redis = new Redis(); await redis.set('a', 'b'); await redis.get('a');"],
    ['object storage', "import { createClient } from '@supabase/supabase-js'; const client = createClient(a, b); await client.storage.from('files').upload('a', b);"],
    ['a command object of the same look', "import { CreateUserCommand } from './commands'; await bus.execute(CreateUserCommand.create({ name }));"],
    ['a token of an auth library', 'const token = await auth.issue(); await token.save(); session.destroy();'],
    ['a table object that is only described', "import { pgTable, text } from 'drizzle-orm/pg-core'; export const users = pgTable('users', { name: text('name') });"],
    ['an AWS command that is not sent', "import { PutCommand } from '@aws-sdk/lib-dynamodb'; const command = new PutCommand({ TableName: 'a' });"],
    ['making an entity', "import { Repository } from 'typeorm'; function f(users: Repository<User>) { return users.create({ name }); }"],
    ['a schema', "import { Schema } from 'mongoose'; new Schema({}).index({ name: 1 });"],
  ])('%s', (_, code) => {
    expect(found(code)).toEqual([]);
  });
});

describe('database calls through other files', () => {
  let project: Project | undefined;
  afterEach(() => {
    project?.remove();
    project = undefined;
  });

  function across(files: Record<string, string>, code: string, settings = defaultSettings): string[] {
    project = projectOf({ 'package.json': { dependencies: { '@prisma/client': '6', mongoose: '8' } }, ...files });
    return found(code, { context: { filename: project.path('src/a.ts'), cwd: project.root, host: nodeHost(), parser: tsParser, languageOptions: { ecmaVersion: 2024, sourceType: 'module' }, settings } });
  }

  it('go through an imported client and model', () => {
    const files = { 'src/db.ts': "import { PrismaClient } from '@prisma/client';\nexport const db = globalThis.db ?? new PrismaClient();", 'src/user.ts': "import mongoose from 'mongoose';\nexport default mongoose.models.User || mongoose.model('User', new mongoose.Schema({}));" };
    expect(across(files, "import { db } from './db'; import User from './user'; await db.post.update({}); await User.find({});")).toEqual(['write post db.post.update', 'read User User.find']);
    expect(across(files, "import { db } from './db'; await db.post.update({});", { ...defaultSettings, crossFile: false })).toEqual([]);
  });

  it('go through an injected class that extends a client', () => {
    const files = { 'src/prisma.service.ts': "import { PrismaClient } from '@prisma/client';\nexport class PrismaService extends PrismaClient { async onModuleInit() { await this.$connect(); } }" };
    expect(across(files, "import { PrismaService } from './prisma.service'; class A { constructor(private readonly prisma: PrismaService) {} list() { return this.prisma.user.findMany(); } }")).toEqual(['read user this.prisma.user.findMany']);
  });
});
