// Written by `npm run gen`. Do not edit.
import type { Library } from '../catalog/schema.js';
import admZip from '../catalog/libraries/adm-zip.js';
import agenda from '../catalog/libraries/agenda.js';
import amqpConnectionManager from '../catalog/libraries/amqp-connection-manager.js';
import amqplib from '../catalog/libraries/amqplib.js';
import amqplibCallbackApi from '../catalog/libraries/amqplib-callback-api.js';
import apolloServer from '../catalog/libraries/apollo-server.js';
import apolloServerLegacy from '../catalog/libraries/apollo-server-legacy.js';
import awsLambda from '../catalog/libraries/aws-lambda.js';
import azureFunctions from '../catalog/libraries/azure-functions.js';
import bcrypt from '../catalog/libraries/bcrypt.js';
import bcryptjs from '../catalog/libraries/bcryptjs.js';
import beeQueue from '../catalog/libraries/bee-queue.js';
import betterSqlite3 from '../catalog/libraries/better-sqlite3.js';
import bull from '../catalog/libraries/bull.js';
import bullmq from '../catalog/libraries/bullmq.js';
import confluentKafka from '../catalog/libraries/confluent-kafka.js';
import cron from '../catalog/libraries/cron.js';
import croner from '../catalog/libraries/croner.js';
import crossSpawn from '../catalog/libraries/cross-spawn.js';
import csvParseSync from '../catalog/libraries/csv-parse-sync.js';
import csvStringifySync from '../catalog/libraries/csv-stringify-sync.js';
import drizzleOrm from '../catalog/libraries/drizzle-orm.js';
import elysia from '../catalog/libraries/elysia.js';
import eventemitter2 from '../catalog/libraries/eventemitter2.js';
import execa from '../catalog/libraries/execa.js';
import express from '../catalog/libraries/express.js';
import expressAsyncErrors from '../catalog/libraries/express-async-errors.js';
import expressAsyncHandler from '../catalog/libraries/express-async-handler.js';
import expressPromiseRouter from '../catalog/libraries/express-promise-router.js';
import fastGlob from '../catalog/libraries/fast-glob.js';
import fastify from '../catalog/libraries/fastify.js';
import fastifyPlugin from '../catalog/libraries/fastify-plugin.js';
import fastifyTypeProviders from '../catalog/libraries/fastify-type-providers.js';
import fastmcp from '../catalog/libraries/fastmcp.js';
import fsExtra from '../catalog/libraries/fs-extra.js';
import glob from '../catalog/libraries/glob.js';
import global from '../catalog/libraries/global.js';
import globby from '../catalog/libraries/globby.js';
import googleCloudFunctionsFramework from '../catalog/libraries/google-cloud-functions-framework.js';
import googleCloudPubsub from '../catalog/libraries/google-cloud-pubsub.js';
import gracefulFs from '../catalog/libraries/graceful-fs.js';
import graphileWorker from '../catalog/libraries/graphile-worker.js';
import graphql from '../catalog/libraries/graphql.js';
import graphqlTools from '../catalog/libraries/graphql-tools.js';
import graphqlYoga from '../catalog/libraries/graphql-yoga.js';
import h3 from '../catalog/libraries/h3.js';
import hapi from '../catalog/libraries/hapi.js';
import hono from '../catalog/libraries/hono.js';
import honoNodeServer from '../catalog/libraries/hono-node-server.js';
import inngest from '../catalog/libraries/inngest.js';
import ioredis from '../catalog/libraries/ioredis.js';
import kafkajs from '../catalog/libraries/kafkajs.js';
import knex from '../catalog/libraries/knex.js';
import koa from '../catalog/libraries/koa.js';
import koaRouter from '../catalog/libraries/koa-router.js';
import kysely from '../catalog/libraries/kysely.js';
import middy from '../catalog/libraries/middy.js';
import mikroOrmCore from '../catalog/libraries/mikro-orm-core.js';
import mkdirp from '../catalog/libraries/mkdirp.js';
import modelcontextprotocolSdk from '../catalog/libraries/modelcontextprotocol-sdk.js';
import mongodb from '../catalog/libraries/mongodb.js';
import mongoose from '../catalog/libraries/mongoose.js';
import mqtt from '../catalog/libraries/mqtt.js';
import mysql from '../catalog/libraries/mysql.js';
import mysql2 from '../catalog/libraries/mysql2.js';
import mysql2Promise from '../catalog/libraries/mysql2-promise.js';
import nats from '../catalog/libraries/nats.js';
import natsJetstream from '../catalog/libraries/nats-jetstream.js';
import nestjsBull from '../catalog/libraries/nestjs-bull.js';
import nestjsBullmq from '../catalog/libraries/nestjs-bullmq.js';
import nestjsCommon from '../catalog/libraries/nestjs-common.js';
import nestjsCqrs from '../catalog/libraries/nestjs-cqrs.js';
import nestjsEventEmitter from '../catalog/libraries/nestjs-event-emitter.js';
import nestjsGraphql from '../catalog/libraries/nestjs-graphql.js';
import nestjsMicroservices from '../catalog/libraries/nestjs-microservices.js';
import nestjsSchedule from '../catalog/libraries/nestjs-schedule.js';
import nestjsWebsockets from '../catalog/libraries/nestjs-websockets.js';
import next from '../catalog/libraries/next.js';
import nitropack from '../catalog/libraries/nitropack.js';
import nodeAsyncHooks from '../catalog/libraries/node-async-hooks.js';
import nodeChildProcess from '../catalog/libraries/node-child-process.js';
import nodeCron from '../catalog/libraries/node-cron.js';
import nodeCrypto from '../catalog/libraries/node-crypto.js';
import nodeEvents from '../catalog/libraries/node-events.js';
import nodeFs from '../catalog/libraries/node-fs.js';
import nodeHttp from '../catalog/libraries/node-http.js';
import nodeOs from '../catalog/libraries/node-os.js';
import nodePath from '../catalog/libraries/node-path.js';
import nodeRsArgon2 from '../catalog/libraries/node-rs-argon2.js';
import nodeRsBcrypt from '../catalog/libraries/node-rs-bcrypt.js';
import nodeSchedule from '../catalog/libraries/node-schedule.js';
import nodeSqlite from '../catalog/libraries/node-sqlite.js';
import nodeTest from '../catalog/libraries/node-test.js';
import nodeTimersPromises from '../catalog/libraries/node-timers-promises.js';
import nodeUrl from '../catalog/libraries/node-url.js';
import nodeUtil from '../catalog/libraries/node-util.js';
import nodeZlib from '../catalog/libraries/node-zlib.js';
import pg from '../catalog/libraries/pg.js';
import pgBoss from '../catalog/libraries/pg-boss.js';
import polka from '../catalog/libraries/polka.js';
import postgres from '../catalog/libraries/postgres.js';
import prismaAdapters from '../catalog/libraries/prisma-adapters.js';
import prismaClient from '../catalog/libraries/prisma-client.js';
import redis from '../catalog/libraries/redis.js';
import remix from '../catalog/libraries/remix.js';
import restify from '../catalog/libraries/restify.js';
import rimraf from '../catalog/libraries/rimraf.js';
import routingControllers from '../catalog/libraries/routing-controllers.js';
import sequelize from '../catalog/libraries/sequelize.js';
import shelljs from '../catalog/libraries/shelljs.js';
import socketIo from '../catalog/libraries/socket.io.js';
import sqsConsumer from '../catalog/libraries/sqs-consumer.js';
import sveltejsKit from '../catalog/libraries/sveltejs-kit.js';
import syncFetch from '../catalog/libraries/sync-fetch.js';
import syncRequest from '../catalog/libraries/sync-request.js';
import tinyglobby from '../catalog/libraries/tinyglobby.js';
import trpcServer from '../catalog/libraries/trpc-server.js';
import tsoa from '../catalog/libraries/tsoa.js';
import typeGraphql from '../catalog/libraries/type-graphql.js';
import typeorm from '../catalog/libraries/typeorm.js';
import ws from '../catalog/libraries/ws.js';
import xlsx from '../catalog/libraries/xlsx.js';

export const libraries: readonly Library[] = [
  admZip,
  agenda,
  amqpConnectionManager,
  amqplib,
  amqplibCallbackApi,
  apolloServer,
  apolloServerLegacy,
  awsLambda,
  azureFunctions,
  bcrypt,
  bcryptjs,
  beeQueue,
  betterSqlite3,
  bull,
  bullmq,
  confluentKafka,
  cron,
  croner,
  crossSpawn,
  csvParseSync,
  csvStringifySync,
  drizzleOrm,
  elysia,
  eventemitter2,
  execa,
  express,
  expressAsyncErrors,
  expressAsyncHandler,
  expressPromiseRouter,
  fastGlob,
  fastify,
  fastifyPlugin,
  fastifyTypeProviders,
  fastmcp,
  fsExtra,
  glob,
  global,
  globby,
  googleCloudFunctionsFramework,
  googleCloudPubsub,
  gracefulFs,
  graphileWorker,
  graphql,
  graphqlTools,
  graphqlYoga,
  h3,
  hapi,
  hono,
  honoNodeServer,
  inngest,
  ioredis,
  kafkajs,
  knex,
  koa,
  koaRouter,
  kysely,
  middy,
  mikroOrmCore,
  mkdirp,
  modelcontextprotocolSdk,
  mongodb,
  mongoose,
  mqtt,
  mysql,
  mysql2,
  mysql2Promise,
  nats,
  natsJetstream,
  nestjsBull,
  nestjsBullmq,
  nestjsCommon,
  nestjsCqrs,
  nestjsEventEmitter,
  nestjsGraphql,
  nestjsMicroservices,
  nestjsSchedule,
  nestjsWebsockets,
  next,
  nitropack,
  nodeAsyncHooks,
  nodeChildProcess,
  nodeCron,
  nodeCrypto,
  nodeEvents,
  nodeFs,
  nodeHttp,
  nodeOs,
  nodePath,
  nodeRsArgon2,
  nodeRsBcrypt,
  nodeSchedule,
  nodeSqlite,
  nodeTest,
  nodeTimersPromises,
  nodeUrl,
  nodeUtil,
  nodeZlib,
  pg,
  pgBoss,
  polka,
  postgres,
  prismaAdapters,
  prismaClient,
  redis,
  remix,
  restify,
  rimraf,
  routingControllers,
  sequelize,
  shelljs,
  socketIo,
  sqsConsumer,
  sveltejsKit,
  syncFetch,
  syncRequest,
  tinyglobby,
  trpcServer,
  tsoa,
  typeGraphql,
  typeorm,
  ws,
  xlsx,
];
