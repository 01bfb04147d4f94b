/**
 * What cannot be checked by loading packages, with the reason. Keys: `import source@` leaves a source out; `package#export`,
 * `package.member` and `package@import source` excuse one finding.
 */
export const exceptions: Readonly<Record<string, string>> = {
};

/** For import sources that are patterns: the sources among which the entry's names are looked for. */
export const samples: Readonly<Record<string, readonly string[]>> = {
  '@aws-sdk/client-*': [
    '@aws-sdk/client-dynamodb', '@aws-sdk/client-s3', '@aws-sdk/client-sqs', '@aws-sdk/client-sns', '@aws-sdk/client-eventbridge', '@aws-sdk/client-ses', '@aws-sdk/client-sesv2',
    '@aws-sdk/client-lambda', '@aws-sdk/client-kinesis',
  ],
  '@prisma/adapter-*': ['@prisma/adapter-pg', '@prisma/adapter-mariadb', '@prisma/adapter-better-sqlite3', '@prisma/adapter-neon', '@prisma/adapter-libsql', '@prisma/adapter-planetscale', '@prisma/adapter-d1', '@prisma/adapter-mssql'],
  '@ai-sdk/*': ['@ai-sdk/openai', '@ai-sdk/anthropic', '@ai-sdk/google', '@ai-sdk/mistral', '@ai-sdk/amazon-bedrock', '@ai-sdk/azure', '@ai-sdk/groq', '@ai-sdk/xai', '@ai-sdk/cohere', '@ai-sdk/deepseek', '@ai-sdk/togetherai', '@ai-sdk/fireworks', '@ai-sdk/perplexity', '@ai-sdk/google-vertex', '@ai-sdk/cerebras', '@ai-sdk/deepinfra', '@ai-sdk/openai-compatible', '@ai-sdk/gateway'],
  'drizzle-orm/*': ['drizzle-orm/node-postgres', 'drizzle-orm/postgres-js', 'drizzle-orm/mysql2', 'drizzle-orm/better-sqlite3', 'drizzle-orm/libsql', 'drizzle-orm/neon-http', 'drizzle-orm/neon-serverless', 'drizzle-orm/d1', 'drizzle-orm/planetscale-serverless', 'drizzle-orm/vercel-postgres', 'drizzle-orm/pg-core', 'drizzle-orm/mysql-core', 'drizzle-orm/sqlite-core', 'drizzle-orm/node-postgres/migrator'],
  '@langchain/core/*': ['@langchain/core/prompts', '@langchain/core/runnables', '@langchain/core/tools', '@langchain/core/messages', '@langchain/core/documents', '@langchain/core/language_models/chat_models', '@langchain/core/language_models/llms', '@langchain/core/embeddings', '@langchain/core/vectorstores'],
  'langchain/*': [],
  '@langchain/classic/*': ['@langchain/classic/agents', '@langchain/classic/chains'],
  '@langchain/community/*': [],
  'aws-sdk/clients/*': ['aws-sdk/clients/s3', 'aws-sdk/clients/dynamodb'],
};
