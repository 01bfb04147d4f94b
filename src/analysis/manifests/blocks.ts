import { documentsOf, type YamlSource } from '../../languages/yaml/documents.js';
import type { YamlEntry, YamlValue } from '../../languages/yaml/value.js';

/** How deep below the top of a document a block may stand: `services.orders.auto_scaling` and one more. */
const maxDepth = 4;

/**
 * The mappings under a key of the architecture's own form (`load_balancer:`, `auto_scaling:`), at the top of a document or
 * below a service. Kubernetes objects have none. Does not see: blocks that are shared by an alias, beyond their first use.
 */
export function blocksNamed(source: YamlSource, key: string): readonly YamlEntry[] {
  return documentsOf(source).filter((root) => root.get('apiVersion') === undefined).flatMap((root) => below(root, key, 1));
}

function below(value: YamlValue, key: string, depth: number): readonly YamlEntry[] {
  return value.entries().flatMap((entry) => {
    if (!entry.value.isMapping || entry.value.shared) return [];
    if (entry.key === key) return [entry];
    return depth < maxDepth ? below(entry.value, key, depth + 1) : [];
  });
}
