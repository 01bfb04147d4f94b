import { afterAll } from 'vitest';
import { setHost } from '../../src/kit/host-slot.js';
import { nodeHost } from '../../src/node/host.js';
import rule from '../../src/rules/p015-cqrs/command-returns-no-data.js';
import { projectOf } from '../helpers/project.js';
import { testRule } from '../helpers/rule-tester.js';

setHost(nodeHost());
const project = projectOf({
  'package.json': { name: 'shop', dependencies: { '@nestjs/cqrs': '^11' } },
  'src/orders/commands/place-order.ts': ``, 'src/orders/queries/list-orders.ts': ``,
  'src/orders/order.ts': `export class Order { id = ''; lines = []; } export type Placed = { id: string; version: number }; export type Full = { id: string; lines: string[] };`,
});
afterAll(() => project.remove());

/** A command handler with this method. */
const handler = (method: string, before = '') => `import { CommandHandler } from '@nestjs/cqrs'; ${before} @CommandHandler(Place) export class PlaceHandler { ${method} }`;
const filename = project.path('src/orders/place.ts');

testRule(rule, {
  valid: {
    'nothing': handler(`async execute(c: Place): Promise<void> { await this.orders.save(c); }`),
    'an id': handler(`async execute(c: Place): Promise<string> { return c.id; }`),
    'a named id': handler(`async execute(c: Place): Promise<OrderId> { return c.id; }`),
    'an id, untyped': handler(`async execute(c) { const order = Order.create(c); await this.orders.save(order); return order.id; }`),
    'a flag, a version': handler(`async execute(c: Place): Promise<boolean | number> { return true; }`),
    'an object of ids': handler(`async execute(c: Place): Promise<{ id: string; version: number }> { return { id: c.id, version: 1 }; }`),
    'an object of ids, untyped': handler(`async execute(c) { return { orderId: c.id, success: true, order: c.order.id }; }`),
    'tokens': handler(`async execute(c: Login): Promise<{ accessToken: string; refreshToken: string; expiresIn: number }> { return this.tokens.issue(c); }`),
    'a Result of an id': handler(`async execute(c: Place): Promise<Result<AggregateID, OrderError>> { return Ok(c.id); }`, `import { Ok, Result } from 'oxide.ts';`),
    'an Either of nothing': handler(`async execute(c: Place): Promise<Either<OrderError, void>> { return right(undefined); }`),
    'a failure': handler(`async execute(c) { return Err({ lines: c.lines }); }`),
    'a type of another file': { code: handler(`async execute(c: Place): Promise<Placed> { return this.orders.place(c); }`, `import { Placed } from './order';`), filename },
    'a type that cannot be seen': handler(`async execute(c: Place): Promise<PlaceOutcome> { return this.orders.place(c); }`, `import { PlaceOutcome } from './gone';`),
    'what a method returns that cannot be seen': handler(`async execute(c) { return this.orders.place(c); }`),
    'the next id': handler(`async execute(c) { return this.orderRepo.getNextId(); }`),
    'a count of an ORM': handler(`async execute(c) { return this.prisma.order.deleteMany({ where: c }); }`, `import { PrismaClient } from '@prisma/client';`),
    'a query handler': `import { QueryHandler } from '@nestjs/cqrs'; @QueryHandler(List) export class ListHandler { async execute(): Promise<Order[]> { return []; } }`,
    'a function inside that returns data': handler(`async execute(c) { const lines = c.lines.map((line) => { return { price: line.price }; }); await this.orders.add(lines); }`),
    'a command of a bot': { code: `export class BanHandler { async execute(message) { return { embeds: [message] }; } }`, filename: 'src/bot/commands/ban.ts' },
    'an event handler': `import { EventsHandler } from '@nestjs/cqrs'; @EventsHandler(Placed) export class PlacedHandler { handle() { return { lines: [] }; } }`,
    'a use case without CQRS': `export class PlaceOrderUseCase { async execute(): Promise<OrderDto> { return this.orders.place(); } }`,
  },
  invalid: {
    'a type of the file': { code: handler(`async execute(c: Place): Promise<Order> { return this.orders.place(c); }`, `interface Order { id: string; lines: string[] }`), errors: [{ messageId: 'data', data: { handler: 'PlaceHandler.execute', data: 'Promise<Order>' } }] },
    'stands at the method': { code: `import { CommandHandler } from '@nestjs/cqrs';\n@CommandHandler(Place)\nexport class PlaceHandler {\n  async execute(c: Place): Promise<OrderDto> {\n    return this.orders.place(c);\n  }\n}`, errors: [{ messageId: 'data', line: 4, column: 9, endColumn: 16 }] },
    'a list': { code: handler(`async execute(c: Place): Promise<OrderView[]> { return []; }`), errors: ['data'] },
    'an object type': { code: handler(`async execute(c: Place): Promise<{ id: string; lines: string[] }> { return this.orders.place(c); }`), errors: ['data'] },
    'a Result of data': { code: handler(`async execute(c: Place): Promise<Result<OrderDto, OrderError>> { return this.orders.place(c); }`), errors: ['data'] },
    'an Either of data': { code: handler(`async execute(c: Place): Promise<Either<OrderError, OrderDto>> { return this.orders.place(c); }`), errors: ['data'] },
    'a class of another file': { code: handler(`async execute(c: Place): Promise<Order> { return this.orders.place(c); }`, `import { Order } from './order';`), filename, errors: ['data'] },
    'a type of another file': { code: handler(`async execute(c: Place): Promise<Full> { return this.orders.place(c); }`, `import type { Full } from './order';`), filename, errors: ['data'] },
    'an aggregate, untyped in JavaScript': { code: `class PlaceHandler extends CommandHandlerBase { async execute(c) { const order = Order.place(c); await this.orders.save(order); return order; } } module.exports = PlaceHandler;`, language: 'js', sourceType: 'commonjs', errors: [{ messageId: 'data', data: { handler: 'PlaceHandler.execute', data: 'order' } }] },
    'made with new, in a Result': { code: handler(`async execute(c) { const order = new Order(c); return Result.ok(order); }`), errors: ['data'] },
    'an object': { code: handler(`async execute(c) { return { id: c.id, lines: await this.lines(c) }; }`), errors: ['data'] },
    'a record of an ORM': { code: handler(`private prisma = new PrismaClient(); async execute(c) { return this.prisma.order.create({ data: c }); }`, `import { PrismaClient } from '@prisma/client';`), errors: ['data'] },
    'what a repository finds': { code: handler(`async execute(c) { await this.orderRepo.save(c); return await this.orderRepo.findById(c.id); }`), errors: ['data'] },
    'mapped for the caller': { code: handler(`async execute(c) { const saved = await this.orders.save(c); return this.mapper.toResponse(saved); }`), errors: ['data'] },
    'by folder and name': { code: `export class PlaceOrderUseCase { async execute(): Promise<OrderDto> { return this.orders.place(); } }`, filename: project.path('src/orders/commands/place-order.ts'), errors: ['data'] },
  },
});
