import { readFileSync } from 'node:fs';

export interface Config {
  port: number;
  databaseUrl: string;
  redisUrl: string;
  currency: string;
}

interface Defaults {
  port: number;
  currency: string;
}

// Read once while the process starts: nobody is waiting for an answer yet.
const defaults = JSON.parse(readFileSync(new URL('../defaults.json', import.meta.url), 'utf8')) as Defaults;

export const config: Config = {
  port: Number(process.env.PORT ?? defaults.port),
  databaseUrl: process.env.DATABASE_URL ?? 'postgres://localhost/shop',
  redisUrl: process.env.REDIS_URL ?? 'redis://localhost:6379',
  currency: process.env.CURRENCY ?? defaults.currency,
};
