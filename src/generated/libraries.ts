// Written by `npm run gen`. Do not edit.
import type { Library } from '../catalog/schema.js';
import admZip from '../catalog/libraries/adm-zip.js';
import agenda from '../catalog/libraries/agenda.js';
import ai from '../catalog/libraries/ai.js';
import aiSdk from '../catalog/libraries/ai-sdk.js';
import ajv from '../catalog/libraries/ajv.js';
import algoliasearch from '../catalog/libraries/algoliasearch.js';
import amqpConnectionManager from '../catalog/libraries/amqp-connection-manager.js';
import amqplib from '../catalog/libraries/amqplib.js';
import amqplibCallbackApi from '../catalog/libraries/amqplib-callback-api.js';
import anthropicAiClaudeAgentSdk from '../catalog/libraries/anthropic-ai-claude-agent-sdk.js';
import anthropicAiSdk from '../catalog/libraries/anthropic-ai-sdk.js';
import anthropicAiTokenizer from '../catalog/libraries/anthropic-ai-tokenizer.js';
import apolloServer from '../catalog/libraries/apollo-server.js';
import apolloServerLegacy from '../catalog/libraries/apollo-server-legacy.js';
import arangojs from '../catalog/libraries/arangojs.js';
import archiver from '../catalog/libraries/archiver.js';
import arktype from '../catalog/libraries/arktype.js';
import asyncMutex from '../catalog/libraries/async-mutex.js';
import asyncRetry from '../catalog/libraries/async-retry.js';
import ava from '../catalog/libraries/ava.js';
import awilix from '../catalog/libraries/awilix.js';
import awsLambda from '../catalog/libraries/aws-lambda.js';
import awsSdk from '../catalog/libraries/aws-sdk.js';
import awsSdkClientBedrockRuntime from '../catalog/libraries/aws-sdk-client-bedrock-runtime.js';
import awsSdkClients from '../catalog/libraries/aws-sdk-clients.js';
import awsSdkCredentialProviders from '../catalog/libraries/aws-sdk-credential-providers.js';
import awsSdkLibDynamodb from '../catalog/libraries/aws-sdk-lib-dynamodb.js';
import awsSdkLibStorage from '../catalog/libraries/aws-sdk-lib-storage.js';
import axios from '../catalog/libraries/axios.js';
import axiosRetry from '../catalog/libraries/axios-retry.js';
import azureCommunicationEmail from '../catalog/libraries/azure-communication-email.js';
import azureCosmos from '../catalog/libraries/azure-cosmos.js';
import azureFunctions from '../catalog/libraries/azure-functions.js';
import azureIdentity from '../catalog/libraries/azure-identity.js';
import azureStorageBlob from '../catalog/libraries/azure-storage-blob.js';
import bcrypt from '../catalog/libraries/bcrypt.js';
import bcryptjs from '../catalog/libraries/bcryptjs.js';
import beeQueue from '../catalog/libraries/bee-queue.js';
import betterAuth from '../catalog/libraries/better-auth.js';
import betterSqlite3 from '../catalog/libraries/better-sqlite3.js';
import bottleneck from '../catalog/libraries/bottleneck.js';
import braintree from '../catalog/libraries/braintree.js';
import bull from '../catalog/libraries/bull.js';
import bullmq from '../catalog/libraries/bullmq.js';
import bunyan from '../catalog/libraries/bunyan.js';
import cac from '../catalog/libraries/cac.js';
import cacheManager from '../catalog/libraries/cache-manager.js';
import canvas from '../catalog/libraries/canvas.js';
import cassandraDriver from '../catalog/libraries/cassandra-driver.js';
import celebrate from '../catalog/libraries/celebrate.js';
import chai from '../catalog/libraries/chai.js';
import chromadb from '../catalog/libraries/chromadb.js';
import citty from '../catalog/libraries/citty.js';
import clackPrompts from '../catalog/libraries/clack-prompts.js';
import classTransformer from '../catalog/libraries/class-transformer.js';
import classValidator from '../catalog/libraries/class-validator.js';
import clerkExpress from '../catalog/libraries/clerk-express.js';
import clickhouseClient from '../catalog/libraries/clickhouse-client.js';
import clipanion from '../catalog/libraries/clipanion.js';
import cockatiel from '../catalog/libraries/cockatiel.js';
import cohereAi from '../catalog/libraries/cohere-ai.js';
import commander from '../catalog/libraries/commander.js';
import config from '../catalog/libraries/config.js';
import confluentKafka from '../catalog/libraries/confluent-kafka.js';
import connectMongo from '../catalog/libraries/connect-mongo.js';
import connectRedis from '../catalog/libraries/connect-redis.js';
import connectrpcConnect from '../catalog/libraries/connectrpc-connect.js';
import connectrpcConnectNode from '../catalog/libraries/connectrpc-connect-node.js';
import consola from '../catalog/libraries/consola.js';
import convict from '../catalog/libraries/convict.js';
import cookieSession from '../catalog/libraries/cookie-session.js';
import cosmiconfig from '../catalog/libraries/cosmiconfig.js';
import couchbase from '../catalog/libraries/couchbase.js';
import cron from '../catalog/libraries/cron.js';
import croner from '../catalog/libraries/croner.js';
import crossFetch from '../catalog/libraries/cross-fetch.js';
import crossSpawn from '../catalog/libraries/cross-spawn.js';
import csvParseSync from '../catalog/libraries/csv-parse-sync.js';
import csvStringifySync from '../catalog/libraries/csv-stringify-sync.js';
import dataloader from '../catalog/libraries/dataloader.js';
import ddTrace from '../catalog/libraries/dd-trace.js';
import debug from '../catalog/libraries/debug.js';
import delay from '../catalog/libraries/delay.js';
import docx from '../catalog/libraries/docx.js';
import dotenv from '../catalog/libraries/dotenv.js';
import drizzleOrm from '../catalog/libraries/drizzle-orm.js';
import duckdbNodeApi from '../catalog/libraries/duckdb-node-api.js';
import e2bCodeInterpreter from '../catalog/libraries/e2b-code-interpreter.js';
import effect from '../catalog/libraries/effect.js';
import ejs from '../catalog/libraries/ejs.js';
import elasticElasticsearch from '../catalog/libraries/elastic-elasticsearch.js';
import electron from '../catalog/libraries/electron.js';
import elevenlabsElevenlabsJs from '../catalog/libraries/elevenlabs-elevenlabs-js.js';
import elysia from '../catalog/libraries/elysia.js';
import emailTemplates from '../catalog/libraries/email-templates.js';
import envVar from '../catalog/libraries/env-var.js';
import envalid from '../catalog/libraries/envalid.js';
import eventemitter2 from '../catalog/libraries/eventemitter2.js';
import exaJs from '../catalog/libraries/exa-js.js';
import exceljs from '../catalog/libraries/exceljs.js';
import execa from '../catalog/libraries/execa.js';
import expoServerSdk from '../catalog/libraries/expo-server-sdk.js';
import exponentialBackoff from '../catalog/libraries/exponential-backoff.js';
import express from '../catalog/libraries/express.js';
import expressAsyncErrors from '../catalog/libraries/express-async-errors.js';
import expressAsyncHandler from '../catalog/libraries/express-async-handler.js';
import expressJwt from '../catalog/libraries/express-jwt.js';
import expressPromiseRouter from '../catalog/libraries/express-promise-router.js';
import expressRateLimit from '../catalog/libraries/express-rate-limit.js';
import expressSession from '../catalog/libraries/express-session.js';
import expressValidator from '../catalog/libraries/express-validator.js';
import faceApiJs from '../catalog/libraries/face-api.js.js';
import falAiClient from '../catalog/libraries/fal-ai-client.js';
import fastGlob from '../catalog/libraries/fast-glob.js';
import fastMemoize from '../catalog/libraries/fast-memoize.js';
import fastembed from '../catalog/libraries/fastembed.js';
import fastify from '../catalog/libraries/fastify.js';
import fastifyAutoload from '../catalog/libraries/fastify-autoload.js';
import fastifyPlugin from '../catalog/libraries/fastify-plugin.js';
import fastifyStatic from '../catalog/libraries/fastify-static.js';
import fastifyTypeProviders from '../catalog/libraries/fastify-type-providers.js';
import fastmcp from '../catalog/libraries/fastmcp.js';
import fetchRetry from '../catalog/libraries/fetch-retry.js';
import firebaseAdmin from '../catalog/libraries/firebase-admin.js';
import fluentFfmpeg from '../catalog/libraries/fluent-ffmpeg.js';
import fsExtra from '../catalog/libraries/fs-extra.js';
import getbrevoBrevo from '../catalog/libraries/getbrevo-brevo.js';
import glob from '../catalog/libraries/glob.js';
import global from '../catalog/libraries/global.js';
import globby from '../catalog/libraries/globby.js';
import gm from '../catalog/libraries/gm.js';
import googleAuthLibrary from '../catalog/libraries/google-auth-library.js';
import googleCloudBigquery from '../catalog/libraries/google-cloud-bigquery.js';
import googleCloudFirestore from '../catalog/libraries/google-cloud-firestore.js';
import googleCloudFunctionsFramework from '../catalog/libraries/google-cloud-functions-framework.js';
import googleCloudPubsub from '../catalog/libraries/google-cloud-pubsub.js';
import googleCloudStorage from '../catalog/libraries/google-cloud-storage.js';
import googleCloudVertexai from '../catalog/libraries/google-cloud-vertexai.js';
import googleGenai from '../catalog/libraries/google-genai.js';
import googleGenerativeAi from '../catalog/libraries/google-generative-ai.js';
import got from '../catalog/libraries/got.js';
import gptTokenizer from '../catalog/libraries/gpt-tokenizer.js';
import gracefulFs from '../catalog/libraries/graceful-fs.js';
import graphileWorker from '../catalog/libraries/graphile-worker.js';
import graphql from '../catalog/libraries/graphql.js';
import graphqlRequest from '../catalog/libraries/graphql-request.js';
import graphqlTools from '../catalog/libraries/graphql-tools.js';
import graphqlYoga from '../catalog/libraries/graphql-yoga.js';
import groqSdk from '../catalog/libraries/groq-sdk.js';
import grpcGrpcJs from '../catalog/libraries/grpc-grpc-js.js';
import h3 from '../catalog/libraries/h3.js';
import hapi from '../catalog/libraries/hapi.js';
import hono from '../catalog/libraries/hono.js';
import honoNodeServer from '../catalog/libraries/hono-node-server.js';
import hotShots from '../catalog/libraries/hot-shots.js';
import htmlPdfNode from '../catalog/libraries/html-pdf-node.js';
import huggingfaceInference from '../catalog/libraries/huggingface-inference.js';
import huggingfaceTransformers from '../catalog/libraries/huggingface-transformers.js';
import influxdataInfluxdbClient from '../catalog/libraries/influxdata-influxdb-client.js';
import inngest from '../catalog/libraries/inngest.js';
import inngestAgentKit from '../catalog/libraries/inngest-agent-kit.js';
import inquirer from '../catalog/libraries/inquirer.js';
import inquirerPrompts from '../catalog/libraries/inquirer-prompts.js';
import inversify from '../catalog/libraries/inversify.js';
import ioTs from '../catalog/libraries/io-ts.js';
import ioredis from '../catalog/libraries/ioredis.js';
import ironSession from '../catalog/libraries/iron-session.js';
import jestGlobals from '../catalog/libraries/jest-globals.js';
import jimp from '../catalog/libraries/jimp.js';
import joi from '../catalog/libraries/joi.js';
import jose from '../catalog/libraries/jose.js';
import jsYaml from '../catalog/libraries/js-yaml.js';
import json5 from '../catalog/libraries/json5.js';
import jsonwebtoken from '../catalog/libraries/jsonwebtoken.js';
import jwksRsa from '../catalog/libraries/jwks-rsa.js';
import kafkajs from '../catalog/libraries/kafkajs.js';
import keyv from '../catalog/libraries/keyv.js';
import keyvRedis from '../catalog/libraries/keyv-redis.js';
import knex from '../catalog/libraries/knex.js';
import koa from '../catalog/libraries/koa.js';
import koaRouter from '../catalog/libraries/koa-router.js';
import ky from '../catalog/libraries/ky.js';
import kysely from '../catalog/libraries/kysely.js';
import langchain from '../catalog/libraries/langchain.js';
import langchainAnthropic from '../catalog/libraries/langchain-anthropic.js';
import langchainAws from '../catalog/libraries/langchain-aws.js';
import langchainCohere from '../catalog/libraries/langchain-cohere.js';
import langchainCommunity from '../catalog/libraries/langchain-community.js';
import langchainCore from '../catalog/libraries/langchain-core.js';
import langchainGoogleGenai from '../catalog/libraries/langchain-google-genai.js';
import langchainGoogleVertexai from '../catalog/libraries/langchain-google-vertexai.js';
import langchainGroq from '../catalog/libraries/langchain-groq.js';
import langchainLanggraph from '../catalog/libraries/langchain-langgraph.js';
import langchainMistralai from '../catalog/libraries/langchain-mistralai.js';
import langchainOllama from '../catalog/libraries/langchain-ollama.js';
import langchainOpenai from '../catalog/libraries/langchain-openai.js';
import langfuse from '../catalog/libraries/langfuse.js';
import langsmith from '../catalog/libraries/langsmith.js';
import libsqlClient from '../catalog/libraries/libsql-client.js';
import limiter from '../catalog/libraries/limiter.js';
import lodash from '../catalog/libraries/lodash.js';
import lodashOnce from '../catalog/libraries/lodash.once.js';
import log4js from '../catalog/libraries/log4js.js';
import loglevel from '../catalog/libraries/loglevel.js';
import loops from '../catalog/libraries/loops.js';
import lruCache from '../catalog/libraries/lru-cache.js';
import mailchimpTransactional from '../catalog/libraries/mailchimp-transactional.js';
import mailersend from '../catalog/libraries/mailersend.js';
import mailgunJs from '../catalog/libraries/mailgun.js.js';
import mammoth from '../catalog/libraries/mammoth.js';
import mariadb from '../catalog/libraries/mariadb.js';
import mastraCore from '../catalog/libraries/mastra-core.js';
import mdToPdf from '../catalog/libraries/md-to-pdf.js';
import meilisearch from '../catalog/libraries/meilisearch.js';
import memcached from '../catalog/libraries/memcached.js';
import memjs from '../catalog/libraries/memjs.js';
import memoize from '../catalog/libraries/memoize.js';
import memoizee from '../catalog/libraries/memoizee.js';
import memoryCache from '../catalog/libraries/memory-cache.js';
import meow from '../catalog/libraries/meow.js';
import microMemoize from '../catalog/libraries/micro-memoize.js';
import middy from '../catalog/libraries/middy.js';
import mikroOrmCore from '../catalog/libraries/mikro-orm-core.js';
import minimist from '../catalog/libraries/minimist.js';
import minio from '../catalog/libraries/minio.js';
import mistralaiMistralai from '../catalog/libraries/mistralai-mistralai.js';
import mkdirp from '../catalog/libraries/mkdirp.js';
import mocha from '../catalog/libraries/mocha.js';
import modelcontextprotocolSdk from '../catalog/libraries/modelcontextprotocol-sdk.js';
import mollieApiClient from '../catalog/libraries/mollie-api-client.js';
import mollitia from '../catalog/libraries/mollitia.js';
import mongodb from '../catalog/libraries/mongodb.js';
import mongoose from '../catalog/libraries/mongoose.js';
import morgan from '../catalog/libraries/morgan.js';
import mqtt from '../catalog/libraries/mqtt.js';
import mssql from '../catalog/libraries/mssql.js';
import msw from '../catalog/libraries/msw.js';
import multer from '../catalog/libraries/multer.js';
import mysql from '../catalog/libraries/mysql.js';
import mysql2 from '../catalog/libraries/mysql2.js';
import mysql2Promise from '../catalog/libraries/mysql2-promise.js';
import nano from '../catalog/libraries/nano.js';
import nats from '../catalog/libraries/nats.js';
import natsJetstream from '../catalog/libraries/nats-jetstream.js';
import nconf from '../catalog/libraries/nconf.js';
import needle from '../catalog/libraries/needle.js';
import neo4jDriver from '../catalog/libraries/neo4j-driver.js';
import neondatabaseServerless from '../catalog/libraries/neondatabase-serverless.js';
import nestjsAxios from '../catalog/libraries/nestjs-axios.js';
import nestjsBull from '../catalog/libraries/nestjs-bull.js';
import nestjsBullmq from '../catalog/libraries/nestjs-bullmq.js';
import nestjsCls from '../catalog/libraries/nestjs-cls.js';
import nestjsCommon from '../catalog/libraries/nestjs-common.js';
import nestjsCore from '../catalog/libraries/nestjs-core.js';
import nestjsCqrs from '../catalog/libraries/nestjs-cqrs.js';
import nestjsEventEmitter from '../catalog/libraries/nestjs-event-emitter.js';
import nestjsGraphql from '../catalog/libraries/nestjs-graphql.js';
import nestjsMicroservices from '../catalog/libraries/nestjs-microservices.js';
import nestjsModulesMailer from '../catalog/libraries/nestjs-modules-mailer.js';
import nestjsSchedule from '../catalog/libraries/nestjs-schedule.js';
import nestjsWebsockets from '../catalog/libraries/nestjs-websockets.js';
import next from '../catalog/libraries/next.js';
import nextAuth from '../catalog/libraries/next-auth.js';
import nitropack from '../catalog/libraries/nitropack.js';
import nock from '../catalog/libraries/nock.js';
import nodeAsyncHooks from '../catalog/libraries/node-async-hooks.js';
import nodeCache from '../catalog/libraries/node-cache.js';
import nodeChildProcess from '../catalog/libraries/node-child-process.js';
import nodeCron from '../catalog/libraries/node-cron.js';
import nodeCrypto from '../catalog/libraries/node-crypto.js';
import nodeEvents from '../catalog/libraries/node-events.js';
import nodeFetch from '../catalog/libraries/node-fetch.js';
import nodeFs from '../catalog/libraries/node-fs.js';
import nodeFsPromises from '../catalog/libraries/node-fs-promises.js';
import nodeHttp from '../catalog/libraries/node-http.js';
import nodeLlamaCpp from '../catalog/libraries/node-llama-cpp.js';
import nodeMailjet from '../catalog/libraries/node-mailjet.js';
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
import nodemailer from '../catalog/libraries/nodemailer.js';
import nuxt from '../catalog/libraries/nuxt.js';
import objection from '../catalog/libraries/objection.js';
import oclifCore from '../catalog/libraries/oclif-core.js';
import octokitRest from '../catalog/libraries/octokit-rest.js';
import ofetch from '../catalog/libraries/ofetch.js';
import ollama from '../catalog/libraries/ollama.js';
import onnxruntimeNode from '../catalog/libraries/onnxruntime-node.js';
import openai from '../catalog/libraries/openai.js';
import openaiAgents from '../catalog/libraries/openai-agents.js';
import opennextjsCloudflare from '../catalog/libraries/opennextjs-cloudflare.js';
import openrouterSdk from '../catalog/libraries/openrouter-sdk.js';
import opensearchProjectOpensearch from '../catalog/libraries/opensearch-project-opensearch.js';
import opentelemetryApi from '../catalog/libraries/opentelemetry-api.js';
import opentelemetrySdkNode from '../catalog/libraries/opentelemetry-sdk-node.js';
import opossum from '../catalog/libraries/opossum.js';
import ora from '../catalog/libraries/ora.js';
import oracledb from '../catalog/libraries/oracledb.js';
import pAll from '../catalog/libraries/p-all.js';
import pLimit from '../catalog/libraries/p-limit.js';
import pMap from '../catalog/libraries/p-map.js';
import pMemoize from '../catalog/libraries/p-memoize.js';
import pQueue from '../catalog/libraries/p-queue.js';
import pRetry from '../catalog/libraries/p-retry.js';
import pThrottle from '../catalog/libraries/p-throttle.js';
import pTimeout from '../catalog/libraries/p-timeout.js';
import passport from '../catalog/libraries/passport.js';
import passportStrategies from '../catalog/libraries/passport-strategies.js';
import pdfLib from '../catalog/libraries/pdf-lib.js';
import pdfParse from '../catalog/libraries/pdf-parse.js';
import pdfkit from '../catalog/libraries/pdfkit.js';
import pdfmake from '../catalog/libraries/pdfmake.js';
import pg from '../catalog/libraries/pg.js';
import pgBoss from '../catalog/libraries/pg-boss.js';
import pgPromise from '../catalog/libraries/pg-promise.js';
import pineconeDatabasePinecone from '../catalog/libraries/pinecone-database-pinecone.js';
import pino from '../catalog/libraries/pino.js';
import pinoHttp from '../catalog/libraries/pino-http.js';
import planetscaleDatabase from '../catalog/libraries/planetscale-database.js';
import playwright from '../catalog/libraries/playwright.js';
import playwrightTest from '../catalog/libraries/playwright-test.js';
import plivo from '../catalog/libraries/plivo.js';
import polka from '../catalog/libraries/polka.js';
import postgres from '../catalog/libraries/postgres.js';
import posthogNode from '../catalog/libraries/posthog-node.js';
import postmark from '../catalog/libraries/postmark.js';
import prismaAdapters from '../catalog/libraries/prisma-adapters.js';
import prismaClient from '../catalog/libraries/prisma-client.js';
import promClient from '../catalog/libraries/prom-client.js';
import promiseRetry from '../catalog/libraries/promise-retry.js';
import prompts from '../catalog/libraries/prompts.js';
import puppeteer from '../catalog/libraries/puppeteer.js';
import puppeteerCluster from '../catalog/libraries/puppeteer-cluster.js';
import qdrantJsClientRest from '../catalog/libraries/qdrant-js-client-rest.js';
import rateLimiterFlexible from '../catalog/libraries/rate-limiter-flexible.js';
import razorpay from '../catalog/libraries/razorpay.js';
import react from '../catalog/libraries/react.js';
import reactNative from '../catalog/libraries/react-native.js';
import reactPdfRenderer from '../catalog/libraries/react-pdf-renderer.js';
import redis from '../catalog/libraries/redis.js';
import remix from '../catalog/libraries/remix.js';
import replicate from '../catalog/libraries/replicate.js';
import request from '../catalog/libraries/request.js';
import resend from '../catalog/libraries/resend.js';
import restify from '../catalog/libraries/restify.js';
import rimraf from '../catalog/libraries/rimraf.js';
import routingControllers from '../catalog/libraries/routing-controllers.js';
import rxjs from '../catalog/libraries/rxjs.js';
import sendgridMail from '../catalog/libraries/sendgrid-mail.js';
import sentryNode from '../catalog/libraries/sentry-node.js';
import sequelize from '../catalog/libraries/sequelize.js';
import sharp from '../catalog/libraries/sharp.js';
import shelljs from '../catalog/libraries/shelljs.js';
import signale from '../catalog/libraries/signale.js';
import sinclairTypebox from '../catalog/libraries/sinclair-typebox.js';
import sinon from '../catalog/libraries/sinon.js';
import slackWebApi from '../catalog/libraries/slack-web-api.js';
import sleepPromise from '../catalog/libraries/sleep-promise.js';
import slonik from '../catalog/libraries/slonik.js';
import smolToml from '../catalog/libraries/smol-toml.js';
import socketIo from '../catalog/libraries/socket.io.js';
import sqlite from '../catalog/libraries/sqlite.js';
import sqlite3 from '../catalog/libraries/sqlite3.js';
import sqsConsumer from '../catalog/libraries/sqs-consumer.js';
import square from '../catalog/libraries/square.js';
import stripe from '../catalog/libraries/stripe.js';
import supabaseSupabaseJs from '../catalog/libraries/supabase-supabase-js.js';
import superagent from '../catalog/libraries/superagent.js';
import superstruct from '../catalog/libraries/superstruct.js';
import supertest from '../catalog/libraries/supertest.js';
import sveltejsKit from '../catalog/libraries/sveltejs-kit.js';
import syncFetch from '../catalog/libraries/sync-fetch.js';
import syncRequest from '../catalog/libraries/sync-request.js';
import t3OssEnvCore from '../catalog/libraries/t3-oss-env-core.js';
import tap from '../catalog/libraries/tap.js';
import tensorflowModels from '../catalog/libraries/tensorflow-models.js';
import tensorflowTfjsNode from '../catalog/libraries/tensorflow-tfjs-node.js';
import tesseractJs from '../catalog/libraries/tesseract.js.js';
import testcontainers from '../catalog/libraries/testcontainers.js';
import tiktoken from '../catalog/libraries/tiktoken.js';
import tinyglobby from '../catalog/libraries/tinyglobby.js';
import togetherAi from '../catalog/libraries/together-ai.js';
import trpcServer from '../catalog/libraries/trpc-server.js';
import tsRetryPromise from '../catalog/libraries/ts-retry-promise.js';
import tslog from '../catalog/libraries/tslog.js';
import tsoa from '../catalog/libraries/tsoa.js';
import tsyringe from '../catalog/libraries/tsyringe.js';
import twilio from '../catalog/libraries/twilio.js';
import typeGraphql from '../catalog/libraries/type-graphql.js';
import typedi from '../catalog/libraries/typedi.js';
import typeorm from '../catalog/libraries/typeorm.js';
import typesChrome from '../catalog/libraries/types-chrome.js';
import typesense from '../catalog/libraries/typesense.js';
import undici from '../catalog/libraries/undici.js';
import upstashRatelimit from '../catalog/libraries/upstash-ratelimit.js';
import upstashRedis from '../catalog/libraries/upstash-redis.js';
import uuid from '../catalog/libraries/uuid.js';
import valibot from '../catalog/libraries/valibot.js';
import valkeyGlide from '../catalog/libraries/valkey-glide.js';
import vercelKv from '../catalog/libraries/vercel-kv.js';
import vercelPostgres from '../catalog/libraries/vercel-postgres.js';
import vitest from '../catalog/libraries/vitest.js';
import vonageServerSdk from '../catalog/libraries/vonage-server-sdk.js';
import voyageai from '../catalog/libraries/voyageai.js';
import vue from '../catalog/libraries/vue.js';
import weaviateClient from '../catalog/libraries/weaviate-client.js';
import webPush from '../catalog/libraries/web-push.js';
import winston from '../catalog/libraries/winston.js';
import wrangler from '../catalog/libraries/wrangler.js';
import ws from '../catalog/libraries/ws.js';
import xlsx from '../catalog/libraries/xlsx.js';
import yaml from '../catalog/libraries/yaml.js';
import yargs from '../catalog/libraries/yargs.js';
import yup from '../catalog/libraries/yup.js';
import zillizMilvus2SdkNode from '../catalog/libraries/zilliz-milvus2-sdk-node.js';
import zod from '../catalog/libraries/zod.js';

export const libraries: readonly Library[] = [
  admZip,
  agenda,
  ai,
  aiSdk,
  ajv,
  algoliasearch,
  amqpConnectionManager,
  amqplib,
  amqplibCallbackApi,
  anthropicAiClaudeAgentSdk,
  anthropicAiSdk,
  anthropicAiTokenizer,
  apolloServer,
  apolloServerLegacy,
  arangojs,
  archiver,
  arktype,
  asyncMutex,
  asyncRetry,
  ava,
  awilix,
  awsLambda,
  awsSdk,
  awsSdkClientBedrockRuntime,
  awsSdkClients,
  awsSdkCredentialProviders,
  awsSdkLibDynamodb,
  awsSdkLibStorage,
  axios,
  axiosRetry,
  azureCommunicationEmail,
  azureCosmos,
  azureFunctions,
  azureIdentity,
  azureStorageBlob,
  bcrypt,
  bcryptjs,
  beeQueue,
  betterAuth,
  betterSqlite3,
  bottleneck,
  braintree,
  bull,
  bullmq,
  bunyan,
  cac,
  cacheManager,
  canvas,
  cassandraDriver,
  celebrate,
  chai,
  chromadb,
  citty,
  clackPrompts,
  classTransformer,
  classValidator,
  clerkExpress,
  clickhouseClient,
  clipanion,
  cockatiel,
  cohereAi,
  commander,
  config,
  confluentKafka,
  connectMongo,
  connectRedis,
  connectrpcConnect,
  connectrpcConnectNode,
  consola,
  convict,
  cookieSession,
  cosmiconfig,
  couchbase,
  cron,
  croner,
  crossFetch,
  crossSpawn,
  csvParseSync,
  csvStringifySync,
  dataloader,
  ddTrace,
  debug,
  delay,
  docx,
  dotenv,
  drizzleOrm,
  duckdbNodeApi,
  e2bCodeInterpreter,
  effect,
  ejs,
  elasticElasticsearch,
  electron,
  elevenlabsElevenlabsJs,
  elysia,
  emailTemplates,
  envVar,
  envalid,
  eventemitter2,
  exaJs,
  exceljs,
  execa,
  expoServerSdk,
  exponentialBackoff,
  express,
  expressAsyncErrors,
  expressAsyncHandler,
  expressJwt,
  expressPromiseRouter,
  expressRateLimit,
  expressSession,
  expressValidator,
  faceApiJs,
  falAiClient,
  fastGlob,
  fastMemoize,
  fastembed,
  fastify,
  fastifyAutoload,
  fastifyPlugin,
  fastifyStatic,
  fastifyTypeProviders,
  fastmcp,
  fetchRetry,
  firebaseAdmin,
  fluentFfmpeg,
  fsExtra,
  getbrevoBrevo,
  glob,
  global,
  globby,
  gm,
  googleAuthLibrary,
  googleCloudBigquery,
  googleCloudFirestore,
  googleCloudFunctionsFramework,
  googleCloudPubsub,
  googleCloudStorage,
  googleCloudVertexai,
  googleGenai,
  googleGenerativeAi,
  got,
  gptTokenizer,
  gracefulFs,
  graphileWorker,
  graphql,
  graphqlRequest,
  graphqlTools,
  graphqlYoga,
  groqSdk,
  grpcGrpcJs,
  h3,
  hapi,
  hono,
  honoNodeServer,
  hotShots,
  htmlPdfNode,
  huggingfaceInference,
  huggingfaceTransformers,
  influxdataInfluxdbClient,
  inngest,
  inngestAgentKit,
  inquirer,
  inquirerPrompts,
  inversify,
  ioTs,
  ioredis,
  ironSession,
  jestGlobals,
  jimp,
  joi,
  jose,
  jsYaml,
  json5,
  jsonwebtoken,
  jwksRsa,
  kafkajs,
  keyv,
  keyvRedis,
  knex,
  koa,
  koaRouter,
  ky,
  kysely,
  langchain,
  langchainAnthropic,
  langchainAws,
  langchainCohere,
  langchainCommunity,
  langchainCore,
  langchainGoogleGenai,
  langchainGoogleVertexai,
  langchainGroq,
  langchainLanggraph,
  langchainMistralai,
  langchainOllama,
  langchainOpenai,
  langfuse,
  langsmith,
  libsqlClient,
  limiter,
  lodash,
  lodashOnce,
  log4js,
  loglevel,
  loops,
  lruCache,
  mailchimpTransactional,
  mailersend,
  mailgunJs,
  mammoth,
  mariadb,
  mastraCore,
  mdToPdf,
  meilisearch,
  memcached,
  memjs,
  memoize,
  memoizee,
  memoryCache,
  meow,
  microMemoize,
  middy,
  mikroOrmCore,
  minimist,
  minio,
  mistralaiMistralai,
  mkdirp,
  mocha,
  modelcontextprotocolSdk,
  mollieApiClient,
  mollitia,
  mongodb,
  mongoose,
  morgan,
  mqtt,
  mssql,
  msw,
  multer,
  mysql,
  mysql2,
  mysql2Promise,
  nano,
  nats,
  natsJetstream,
  nconf,
  needle,
  neo4jDriver,
  neondatabaseServerless,
  nestjsAxios,
  nestjsBull,
  nestjsBullmq,
  nestjsCls,
  nestjsCommon,
  nestjsCore,
  nestjsCqrs,
  nestjsEventEmitter,
  nestjsGraphql,
  nestjsMicroservices,
  nestjsModulesMailer,
  nestjsSchedule,
  nestjsWebsockets,
  next,
  nextAuth,
  nitropack,
  nock,
  nodeAsyncHooks,
  nodeCache,
  nodeChildProcess,
  nodeCron,
  nodeCrypto,
  nodeEvents,
  nodeFetch,
  nodeFs,
  nodeFsPromises,
  nodeHttp,
  nodeLlamaCpp,
  nodeMailjet,
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
  nodemailer,
  nuxt,
  objection,
  oclifCore,
  octokitRest,
  ofetch,
  ollama,
  onnxruntimeNode,
  openai,
  openaiAgents,
  opennextjsCloudflare,
  openrouterSdk,
  opensearchProjectOpensearch,
  opentelemetryApi,
  opentelemetrySdkNode,
  opossum,
  ora,
  oracledb,
  pAll,
  pLimit,
  pMap,
  pMemoize,
  pQueue,
  pRetry,
  pThrottle,
  pTimeout,
  passport,
  passportStrategies,
  pdfLib,
  pdfParse,
  pdfkit,
  pdfmake,
  pg,
  pgBoss,
  pgPromise,
  pineconeDatabasePinecone,
  pino,
  pinoHttp,
  planetscaleDatabase,
  playwright,
  playwrightTest,
  plivo,
  polka,
  postgres,
  posthogNode,
  postmark,
  prismaAdapters,
  prismaClient,
  promClient,
  promiseRetry,
  prompts,
  puppeteer,
  puppeteerCluster,
  qdrantJsClientRest,
  rateLimiterFlexible,
  razorpay,
  react,
  reactNative,
  reactPdfRenderer,
  redis,
  remix,
  replicate,
  request,
  resend,
  restify,
  rimraf,
  routingControllers,
  rxjs,
  sendgridMail,
  sentryNode,
  sequelize,
  sharp,
  shelljs,
  signale,
  sinclairTypebox,
  sinon,
  slackWebApi,
  sleepPromise,
  slonik,
  smolToml,
  socketIo,
  sqlite,
  sqlite3,
  sqsConsumer,
  square,
  stripe,
  supabaseSupabaseJs,
  superagent,
  superstruct,
  supertest,
  sveltejsKit,
  syncFetch,
  syncRequest,
  t3OssEnvCore,
  tap,
  tensorflowModels,
  tensorflowTfjsNode,
  tesseractJs,
  testcontainers,
  tiktoken,
  tinyglobby,
  togetherAi,
  trpcServer,
  tsRetryPromise,
  tslog,
  tsoa,
  tsyringe,
  twilio,
  typeGraphql,
  typedi,
  typeorm,
  typesChrome,
  typesense,
  undici,
  upstashRatelimit,
  upstashRedis,
  uuid,
  valibot,
  valkeyGlide,
  vercelKv,
  vercelPostgres,
  vitest,
  vonageServerSdk,
  voyageai,
  vue,
  weaviateClient,
  webPush,
  winston,
  wrangler,
  ws,
  xlsx,
  yaml,
  yargs,
  yup,
  zillizMilvus2SdkNode,
  zod,
];
