import type { TSESTree } from '@typescript-eslint/utils';
import { imported } from './agents/constant-texts.js';
import { argument } from './arguments.js';
import { usesOfPackages } from './facts.js';
import { isProbePath } from './internal-hosts.js';
import { outboundCallsOfPackages } from './outbound-calls.js';
import { platformOf } from './platform.js';
import { defineService, type SourceCode } from './service.js';
import { textOf } from './url-text.js';
import { urlTarget, type UrlTarget } from './url-targets.js';

/** A host that the file calls, or makes a client for. */
export interface CalledHost {
  readonly node: TSESTree.Node;
  /** The first part of the host's name, which in a cluster is that of the service: `orders` of `orders.shop.svc.cluster.local`. */
  readonly name: string;
}

/**
 * The hosts inside the system that the file calls over HTTP or RPC, each once, at the first expression that leads there. Looks
 * through constants and configuration of other files, whose defaults name the host.
 * Does not see: hosts that only the environment knows, clients that other files make.
 */
export const calledHosts = defineService((source: SourceCode): readonly CalledHost[] => {
  const urls: { url: TSESTree.Node; target: UrlTarget }[] = [];
  for (const { url, target } of outboundCallsOfPackages(source)) if (url && !isProbePath(target.path)) urls.push({ url, target });
  for (const { kind, action, args } of usesOfPackages(source, 'http-client', 'rpc-client')) {
    const place = kind === 'decorate' ? undefined : action.args?.['url'];
    const url = place === undefined ? undefined : argument(source, args, place);
    if (url) urls.push({ url, target: urlTarget(source, url, undefined, action.roles?.includes('rpc-client')) });
  }
  if (urls.length === 0 || platformOf(source) === 'browser') return [];
  const found = new Map<string, CalledHost>();
  for (const { url, target } of urls.sort((a, b) => a.url.range[0] - b.url.range[0])) {
    const { hostPattern } = target.hostPattern === undefined ? (elsewhere(source, url) ?? target) : target;
    const name = hostPattern === undefined ? undefined : serviceName(hostPattern);
    if (name !== undefined && !found.has(name)) found.set(name, { node: target.at ?? url, name });
  }
  return [...found.values()];
});

/** What a URL tells that begins with a constant of another file. */
function elsewhere(source: SourceCode, url: TSESTree.Node): UrlTarget | undefined {
  const [first] = textOf(source, url);
  if (!first || first.text !== undefined) return undefined;
  const constant = imported(source, first.node);
  return constant && urlTarget(constant.source, constant.node);
}

/** A bare name, or one below the cluster's own domains; public names and addresses are nobody's of the system. */
function serviceName(host: string): string | undefined {
  return /^([a-z][\w-]*)(?:(?:\.[\w-]+)*\.(?:svc(?:\.cluster\.local)?|internal|local))?$/u.exec(host)?.[1];
}
