import { afterAll } from 'vitest';
import { setHost } from '../../src/kit/host-slot.js';
import { nodeHost } from '../../src/node/host.js';
import rule from '../../src/rules/p015-cqrs/separate-command-query.js';
import { projectOf } from '../helpers/project.js';
import { testRule } from '../helpers/rule-tester.js';

setHost(nodeHost());
const project = projectOf({
  'package.json': { name: 'shop' },
  'tsconfig.json': { compilerOptions: { baseUrl: '.', paths: { '@orders/*': ['src/orders/*'] } } },
  'src/orders/commands/place-order.ts': `export class PlaceOrderCommand {} export const limit = 3; export class PlaceOrderHandler { execute() {} }`,
  'src/orders/queries/list-orders.ts': `export class ListOrdersQuery {} export const columns = []; export class ListOrdersHandler { execute() {} }`,
  'src/orders/order.aggregate.ts': `import { AggregateRoot } from '@nestjs/cqrs'; export class Order extends AggregateRoot { total = 0; }`,
  'src/orders/order.repository.ts': `export class OrderRepository { async save(order) {} async find(id) {} }`,
  'src/orders/order-list.repository.ts': `export class OrderListRepository { async find(id) {} }`,
  'src/orders/order.repository.port.ts': `export abstract class OrderStoreRepository { abstract save(order): Promise<void>; }`,
  'src/orders/index.ts': `export { Order } from './order.aggregate';`,
  'src/billing/commands/pay.ts': `export class PayHandler { execute() {} }`,
  'src/billing/queries/list-bills.ts': `export class ListBillsHandler { execute() {} }`,
  'src/bot/commands/ban.ts': `export const limit = 3;`,
  'src/editor/commands/bold.ts': `export const bold = () => true;`,
  'src/editor/queries/marks.ts': `export const isBold = (state) => state.bold;`,
});
afterAll(() => project.remove());

const query = project.path('src/orders/queries/list-orders.ts');
const command = project.path('src/orders/commands/place-order.ts');
const decorated = `import { QueryHandler } from '@nestjs/cqrs';`;

testRule(rule, {
  valid: {
    'one side per class': `import { CommandHandler, QueryHandler } from '@nestjs/cqrs'; @CommandHandler(A) export class AHandler { execute() {} } @QueryHandler(B) export class BHandler { execute() {} }`,
    'a message of the other side, sent over a bus': { code: `import { ListOrdersQuery } from '../queries/list-orders'; export class PlaceOrderHandler { execute() { return this.queries.execute(new ListOrdersQuery()); } }`, filename: command },
    'a type only': { code: `import type { ListOrdersHandler } from '../queries/list-orders'; import { type columns } from '../queries/list-orders'; export class PlaceOrderHandler { execute() {} }`, filename: command },
    'the same side': { code: `import { columns } from './list-orders'; export class CountOrdersHandler { execute() { return columns; } }`, filename: project.path('src/orders/queries/count-orders.ts') },
    'the other side of another module': { code: `import { PayHandler } from '../../billing/commands/pay'; export class ListOrdersHandler { execute() { return PayHandler; } }`, filename: query },
    'commands of a bot': { code: `import { limit } from '../../bot/commands/ban'; export class ListOrdersHandler { execute() { return limit; } }`, filename: query },
    'commands of an editor that ask about the document': { code: `import { isBold } from '../queries/marks'; export const toggle = (state, dispatch) => { if (!isBold(state)) dispatch(state.tr); return true; };`, filename: project.path('src/editor/commands/toggle.ts') },
    'a file above both, which wires them': { code: `import { PlaceOrderHandler } from './commands/place-order'; import { ListOrdersHandler } from './queries/list-orders'; export const handlers = [PlaceOrderHandler, ListOrdersHandler];`, filename: project.path('src/orders/orders.module.ts') },
    'an aggregate on the command side': { code: `import { Order } from '../order.aggregate'; import { OrderRepository } from '../order.repository'; export class PlaceOrderHandler { execute() { return new OrderRepository().save(new Order()); } }`, filename: command },
    'a repository that only reads': { code: `import { OrderListRepository } from '../order-list.repository'; export class ListOrdersHandler { constructor(private orders: OrderListRepository) {} execute() {} }`, filename: query },
    'a port': { code: `import { OrderStoreRepository } from '../order.repository.port'; export class ListOrdersHandler { constructor(private orders: OrderStoreRepository) {} execute() {} }`, filename: query },
    'a repository that cannot be read': { code: `${decorated} import { OrderRepository } from './gone'; @QueryHandler(List) export class ListHandler { execute() { return OrderRepository; } }`, filename: query },
    'a repository of a package': `${decorated} import { Repository } from 'typeorm'; @QueryHandler(List) export class ListHandler { constructor(private orders: Repository<Order>) {} execute() {} }`,
    'a controller of both': `import { CommandBus, QueryBus } from '@nestjs/cqrs'; export class OrdersController { constructor(private commands: CommandBus, private queries: QueryBus) {} }`,
    'handlers of events': `import { EventsHandler, CommandHandler } from '@nestjs/cqrs'; @EventsHandler(Placed) @CommandHandler(Place) export class A { execute() {} handle() {} }`,
    'no CQRS at all': `import { OrderRepository } from './order.repository'; export class OrdersHandler { execute() { return OrderRepository; } }`,
  },
  invalid: {
    'a class for both': {
      code: `import { CommandHandler, QueryHandler } from '@nestjs/cqrs';\n@CommandHandler(Place)\n@QueryHandler(List)\nexport class Orders { execute() {} }`,
      errors: [{ messageId: 'both', data: { name: 'Orders' }, line: 4, column: 14 }],
    },
    'by interfaces, without a name': { code: `export default class implements ICommandHandler<A>, IQueryHandler<B> { execute() {} }`, errors: ['both'] },
    'a query imports from the commands': { code: `import { limit as max } from '../commands/place-order'; export class ListOrdersHandler { execute() { return max; } }`, filename: query, errors: [{ messageId: 'side', data: { name: 'max', side: 'query', other: 'command' }, line: 1, column: 10 }] },
    'a command imports from the queries, in JavaScript': { code: `import { ListOrdersHandler } from '../queries/list-orders.js'; export class PlaceOrderHandler { execute() { return new ListOrdersHandler().execute(); } }`, language: 'js', filename: project.path('src/orders/commands/place-order.js'), errors: ['side'] },
    'a function that sends queries over a bus of a library': { code: `import { QueryBus } from '@nestjs/cqrs'; import { columns } from '../queries/list-orders'; export const place = (bus: QueryBus) => bus.execute(columns);`, filename: command, errors: ['side'] },
    'through a path of the tsconfig': { code: `import { columns } from '@orders/queries/list-orders'; export class PlaceOrderHandler { execute() { return columns; } }`, filename: command, errors: ['side'] },
    'a query takes an aggregate, through a barrel': { code: `import { Order } from '../index'; export class ListOrdersHandler { execute() { return new Order(); } }`, filename: query, errors: [{ messageId: 'aggregate', data: { name: 'Order' } }] },
    'a query takes a repository that writes': { code: `${decorated} import { OrderRepository } from './order.repository'; @QueryHandler(List) export class ListHandler { constructor(private orders: OrderRepository) {} execute() {} }`, filename: project.path('src/orders/list.ts'), errors: [{ messageId: 'repository', data: { name: 'OrderRepository' } }] },
  },
});
