/** Files with one finding of `no-per-call-client` each, at 4:17 in all of them. */
export const typescript = `import Redis from 'ioredis';

export async function cached(req: Request, res: Response): Promise<void> {
  const redis = new Redis();
  res.json(await redis.get('home'));
}
`;
export const javascript = typescript.replace('req: Request, res: Response): Promise<void>', 'req, res)');
export const commonjs = `const Redis = require('ioredis');

async function cached(req, res) {
  const redis = new Redis();
  res.json(await redis.get('home'));
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
