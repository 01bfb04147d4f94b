import { databaseImages } from '../../catalog/database-images.js';

/**
 * Whether a host that an Istio resource names is a service of the mesh: a short name (`reviews`), one of a namespace
 * (`reviews.prod`), or a name below `.svc` or `.local`, as Istio resolves hosts (reference of DestinationRule, field `host`,
 * checked 2026-11 on 1.27). Public names, addresses and wildcards over everything are none.
 */
export function isMeshHost(host: string): boolean {
  if (/^[\d.]+$|:/u.test(host)) return false;
  if (/\.svc$|\.svc\.|\.local$|\.global$/u.test(host)) return true;
  const labels = host.split('.');
  return labels.length <= 2 && !isTopLevelDomain(labels[1]) && labels.every((label) => /^[a-z\d](?:[a-z\d-]*[a-z\d])?$/u.test(label));
}

/** Whether a host is a part of the mesh's own machinery, which operators set up as a whole: its namespace, its gateways. */
export function isMeshItself(host: string): boolean {
  return host.split('.')[1] === 'istio-system' || /^[^.]*(?:ingress|egress|eastwest)-?gateway/u.test(host);
}

/** What databases and brokers are called: by their projects and by Docker Hub. */
const databases: ReadonlySet<string> = new Set(['db', 'database', ...Object.entries(databaseImages).flatMap(([name, { title }]) => (name.includes('/') ? [title.toLowerCase()] : [name, title.toLowerCase()]))]);
/** What follows such a name without making it another thing. */
const parts: ReadonlySet<string> = new Set(['service', 'svc', 'server', 'headless', 'cluster', 'master', 'leader', 'primary', 'replica', 'replicas']);

/** Whether a host is by the end of its name a database or broker: its one pod, ejected, would be missed by all. */
export function isDatabaseHost(host: string): boolean {
  const word = host.split('.')[0]!.split('-').filter((part) => !parts.has(part)).at(-1);
  return word !== undefined && databases.has(word);
}

/** The ends of public names that a namespace is hardly ever called. */
function isTopLevelDomain(label: string | undefined): boolean {
  return label !== undefined && /^(?:com|org|net|io|dev|edu|gov|info|co|app|ai|cloud|example|test|de|uk|eu|us|fr|jp|cn|in)$/u.test(label);
}
