import dedent from 'dedent';
import { afterAll } from 'vitest';
import { setHost } from '../../src/kit/host-slot.js';
import { nodeHost } from '../../src/node/host.js';
import rule from '../../src/rules/p016-dependency-injection/no-new-dependency-in-class.js';
import { projectOf } from '../helpers/project.js';
import { testRule } from '../helpers/rule-tester.js';

setHost(nodeHost());
const project = projectOf({ 'package.json': { name: 'shop', dependencies: { 'command-kit': '^2.0.0' } }, 'src/base.ts': 'export class Base {}' });
afterAll(() => project.remove());

const mail = `import { MailService } from './mail';`;

testRule(rule, {
  valid: {
    'a parameter with a default': `${mail} export class Orders { mail: MailService; constructor(mail: MailService = new MailService()) { this.mail = mail; } }`,
    'a parameter property with a default': `${mail} export class Orders { constructor(private mail = new MailService()) {} }`,
    'a default by ??': `${mail} export class Orders { mail: MailService; constructor(mail?: MailService) { this.mail = mail ?? new MailService(); } }`,
    'an option that replaces it': `${mail} export class Orders { mail: MailService; constructor(options: { mail?: MailService }) { this.mail = options.mail || new MailService(); } }`,
    'made on first use': `${mail} export class Orders { #mail?: MailService; get mail() { return (this.#mail ??= new MailService()); } }`,
    'made in a method of the life cycle': `import { Redis } from 'ioredis'; export class OrderService { redis?: Redis; onModuleInit() { this.redis = new Redis(); } }`,
    'made only if asked for': `${mail} export class Orders { mail?: MailService; constructor(options: { mail: boolean }) { if (options.mail) this.mail = new MailService(); } }`,
    'made of what only this instance has': `import { ApiClient } from './api'; export class Orders { client: ApiClient; constructor(token: string) { this.client = new ApiClient(token); } }`,
    'made of a local that comes from a parameter': `import { ApiClient } from './api'; export class Orders { client: ApiClient; constructor({ token }: { token: string }) { const header = 'Bearer ' + token; this.client = new ApiClient({ header }); } }`,
    'a part that knows its owner': `import { CartStore } from './cart'; export class Shop { cart = new CartStore(this); }`,
    'a static field': `${mail} export class Orders { static mail = new MailService(); }`,
    'the class that wraps the client': `import { PrismaClient } from '@prisma/client'; export class PrismaService { client = new PrismaClient(); }`,
    'the class that stands for the database': `import { Pool } from 'pg'; export class DatabaseService { private readonly pool = new Pool(); }`,
    'the class that stands for the cache': `import { Redis } from 'ioredis'; export class SessionCacheService { private readonly client; constructor() { this.client = new Redis(); } }`,
    'the class that is named after what it talks to': `import Redis from 'ioredis'; export class RedisService { private client: Redis; constructor(config: { port: number }) { const port = config.port; this.client = new Redis({ host: 'cache' }); } }`,
    'a command that a framework constructs': { code: `import { Command } from 'command-kit'; import { ApiClient } from './api'; export abstract class ShopCommand extends Command { client = new ApiClient(); constructor(...args: [any, any]) { super(...args); } } export class Sync extends Command { client = new ApiClient(); }`, filename: project.path('src/command.ts') },
    'one instance that the file exports instead of the class': `${mail} class Search { mail; constructor() { this.mail = new MailService(); } } export default new Search();`,
    'one instance, CommonJS': { code: `const { MailService } = require('./mail'); class Search { constructor() { this.mail = new MailService(); } } module.exports = new Search();`, language: 'js', sourceType: 'commonjs' },
    'an adapter of a library': `import Anthropic from '@anthropic-ai/sdk'; export class AnthropicProvider { private sdk = new Anthropic(); }`,
    'an adapter of a service behind the same interface': `import OpenAI from 'openai'; export class GroqSpeech { private sdk = new OpenAI({ baseURL: 'https://api.groq.com' }); }`,
    'a client built on another': `import { HttpClient } from './http'; export class ShopClient { private http = new HttpClient(); }`,
    'a class that puts a program together': `import { OrderService } from './orders'; export class App { orders = new OrderService(); } export class ServiceFactory { orders = new OrderService(); }`,
    'composition root by name': { code: `${mail} export class Orders { mail = new MailService(); }`, filename: 'src/container.ts' },
    'a program': `${mail} class Orders { mail = new MailService(); } new Orders();`,
    'test': { code: `${mail} export class Orders { mail = new MailService(); }`, filename: 'test/orders.ts' },
    'browser code': `'use client'; import { CartStore } from './cart'; export class Shop { cart = new CartStore(); }`,
    'a class of the file': `class MailService {} export class Orders { mail = new MailService(); }`,
    'a class of another name': `import { Money } from './money'; import { EventEmitter } from 'node:events'; export class Orders { total = new Money(0); events = new EventEmitter(); }`,
    'a logger and metrics': `import { CloudWatchClient } from '@aws-sdk/client-cloudwatch'; export class OrderService { metrics = new CloudWatchClient({}); }`,
    'a local': `${mail} export class Orders { constructor() { const mail = new MailService(); mail.check(); } }`,
    'a callback in the constructor': `${mail} export class Orders { make; constructor() { this.make = () => new MailService(); } }`,
    'a constructor function': { code: `const { MailService } = require('./mail'); module.exports = function Orders() { this.mail = new MailService(); };`, language: 'js', sourceType: 'commonjs' },
    'allowed class': { code: `${mail} export class Orders { mail = new MailService(); }`, options: { allow: ['MailService'] } },
    'allowed package': { code: `import { PrismaClient } from '@prisma/client'; export class OrderService { prisma = new PrismaClient(); }`, options: { allow: ['@prisma/client'] } },
  },
  invalid: {
    'a subclass of a library with parameters of its own': { code: `import { Command } from 'command-kit'; import { ApiClient } from './api'; export class Sync extends Command { client; constructor(shop: string) { super(shop); this.client = new ApiClient(); } }`, filename: project.path('src/command.ts'), errors: ['created'] },
    'a subclass of a class of the project': { code: `import { Base } from './base'; import { ApiClient } from './api'; export class Sync extends Base { client = new ApiClient(); }`, filename: project.path('src/command.ts'), errors: ['created'] },
    'an instance beside the exported class': { code: `${mail} export class Search { #mail = new MailService(); } export const search = new Search();`, errors: ['created'] },
    'a field, without a constructor': {
      code: dedent`
        ${mail}

        export class Orders {
          private readonly mail = new MailService(); // sends confirmations

          async confirm(id: string) {
            await this.mail.send(id);
          }
        }
      `,
      errors: [{ messageId: 'created', data: { owner: '`Orders`', made: 'new MailService()' }, line: 4, column: 27 }],
      output: dedent`
        ${mail}

        export class Orders {
          private readonly mail: MailService; // sends confirmations

          constructor(mail: MailService = new MailService()) {
            this.mail = mail;
          }

          async confirm(id: string) {
            await this.mail.send(id);
          }
        }
      `,
    },
    'a statement of the constructor': {
      code: dedent`
        import { UserRepository as Users } from './users';

        export class Orders {
          private users: Users;

          constructor(private readonly currency: string) {
            this.users = new Users({
              limit: 10,
            });
          }
        }
      `,
      errors: ['created'],
      output: dedent`
        import { UserRepository as Users } from './users';

        export class Orders {
          private users: Users;

          constructor(private readonly currency: string, users: Users = new Users({
            limit: 10,
          })) {
            this.users = users;
          }
        }
      `,
    },
    'a field, beside a constructor': {
      code: dedent`
        import { MailService } from './mail'
        export class Orders {
          _mail: Mailer = new MailService()

          constructor(
            private readonly currency: string,
          ) {
            this.check()
          }
        }
      `,
      errors: ['created'],
      output: dedent`
        import { MailService } from './mail'
        export class Orders {
          _mail: Mailer

          constructor(
            private readonly currency: string,
            mail: Mailer = new MailService(),
          ) {
            this._mail = mail
            this.check()
          }
        }
      `,
    },
    'two fields': {
      code: dedent`
        ${mail}
        import { UserRepository } from './users';
        export class Orders {
          mail = new MailService();
          users = new UserRepository();
        }
      `,
      errors: ['created', 'created'],
      output: [
        dedent`
          ${mail}
          import { UserRepository } from './users';
          export class Orders {
            mail: MailService;
            users = new UserRepository();

            constructor(mail: MailService = new MailService()) {
              this.mail = mail;
            }
          }
        `,
        dedent`
          ${mail}
          import { UserRepository } from './users';
          export class Orders {
            mail: MailService;
            users: UserRepository;

            constructor(mail: MailService = new MailService(), users: UserRepository = new UserRepository()) {
              this.users = users;
              this.mail = mail;
            }
          }
        `,
      ],
    },
    'JavaScript, CommonJS': {
      code: dedent`
        const MailService = require('./mail');
        module.exports = class Orders {
          constructor() {
            this.mail = new MailService();
            this.sent = 0;
          }
        };
      `,
      language: 'js',
      sourceType: 'commonjs',
      errors: ['created'],
      output: dedent`
        const MailService = require('./mail');
        module.exports = class Orders {
          constructor(mail = new MailService()) {
            this.mail = mail;
            this.sent = 0;
          }
        };
      `,
    },
    'a field in JavaScript, and a class that is called': {
      code: dedent`
        import { MailService } from './mail';
        const Orders = class {
          mail = new MailService();
          constructor() {}
        };
        export const orders = new Orders();
      `,
      language: 'js',
      errors: [{ messageId: 'created', data: { owner: 'This class', made: 'new MailService()' } }],
      output: dedent`
        import { MailService } from './mail';
        const Orders = class {
          mail;
          constructor(mail = new MailService()) {
            this.mail = mail;
          }
        };
        export const orders = new Orders();
      `,
    },
    'a client of the catalog in business code': {
      code: `import { PrismaClient } from '@prisma/client'; export class OrderService { private db = new PrismaClient(); }`,
      errors: ['created'],
      output: `import { PrismaClient } from '@prisma/client'; export class OrderService { private db: PrismaClient;\n\nconstructor(db: PrismaClient = new PrismaClient()) {\n  this.db = db;\n} }`,
    },
    'a repository with a pool': { code: `import { Pool } from 'pg'; export class UserRepository { #pool = new Pool(); }`, errors: ['created'] },
    'a name that the default means': {
      code: `${mail} import { settings } from './settings'; export class Orders { settings; constructor() { this.settings = new MailService(settings); } }`,
      errors: ['created'],
      output: `${mail} import { settings } from './settings'; export class Orders { settings; constructor(givenSettings: MailService = new MailService(settings)) { this.settings = givenSettings; } }`,
    },
    'a decorated class': { code: `import { Injectable } from '@nestjs/common'; ${mail} @Injectable() export class Orders { private mail = new MailService(); }`, errors: ['created'] },
    'a decorated member': { code: `${mail} export class Orders { private mail = new MailService(); @Log() run() {} }`, errors: ['created'] },
    'a subclass': { code: `${mail} export class Orders extends Base { mail = new MailService(); }`, errors: ['created'] },
    'a #private field': { code: `${mail} export class Orders { #mail = new MailService(); }`, errors: ['created'] },
    'a rest parameter': { code: `${mail} export class Orders { mail; constructor(...ids: string[]) { this.mail = new MailService(); } }`, errors: ['created'] },
    'a destructured parameter': { code: `${mail} export class Orders { mail; constructor({ id }: { id: string }) { this.mail = new MailService(); } }`, errors: ['created'] },
    'several signatures': { code: `${mail} export class Orders { mail; constructor(); constructor(id: string); constructor(id?: string) { this.mail = new MailService(); } }`, errors: ['created'] },
    'arguments': { code: `${mail} export class Orders { mail; constructor() { this.mail = new MailService(); this.all = arguments; } }`, errors: ['created'] },
    'a call with more arguments': { code: `${mail} export class Orders { mail = new MailService(); } export const orders = new Orders('a');`, errors: ['created'] },
    'a call with a spread': { code: `${mail} export class Orders { mail; constructor(id: string) { this.mail = new MailService(); } } export const orders = new Orders(...['a']);`, errors: ['created'] },
    'a subclass with a constructor of its own': { code: `${mail} export class Orders { mail = new MailService(); } export class Late extends Orders { constructor() { super('x'); } }`, errors: ['created'] },
    'what the constructor checks first': { code: `${mail} export class Orders { mail; constructor() { if (!process.env.MAIL_KEY) throw new Error('no key'); this.mail = new MailService(process.env.MAIL_KEY); } }`, errors: ['created'] },
    'a local of the constructor': { code: `${mail} export class Orders { mail; constructor() { const key = read(); this.mail = new MailService(key); } }`, errors: ['created'] },
    'a field that another field reads': { code: `${mail} export class Orders { mail = new MailService(); sender = this.mail.sender; }`, errors: ['created'] },
    'an argument that differs from call to call': { code: `${mail} export class Orders { mail = new MailService(Date.now()); }`, errors: ['created'] },
  },
});
