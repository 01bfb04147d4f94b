import { describe, expect, it } from 'vitest';
import { usesOf } from '../../src/analysis/facts.js';
import type { Role } from '../../src/catalog/schema.js';
import { sourceOf } from '../helpers/source.js';

/** The texts of what is called, constructed or decorated with a role. */
function callees(code: string, ...roles: Role[]): string[] {
  const source = sourceOf(code);
  return usesOf(source, ...roles).map(({ node }) => {
    const callee = node.type === 'TaggedTemplateExpression' ? node.tag : node.type === 'Decorator' ? node.expression : node.callee;
    return source.getText(callee).replace(/\s+/gu, '');
  });
}

/** Whether the first expensive construction in the code belongs to the process, and when it connects. */
function resource(code: string): string | undefined {
  const [use] = usesOf(sourceOf(code), 'expensive-client');
  const { singleton, connects } = use?.action.resource ?? {};
  return use && `${singleton} ${connects}`;
}

describe('what is dear to build', () => {
  it.each([
    [`import Redis from 'ioredis'; new Redis();`, 'yes construct'],
    [`import { Redis } from 'ioredis'; new Redis.Cluster([]);`, 'yes construct'],
    [`import { createClient } from 'redis'; const client = await createClient().on('error', log).connect();`, 'yes explicit'],
    [`import pg from 'pg'; const { Pool } = pg; new Pool();`, 'yes first-use'],
    [`const { Client } = require('pg'); new Client();`, 'yes explicit'],
    [`import mysql from 'mysql2/promise'; await mysql.createConnection({});`, 'yes construct'],
    [`import * as mysql from 'mysql2'; mysql.createPool({});`, 'yes first-use'],
    [`import { MongoClient } from 'mongodb'; await MongoClient.connect(url);`, 'yes construct'],
    [`import { MongoClient } from 'mongodb'; new MongoClient(url);`, 'yes first-use'],
    [`import mongoose from 'mongoose'; await mongoose.connect(url);`, 'yes construct'],
    [`import { PrismaClient } from '@prisma/client'; new PrismaClient();`, 'yes first-use'],
    [`import { PrismaClient } from '../generated/prisma/client.js'; new PrismaClient();`, 'yes first-use'],
    [`import { DataSource } from 'typeorm'; new DataSource({});`, 'yes explicit'],
    [`const Sequelize = require('sequelize'); new Sequelize(url);`, 'yes first-use'],
    [`import knex from 'knex'; knex({});`, 'yes first-use'],
    [`import postgres from 'postgres'; postgres(url);`, 'yes first-use'],
    [`import { drizzle } from 'drizzle-orm/node-postgres'; drizzle(url);`, 'yes first-use'],
    [`import { MikroORM } from '@mikro-orm/postgresql'; await MikroORM.init();`, 'yes varies'],
    [`import neo4j from 'neo4j-driver'; neo4j.driver(url);`, 'yes first-use'],
    [`import { pipeline } from '@huggingface/transformers'; await pipeline('x');`, 'yes loads'],
    [`import { AutoTokenizer } from '@xenova/transformers'; await AutoTokenizer.from_pretrained('x');`, 'yes loads'],
    [`import puppeteer from 'puppeteer'; await puppeteer.launch();`, 'yes spawns'],
    [`import { chromium } from 'playwright'; await chromium.launch();`, 'yes spawns'],
    [`require('dotenv').config();`, 'yes never'],
    [`import OpenAI from 'openai'; new OpenAI();`, 'prefer never'],
    [`import { S3Client } from '@aws-sdk/client-s3'; new S3Client({});`, 'prefer never'],
    [`import Stripe from 'stripe'; new Stripe(key);`, 'prefer never'],
    [`import { createTransport } from 'nodemailer'; createTransport({});`, 'yes first-use'],
    [`import { LRUCache } from 'lru-cache'; new LRUCache({ max: 1 });`, undefined],
    [`import DataLoader from 'dataloader'; new DataLoader(batch);`, undefined],
  ])('%s', (code, expected) => {
    expect(resource(code)).toBe(expected);
  });
});

describe('what holds the event loop', () => {
  it.each([
    [`import fs from 'fs'; fs.readFileSync(p); fs.promises.readFile(p);`, ['fs.readFileSync']],
    [`import { readFileSync as read, existsSync } from 'node:fs'; read(p); existsSync(p);`, ['read', 'existsSync']],
    [`import { readFile } from 'node:fs/promises'; await readFile(p);`, []],
    [`const { execSync } = require('child_process'); execSync('ls');`, ['execSync']],
    [`import * as crypto from 'crypto'; crypto.scryptSync(a, b, 64); crypto.randomUUID();`, ['crypto.scryptSync']],
    [`import bcrypt from 'bcryptjs'; bcrypt.hashSync(p, 10); await bcrypt.hash(p, 10);`, ['bcrypt.hashSync']],
    [`import fse from 'fs-extra'; fse.readJsonSync(p); await fse.readJson(p);`, ['fse.readJsonSync']],
    [`import Database from 'better-sqlite3'; const db = new Database('x'); db.prepare('SELECT 1').get();`, [`db.prepare('SELECT1').get`]],
    [`Atomics.wait(a, 0, 0);`, ['Atomics.wait']],
  ])('%s', (code, expected) => {
    expect(callees(code, 'blocking')).toEqual(expected);
  });
});

describe('reads and writes', () => {
  it.each([
    [`import { PrismaClient } from '@prisma/client'; const db = new PrismaClient(); db.user.findMany(); db.user.create({}); db.$transaction(async (tx) => { await tx.order.update({}); });`,
      ['db.user.findMany'], ['db.user.create', 'tx.order.update']],
    [`import type { Repository } from 'typeorm'; class S { constructor(private users: Repository<User>) {} f() { return this.users.findOneBy({}).then(() => this.users.save({})); } }`,
      ['this.users.findOneBy'], ['this.users.save']],
    [`import mongoose from 'mongoose'; const User = mongoose.model('User', schema); const user = await User.findById(id).lean(); await user.save(); await User.create({}); await new User().save();`,
      ['User.findById'], ['user.save', 'User.create', 'newUser().save']],
    [`import { Model } from 'sequelize'; class User extends Model {} await User.findAll(); const u = await User.create({}); await u.destroy();`,
      ['User.findAll'], ['User.create', 'u.destroy']],
    [`import { MongoClient } from 'mongodb'; const users = new MongoClient(url).db().collection('users'); await users.find({}).sort({}).toArray(); users.insertOne({});`,
      ['users.find'], ['users.insertOne']],
    [`import { drizzle } from 'drizzle-orm/postgres-js'; const db = drizzle(sql); await db.select().from(t); await db.query.users.findMany(); await db.insert(t).values({});`,
      ['db.select', 'db.query.users.findMany'], ['db.insert']],
    [`import { Kysely } from 'kysely'; const db = new Kysely({ dialect }); await db.selectFrom('a').selectAll().execute(); await db.deleteFrom('a').where('b', '=', 1).execute();`,
      [`db.selectFrom('a').selectAll().execute`], [`db.deleteFrom('a').where('b','=',1).execute`]],
    [`import knex from 'knex'; const db = knex({}); await db('users').where({}).first(); await db('users').insert({});`,
      [`db('users').where({}).first`], [`db('users').insert`]],
    [`import Redis from 'ioredis'; const redis = new Redis(); await redis.get('a'); await redis.setex('a', 1, 'b'); await redis.pipeline().get('c').exec();`,
      ['redis.get'], ['redis.setex', `redis.pipeline().get('c').exec`]],
    [`import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'; client.send(new GetItemCommand({})); client.send(new PutItemCommand({}));`,
      ['GetItemCommand'], ['PutItemCommand']],
  ])('%s', (code, reads, writes) => {
    expect(callees(code, 'read')).toEqual(reads);
    expect(callees(code, 'write')).toEqual(writes);
  });
});

describe('questions to models', () => {
  it.each([
    [`import OpenAI from 'openai'; const ai = new OpenAI(); await ai.chat.completions.create({}); await ai.responses.create({}); ai.embeddings.create({});`, ['ai.chat.completions.create', 'ai.responses.create']],
    [`const { OpenAI } = require('openai'); const ai = new OpenAI(); await ai.chat.completions.create({});`, ['ai.chat.completions.create']],
    [`import Anthropic from '@anthropic-ai/sdk'; class A { client = new Anthropic(); f() { return this.client.messages.create({}); } }`, ['this.client.messages.create']],
    [`import { generateText, streamText } from 'ai'; await generateText({}); streamText({});`, ['generateText']],
    [`import { run, Agent } from '@openai/agents'; await run(new Agent({}), 'x');`, ['run']],
    [`import { ChatOpenAI } from '@langchain/openai'; const model = new ChatOpenAI({}); await model.invoke('x'); await model.pipe(parser).invoke('y'); await model.stream('z');`, ['model.invoke', 'model.pipe(parser).invoke']],
    [`import { ChatPromptTemplate } from '@langchain/core/prompts'; const chain = ChatPromptTemplate.fromMessages([]).pipe(model); await chain.invoke({});`, ['chain.invoke']],
    [`import { StateGraph } from '@langchain/langgraph'; const app = new StateGraph(S).addNode('a', a).compile(); await app.invoke({});`, ['app.invoke']],
    [`import { GoogleGenAI } from '@google/genai'; const ai = new GoogleGenAI({}); await ai.models.generateContent({}); const chat = ai.chats.create({}); await chat.sendMessage({});`, ['ai.models.generateContent', 'chat.sendMessage']],
    [`import { Agent } from '@mastra/core/agent'; const a = new Agent({}); await a.generate('x');`, ['a.generate']],
    [`import ollama from 'ollama'; await ollama.chat({});`, ['ollama.chat']],
    [`import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime'; const c = new BedrockRuntimeClient(); await c.send(new ConverseCommand({}));`, ['c.send']],
  ])('%s', (code, expected) => {
    expect(callees(code, 'agent-call')).toEqual(expected);
  });

  it('knows which of them remember', () => {
    const source = sourceOf(`import { GoogleGenAI } from '@google/genai'; const ai = new GoogleGenAI({}); ai.models.generateContent({}); ai.chats.create({}).sendMessage({});`);
    expect(usesOf(source, 'agent-call').map((use) => use.action.stateful === true)).toEqual([false, true]);
  });
});

describe('calls to others', () => {
  it.each([
    [`import axios from 'axios'; await axios.get(u); await axios({}); const api = axios.create(); await api.post(u, {});`, ['axios.get', 'axios', 'api.post']],
    [`await fetch(u);`, ['fetch']],
    [`import got from 'got'; await got(u).json(); got.extend({}).get(u);`, ['got', 'got.extend({}).get']],
    [`import { request, Agent } from 'undici'; await request(u);`, ['request']],
  ])('%s', (code, expected) => {
    expect(callees(code, 'http-call')).toEqual(expected);
  });
});

it('tells waiting, validating and remembering apart', () => {
  expect(callees(`import { setTimeout as sleep } from 'node:timers/promises'; await sleep(1);`, 'sleep')).toEqual(['sleep']);
  expect(callees(`import { z } from 'zod'; const S = z.object({ a: z.string().min(1) }); S.parse(body); S.array().optional().safeParse(body);`, 'validator')).toEqual(['S.parse', 'S.array().optional().safeParse']);
  expect(callees(`import once from 'lodash/once'; const get = once(() => make());`, 'memoize')).toEqual(['once']);
  expect(callees(`import path from 'path'; path.join(a, b); new URL(a); Number(b);`, 'pure')).toEqual(['path.join', 'URL', 'Number']);
});
