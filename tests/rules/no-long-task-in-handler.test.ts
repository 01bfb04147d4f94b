import dedent from 'dedent';
import { setHost } from '../../src/kit/host-slot.js';
import rule from '../../src/rules/p011-event-driven/no-long-task-in-handler.js';
import { testRule } from '../helpers/rule-tester.js';

/** A project in memory: a mail service over a transport of another file, and what stands around it. */
const files: Record<string, string> = {
  '/app/transport.ts': "import nodemailer from 'nodemailer'; export const transport = nodemailer.createTransport({ host: 'mail' });",
  '/app/mail.service.ts': dedent`
    import { Injectable } from '@nestjs/common';
    import { MailerService } from '@nestjs-modules/mailer';
    @Injectable()
    export class MailService {
      constructor(private readonly mailer: MailerService) {}
      async welcome(user) { await this.mailer.sendMail({ to: user.email }); }
      async later(user) { this.mailer.sendMail({ to: user.email }).catch(report); }
      async testMail(user) { await this.mailer.sendMail({ to: user.email }); }
    }
  `,
  '/app/users.service.ts': dedent`
    import { Injectable } from '@nestjs/common';
    import { MailService } from './mail.service';
    @Injectable()
    export class UsersService {
      constructor(private readonly mail: MailService) {}
      async create(dto) { const user = await this.save(dto); await this.mail.welcome(user); return user; }
      async createQuietly(dto) { const user = await this.save(dto); void this.mail.welcome(user); return user; }
      async createLater(dto) { await this.mail.later(dto); }
      async save(dto) { return dto; }
    }
  `,
  '/app/notify.ts': "import { transport } from './transport'; export async function notify(to) { await transport.sendMail({ to }); }",
  '/app/pdf.ts': dedent`
    import puppeteer from 'puppeteer';
    export async function render(html) { const browser = await puppeteer.launch(); const page = await browser.newPage(); await page.setContent(html); const pdf = await page.pdf(); await browser.close(); return pdf; }
    export async function archive(html) { const browser = await puppeteer.launch(); const page = await browser.newPage(); await page.setContent(html); await store(await page.pdf()); await browser.close(); }
    export async function archived(html) { const browser = await puppeteer.launch(); const page = await browser.newPage(); await page.setContent(html); await store(await page.pdf()); await browser.close(); return nextId(); }
    export async function send(html, res) { const browser = await puppeteer.launch(); const page = await browser.newPage(); res.end(await page.pdf()); }
  `,
  '/app/wrap.ts': "import { notify } from './notify'; export async function a(x) { await b(x); } async function b(x) { await c(x); } async function c(x) { await d(x); } async function d(x) { await notify(x); }",
  '/app/invite.ts': "import { notify } from './notify'; import type { Request, Response } from 'express'; export default async function invite(req: Request, res: Response) { for (const to of req.body.list) await notify(to); res.json({ ok: true }); }",
  '/app/ses.ts': "import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2'; export const open = (given) => new SESv2Client({ credentials: given }); export async function sendEmail(client: SESv2Client, to) { return client.send(new SendEmailCommand({ to })); }",
  '/app/embed.ts': "import { embedMany } from 'ai'; export async function similar(texts) { const { embeddings } = await embedMany({ model, values: texts }); return index.query(embeddings); }",
  '/app/deliver.ts': "import { transport } from './transport'; export const deliver = async (to) => { const info = await transport.sendMail({ to }); return info; };",
  '/app/admit.ts': "import { transport } from './transport'; export async function admit(to) { try { await transport.sendMail({ to }); } catch { return { failed: true }; } return store.create({ to }).then((guest) => guest) && (await store.find(to)); }",
  '/app/told.ts': dedent`
    import { transport } from './transport';
    import { queue } from 'acme-queue';
    export async function told(to) { try { await transport.sendMail({ to }); return true; } catch (error) { console.error(error); return false; } }
    export async function strict(to) { try { await transport.sendMail({ to }); } catch (error) { console.error(error); throw error; } }
    export async function thrower(to) { try { await transport.sendMail({ to }); } catch (error) { console.error(error); return throwErr('mail'); } }
    export async function sendMagicLink(to) { try { await transport.sendMail({ to }); } catch (error) { console.error(error); } }
    export async function mailSoon(to) { if (queue.ready) { await enqueueJob(to); return; } try { await transport.sendMail({ to }); } catch (error) { console.error(error); } }
    export async function order(dto) { const row = await store.insert(dto); await notice(row); return row; }
    async function notice(row) { try { await transport.sendMail({ to: row.email }); } catch (error) { console.error(error); } }
  `,
  '/app/pay.ts': "import { charge } from 'acme-pay'; export async function pay(order) { await charge(order); }",
};
setHost({
  resolve: (specifier, from) => (specifier.startsWith('./') && from.startsWith('/app/') && files[`/app/${specifier.slice(2)}.ts`] !== undefined ? `/app/${specifier.slice(2)}.ts` : undefined),
  read: (file) => (files[file] === undefined ? undefined : { text: files[file], modified: 1 }),
  manifest: () => undefined,
});

const app = "import express from 'express'; const app = express();";
const mail = `${app} import nodemailer from 'nodemailer'; const transport = nodemailer.createTransport({ host: 'mail' });`;
const nest = "import { Body, Controller, Get, Post } from '@nestjs/common';";
const browser = `${app} import puppeteer from 'puppeteer';`;
const cjs = { language: 'js', sourceType: 'commonjs' } as const;
const frames = (options: string) => `${app} import ffmpeg from 'fluent-ffmpeg'; app.post('/v', async (req, res) => { await new Promise((resolve) => { ffmpeg(req.file.path).on('end', resolve).screenshots(${options}); }); res.end(); });`;
const inApp = { filename: '/app/a.ts' } as const;
const prisma = `${app} import { PrismaClient } from '@prisma/client'; const prisma = new PrismaClient();`;

interface Case { code: string; options?: object }

/** The same cases with an option that reports single messages whatever becomes of their outcome. */
function withAll<T extends Case>(cases: Record<string, string | T>): Record<string, T> {
  return Object.fromEntries(Object.entries(cases).map(([name, one]) => {
    const given = typeof one === 'string' ? ({ code: one } as T) : one;
    return [name, { ...given, options: { messages: 'all', ...given.options } }];
  }));
}

const saved = `${mail} import { orders, log } from './orders';`;

testRule(rule, {
  valid: {
    ...withAll({
    'mail at start-up': `${mail} transport.sendMail({ to: 'ops' }); app.get('/', (req, res) => res.end());`,
    'no handler': `${mail} export async function send(to) { await transport.sendMail({ to }); }`,
    'left alone with a catch': `${mail} app.post('/a', async (req, res) => { transport.sendMail({ to: req.body.to }).catch(report); res.end(); });`,
    'left alone with then and catch': `${mail} app.post('/a', (req, res) => { transport.sendMail({ to: req.body.to }).then((info) => log(info)).catch((error) => log(error)); res.end(); });`,
    'void': `${mail} app.post('/a', async (req, res) => { void transport.sendMail({ to: req.body.to }); res.end(); });`,
    'callback that only logs': `${mail} app.post('/a', (req, res) => { transport.sendMail({ to: req.body.to }, (error) => { if (error) log(error); }); res.end(); });`,
    'awaited with a callback, which gives no promise': `${mail} app.post('/a', async (req, res) => { await transport.sendMail({ to: req.body.to }, (error) => log(error)); res.end(); });`,
    'after the answer': `${mail} app.post('/a', async (req, res) => { res.json({ ok: true }); await transport.sendMail({ to: req.body.to }); });`,
    'answered in an outer block': `${mail} app.post('/a', async (req, res) => { res.status(202).end(); if (req.body.to) { await transport.sendMail({ to: req.body.to }); } });`,
    'in forEach, which waits for nobody': `${mail} app.post('/a', async (req, res) => { req.body.list.forEach(async (to) => { await transport.sendMail({ to }); }); res.end(); });`,
    'in a timer': `${mail} app.post('/a', async (req, res) => { setTimeout(async () => { await transport.sendMail({ to: 'a' }); }, 10); res.end(); });`,
    'handed to after': "import { after } from 'next/server'; import { Resend } from 'resend'; const resend = new Resend(key); export async function POST(request: Request) { after(async () => { await resend.emails.send({ to: 'a' }); }); return Response.json({}); }",
    'handed to waitUntil': "import { Hono } from 'hono'; import { Resend } from 'resend'; const app = new Hono(); app.post('/a', (c) => { const resend = new Resend(c.env.KEY); c.executionCtx.waitUntil(resend.emails.send({ to: 'a' })); return c.json({}); });",
    'promise in a variable that nobody awaits': `${mail} app.post('/a', async (req, res) => { const sending = transport.sendMail({ to: 'a' }); sending.catch(report); res.end(); });`,
    'queue consumer': "import { Worker } from 'bullmq'; import nodemailer from 'nodemailer'; const transport = nodemailer.createTransport({}); new Worker('mail', async (job) => { await transport.sendMail(job.data); });",
    'cron job': "import cron from 'node-cron'; import nodemailer from 'nodemailer'; const transport = nodemailer.createTransport({}); cron.schedule('0 * * * *', async () => { await transport.sendMail({ to: 'a' }); });",
    'event listener': "import { OnEvent } from '@nestjs/event-emitter'; import { MailerService } from '@nestjs-modules/mailer'; class Listener { constructor(private mailer: MailerService) {} @OnEvent('user.created') async created(user) { await this.mailer.sendMail({ to: user.email }); } }",
    'request that only own jobs can send': `${mail} app.post('/notify', async (req, res) => { const token = req.headers.authorization?.split(' ')[1]; if (token !== process.env.INTERNAL_API_KEY) return res.status(401).end(); await transport.sendMail({ to: req.body.to }); res.json({ ok: true }); });`,
    'request that only own workers can send': `${mail} app.post('/notify', async (req, res) => { if (req.headers.authorization !== \`Bearer \${process.env.WORKER_SECRET}\`) return res.status(401).end(); await transport.sendMail({ to: req.body.to }); res.json({ ok: true }); });`,
    'all handed on to a handler of another file, where it is reported': { ...inApp, code: `import type { Request, Response } from 'express'; import invite from './invite'; export default async function handler(req: Request, res: Response) { return invite(req, res); }` },
    'an account that the caller brings along': `${app} import nodemailer from 'nodemailer'; app.post('/tools/smtp', async (req, res) => { const { body } = await parseRequest(req); const transport = nodemailer.createTransport({ host: body.host, auth: { user: body.user, pass: body.smtpPassword } }); const sent = await transport.sendMail({ to: body.to }); res.json({ id: sent.messageId }); });`,
    'a key that the caller brings along': { code: "import { Resend } from 'resend'; export async function POST(request: Request) { const data = await request.json(); const resend = new Resend(data.resendApiKey); await resend.emails.send({ to: data.to }); return Response.json({ ok: true }); }", filename: '/app/app/api/mail/route.ts' },
    'a client with the key of the caller, handed to another file': { ...inApp, code: `${app} import { open, sendEmail } from './ses'; app.post('/tools/ses', async (req, res) => { const client = open({ accessKeyId: req.body.accessKeyId, secretAccessKey: req.body.secretAccessKey }); res.json(await sendEmail(client, req.body.to)); });` },
    'embeddings for answers that are streamed by a function over the response': { ...inApp, code: `${app} import { similar } from './embed'; app.post('/answers', async (req, res) => { const send = eventsOf(res); const found = await similar(req.body.questions); await Promise.all(req.body.questions.map(async (question, i) => { const near = found[i] || []; const answer = await answerFrom(question, near); send({ type: 'answer', text: answer.text }); })); res.end(); });` },
    'embeddings for answers that are streamed by an own function': { ...inApp, code: `${app} import { similar } from './embed'; app.post('/answers', async (req, res) => { const send = (event: object) => { res.write(JSON.stringify(event)); }; const found = await similar(req.body.questions); send({ found }); res.end(); });` },
    'request of a scheduler': { code: "import { Resend } from 'resend'; const resend = new Resend(key); export async function GET() { await resend.emails.send({ to: 'a' }); return Response.json({}); }", filename: '/app/app/api/cron/digest/route.ts' },
    'request that a scheduler signs': { code: `${mail} app.post('/digest', async (req, res) => { if (req.headers.authorization !== process.env.CRON_SECRET) return res.sendStatus(401); await transport.sendMail({ to: 'a' }); res.end(); });` },
    'Lambda of a queue': "import type { SQSEvent } from 'aws-lambda'; import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses'; const ses = new SESClient({}); export const handler = async (event: SQSEvent) => { await ses.send(new SendEmailCommand({ Source: 'a' })); };",
    'trying the transport out': `${mail} app.post('/settings/smtp/test', async (req, res) => { await transport.sendMail({ to: req.user.email }); res.json({ ok: true }); });`,
    'an action that only its page calls, after the answer': { code: "import { after } from 'next/server'; import { Resend } from 'resend'; const resend = new Resend(key); export default async function Page() { const join = async () => { 'use server'; await save(); await resend.emails.send({ to: 'a' }); }; after(async () => { await join(); }); return form(); }", filename: '/app/app/join/page.tsx' },
    'an end point for who forgot a password': `${mail} app.post('/forgot-password', async (req, res) => { const user = await find(req.body.email); await transport.sendMail({ to: user.email }); res.end(); });`,
    'a path that is there to send': `${mail} app.post('/invites/:id/resend', async (req, res) => { const invite = await renew(req.params.id); await transport.sendMail({ to: invite.email }); res.json({ ok: true }); });`,
    'a function that is there to send': { ...cjs, code: "const nodemailer = require('nodemailer'); const transport = nodemailer.createTransport({}); exports.requestVerificationEmail = async (req, res) => { await transport.sendMail({ to: req.body.email }); res.end(); };" },
    'an action of a chain that is there to send': { code: "'use server'; import { Resend } from 'resend'; import { client } from './client'; const resend = new Resend(key); export const sendCodeAction = client.schema(input).action(audited('sent', async ({ input }) => { await resend.emails.send({ to: input.email }); return { ok: true }; }));", filename: '/app/lib/actions/code.ts' },
    'a route file that is there to send': { code: "import { Resend } from 'resend'; const resend = new Resend(key); export async function POST(request: Request) { await resend.emails.send({ to: 'a' }); return Response.json({ ok: true }); }", filename: '/app/app/api/campaigns/[id]/preview/route.ts' },
    'a failed message that is the answer': `${app} import { Resend } from 'resend'; const resend = new Resend(key); app.post('/contact', async (req, res) => { const { error } = await resend.emails.send({ to: 'a' }); if (error) return res.status(502).json({ error }); res.json({ ok: true }); });`,
    'a message that is asserted to be sent': { ...inApp, code: `${app} import { deliver } from './deliver'; app.post('/contact', async (req, res) => { const result = await deliver(req.body.to); assertSent(result); res.json({ ok: true }); });` },
    'what is saved only when the message went out': { ...inApp, code: `${app} import { admit } from './admit'; app.post('/guests', async (req, res) => { const guest = await admit(req.body.to); res.json(guest); });` },
    'checking the connection sends nothing': `${mail} app.get('/a', async (req, res) => { await transport.verify(); res.end(); });`,
    'making a transport per request sends nothing': `${app} import nodemailer from 'nodemailer'; app.get('/a', async (req, res) => { const t = nodemailer.createTransport({}); res.json(t.options); });`,
    'a command that is made but not sent': "import express from 'express'; import { SendEmailCommand } from '@aws-sdk/client-ses'; express().get('/', (req, res) => { res.json(new SendEmailCommand({}).input); });",
    'own method of the same name': `${app} import { box } from 'acme-box'; app.post('/a', async (req, res) => { await box.sendMail({ to: 'a' }); res.end(); });`,
    'a tool of an agent, called over HTTP': `${app} import twilio from 'twilio'; const client = twilio(sid, token); app.post('/api/tools/sms/send', async (req, res) => { const sent = await client.messages.create({ to: req.body.to }); res.json({ sid: sent.sid }); });`,
    'checking a code that was sent by SMS': `${app} import twilio from 'twilio'; const client = twilio(sid, token); app.post('/check', async (req, res) => { const check = await client.verify.v2.services('VA').verificationChecks.create({ to: 'a', code: '1' }); res.json(check.status); });`,
    'a page printed for the answer': `${browser} app.get('/pdf', async (req, res) => { const browser = await puppeteer.launch(); const page = await browser.newPage(); await page.goto(req.query.url); const pdf = await page.pdf(); await browser.close(); res.type('pdf').send(pdf); });`,
    'a scraped text in the answer': `${browser} app.get('/text', async (req, res) => { const browser = await puppeteer.launch(); const page = await browser.newPage(); await page.goto(req.query.url); const text = await page.evaluate(() => document.title); await browser.close(); res.json({ text: text.trim() }); });`,
    'a file written and then sent': `${browser} app.get('/pdf', async (req, res) => { const path = name(); const browser = await puppeteer.launch(); const page = await browser.newPage(); await page.goto(req.query.url); await page.pdf({ path }); res.download(path); });`,
    'a workbook written to the response': `${app} import { Workbook } from 'exceljs'; app.get('/x', async (req, res) => { const book = new Workbook(); book.addWorksheet('a'); await book.xlsx.write(res); res.end(); });`,
    'a document piped to the response': `${app} import PDFDocument from 'pdfkit'; app.get('/x', (req, res) => { const doc = new PDFDocument(); doc.pipe(res); doc.text('a'); doc.end(); });`,
    'chunks put together': `${app} import PDFDocument from 'pdfkit'; app.get('/x', async (req, res) => { const doc = new PDFDocument(); const parts = []; doc.on('data', (part) => parts.push(part)); doc.on('end', () => { res.send(Buffer.concat(parts)); }); doc.end(); });`,
    'one image': `${app} import sharp from 'sharp'; app.post('/avatar', async (req, res) => { await sharp(req.file.buffer).resize(64).toFile('a.png'); res.end(); });`,
    'a fixed list of sizes': `${app} import sharp from 'sharp'; app.post('/avatar', async (req, res) => { await Promise.all([64, 128].map((size) => sharp(req.file.buffer).resize(size).toFile(size + '.png'))); res.end(); });`,
    'a file that a function of the project sends with the response': `${browser} import { Downloads } from './downloads'; app.get('/pdf', async (req, res) => { const browser = await puppeteer.launch(); const page = await browser.newPage(); await page.goto(req.query.url); const pdf = await page.pdf(); await keep(req.query.url, pdf); Downloads.offer(res, 'a.pdf', pdf); });`,
    'a file that helpers make, kept and then sent by a function of the project': `${browser} import { offer } from './downloads'; const print = async (url) => { const browser = await puppeteer.launch(); const page = await browser.newPage(); await page.goto(url); return page.pdf(); }; const printed = async (url) => { const known = await find(url); if (known) return known; const pdf = await print(url); await keep(url, pdf); return pdf; }; app.get('/pdf', async (req, res) => { const pdf = await printed(req.query.url); offer(res, 'a.pdf', pdf); });`,
    'one frame of a video': frames('{ count: 1, folder: dir }'),
    'one frame of a video, when nothing is said': frames(''),
    'the frame of a moment': frames("{ timestamps: ['50%'], folder: dir }"),
    'a video whose command nobody waits for': `${app} import ffmpeg from 'fluent-ffmpeg'; app.post('/v', (req, res) => { ffmpeg(req.file.path).on('end', () => log('done')).save('a.mp4'); res.end(); });`,
    'embeddings in the answer': `${app} import { embedMany } from 'ai'; app.post('/e', async (req, res) => { const { embeddings } = await embedMany({ model, values: req.body.texts }); res.json(embeddings); });`,
    'one embedding': `${app} import { embed } from 'ai'; app.post('/e', async (req, res) => { await store((await embed({ model, value: req.body.text })).embedding); res.end(); });`,
    'ignored call': { code: `${app} import webpush from 'web-push'; app.post('/a', async (req, res) => { await webpush.sendNotification(req.body); res.end(); });`, options: { ignore: ['web-push.sendNotification'] } },
    'ignored package': { code: `${mail} app.post('/a', async (req, res) => { await transport.sendMail({ to: 'a' }); res.end(); });`, options: { ignore: ['nodemailer'] } },
    'test file': { code: `${mail} app.post('/a', async (req, res) => { await transport.sendMail({ to: 'a' }); res.end(); });`, filename: 'app.test.ts' },
    'a call for each row of a bounded result': `${prisma} app.post('/a', async (req, res) => { const hooks = await prisma.hook.findMany({ take: 10 }); for (const hook of hooks) await fetch(hook.url, { method: 'POST' }); res.end(); });`,
    'rows of one owner written one by one': `${prisma} app.post('/a', async (req, res) => { const rows = await prisma.row.findMany({ where: { ownerId: req.user.id } }); for (const row of rows) await prisma.row.update({ where: { id: row.id }, data: {} }); res.end(); });`,
    'what each row asks for is the answer': `${prisma} app.get('/a', async (req, res) => { const sites = await prisma.site.findMany(); const states = []; for (const site of sites) { const r = await fetch(site.url); states.push(await r.json()); } res.json(states); });`,
    'through a service that does not wait': { ...inApp, code: `${nest} import { UsersService } from './users.service'; @Controller('users') class Users { constructor(private users: UsersService) {} @Post() create(@Body() dto) { return this.users.createQuietly(dto); } @Post('later') later(@Body() dto) { return this.users.createLater(dto); } }` },
    'service call that is left alone': { ...inApp, code: `${app} import { notify } from './notify'; app.post('/a', async (req, res) => { notify(req.body.to).catch(report); res.end(); });` },
    'service that tries mail out': { ...inApp, code: `${nest} import { MailService } from './mail.service'; @Controller('mail') class Mail { constructor(private mail: MailService) {} @Post('try') run(@Body() dto) { return this.mail.testMail(dto); } }` },
    'product of another file in the answer': { ...inApp, code: `${app} import { render } from './pdf'; app.get('/a', async (req, res) => { const pdf = await render('<p>'); res.send(pdf); });` },
    'another file that answers itself': { ...inApp, code: `${app} import { send } from './pdf'; app.get('/a', async (req, res) => { await send('<p>', res); });` },
    'a way of more than four calls': { ...inApp, code: `${app} import { a } from './wrap'; app.post('/a', async (req, res) => { await a(req.body); res.end(); });` },
    'other files may not be read': { ...inApp, settings: { crossFile: false }, code: `${app} import { notify } from './notify'; app.post('/a', async (req, res) => { await notify(req.body.to); res.end(); });` },
    }),
    'a failure that ends the request': `${saved} app.post('/a', async (req, res) => { await orders.save(req.body); await transport.sendMail({ to: 'a' }); res.end(); });`,
    'a failure that a catch around all answers': `${saved} app.post('/a', async (req, res) => { try { await orders.save(req.body); await transport.sendMail({ to: 'a' }); res.end(); } catch (error) { console.error(error); res.sendStatus(500); } });`,
    'a failure that is told later': `${saved} app.post('/a', async (req, res) => { await orders.save(req.body); let sent = true; try { await transport.sendMail({ to: 'a' }); } catch (error) { sent = false; } res.json({ sent }); });`,
    'a success that is told later': `${saved} app.post('/a', async (req, res) => { await orders.save(req.body); let sent = false; try { await transport.sendMail({ to: 'a' }); sent = true; } catch (error) { console.error(error); } res.json({ sent }); });`,
    'a failure that the page shows': `${saved} app.post('/a', async (req, res) => { await orders.save(req.body); await transport.sendMail({ to: 'a' }).catch((error) => { req.flash('errors', 'Not sent'); }); res.redirect('/'); });`,
    'a failure that is undone': `${saved} app.post('/a', async (req, res) => { await orders.save(req.body); try { await transport.sendMail({ to: 'a' }); } catch (error) { await orders.drop(req.body.id); } res.end(); });`,
    'failures of a loop that are told': `${saved} app.post('/a', async (req, res) => { const failed = []; for (const to of req.body.list) { try { await transport.sendMail({ to }); } catch (error) { failed.push(to); } } res.json({ failed }); });`,
    'a result that decides what is done': `${saved} app.post('/a', async (req, res) => { await orders.save(req.body); const info = await transport.sendMail({ to: 'a' }).catch(console.error); if (info) await orders.mark(info); res.end(); });`,
    'what is done only if the message went out': `${saved} app.post('/a', async (req, res) => { await orders.save(req.body); try { await transport.sendMail({ to: 'a' }); await orders.mark(req.body.id); } catch (error) { console.error(error); } res.end(); });`,
    'an outcome that a helper returns and the handler answers': { ...inApp, code: `${app} import { told } from './told'; app.post('/a', async (req, res) => { await save(req.body); res.json({ sent: await told(req.body.to) }); });` },
    'a helper that logs and throws again': { ...inApp, code: `${app} import { strict } from './told'; app.post('/a', async (req, res) => { await save(req.body); await strict(req.body.to); res.end(); });` },
    'a helper that calls a function that throws': { ...inApp, code: `${app} import { thrower } from './told'; app.post('/a', async (req, res) => { await save(req.body); await thrower(req.body.to); res.end(); });` },
    'all that the request is for': `${mail} app.post('/contact', async (req, res) => { const page = await findPage(req.body.page); try { await transport.sendMail({ to: page.owner }); } catch (error) { console.error(error); } res.end(); });`,
    'a branch that does nothing else': `${saved} app.post('/a', async (req, res) => { switch (req.body.intent) { case 'create': { await orders.save(req.body); return res.end(); } case 'remind': { try { await transport.sendMail({ to: 'a' }); } catch (error) { console.error(error); } return res.end(); } } });`,
    'a token saved for the message': `${mail} app.post('/a', async (req, res) => { await db.verificationToken.create({ token }); try { await transport.sendMail({ to: 'a' }); } catch (error) { console.error(error); } res.end(); });`,
    'all done by a function that is named after sending': `${mail} async function sendInvite(to) { await db.invite.create({ to }); try { await transport.sendMail({ to }); } catch (error) { console.error(error); } } app.post('/a', async (req, res) => { await sendInvite(req.body.to); res.end(); });`,
    'a link that the user waits for': { ...inApp, code: `${app} import { sendMagicLink } from './told'; app.post('/a', async (req, res) => { await save(req.body); await sendMagicLink(req.body.to); res.end(); });` },
    'a way that can end in a queue': { ...inApp, code: `${app} import { mailSoon } from './told'; app.post('/a', async (req, res) => { await save(req.body); await mailSoon(req.body.to); res.end(); });` },
    'a message that the provider sends later': "import express from 'express'; import { Resend } from 'resend'; const resend = new Resend(key); express().post('/a', async (req, res) => { await save(req.body); await resend.emails.send({ to: 'a', scheduledAt: inAnHour() }); res.end(); });",
    'an error of the result that is thrown': "import express from 'express'; import { Resend } from 'resend'; const resend = new Resend(key); express().post('/a', async (req, res) => { await save(req.body); const { error } = await resend.emails.send({ to: 'a' }); if (error) throw new Error(error.message); res.end(); });",
    'a list of promises in a list, which nobody waits for': `${saved} app.post('/a', async (req, res) => { await Promise.allSettled([orders.save(req.body), req.body.list.map((to) => transport.sendMail({ to }))]); res.end(); });`,
    'health of others, for each row': { code: `${prisma} app.get('/api/health', async (req, res) => { const rows = await prisma.provider.findMany(); const sick = []; for (const row of rows) await fetch(row.url); res.json({ ok: true }); });` },
    'work of another file whose result the handler uses': { ...inApp, code: `${app} import { archived } from './pdf'; app.post('/a', async (req, res) => { const id = await archived('<p>'); res.json(await rows(id)); });` },
  },

  invalid: {
    ...withAll({
    'an account that the program looks up': { code: `${app} import nodemailer from 'nodemailer'; app.post('/a', async (req, res) => { const settings = await settingsOf(req.user.team); const transport = nodemailer.createTransport({ host: settings.host, auth: { user: settings.user, pass: settings.password } }); await transport.sendMail({ to: req.body.to }); res.end(); });`, errors: ['waits'] },
    'a key of the environment that the request must know, as any client': { code: `${mail} app.post('/a', async (req, res) => { if (req.headers['x-api-key'] !== process.env.API_KEY) return res.status(401).end(); await transport.sendMail({ to: req.body.to }); res.end(); });`, errors: ['waits'] },
    'many messages of a handler that is there to send': { code: `${mail} app.post('/invites/send', async (req, res) => { for (const to of req.body.list) await transport.sendMail({ to }); res.end(); });`, errors: ['waits'] },
    'a failed message that is only logged': { code: `${mail} app.post('/a', async (req, res) => { try { await transport.sendMail({ to: 'a' }); } catch (error) { log(error); } res.end(); });`, errors: ['waits'] },
    'a failure of anything': { code: `${mail} app.post('/a', async (req, res, next) => { try { await save(req.body); await transport.sendMail({ to: 'a' }); res.end(); } catch (error) { return next(error); } });`, errors: ['waits'] },
    'an action that the page hands to a form': { code: "import { after } from 'next/server'; import { Resend } from 'resend'; const resend = new Resend(key); export default async function Page() { const join = async () => { 'use server'; await save(); await resend.emails.send({ to: 'a' }); }; after(async () => { await join(); }); return form(join); }", filename: '/app/app/join/page.tsx', errors: ['waits'] },
    'an action of a chain, by its name': { code: "'use server'; import { Resend } from 'resend'; import { client } from './client'; const resend = new Resend(key); export const inviteAction = client.schema(input).action(audited('sent', async ({ input }) => { await save(input); await resend.emails.send({ to: input.email }); return { ok: true }; }));", filename: '/app/lib/actions/invite.ts', errors: [{ messageId: 'waits', data: { call: 'resend.emails.send()', does: 'sends mail', handler: '`inviteAction`' } }] },
    'a helper that tests for itself what came back': { ...inApp, code: `${app} import { deliver } from './deliver'; async function tell(to) { const result = await deliver(to); if (result.rejected.length) throw new Error('rejected'); } app.post('/a', async (req, res) => { await save(req.body); await tell(req.body.to); res.end(); });`, errors: ['reached'] },
    'mail in a handler': {
      code: `${mail} app.post('/signup', async (req, res) => { await transport.sendMail({ to: req.body.email }); res.json({ ok: true }); });`,
      errors: [{ messageId: 'waits', data: { call: 'transport.sendMail()', does: 'sends mail', handler: 'the `POST /signup` handler' } }],
    },
    'CommonJS, renamed, in JavaScript': {
      ...cjs,
      code: "const { createTransport: make } = require('nodemailer'); const transport = make({}); exports.signup = async (req, res) => { await transport.sendMail({ to: req.body.email }); res.end(); };",
      errors: [{ messageId: 'waits', data: { call: 'transport.sendMail()', does: 'sends mail', handler: '`signup`' } }],
    },
    'a message id in the answer is only a receipt': { code: `${mail} app.post('/a', async (req, res) => { const info = await transport.sendMail({ to: 'a' }); res.json({ id: info.messageId }); });`, errors: ['waits'] },
    'in a callback that answers': { code: `${mail} app.post('/a', (req, res) => { transport.sendMail({ to: 'a' }, (error) => { if (error) return res.sendStatus(500); res.end(); }); });`, errors: ['waits'] },
    'in a chain that answers': { code: `${mail} app.post('/a', (req, res) => { transport.sendMail({ to: 'a' }).then(() => res.end()).catch(report); });`, errors: ['waits'] },
    'promise kept and awaited later': { code: `${mail} app.post('/a', async (req, res) => { const sending = transport.sendMail({ to: 'a' }); await save(); await sending; res.end(); });`, errors: ['waits'] },
    'promises in a list': { code: `${mail} app.post('/a', async (req, res) => { const all = []; for (const to of req.body.list) { all.push(transport.sendMail({ to })); } await Promise.all(all); res.end(); });`, errors: ['waits'] },
    'a map that is awaited': { code: `${mail} app.post('/a', async (req, res) => { await Promise.allSettled(req.body.list.map(async (to) => { await transport.sendMail({ to }); })); res.end(); });`, errors: ['waits'] },
    'a promise made by hand': { code: `${mail} app.post('/a', async (req, res) => { await new Promise((resolve, reject) => { transport.sendMail({ to: 'a' }, (error) => (error ? reject(error) : resolve())); }); res.end(); });`, errors: ['waits'] },
    'two in one handler': { code: `${mail} app.post('/a', async (req, res) => { await transport.sendMail({ to: 'a' }); await transport.sendMail({ to: 'b' }); res.end(); });`, errors: ['waits', 'waits'] },
    'an answer in a branch that is over': { code: `${mail} app.post('/a', async (req, res) => { if (!req.body.to) { res.sendStatus(400); return; } await transport.sendMail({ to: 'a' }); res.end(); });`, errors: ['waits'] },
    'a row that is read first is no cache': { code: `${mail} import { User } from './user'; app.post('/a', async (req, res) => { const user = await User.findOne({ token: req.params.t }); if (!user) { return res.sendStatus(404); } user.token = undefined; await transport.sendMail({ to: user.email }); res.end(); });`, errors: ['waits'] },
    'through a helper of the file': {
      code: `${mail} async function welcome(to) { await transport.sendMail({ to }); } app.post('/a', async (req, res) => { await welcome(req.body.to); res.end(); });`,
      errors: [{ messageId: 'reached', data: { call: 'transport.sendMail()', does: 'sends mail', path: '`welcome`', handler: 'the `POST /a` handler' } }],
    },
    'through a helper that calls back': { code: `${mail} function welcome(to, callback) { transport.sendMail({ to }, callback); } app.post('/a', (req, res) => { welcome(req.body.to, () => res.end()); });`, errors: ['reached'] },
    'a helper that one handler leaves alone and another awaits': { code: `${mail} async function welcome(to) { await transport.sendMail({ to }); } app.post('/a', (req, res) => { welcome('a').catch(report); res.end(); }); app.post('/b', async (req, res) => { await welcome('b'); res.end(); });`, errors: ['reached'] },
    'Nest mailer': { code: `${nest} import { MailerService } from '@nestjs-modules/mailer'; @Controller('a') class A { constructor(private readonly mailer: MailerService) {} @Post() async create(@Body() dto) { await this.mailer.sendMail({ to: dto.to }); return { ok: true }; } }`, errors: ['waits'] },
    'SendGrid in a Next.js route': { code: "import sgMail from '@sendgrid/mail'; export async function POST(request: Request) { await sgMail.send({ to: 'a', from: 'b' }); return Response.json({ ok: true }); }", filename: '/app/app/api/contact/route.ts', errors: ['waits'] },
    'Resend in Hono': { code: "import { Hono } from 'hono'; import { Resend } from 'resend'; const app = new Hono(); app.post('/a', async (c) => { const resend = new Resend(c.env.KEY); const { error } = await resend.emails.send({ to: 'a' }); return c.json({ ok: !error }); });", errors: ['waits'] },
    'Postmark in Fastify': { code: "import Fastify from 'fastify'; import { ServerClient } from 'postmark'; const app = Fastify(); const client = new ServerClient('t'); app.post('/a', async () => { await client.sendEmail({ To: 'a' }); return { ok: true }; });", errors: ['waits'] },
    'SES by a command in a variable': { code: `${app} import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses'; const ses = new SESClient({}); app.post('/a', async (req, res) => { const command = new SendEmailCommand({ Source: 'a' }); await ses.send(command); res.end(); });`, errors: [{ messageId: 'waits', data: { call: 'ses.send()', does: 'sends mail', handler: 'the `POST /a` handler' } }] },
    'Lambda that answers a request': { code: "import type { APIGatewayProxyEvent } from 'aws-lambda'; import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses'; const ses = new SESClient({}); export const handler = async (event: APIGatewayProxyEvent) => { await ses.send(new SendEmailCommand({ Source: 'a' })); return { statusCode: 204, body: '' }; };", errors: ['waits'] },
    'text message': { code: `${app} import twilio from 'twilio'; const client = twilio(sid, token); app.post('/a', async (req, res) => { const sent = await client.messages.create({ to: req.body.to }); res.json({ sid: sent.sid }); });`, errors: [{ messageId: 'waits', data: { call: 'client.messages.create()', does: 'sends a text message', handler: 'the `POST /a` handler' } }] },
    'push notifications': { code: `${app} import { Expo } from 'expo-server-sdk'; const expo = new Expo(); app.post('/a', async (req, res) => { for (const chunk of expo.chunkPushNotifications(req.body)) await expo.sendPushNotificationsAsync(chunk); res.end(); });`, errors: [{ messageId: 'waits', data: { call: 'expo.sendPushNotificationsAsync()', does: 'sends push notifications', handler: 'the `POST /a` handler' } }] },
    'many frames of a video': { code: frames('{ count: 12, folder: dir }'), errors: [{ messageId: 'waits', data: { call: 'ffmpeg().on().screenshots()', does: 'takes frames of the video', handler: 'the `POST /v` handler' } }] },
    'the frames of some moments': { code: frames("{ timestamps: ['10%', '50%', '90%'], folder: dir }"), errors: ['waits'] },
    'a number of frames': { code: frames('8, dir'), errors: ['waits'] },
    'a file that a function of the project gets without the response': { code: `${browser} import { Downloads } from './downloads'; app.get('/pdf', async (req, res) => { const browser = await puppeteer.launch(); const page = await browser.newPage(); await page.goto(req.query.url); await Downloads.keep(req, 'a.pdf', await page.pdf()); res.end(); });`, errors: ['waits'] },
    'a browser for something else than the answer': { code: `${browser} app.post('/archive', async (req, res) => { const browser = await puppeteer.launch(); const page = await browser.newPage(); await page.goto(req.body.url); await store(await page.pdf()); await browser.close(); res.json({ ok: true }); });`, errors: [{ messageId: 'waits', data: { call: 'puppeteer.launch()', does: 'drives a browser', handler: 'the `POST /archive` handler' } }] },
    'a video that the answer waits for': { code: `${app} import ffmpeg from 'fluent-ffmpeg'; app.post('/v', (req, res) => { ffmpeg(req.file.path).on('end', () => res.end()).save('a.mp4'); });`, errors: [{ messageId: 'waits', data: { call: 'ffmpeg().on().save()', does: 'runs ffmpeg', handler: 'the `POST /v` handler' } }] },
    'many images': { code: `${app} import sharp from 'sharp'; app.post('/gallery', async (req, res) => { for (const file of req.files) await sharp(file.buffer).resize(64).toFile(file.name); res.sendStatus(204); });`, errors: [{ messageId: 'waits', data: { call: 'sharp().resize().toFile()', does: 'converts an image per element', handler: 'the `POST /gallery` handler' } }] },
    'a batch of embeddings': { code: `${app} import { embedMany } from 'ai'; app.post('/e', async (req, res) => { const { embeddings } = await embedMany({ model, values: req.body.texts }); index(embeddings); res.json({ count: embeddings.length }); });`, errors: ['waits'] },
    'training': { code: `${app} import * as tf from '@tensorflow/tfjs-node'; app.post('/train', async (req, res) => { const model = await tf.loadLayersModel('file://m'); await model.fit(xs, ys); res.sendStatus(204); });`, errors: [{ messageId: 'waits', data: { call: 'model.fit()', does: 'trains a model', handler: 'the `POST /train` handler' } }] },
    'webhooks to all subscribers': { code: `${prisma} app.post('/events', async (req, res) => { const hooks = await prisma.webhook.findMany({ where: { event: req.body.event } }); await Promise.all(hooks.map((hook) => fetch(hook.url, { method: 'POST' }))); res.sendStatus(204); });`, errors: [{ messageId: 'waits', data: { call: 'fetch()', does: 'calls another service for each row of an unbounded result', handler: 'the `POST /events` handler' } }] },
    'a write for each row of a table': { code: `${prisma} app.post('/reset', async (req, res) => { const users = await prisma.user.findMany(); for (const user of users.filter((one) => one.active)) await prisma.user.update({ where: { id: user.id }, data: { quota: 0 } }); res.sendStatus(204); });`, errors: [{ messageId: 'waits', data: { call: 'prisma.user.update()', does: 'writes once for each row of a whole table', handler: 'the `POST /reset` handler' } }] },
    'two services away': {
      ...inApp,
      code: `${nest} import { UsersService } from './users.service'; @Controller('users') class Users { constructor(private users: UsersService) {} @Post() create(@Body() dto) { return this.users.create(dto); } }`,
      errors: [{ messageId: 'reached', data: { call: 'this.users.create()', does: 'sends mail', path: '`UsersService.create` -> `MailService.welcome`', handler: '`Users.create`' } }],
    },
    'with a transport of a third file': { ...inApp, code: `${app} import { notify } from './notify'; app.post('/a', async (req, res) => { await notify(req.body.to); res.end(); });`, errors: [{ messageId: 'reached', data: { call: 'notify()', does: 'sends mail', path: '`notify`', handler: 'the `POST /a` handler' } }] },
    'a product of another file that is not in the answer': { ...inApp, code: `${app} import { archive } from './pdf'; app.post('/a', async (req, res) => { await archive('<p>'); res.json({ ok: true }); });`, errors: ['reached'] },
    'option tasks: an export': { code: "import express from 'express'; import { charge } from 'acme-pay'; express().post('/a', async (req, res) => { await charge(req.body); res.end(); });", options: { tasks: ['acme-pay.charge'] }, errors: [{ messageId: 'waits', data: { call: 'charge()', does: 'is a long task', handler: 'the `POST /a` handler' } }] },
    'option tasks: a package': { ...cjs, code: "const express = require('express'); const pay = require('acme-pay'); express().post('/a', async (req, res) => { await pay.charge(req.body); res.end(); });", options: { tasks: ['acme-pay'] }, errors: ['waits'] },
    'option tasks: destructured': { ...cjs, code: "const express = require('express'); const { charge: take } = require('acme-pay'); express().post('/a', async (req, res) => { await take(req.body); res.end(); });", options: { tasks: ['acme-pay.charge'] }, errors: ['waits'] },
    'option tasks: in another file': { ...inApp, code: `${app} import { pay } from './pay'; app.post('/a', async (req, res) => { await pay(req.body); res.end(); });`, options: { tasks: ['acme-pay.charge'] }, errors: ['reached'] },
    'with a queue in scope': {
      code: `${mail} import { Queue } from 'bullmq'; const mailQueue = new Queue('mail'); app.post('/a', async (req, res) => { await transport.sendMail({ to: req.body.to, subject: 'Hello' }); res.end(); });`,
      errors: [{
        messageId: 'waits',
        suggestions: [{
          messageId: 'enqueue',
          data: { job: 'sendMail', queue: 'mailQueue' },
          output: `${mail} import { Queue } from 'bullmq'; const mailQueue = new Queue('mail'); app.post('/a', async (req, res) => { await mailQueue.add('sendMail', { to: req.body.to, subject: 'Hello' }); res.end(); });`,
        }],
      }],
    },
    'with an injected queue, and a name as argument': {
      ...inApp,
      code: `${nest} import { InjectQueue } from '@nestjs/bullmq'; import { Queue } from 'bullmq'; import { MailService } from './mail.service'; @Controller('a') class A { constructor(private mail: MailService, @InjectQueue('mail') private readonly queue: Queue) {} @Post() async create(@Body() user) { await this.mail.welcome(user); return { ok: true }; } }`,
      errors: [{
        messageId: 'reached',
        suggestions: [{
          messageId: 'enqueue',
          data: { job: 'welcome', queue: 'this.queue' },
          output: `${nest} import { InjectQueue } from '@nestjs/bullmq'; import { Queue } from 'bullmq'; import { MailService } from './mail.service'; @Controller('a') class A { constructor(private mail: MailService, @InjectQueue('mail') private readonly queue: Queue) {} @Post() async create(@Body() user) { await this.queue.add('welcome', { user }); return { ok: true }; } }`,
        }],
      }],
    },
    'no suggestion with two queues': { code: `${mail} import { Queue } from 'bullmq'; const a = new Queue('a'); const b = new Queue('b'); app.post('/a', async (req, res) => { await transport.sendMail({ to: 'a' }); res.end(); });`, errors: [{ messageId: 'waits', suggestions: [] }] },
    'no suggestion for a function among the data': { code: `${mail} import { Queue } from 'bullmq'; const a = new Queue('a'); app.post('/a', async (req, res) => { await transport.sendMail({ to: 'a', list: () => [] }); res.end(); });`, errors: [{ messageId: 'waits', suggestions: [] }] },
    'no suggestion where the result is used': { code: `${mail} import { Queue } from 'bullmq'; const a = new Queue('a'); app.post('/a', async (req, res) => { const info = await transport.sendMail({ to: 'a' }); res.json(info.messageId); });`, errors: [{ messageId: 'waits', suggestions: [] }] },
    }),
    'a failure that is logged, after something was saved': { code: `${saved} app.post('/a', async (req, res) => { await orders.save(req.body); try { await transport.sendMail({ to: 'a' }); } catch (error) { console.error(error); } res.end(); });`, errors: ['waits'] },
    'a failure that is caught by a chain': { code: `${saved} app.post('/a', async (req, res) => { await orders.save(req.body); await transport.sendMail({ to: 'a' }).catch((error) => log.error(error)); res.end(); });`, errors: ['waits'] },
    'a failure that a reporter is handed': { code: `${saved} app.post('/a', async (req, res) => { await orders.save(req.body); await transport.sendMail({ to: 'a' }).catch(console.error); res.end(); });`, errors: ['waits'] },
    'messages that may all fail': { code: `${saved} app.post('/a', async (req, res) => { await orders.save(req.body); await Promise.allSettled([transport.sendMail({ to: 'a' }), transport.sendMail({ to: 'b' })]); res.end(); });`, errors: ['waits', 'waits'] },
    'a result that only a log sees': { code: `${saved} app.post('/a', async (req, res) => { await orders.save(req.body); try { const info = await transport.sendMail({ to: 'a' }); console.log(info.messageId); } catch (error) { console.error(error); } res.end(); });`, errors: ['waits'] },
    'an outcome that is written into a log': { code: `${saved} app.post('/a', async (req, res) => { await orders.save(req.body); try { await transport.sendMail({ to: 'a' }); await db.mailLog.update({ status: 'sent' }); } catch (error) { await db.mailLog.update({ status: 'failed' }); } res.end(); });`, errors: ['waits'] },
    'many messages, though nothing else is done': { code: `${mail} app.post('/a', async (req, res) => { for (const to of req.body.list) { try { await transport.sendMail({ to }); } catch (error) { console.error(error); } } res.end(); });`, errors: ['waits'] },
    'an outcome that a helper returns and the handler drops': { ...inApp, code: `${app} import { told } from './told'; app.post('/a', async (req, res) => { await save(req.body); await told(req.body.to); res.end(); });`, errors: ['reached'] },
    'a helper that swallows, in a service that saves': { ...inApp, code: `${app} import { order } from './told'; app.post('/a', async (req, res) => { res.json(await order(req.body)); });`, errors: ['reached'] },
    'a library that throws no failures, and a result that is dropped': { code: "import express from 'express'; import { Resend } from 'resend'; const resend = new Resend(key); express().post('/a', async (req, res) => { await save(req.body); await resend.emails.send({ to: 'a' }); res.end(); });", errors: ['waits'] },
    'work in another file whose result the handler drops': { ...inApp, code: `${app} import { archived } from './pdf'; app.post('/a', async (req, res) => { await archived('<p>'); res.json({ ok: true }); });`, errors: ['reached'] },
  },
});
