import { afterAll } from 'vitest';
import { setHost } from '../../src/kit/host-slot.js';
import { nodeHost } from '../../src/node/host.js';
import rule from '../../src/rules/p016-dependency-injection/no-service-locator.js';
import { projectOf } from '../helpers/project.js';
import { testRule } from '../helpers/rule-tester.js';

setHost(nodeHost());
const project = projectOf({ 'package.json': { name: 'shop', dependencies: { 'event-hub': '^1.0.0', typedi: '^0.10.0' } } });
afterAll(() => project.remove());

const tsyringe = `import { container } from 'tsyringe'; import { MailService, TYPES } from './mail';`;

testRule(rule, {
  valid: {
    'a class that builds its container': `import { Container } from 'inversify'; import { load, TYPES } from './container'; export class Service { private container?: Container; async start(): Promise<void> { this.container = await load(new Container()); } async confirm(id: string) { const orders = this.container!.get(TYPES.Orders); return orders.confirm(id); } }`,
    'injected': `import { injectable } from 'tsyringe'; import { MailService } from './mail'; @injectable() export class Orders { constructor(private mail: MailService) {} confirm() { return this.mail.send(); } }`,
    'composition root by name': { code: `${tsyringe} export function start() { container.resolve(MailService).check(); }`, filename: 'src/main.ts' },
    'module level': `${tsyringe} const mail = container.resolve(MailService); export const address = mail.address;`,
    'a file that fills the container': `${tsyringe} container.registerSingleton(MailService); export function check() { container.resolve(MailService).check(); }`,
    'a file that binds': `import { Container } from 'inversify'; import { TYPES, MailService } from './mail'; const container = new Container(); container.bind(TYPES.Mail).to(MailService); export function check() { container.get(TYPES.Mail).check(); }`,
    'a program': `${tsyringe} async function main() { await container.resolve(MailService).send(); } main();`,
    'test': { code: `${tsyringe} export function f() { container.resolve(MailService).send(); }`, filename: 'src/orders.spec.ts' },
    'a factory': `${tsyringe} export function makeMail() { const mail = container.resolve(MailService); return mail; } export const mailOf = () => container.resolve(MailService);`,
    'a factory of what needs it': `${tsyringe} import { Orders } from './orders'; export const makeOrders = () => new Orders(container.resolve(MailService));`,
    'a method of the life cycle': `import { ModuleRef } from '@nestjs/core'; import { MailService } from './mail'; export class Orders { private mail!: MailService; constructor(private moduleRef: ModuleRef) {} onModuleInit() { this.mail = this.moduleRef.get(MailService, { strict: false }); } }`,
    'a new instance each time': `import { ModuleRef } from '@nestjs/core'; import { Job } from './job'; export class Jobs { constructor(private moduleRef: ModuleRef) {} async run() { const job = await this.moduleRef.resolve(Job); await job.run(); } }`,
    'a token chosen at run time': `${tsyringe} export class Bus { run(command: { handler: string }, token: any) { const name = command.handler; container.resolve(name).run(command); container.resolve(token).run(command); container.resolve(\`\${name}Bus\`).run(); container.resolve(TYPES[name]).run(); } }`,
    'a container that is handed in': `import type { DependencyContainer } from 'tsyringe'; import { MailService } from './mail'; export function check(container: DependencyContainer) { container.resolve(MailService).check(); }`,
    'a factory of the container': `import { instanceCachingFactory } from 'tsyringe'; import { MailService } from './mail'; export const provider = instanceCachingFactory((container) => container.resolve(MailService));`,
    'the routes that a function registers': `${tsyringe} import { Router } from 'express'; import { OrderQueries } from './orders'; export function routes() { const router = Router(); const orders = container.resolve(OrderQueries); router.get('/', orders.list); return router; }`,
    'a route handler': `${tsyringe} import { Router } from 'express'; export const router = Router(); router.post('/', async (req, res) => { await container.resolve(MailService).send(); res.end(); });`,
    'a controller': `${tsyringe} import { UserController } from './user-controller'; export function handle(req: unknown) { return container.resolve(UserController).handle(req); }`,
    'a map': `const container = new Map(); export class Orders { run() { return container.get('mail').send(); } }`,
    'a container of the project': `import { container } from './own-container'; export class Orders { run() { return container.resolve('mail').send(); } }`,
    'a configuration': `import { container } from 'tsyringe'; import config from 'config'; export class Orders { limit() { return config.get('limit') + String(container.isRegistered('a')); } }`,
    'metadata of NestJS': `import { Reflector, ModuleRef } from '@nestjs/core'; export class Guard { constructor(private reflector: Reflector, private moduleRef: ModuleRef) {} canActivate(context: any) { return this.reflector.get('roles', context.getHandler()); } }`,
    'a destructured cradle': `import { createContainer } from 'awilix'; export const make = ({ mail }) => ({ run: () => mail.send() });`,
    'a subscriber that a library of events constructs': { code: `import { Container } from 'typedi'; import { Subscriber } from 'event-hub'; @Subscriber() export class Greeter { onSignUp(user: object) { Container.get('mailer').welcome(user); } }`, filename: project.path('src/greeter.ts') },
    'a scope of the request': `import { ModuleRef } from '@nestjs/core'; import { Cart } from './cart'; export class Shop { constructor(private moduleRef: ModuleRef) {} total(id: object) { return this.moduleRef.get(Cart, id).total(); } }`,
  },
  invalid: {
    'tsyringe in a method': { code: `${tsyringe} export class Orders { confirm() { const mail = container.resolve(MailService); return mail.send(); } }`, errors: [{ messageId: 'fetched', data: { call: 'container.resolve', token: 'MailService' } }] },
    'tsyringe in a constructor': { code: `${tsyringe} export class Orders { mail; constructor() { this.mail = container.resolve<MailService>('MailService'); } }`, errors: [{ messageId: 'fetched', data: { call: 'container.resolve', token: `'MailService'` } }] },
    'tsyringe in a function, renamed': { code: `import { container as ioc } from 'tsyringe'; import { MailService } from './mail'; export async function confirm() { await ioc.resolve(MailService).send(); }`, errors: ['fetched'] },
    'in a callback of a method': { code: `${tsyringe} export class Orders { all(ids: string[]) { return ids.map((id) => container.resolve(MailService).send(id)); } }`, errors: ['fetched'] },
    'InversifyJS, a container kept in a field': { code: `import { Container } from 'inversify'; import { TYPES } from './types'; export class Orders { constructor(private container: Container) {} run() { const mail = this.container.get<object>(TYPES.Mail); mail.send(); } }`, errors: [{ messageId: 'fetched', data: { call: 'this.container.get', token: 'TYPES.Mail' } }] },
    'InversifyJS, a symbol of the module': { code: `import { Container } from 'inversify'; const Mail = Symbol.for('Mail'); export class Orders { container: Container; run() { this.container.get(Mail).send(); this.container.get(Symbol.for('Sms')).send(); } }`, errors: ['fetched', 'fetched'] },
    'TypeDI': { code: `import { Container } from 'typedi'; import { MailService } from './mail'; export class Orders { run() { Container.get(MailService).send(); } }`, errors: ['fetched'] },
    'a subscriber that the container constructs': { code: `import { Container, Service } from 'typedi'; import { Subscriber } from 'event-hub'; @Service() @Subscriber() export class Greeter { onSignUp(user: object) { Container.get('mailer').welcome(user); } }`, filename: project.path('src/greeter.ts'), errors: ['fetched'] },
    'a class with a decorator of the project': { code: `import { Container } from 'typedi'; import { audited } from './audited'; @audited export class Greeter { onSignUp(user: object) { Container.get('mailer').welcome(user); } }`, filename: project.path('src/greeter.ts'), errors: ['fetched'] },
    'NestJS': { code: `import { ModuleRef } from '@nestjs/core'; import { MailService } from './mail'; export class Orders { constructor(private readonly moduleRef: ModuleRef) {} run() { return this.moduleRef.get(MailService, { strict: false }).send(); } }`, errors: [{ messageId: 'fetched', data: { call: 'this.moduleRef.get', token: 'MailService' } }] },
    'Awilix, CommonJS': { code: `const awilix = require('awilix'); const container = awilix.createContainer(); exports.confirm = async function confirm() { await container.resolve('mail').send(); await container.cradle.sms.send(); };`, language: 'js', sourceType: 'commonjs', errors: [{ messageId: 'fetched', data: { call: 'container.resolve', token: `'mail'` } }, { messageId: 'fetched', data: { call: 'container.cradle.sms', token: 'sms' } }] },
    'used and then returned': { code: `${tsyringe} export function confirm() { const receipt = container.resolve(MailService).send(); return receipt; }`, errors: ['fetched'] },
    'handed to a call': { code: `${tsyringe} import { notify } from './notify'; export function confirm() { notify(container.resolve(MailService)); }`, errors: ['fetched'] },
  },
});
