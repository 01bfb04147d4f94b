import type { YamlValue } from '../../languages/yaml/value.js';

/** What the `$ref`s of a document stand for, as far as they point into the document itself. */
export interface References {
  /**
   * The value, or what its `$ref` stands for. `undefined` for a reference to another file, to nothing, or in a circle.
   */
  resolve(value: YamlValue | undefined): YamlValue | undefined;
}

/** More references in a row are a circle. */
const maxHops = 20;

/** Reads references as OpenAPI and AsyncAPI have them: JSON pointers (RFC 6901) in a fragment. */
export function referencesIn(root: YamlValue): References {
  const known = new Map<string, ReadonlyMap<string, YamlValue>>();
  // Hundreds of schemas stand below one key, so its entries are read once.
  const entriesAt = (tokens: readonly string[]) => {
    const place = tokens.join('/');
    let entries = known.get(place);
    if (!entries) known.set(place, (entries = new Map(root.get(...tokens.map(unescaped))?.entries().map(({ key, value }) => [key, value]))));
    return entries;
  };
  const target = (reference: string): YamlValue | undefined => {
    if (!reference.startsWith('#/')) return undefined;
    const tokens = reference.slice(2).split('/');
    return entriesAt(tokens.slice(0, -1)).get(unescaped(tokens.at(-1)!));
  };
  return {
    resolve(value) {
      let at = value;
      for (let hops = 0; at && hops < maxHops; hops++) {
        const reference = at.get('$ref');
        // A property may be called `$ref` too; then it is no text.
        if (reference?.text === undefined) return at;
        at = target(reference.text);
      }
      return undefined;
    },
  };
}

function unescaped(token: string): string {
  const plain = token.replaceAll('~1', '/').replaceAll('~0', '~');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}
