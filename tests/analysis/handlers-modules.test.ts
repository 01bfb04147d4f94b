import * as tsParser from '@typescript-eslint/parser';
import { afterEach, describe, expect, it } from 'vitest';
import { handlers } from '../../src/analysis/handlers.js';
import { nodeHost } from '../../src/node/host.js';
import { defaultSettings } from '../../src/settings.js';
import { projectOf, type Project } from '../helpers/project.js';
import { sourceOf } from '../helpers/source.js';

let project: Project | undefined;
afterEach(() => {
  project?.remove();
  project = undefined;
});

/** The handlers of `src/a.ts` in a project with other files. */
function found(files: Record<string, object | string>, code: string, settings = defaultSettings): string[] {
  project = projectOf(files);
  const languageOptions = { ecmaVersion: 2024, sourceType: 'module' };
  const source = sourceOf(code, { context: { filename: project.path('src/a.ts'), cwd: project.root, host: nodeHost(), parser: tsParser, languageOptions, settings } });
  return handlers(source).map((handler) => `${handler.framework} ${handler.name} ${handler.rejections}`);
}

describe('handlers registered on values of other project files', () => {
  it('are found on an exported router, with the version of the nearest package.json', () => {
    const files = { 'package.json': { dependencies: { express: '^5.1.0' } }, 'src/router.ts': "import { Router } from 'express';\nexport const router = Router();" };
    expect(found(files, "import { router } from './router'; router.get('/a', async (q, s) => {});")).toEqual(['Express the `GET /a` handler handled']);
  });

  it('are found on tRPC procedures', () => {
    const files = { 'src/trpc.ts': "import { initTRPC } from '@trpc/server';\nconst t = initTRPC.create();\nexport const publicProcedure = t.procedure;\nexport const adminProcedure = t.procedure.use(isAdmin);\nexport const router = t.router;" };
    expect(found(files, "import { adminProcedure, publicProcedure, router } from './trpc'; export const api = router({ a: publicProcedure.query(() => 1), b: adminProcedure.input(x).mutation(async ({ input }) => input) });"))
      .toEqual(['tRPC `a` handled', 'tRPC `b` handled']);
  });

  it('are found on queues', () => {
    const files = { 'src/queue.ts': "import Queue from 'bull';\nexport const mail = new Queue('mail');" };
    expect(found(files, "import { mail } from './queue'; mail.process(async (job) => {});")).toEqual(['Bull this job processor handled']);
  });

  it('are not found where other files may not be read', () => {
    const files = { 'src/queue.ts': "import Queue from 'bull';\nexport const mail = new Queue('mail');" };
    expect(found(files, "import { mail } from './queue'; mail.process(async (job) => {});", { ...defaultSettings, crossFile: false })).toEqual([]);
  });

  it('are not what other values of the project get', () => {
    const files = { 'src/cache.ts': "import { LRUCache } from 'lru-cache';\nexport const cache = new LRUCache();", 'src/express.ts': "import express from 'express';\nexport const settings = { get: (name, fn) => fn };" };
    expect(found(files, "import { cache } from './cache'; import { settings } from './express'; cache.get('/x', (a) => a); settings.get('/y', (a) => a);")).toEqual([]);
  });
});
