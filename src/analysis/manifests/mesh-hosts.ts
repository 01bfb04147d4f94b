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

/** The ends of public names that a namespace is hardly ever called. */
function isTopLevelDomain(label: string | undefined): boolean {
  return label !== undefined && /^(?:com|org|net|io|dev|edu|gov|info|co|app|ai|cloud|example|test|de|uk|eu|us|fr|jp|cn|in)$/u.test(label);
}
