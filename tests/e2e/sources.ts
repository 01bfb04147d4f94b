/** Files with one finding of `no-per-call-client` each, at 4:17 in all of them. */
export const typescript = `import Redis from 'ioredis';

export async function cached(key: string): Promise<string | null> {
  const redis = new Redis();
  return redis.get(key);
}
`;
export const javascript = typescript.replace('key: string): Promise<string | null>', 'key)');
export const commonjs = `const Redis = require('ioredis');

async function cached(key) {
  const redis = new Redis();
  return redis.get(key);
}

module.exports = { cached };
`;
export const finding = '4:17 warn archprinciples/no-per-call-client';
export const files = { 'src/a.ts': typescript, 'src/b.js': javascript, 'src/c.cjs': commonjs };

/** A manifest with one finding of `istio-strict-mtls`, at 7:11. */
export const policy = `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
spec:
  mtls:
    mode: PERMISSIVE # for now
`;
