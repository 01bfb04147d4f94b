/**
 * What cannot be checked by loading packages, with the reason. Keys: `import source@` leaves a source out; `package#export`,
 * `package.member` and `package@import source` excuse one finding.
 */
export const exceptions: Readonly<Record<string, string>> = {
  '.prisma/client@': 'generated into node_modules by the Prisma CLI',
  '@prisma/client@@prisma/client': 'loads what the Prisma CLI generates',
  '@prisma/client@@prisma/client/edge': 'loads what the Prisma CLI generates',
  '@anthropic-ai/claude-code@': 'exports nothing any more: the SDK moved to a package of its own',
  'ava@ava': 'loads in its own runner only',
  '@jest/globals@@jest/globals': 'loads in its own runner only',
  '@types/aws-lambda@': 'declarations only',
  'csv-parse/lib/sync@': 'the path up to version 4',
  '@effect/schema@': 'its last version does not load beside the package it moved into',
  '@huggingface/transformers@@xenova/transformers': 'needs a native module',
  '@tensorflow/tfjs-node@@tensorflow/tfjs-node': 'needs a native module',
  '@tensorflow/tfjs-node@@tensorflow/tfjs-node-gpu': 'needs a native module',
  'canvas@canvas': 'needs a native module',
  'face-api.js@@vladmandic/face-api': 'needs a native module',
  'mssql@mssql/msnodesqlv8': 'needs a native module',
  'sqlite3@sqlite3': 'needs a native module',
  'sqlite3@@vscode/sqlite3': 'needs a native module',
  '@mikro-orm/core@@mikro-orm/sqlite': 'needs a version of another package that its registry entry names and that does not exist',
  '@mikro-orm/core@@mikro-orm/postgresql': 'loads only beside the core of its own release, which the other drivers do not let in',
  'node:sqlite@node:sqlite': 'comes with Node 22.5',
  'testcontainers@testcontainers': 'needs Node 22',
  '@prisma/adapter-*#PrismaNeonHTTP': 'the name before version 7',
  '@prisma/adapter-*#PrismaLibSQL': 'the name before version 7',
  '@azure/functions#AzureFunction': 'a type of version 3',
  'croner#default': 'an export of version 8 and before',
  '#imports@': 'a virtual module of Nuxt',
  'h3@nitropack/runtime': 'for bundlers only',
  'h3#defineCachedEventHandler': 'an export of the Nitro runtime, which is for bundlers only',
  'h3#cachedEventHandler': 'an export of the Nitro runtime, which is for bundlers only',
  'h3#defineRequestMiddleware': 'an export of version 1',
  'h3#defineResponseMiddleware': 'an export of version 1',
  '@hono/hono@': 'on the JSR registry only',
  '@remix-run/node@@remix-run/react': 'needs React 18',
  '@confluentinc/kafka-javascript@@confluentinc/kafka-javascript': 'needs a native module',
};

/** For import sources that are patterns: the sources among which the entry's names are looked for. */
export const samples: Readonly<Record<string, readonly string[]>> = {
  '@aws-sdk/client-*': [
    'apigatewaymanagementapi', 'athena', 'cloudformation', 'cloudfront', 'cloudwatch', 'cloudwatch-logs', 'cognito-identity-provider', 'comprehend', 'dynamodb', 'dynamodb-streams', 'ec2', 'ecs',
    'eventbridge', 'firehose', 'iam', 'kms', 'kinesis', 'lambda', 'mediaconvert', 'polly', 'rds-data', 'redshift-data', 'rekognition', 'route-53', 's3', 'ses', 'sesv2', 'sfn', 'sns', 'sqs', 'ssm', 'sts',
    'sagemaker-runtime', 'scheduler', 'secrets-manager', 'textract', 'timestream-query', 'timestream-write', 'transcribe', 'translate',
  ].map((service) => `@aws-sdk/client-${service}`),
  '@prisma/adapter-*': ['pg', 'mariadb', 'better-sqlite3', 'neon', 'libsql', 'planetscale', 'd1', 'mssql'].map((driver) => `@prisma/adapter-${driver}`),
  '@ai-sdk/*': [
    'openai', 'anthropic', 'google', 'mistral', 'amazon-bedrock', 'azure', 'groq', 'xai', 'cohere', 'deepseek', 'togetherai', 'fireworks', 'perplexity', 'google-vertex', 'cerebras', 'deepinfra',
    'openai-compatible', 'gateway',
  ].map((vendor) => `@ai-sdk/${vendor}`),
  'drizzle-orm/*': [
    'node-postgres', 'postgres-js', 'mysql2', 'better-sqlite3', 'libsql', 'neon-http', 'neon-serverless', 'd1', 'planetscale-serverless', 'vercel-postgres', 'pg-core', 'mysql-core', 'sqlite-core',
    'node-postgres/migrator',
  ].map((driver) => `drizzle-orm/${driver}`),
  '@langchain/core/*': ['prompts', 'runnables', 'tools', 'messages', 'documents', 'language_models/chat_models', 'language_models/llms', 'embeddings', 'vectorstores'].map((path) => `@langchain/core/${path}`),
  '@langchain/classic/*': ['@langchain/classic/agents', '@langchain/classic/chains'],
  'aws-sdk/clients/*': ['aws-sdk/clients/s3', 'aws-sdk/clients/dynamodb'],
  '@modelcontextprotocol/sdk*': ['server/mcp.js', 'server/index.js'].map((path) => `@modelcontextprotocol/sdk/${path}`),
  'passport-*': ['passport-jwt', 'passport-local', 'passport-google-oauth20'],
};

/** What must lie beside a package for it to load, though it does not ask for it. */
export const companions: Readonly<Record<string, readonly string[]>> = {
  'drizzle-orm': ['pg', 'postgres', 'mysql2', 'better-sqlite3', '@libsql/client', '@neondatabase/serverless', '@planetscale/database', '@vercel/postgres'],
  slonik: ['zod'],
};

/** Versions to check on while the newest cannot be installed, because the registry lacks something it needs. */
export const pins: Readonly<Record<string, string>> = {
  '@google-cloud/pubsub': '5',
  '@mikro-orm/postgresql': '7.1.15',
  '@sentry/nextjs': '10',
  'pg-boss': '12.30',
};
