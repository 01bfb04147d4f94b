import { defineLibrary, type Action } from '../schema.js';

const load: Action = {
  roles: ['expensive-client', 'config-load', 'env'],
  resource: { cost: 'reads and parses the `.env` file', singleton: 'yes', connects: 'never' },
};

export default defineLibrary({
  package: 'dotenv',
  aliases: ['dotenv-safe', 'dotenv-flow', '@dotenvx/dotenvx'],
  title: 'dotenv',
  roles: ['config-load', 'env'],
  checked: ['18.0.10'],
  evidence: 'export listing; source: it reads the file synchronously on each call',
  exports: { 'config|configDotenv': { call: load }, parse: { call: { roles: ['pure', 'parse'] } } },
});
