import { afterAll, describe, expect, it } from 'vitest';
import { contextOf } from '../../src/analysis/context.js';
import { cqrsHandlerOf, cqrsOf, sideOfPath } from '../../src/analysis/cqrs.js';
import { nodeHost } from '../../src/node/host.js';
import { projectOf } from '../helpers/project.js';
import { nodeOf, sourceOf } from '../helpers/source.js';

const project = projectOf({
  'src/orders/commands/place.ts': '', 'src/orders/queries/list.ts': '',
  'src/bot/commands/ban.ts': '', 'src/db/queries/users.ts': '',
});
afterAll(() => project.remove());

/** `command: PlaceOrder.execute` for each handler of a file. */
function listed(code: string, file = 'file.ts', language: 'js' | 'ts' = 'ts'): string[] {
  const context = { ...contextOf(sourceOf('')), host: nodeHost(), filename: project.path(file) };
  return cqrsOf(sourceOf(code, { filename: project.path(file), context, language })).handlers.map(({ side, name }) => `${side}: ${name}`);
}

function inUse(code: string, file: string): boolean {
  const context = { ...contextOf(sourceOf('')), host: nodeHost(), filename: project.path(file) };
  return cqrsOf(sourceOf(code, { filename: project.path(file), context })).inUse;
}

describe('handlers', () => {
  it.each<[string, string, string[]]>([
    ['decorated', `import { CommandHandler } from '@nestjs/cqrs'; @CommandHandler(Place) class PlaceHandler { async execute() {} }`, ['command: PlaceHandler.execute']],
    ['decorated by something else of that name', `import { QueryHandler } from './bus'; @QueryHandler(List) export class Lister { handle() {} }`, ['query: Lister.handle']],
    ['implementing the interface', `class A implements ICommandHandler<Place> { execute() {} } class B implements cqrs.IQueryHandler<List> { execute() {} }`, ['command: A.execute', 'query: B.execute']],
    ['extending a base', `class A extends CommandHandlerBase { handle() {} }`, ['command: A.handle']],
    ['both in one class', `class A implements ICommandHandler<Place>, IQueryHandler<List> { execute() {} }`, ['command: A.execute', 'query: A.execute']],
    ['without a method of that name', `class A implements ICommandHandler<Place> { run() {} }`, ['command: A']],
    ['events are neither', `@EventsHandler(Placed) class A { handle() {} } class B implements IEventHandler<Placed> { handle() {} }`, []],
    ['other classes', `class OrderService { execute() {} } class CommandHandlerRegistry { handle() {} }`, []],
  ])('%s', (_title, code, expected) => {
    expect(listed(code)).toEqual(expected);
  });

  it('in JavaScript', () => {
    expect(listed(`export class A extends QueryHandlerBase { handle() {} }`, 'file.js', 'js')).toEqual(['query: A.handle']);
  });

  it.each<[string, string, string, string[]]>([
    ['by the folder and their name', 'src/orders/commands/place.ts', `export class PlaceHandler { execute() {} } export class PlaceRequest { handle() {} }`, ['command: PlaceHandler.execute']],
    ['on the other side', 'src/orders/queries/list.ts', `export class ListUseCase { execute() {} } export class PlacedEventHandler { handle() {} }`, ['query: ListUseCase.execute']],
    ['not without the sibling folder', 'src/bot/commands/ban.ts', `export class BanHandler { execute() {} }`, []],
  ])('%s', (_title, file, code, expected) => {
    expect(listed(code, file)).toEqual(expected);
  });

  it('are found from inside', () => {
    const source = sourceOf(`class A implements IQueryHandler<List> { execute() { return find(); } } find();`);
    expect(cqrsHandlerOf(source, nodeOf(source, 'ReturnStatement'))?.name).toBe('A.execute');
    expect(cqrsHandlerOf(source, source.ast.body[1]!)).toBeUndefined();
  });
});

describe('use', () => {
  it.each<[string, string, string, boolean]>([
    ['a library', 'src/app.ts', `import { CqrsModule } from '@nestjs/cqrs';`, true],
    ['a folder beside the other', 'src/orders/queries/list.ts', `export const list = 1;`, true],
    ['commands of a bot', 'src/bot/commands/ban.ts', `export function execute() {}`, false],
    ['queries of a database', 'src/db/queries/users.ts', `export const users = 'SELECT 1';`, false],
    ['a plain file', 'src/app.ts', `export class App { execute() {} }`, false],
  ])('%s', (_title, file, code, expected) => {
    expect(inUse(code, file)).toBe(expected);
  });

  it('says the side of the innermost folder', () => {
    expect(sideOfPath('/a/orders/commands/place/handler.ts')).toEqual({ side: 'command', module: '/a/orders/' });
    expect(sideOfPath('C:\\a\\queries\\list.ts')).toEqual({ side: 'query', module: 'C:/a/' });
    expect(sideOfPath('/a/commands/queries/list.ts')).toEqual({ side: 'query', module: '/a/commands/' });
    expect(sideOfPath('/a/commands.ts')).toBeUndefined();
  });
});
