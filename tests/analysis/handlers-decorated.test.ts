import { describe, expect, it } from 'vitest';
import { handlersIn } from '../helpers/handlers.js';

describe('NestJS', () => {
  it('finds controller methods by the import of their decorator', () => {
    expect(handlersIn(`
      import { Body, Controller, Get as Read, Post, Query } from '@nestjs/common';
      import { Column } from './orm';
      @Controller('orders')
      export class OrdersController {
        constructor(private readonly orders: OrdersService) {}
        @Read(':id') one(@Query('q') q: string) { return this.helper(q); }
        @Post()
        async create(@Body() dto: Dto) {}
        @Column() total() {}
        private helper(q: string) {}
      }
    `)).toEqual([
      'http | NestJS | GET | :id | `OrdersController.one` | handled',
      'http | NestJS | POST | `OrdersController.create` | handled',
    ]);
  });

  it('tells GraphQL\'s Query from the parameter decorator', () => {
    expect(handlersIn(`
      import { Args, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
      @Resolver(() => User)
      class UsersResolver {
        @Query(() => [User]) users() {}
        @Mutation(() => User) async add(@Args('input') input: Input) {}
        @ResolveField() posts() {}
      }
    `)).toEqual([
      'graphql | NestJS GraphQL | `UsersResolver.users` | handled',
      'graphql | NestJS GraphQL | `UsersResolver.add` | handled',
      'graphql | NestJS GraphQL | `UsersResolver.posts` | handled',
    ]);
    expect(handlersIn(`
      import { Query } from '@nestjs/common';
      class Service { find(@Query() q: string) {} }
    `)).toEqual([]);
  });

  it('finds guards, interceptors, pipes, middlewares and filters by what they implement', () => {
    expect(handlersIn(`
      import { Catch, type CanActivate, type NestInterceptor, type NestMiddleware, Injectable } from '@nestjs/common';
      @Injectable() export class AuthGuard implements CanActivate { canActivate(context: ExecutionContext) { return true; } other() {} }
      @Injectable() export class Timing implements NestInterceptor<A, B> { intercept(context, next) {} }
      @Injectable() export class Log implements NestMiddleware { use(req, res, next) { next(); } }
      @Catch(HttpException) export class Filter { catch(exception, host) {} }
      @Injectable() export class Other implements OnModuleInit { onModuleInit() {} }
    `).map((line) => line.split(' | ').slice(0, 3).join(' '))).toEqual([
      'middleware NestJS `AuthGuard.canActivate`', 'middleware NestJS `Timing.intercept`', 'middleware NestJS `Log.use`', 'middleware NestJS `Filter.catch`',
    ]);
  });

  it('finds message, command, query, event, job, schedule and socket handlers', () => {
    expect(handlersIn(`
      import { EventPattern, MessagePattern } from '@nestjs/microservices';
      import { CommandHandler, EventsHandler, QueryHandler } from '@nestjs/cqrs';
      import { Processor, WorkerHost } from '@nestjs/bullmq';
      import { Cron } from '@nestjs/schedule';
      import { OnEvent } from '@nestjs/event-emitter';
      import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
      class Consumer { @EventPattern('order.created') on(data) {} @MessagePattern({ cmd: 'sum' }) sum(data) {} }
      @CommandHandler(Create) class CreateHandler { async execute(command) {} other() {} }
      @QueryHandler(Find) class FindHandler { execute = async (query) => {}; }
      @EventsHandler(Created) class CreatedHandler { handle(event) {} }
      @Processor('mail') class MailProcessor extends WorkerHost { async process(job) {} }
      class Jobs { @Cron('0 * * * *') hourly() {} @OnEvent('x') x(payload) {} }
      @WebSocketGateway() class Chat { handleConnection(client) {} @SubscribeMessage('say') say(client, data) {} }
    `).map((line) => line.split(' | ').filter((part) => !part.startsWith('NestJS')).join(' '))).toEqual([
      'topic order.created `Consumer.on` handled', 'rpc `Consumer.sum` handled', 'command `CreateHandler.execute` handled', 'query `FindHandler.execute` handled',
      'event `CreatedHandler.handle` unknown', 'queue mail `MailProcessor.process` handled', 'cron 0 * * * * `Jobs.hourly` unknown', 'event x `Jobs.x` unknown',
      'socket `Chat.handleConnection` unknown', 'socket say `Chat.say` handled',
    ]);
  });
});

describe('other decorators', () => {
  it('of type-graphql, routing-controllers and tsoa count by their import', () => {
    expect(handlersIn(`
      import { Query, Resolver } from 'type-graphql';
      @Resolver() export class R { @Query(() => String) async hi() {} }
    `)).toEqual(['graphql | TypeGraphQL | `R.hi` | handled']);
    expect(handlersIn(`
      import { Get, JsonController } from 'routing-controllers';
      @JsonController() export class C { @Get('/a') a() {} }
    `)).toEqual(['http | routing-controllers | GET | /a | `C.a` | handled']);
    expect(handlersIn(`
      import { Get, Route } from 'tsoa';
      @Route('users') export class U { @Get('{id}') one(id: number) {} }
    `)).toEqual(['http | tsoa | GET | {id} | `U.one` | handled']);
  });

  it('that no import explains leave the class alone', () => {
    expect(handlersIn(`
      import { Get } from './decorators';
      @Service() export class A { @Get() one() {} @observable accessor x = 1; @Input() name = ''; }
      @Unknown export default class { @Local() method() {} }
      function Local() { return () => {}; }
    `)).toEqual([]);
  });
});
