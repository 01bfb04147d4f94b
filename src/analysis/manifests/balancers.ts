import { documentsOf, type YamlSource } from '../../languages/yaml/documents.js';
import type { YamlNode, YamlValue } from '../../languages/yaml/value.js';
import { blocksNamed } from './blocks.js';

/**
 * Sets of servers that a file itself names and among which requests are shared: `load_balancer:` blocks, clusters of a static
 * Envoy bootstrap (API v3, Envoy 1.36), HTTP services of Traefik's file provider (3.6); checked 2026-11. Health is noticed by
 * checks or, passively, by the requests that fail.
 *
 * Does not see: servers that are found while it runs (EDS, several addresses behind one name), configuration inside texts.
 */
export interface Pool {
  readonly kind: 'block' | 'envoy' | 'traefik';
  readonly name: string;
  /** What to mark in a report about the whole: its name. */
  readonly mark: YamlNode;
  /** The mapping with its settings. */
  readonly value: YamlValue;
  /** The places requests go to: hosts with ports, or URLs, each once. */
  readonly servers: readonly string[];
  /** Something notices that a server is down. */
  readonly watched: boolean;
  /** All of them are on the machine of the balancer itself. */
  readonly local: boolean;
}

/** The pools of a file, in order within each kind. */
export function poolsOf(source: YamlSource): readonly Pool[] {
  return [...blockPools(source), ...documentsOf(source).filter((root) => root.get('apiVersion') === undefined).flatMap((root) => [...envoyPools(root), ...traefikPools(root)])];
}

function blockPools(source: YamlSource): Pool[] {
  return blocksNamed(source, 'load_balancer').filter(({ value }) => ['health_checks', 'upstream_servers', 'sticky_sessions'].some((key) => value.get(key) !== undefined)).map(({ key, value, pair }) => {
    const servers = value.get('upstream_servers')?.items() ?? [];
    // `max_fails` takes a server out after failed requests, as nginx does.
    const isPassive = servers.length > 0 && servers.every((server) => (server.get('max_fails')?.number ?? 0) > 0);
    const health = value.get('health_checks') ?? value.get('health_check');
    return pool('block', key, pair.key ?? pair, value, servers.map((server) => server.get('server')?.text ?? server.text), isPassive || (health !== undefined && !health.isNull && health.flag !== false));
  });
}

function envoyPools(root: YamlValue): Pool[] {
  const clusters = either(root, 'static_resources', 'staticResources')?.get('clusters')?.items() ?? [];
  return clusters.flatMap((cluster) => {
    const endpoints = (either(cluster, 'load_assignment', 'loadAssignment')?.get('endpoints')?.items() ?? []).flatMap((locality) => either(locality, 'lb_endpoints', 'lbEndpoints')?.items() ?? []);
    if (endpoints.length === 0 || isUnprotected(cluster)) return [];
    const watched = (either(cluster, 'health_checks', 'healthChecks')?.items().length ?? 0) > 0 || either(cluster, 'outlier_detection', 'outlierDetection') !== undefined;
    return [pool('envoy', cluster.get('name')?.text ?? 'cluster', (cluster.get('name') ?? cluster).node, cluster, endpoints.map((endpoint) => addressOf(endpoint.get('endpoint', 'address'))), watched)];
  });
}

/** Circuit breakers lifted to a billion, as Envoy's FAQ says to switch them off: of such a cluster somebody wants speed and no protection. */
function isUnprotected(cluster: YamlValue): boolean {
  const thresholds = either(cluster, 'circuit_breakers', 'circuitBreakers')?.get('thresholds')?.items() ?? [];
  return thresholds.some((threshold) => (either(threshold, 'max_requests', 'maxRequests')?.number ?? 0) >= 1e9);
}

function addressOf(address: YamlValue | undefined): string | undefined {
  const socket = address && either(address, 'socket_address', 'socketAddress');
  const host = socket?.get('address')?.text;
  const port = socket && either(socket, 'port_value', 'portValue')?.text;
  return host === undefined ? address?.get('pipe') && 'localhost' : `${host}:${port ?? ''}`;
}

function traefikPools(root: YamlValue): Pool[] {
  return (root.get('http', 'services')?.entries() ?? []).flatMap(({ key, value: service, pair }) => {
    const balancer = either(service, 'loadBalancer', 'loadbalancer');
    const servers = balancer?.get('servers')?.items() ?? [];
    if (!balancer || servers.length === 0) return [];
    const watched = ['healthCheck', 'healthcheck', 'passiveHealthCheck', 'passiveHealthcheck'].some((name) => balancer.get(name) !== undefined);
    return [pool('traefik', key, pair.key ?? pair, balancer, servers.map((server) => server.get('url')?.text), watched)];
  });
}

function pool(kind: Pool['kind'], name: string, mark: YamlNode, value: YamlValue, servers: readonly (string | undefined)[], watched: boolean): Pool {
  const known = [...new Set(servers.filter((server) => server !== undefined))];
  return { kind, name, mark, value, servers: known, watched, local: known.length > 0 && known.every((server) => isLocal(server)) };
}

function isLocal(server: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[?::1\]?|host\.docker\.internal)(?:[:/]|$)/iu.test(server);
}

/** A field under either of its names. */
function either(value: YamlValue, one: string, other: string): YamlValue | undefined {
  return value.get(one) ?? value.get(other);
}
