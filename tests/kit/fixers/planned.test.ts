import { describe, expect, it } from 'vitest';
import noEagerConnection from '../../../src/rules/p012-singleton/no-eager-connection.js';
import noPerCallClient from '../../../src/rules/p012-singleton/no-per-call-client.js';
import { passes } from '../../helpers/rule-tester.js';

const options = { anyFunction: true };
const fifteen = Array.from({ length: 15 }, (_, index) => index);

describe('fixes that declare something for the whole file', () => {
  it('are made in one pass where each declares something else', () => {
    const code = `import { Redis } from 'ioredis';\n\n${fifteen.map((i) => `export async function read${i}(key: string) {\n  const redis = new Redis(process.env.URL_${i}!);\n  return redis.get(key);\n}\n`).join('\n')}`;
    const outputs = passes(noPerCallClient, { code, options });
    expect(outputs).toHaveLength(1);
    const getters = [...outputs[0]!.matchAll(/^function (\w+)/gmu)].map((match) => match[1]);
    expect(new Set(getters).size).toBe(15);
    for (const [index, getter] of getters.entries()) expect(outputs[0]).toContain(`function ${getter}(): Redis {\n  return (${outputs[0]!.match(/^let (\w+)/gmu)![index]!.slice(4)} ??= new Redis(process.env.URL_${index}!));`);
  });

  it('share what declares the same, in the next pass', () => {
    const code = `import { Redis } from 'ioredis';\n\n${fifteen.map((i) => `export async function read${i}(key: string) {\n  const redis = new Redis(process.env.URL_${i % 2}!);\n  return redis.get(key);\n}\n`).join('\n')}`;
    const outputs = passes(noPerCallClient, { code, options });
    expect(outputs).toHaveLength(2);
    expect(outputs[0]!.match(/^function /gmu)).toHaveLength(2);
    expect(outputs[1]!.match(/^function /gmu)).toHaveLength(2);
    expect(outputs[1]!.match(/new Redis/gu)).toHaveLength(2);
  });

  it('keep one cache for all that have the same key', () => {
    const code = `import { Pool } from 'pg';\n\n${fifteen.map((i) => `export async function count${i}(url: string) {\n  const pool = new Pool({ connectionString: url });\n  return pool.query('SELECT count(*) FROM users');\n}\n`).join('\n')}`;
    const last = passes(noPerCallClient, { code, options, settings: { applySuggestions: true } }).at(-1)!;
    expect(last.match(/new Map/gu)).toHaveLength(1);
    expect(last.match(/new Pool/gu)).toHaveLength(1);
    expect(last.match(/= getPoolByUrl\(url\)/gu) ?? last.match(/= getPool\(url\)/gu)).toHaveLength(15);
  });

  it('keep caches apart whose keys are of other types', () => {
    const code = `import { Pool } from 'pg';\n\n${['string', 'number'].map((type) => `export async function of_${type}(id: ${type}) {\n  const pool = new Pool({ database: \`db\${id}\` });\n  return pool.query('SELECT 1 FROM users');\n}\n`).join('\n')}`;
    const last = passes(noPerCallClient, { code, options, settings: { applySuggestions: true } }).at(-1)!;
    expect(last.match(/new Map</gu)).toHaveLength(2);
  });

  it('take other names than the getters of constants that become lazy', () => {
    const code = `import { Redis } from 'ioredis';\n\nconst redis = new Redis();\nconst queue = new Redis(1);\nexport async function read(key: string) {\n  return [await redis.get(key), await queue.get(key)];\n}\nexport const limit = () => 10;\n`;
    const last = passes(noEagerConnection, { code, settings: { applySuggestions: true } }).at(-1)!;
    expect(last).toContain('function getRedis(): Redis');
    expect(last).toContain('function getQueue(): Redis');
    expect(last).toContain('return [await getRedis().get(key), await getQueue().get(key)];');
  });
});
