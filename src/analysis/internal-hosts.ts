import picomatch from 'picomatch/posix';
import { isLoopbackHost, type UrlTarget } from './url-targets.js';

/** Names that lead out of a container or to the cloud's own metadata, not to a service. */
const noService = /(?:^|\.)docker\.internal$|^(?:metadata|instance-data)(?:\.|$)|\.compute\.internal$/u;

/**
 * Whether a URL leads to another service inside the cluster: a bare service name with a port (`users:3000`, as Docker Compose and
 * Kubernetes resolve it), or a name below `.svc`, `.svc.cluster.local` or `.internal`. Addresses and public names are none.
 */
export function isClusterHost({ hostPattern: host, port }: UrlTarget): boolean {
  if (host === undefined || isLoopbackHost(host) || noService.test(host)) return false;
  if (/\.svc(?:\.cluster\.local)?$|\.internal$/u.test(host)) return true;
  return port !== undefined && /^[a-z*][\w*-]*$/u.test(host) && host !== '*';
}

/** Whether an entry of `allow` names the host: `users`, `users:3000`, `*.internal`. */
export function isAllowedHost(allow: readonly string[], { hostPattern: host, port }: UrlTarget): boolean {
  if (host === undefined || allow.length === 0) return false;
  const names = port === undefined ? [host] : [host, `${host}:${port}`];
  return allow.some((entry) => names.some((name) => name === entry.toLowerCase() || picomatch.isMatch(name, entry.toLowerCase())));
}

const probePath = /(?:^|\/)(?:-\/)?(?:health(?:z|-?check)?|ready|readyz|readiness|live|livez|liveness|ping|metrics|status)(?:\/|\?|$)/iu;

/** A request that only asks whether the service is there. */
export function isProbePath(path: string | undefined): boolean {
  return path !== undefined && probePath.test(path);
}
