import { fileRouteOf } from './file-routes.js';
import type { Handler } from './handler.js';
import type { SourceCode } from './service.js';

const probe = /(?:^|\/)_?(?:(?:health|healthz|healthcheck|health-check)(?:\/(?:all|db|database|deep|detail|details|detailed|full|redis|startup|status))?|livez|liveness|live|ready|readyz|readiness)\/?$/u;

/**
 * Whether a handler tells what operates the process whether it is well, by its path or that of its file (`/healthz`, `/health/detailed`, `app/api/health/route.ts`).
 * Which parts of the program count for that is no business of the API, and asking them is what its caller waits for.
 * Does not see: other names, and paths under which a router is mounted elsewhere.
 */
export function isProbe(source: SourceCode, { path, convention }: Handler): boolean {
  const url = path ?? (convention?.urlsBelow === undefined ? undefined : fileRouteOf(source)?.path);
  return url !== undefined && probe.test(url);
}
