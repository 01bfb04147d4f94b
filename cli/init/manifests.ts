/** What a YAML file is for, as far as the plugin has rules for it. */
export type ManifestKind = 'kubernetes' | 'istio' | 'compose' | 'openapi' | 'asyncapi' | 'specification';

export interface Manifest {
  readonly kinds: readonly ManifestKind[];
  readonly mesh?: 'istio' | 'linkerd';
}

const istio = /^apiVersion:\s*["']?(?:networking|security)\.istio\.io\//mu;

/**
 * Tells by its text what a YAML file is. Templates of Helm are none of them: they are not YAML before they are rendered.
 *
 * @param name the file's name without folders.
 */
export function manifestIn(name: string, text: string): Manifest {
  if (/\{\{-?\s*(?:\.|include|template|if|range|with|end)/u.test(text)) return { kinds: [] };
  const kinds: ManifestKind[] = [];
  if (/^apiVersion:\s*\S/mu.test(text) && /^kind:\s*["']?[A-Z]\w+/mu.test(text)) kinds.push(istio.test(text) ? 'istio' : 'kubernetes');
  if (/^(?:docker-)?compose[\w.-]*\.ya?ml$/u.test(name) && /^services:/mu.test(text)) kinds.push('compose');
  if (/^openapi:\s*["']?3/mu.test(text)) kinds.push('openapi');
  if (/^asyncapi:\s*["']?\d/mu.test(text)) kinds.push('asyncapi');
  if (/architecture\.schema\.json/u.test(text) || (/^services:/mu.test(text) && /^\s+responsibilities:/mu.test(text) && /^\s+publishes:/mu.test(text))) kinds.push('specification');
  const mesh = istio.test(text) || /istio-injection:\s*["']?enabled|sidecar\.istio\.io\/inject:\s*["']?true/u.test(text) ? 'istio' : /linkerd\.io\/inject:\s*["']?enabled/u.test(text) ? 'linkerd' : undefined;
  return { kinds, ...(mesh && { mesh }) };
}
