import type { TSESTree } from '@typescript-eslint/utils';
import { argumentAt } from './arguments.js';
import { usesOfPackages } from './facts.js';
import { isClusterHost, isProbePath } from './internal-hosts.js';
import { outboundCallsOfPackages } from './outbound-calls.js';
import { platformOf } from './platform.js';
import type { SourceCode } from './service.js';
import { enclosingFunction, functionName } from './syntax.js';
import { urlTarget, type UrlTarget } from './url-targets.js';
import type { Use } from './use.js';

/** Plain HTTP to a service inside the cluster. */
export interface ServiceCall {
  /** The call, or the construction of the client that has the service's base URL. */
  readonly use: Use;
  readonly target: UrlTarget;
  /** The text that names the host, where it stands. */
  readonly at: TSESTree.Node;
}

/**
 * The calls of this file that go straight to another service of the cluster over plain `http`, one for each place that names a
 * host: calls that share a constant or a client share the cause. Health probes are left out.
 * Does not see: hosts that other files name, URLs that are handed over as parameters.
 */
export function serviceCalls(source: SourceCode): readonly ServiceCall[] {
  const found = new Map<TSESTree.Node, ServiceCall>();
  const probed = new Set<TSESTree.Node>();
  const add = (use: Use, target: UrlTarget, isProbe: boolean) => {
    if (target.scheme !== 'http' || !target.at || !isClusterHost(target)) return;
    if (isProbe) probed.add(target.at);
    else if (!found.has(target.at)) found.set(target.at, { use, target, at: target.at });
  };
  for (const { use, target } of outboundCallsOfPackages(source)) add(use, target, isProbePath(target.path) || isInProbe(use.node));
  for (const use of usesOfPackages(source, 'http-client')) {
    const place = use.kind === 'decorate' || use.action.args?.['url'] === undefined ? 'absent' : argumentAt(source, use.args, use.action.args['url']);
    if (typeof place !== 'object') continue;
    const target = urlTarget(source, place.found);
    // A client that only probes is a probe.
    if (target.at && !probed.has(target.at)) add(use, target, false);
  }
  if (found.size === 0 || platformOf(source) === 'browser') return [];
  return [...found.values()].sort((a, b) => a.at.range[0] - b.at.range[0]);
}

/** Functions named after probes: `checkHealth`, `isReady`. */
function isInProbe(node: TSESTree.Node): boolean {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    if (/health|readiness|liveness|^(?:is_?)?(?:ready|alive|up)$|probe|^ping/iu.test(functionName(fn) ?? '')) return true;
  }
  return false;
}
