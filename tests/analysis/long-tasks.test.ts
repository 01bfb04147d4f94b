import { describe, expect, it } from 'vitest';
import { bulkLoops } from '../../src/analysis/bulk-loops.js';
import { longTasks } from '../../src/analysis/long-tasks.js';
import { callsOfExports } from '../../src/analysis/named-exports.js';
import { queuesAt } from '../../src/analysis/queues.js';
import { handlers } from '../../src/analysis/handlers.js';
import { hasWaitingCaller } from '../../src/analysis/waiting-callers.js';
import { nodeOf, sourceOf } from '../helpers/source.js';

const tasks = (code: string) => longTasks(sourceOf(code)).map(({ node, does, kind }) => `${node.callee.type === 'MemberExpression' && node.callee.property.type === 'Identifier' ? node.callee.property.name : 'call'}: ${does} (${kind})`);

describe('long tasks', () => {
  it.each([
    ["import { createTransport } from 'nodemailer'; createTransport({}).sendMail({});", ['sendMail: sends mail (delivery)']],
    ["import mail from '@sendgrid/mail'; mail.setApiKey('k'); mail.send({});", ['send: sends mail (delivery)']],
    ["import Mailgun from 'mailgun.js'; const client = new Mailgun(FormData).client({}); client.messages.create('d', {}); client.lists.get('l');", ['create: sends mail (delivery)']],
    ["import { LoopsClient } from 'loops'; const loops = new LoopsClient('k'); loops.sendTransactionalEmail({}); loops.createContact({});", ['sendTransactionalEmail: sends mail (delivery)']],
    ["import { BrevoClient } from '@getbrevo/brevo'; const brevo = new BrevoClient({}); brevo.transactionalEmails.sendTransacEmail({}); brevo.transactionalSms.sendTransacSms({});", ['sendTransacEmail: sends mail (delivery)', 'sendTransacSms: sends a text message (delivery)']],
    ["import { EmailClient } from '@azure/communication-email'; new EmailClient('c').beginSend({});", ['beginSend: sends mail (delivery)']],
    ["import { Client } from 'plivo'; new Client().messages.create({});", ['create: sends a text message (delivery)']],
    ["import { Vonage } from '@vonage/server-sdk'; new Vonage({}).sms.send({});", ['send: sends a text message (delivery)']],
    ["import { getMessaging } from 'firebase-admin/messaging'; getMessaging().sendEachForMulticast({});", ['sendEachForMulticast: sends push notifications (delivery)']],
    ["import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'; const c = new SESv2Client({}); c.send(new SendEmailCommand({})); c.send(other);", ['send: sends mail (delivery)']],
    ["import { chromium } from 'playwright'; const browser = await chromium.launch(); const page = await browser.newPage(); await page.pdf();", ['launch: drives a browser (work)', 'newPage: drives a browser (work)', 'pdf: drives a browser (work)']],
    ["import { mdToPdf } from 'md-to-pdf'; mdToPdf({});", ['call: starts a browser to print a PDF (work)']],
    ["import { renderToFile } from '@react-pdf/renderer'; renderToFile(doc, 'a.pdf');", ['call: renders a PDF (work)']],
    ["import { Workbook } from 'exceljs'; const book = new Workbook(); book.xlsx.readFile('a'); book.xlsx.writeFile('a');", ['writeFile: writes a workbook (work)']],
    ["import { Jimp } from 'jimp'; for (const name of names) { const image = await Jimp.read(name); await image.write(name); }", ['write: encodes an image on the main thread per element (work)']],
    ["import { Jimp } from 'jimp'; const image = await Jimp.read('a'); await image.write('b');", []],
    ["import { createWorker } from 'tesseract.js'; const worker = await createWorker('eng'); await worker.recognize('a.png');", ['recognize: reads the text off an image (work)']],
    ["import { WebClient } from '@slack/web-api'; new WebClient('t').chat.postMessage({});", []],
  ])('%s', (code, expected) => {
    expect(tasks(code)).toEqual(expected);
  });
});

const prisma = "import { PrismaClient } from '@prisma/client'; const prisma = new PrismaClient();\n";

describe('loops over unbounded results', () => {
  it.each([
    ['async function f() { const rows = await prisma.hook.findMany(); for (const row of rows) { await fetch(row.url); } }', 'calls'],
    ['async function f() { for (const row of await prisma.hook.findMany({ where: { on: true } })) { await fetch(row.url); } }', 'calls'],
    ['async function f() { const rows = await prisma.user.findMany({ select: { id: true } }); await Promise.all(rows.filter(ok).map((row) => prisma.user.update({ where: row, data: {} }))); }', 'writes'],
  ])('%s', (code, does) => {
    expect(bulkLoops(sourceOf(prisma + code)).map((loop) => loop.does)).toEqual([does]);
  });

  it.each([
    'async function f() { const rows = await prisma.hook.findMany({ take: 5 }); for (const row of rows) { await fetch(row.url); } }',
    'async function f(rows) { for (const row of rows) { await fetch(row.url); } }',
    'async function f() { const row = await prisma.hook.findUnique({ where: {} }); for (const url of row.urls) { await fetch(url); } }',
    'async function f() { const rows = await prisma.hook.findMany(); for (const row of rows) { check(row); } await fetch("https://a.example"); }',
    'async function f() { const rows = await prisma.user.findMany({ where: { id } }); for (const row of rows) { await prisma.user.delete({ where: row }); } }',
  ])('not in: %s', (code) => {
    expect(bulkLoops(sourceOf(prisma + code))).toEqual([]);
  });
});

describe('calls of exports that options name', () => {
  const named = (code: string, ...entries: string[]) => {
    const source = sourceOf(code);
    return callsOfExports(source, entries).map((call) => source.getText(call));
  };
  it('finds named, default, namespace and required exports, also of files of the project', () => {
    expect(named("import { send as go, other } from '@acme/mail'; go(1); other(2); send(3);", '@acme/mail.send')).toEqual(['go(1)']);
    expect(named("import mail from 'mail'; mail.send(1); mail(2);", 'mail')).toEqual(['mail.send(1)', 'mail(2)']);
    expect(named("import * as mail from './lib/mail'; mail.send(1); mail.other(2);", './lib/mail.send')).toEqual(['mail.send(1)']);
    expect(named("const mail = require('mail.js'); mail.send(1); require('mail.js').send(2); const { send } = require('mail.js'); send(3); mail.x.send(4);", 'mail.js.send')).toEqual(['mail.send(1)', "require('mail.js').send(2)", 'send(3)']);
  });
  it('finds nothing else', () => {
    expect(named("import { send } from 'mailbox'; send(1);", 'mail', 'mail.send')).toEqual([]);
    expect(named("import { send } from 'mail'; handle(send); send.call(x);", 'mail.send')).toEqual([]);
  });
});

describe('queues in scope', () => {
  const queues = (code: string) => {
    const source = sourceOf(code);
    return queuesAt(source, nodeOf(source, 'CallExpression', 'here()')).map(({ name, method }) => `${name}.${method}`);
  };
  it('are variables and fields that take jobs by name', () => {
    expect(queues("import { Queue, Worker } from 'bullmq'; const q = new Queue('q'); const w = new Worker('q', run); function f() { here(); }")).toEqual(['q.add']);
    expect(queues("import { Queue } from 'bullmq'; class A { constructor(private readonly jobs: Queue) {} f() { here(); } }")).toEqual(['this.jobs.add']);
    expect(queues("import { Queue } from 'bullmq'; class A { jobs = new Queue('a'); f() { here(); this.jobs.getJobs(); } }")).toEqual(['this.jobs.add']);
  });
  it('are not hidden ones, nor those of another class or function', () => {
    expect(queues("import { Queue } from 'bullmq'; const q = new Queue('q'); function f(q) { here(); }")).toEqual([]);
    expect(queues("import { Queue } from 'bullmq'; class A { constructor(private readonly jobs: Queue) {} } class B { f() { here(); } }")).toEqual([]);
    expect(queues("import { Queue } from 'bullmq'; function g() { const q = new Queue('q'); } function f() { here(); }")).toEqual([]);
  });
});

describe('handlers whose caller waits', () => {
  const answers = (code: string, filename = '/app/a.ts') => {
    const source = sourceOf(code, { filename });
    return handlers(source).map((handler) => hasWaitingCaller(source, handler));
  };
  it('are those of requests', () => {
    expect(answers("import express from 'express'; express().post('/a', (req, res) => res.end());")).toEqual([true]);
    expect(answers("import type { APIGatewayProxyEvent } from 'aws-lambda'; export const handler = async (event: APIGatewayProxyEvent) => ({ statusCode: 200 });")).toEqual([true]);
  });
  it('are those of calls between services that are answered', () => {
    const consumer = (result: string) => `import { Controller } from '@nestjs/common'; import { MessagePattern } from '@nestjs/microservices'; @Controller() export class Exports { @MessagePattern('export') async run(data: object): ${result} { return save(data); } }`;
    expect(answers(consumer('Promise<number>'))).toEqual([true]);
    expect(answers(consumer('Promise<void>'))).toEqual([false]);
  });
  it('are not those of jobs, schedules and events, nor requests of schedulers', () => {
    expect(answers("import { Worker } from 'bullmq'; new Worker('a', async (job) => {});")).toEqual([false]);
    expect(answers("import type { S3Event } from 'aws-lambda'; export const handler = async (event: S3Event) => {};")).toEqual([false]);
    expect(answers("import express from 'express'; express().post('/cron/daily', (req, res) => res.end());")).toEqual([false]);
    expect(answers("import express from 'express'; express().post('/a', (req, res) => res.end());", '/app/routes/queue/a.ts')).toEqual([false]);
    expect(answers("import express from 'express'; express().post('/a', (req, res) => { if (!isCronRequest(req)) return; res.end(); });")).toEqual([false]);
  });
});
