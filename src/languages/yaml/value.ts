import type { AST } from 'yaml-eslint-parser';

export type YamlNode = AST.YAMLNode;
type Content = AST.YAMLContent | AST.YAMLWithMeta | null;

/** One key of a mapping with its value. */
export interface YamlEntry {
  readonly key: string;
  readonly value: YamlValue;
  /** Where the key is written; a merged mapping's own pair for a key that `<<` brings in. */
  readonly pair: AST.YAMLPair;
}

/**
 * A value of a YAML document with its place in the text. Anchors, aliases and merge keys are resolved: what an alias stands
 * for can be read, is reported where it is used, and counts as `shared`, since an edit would change other places too.
 */
export class YamlValue {
  private constructor(
    private readonly document: AST.YAMLDocument,
    /** The value itself, without anchor and tag; `null` for an empty one. */
    readonly content: Exclude<AST.YAMLContent, AST.YAMLAlias> | null,
    /** What to mark in a report. */
    readonly node: YamlNode,
    /** Reached through an alias or a merge key: never to be edited. */
    readonly shared: boolean,
    private readonly depth: number,
  ) {}

  /** The value of a whole document. */
  static of(document: AST.YAMLDocument): YamlValue {
    return YamlValue.at(document, document.content, document, false, 0);
  }

  private static at(document: AST.YAMLDocument, given: Content, empty: YamlNode, shared: boolean, depth: number): YamlValue {
    if (!given) return new YamlValue(document, null, empty, shared, depth);
    if (given.type === 'YAMLWithMeta') return new YamlValue(document, given.value, given.value ?? given, shared, depth);
    if (given.type !== 'YAMLAlias') return new YamlValue(document, given, given, shared, depth);
    // An alias stands for the last anchor of its name above it. A document that contains itself ends in an empty value.
    const anchor = depth > 50 ? undefined : document.anchors[given.name]?.filter(({ range }) => range[0] < given.range[0]).at(-1);
    return new YamlValue(document, anchor?.parent.value ?? null, given, true, depth + 1);
  }

  /** The value below, key by key; `undefined` where a key is missing or the way there is no mapping. */
  get(...keys: readonly string[]): YamlValue | undefined {
    const [first, ...rest] = keys;
    return first === undefined ? this : this.entry(first)?.value.get(...rest);
  }

  /** The key with its value. A mapping's own keys win over merged ones. */
  entry(key: string): YamlEntry | undefined {
    return this.entries().find((entry) => entry.key === key);
  }

  /** The keys of a mapping, merged ones last; empty for everything else. */
  entries(): readonly YamlEntry[] {
    if (this.content?.type !== 'YAMLMapping') return [];
    const own: YamlEntry[] = [];
    const merged: YamlEntry[] = [];
    for (const pair of this.content.pairs) {
      const key = YamlValue.at(this.document, pair.key, pair, this.shared, this.depth).text;
      if (key === undefined) continue;
      const value = YamlValue.at(this.document, pair.value, pair, this.shared, this.depth);
      if (key !== '<<') own.push({ key, value, pair });
      else for (const source of value.content?.type === 'YAMLSequence' ? value.items() : [value]) merged.push(...source.entries().map((entry) => ({ ...entry, value: entry.value.usedAt(pair) })));
    }
    const known = new Set(own.map(({ key }) => key));
    return [...own, ...merged.filter(({ key }) => !known.has(key) && known.add(key))];
  }

  /** The same value, brought in by a merge key. */
  private usedAt(pair: AST.YAMLPair): YamlValue {
    return new YamlValue(this.document, this.content, pair, true, this.depth + 1);
  }

  /** The elements of a sequence; empty for everything else. */
  items(): readonly YamlValue[] {
    if (this.content?.type !== 'YAMLSequence') return [];
    return this.content.entries.map((entry) => YamlValue.at(this.document, entry, this.content!, this.shared, this.depth));
  }

  get isMapping(): boolean {
    return this.content?.type === 'YAMLMapping';
  }

  get isSequence(): boolean {
    return this.content?.type === 'YAMLSequence';
  }

  /** Written, but with no value: `key:`, `key: null`, `key: ~`. */
  get isNull(): boolean {
    return this.content === null || (this.content.type === 'YAMLScalar' && this.content.value === null);
  }

  /** The text of a scalar; a number or flag as it is written. */
  get text(): string | undefined {
    if (this.content?.type !== 'YAMLScalar' || this.content.value === null) return undefined;
    return 'strValue' in this.content ? this.content.strValue : this.content.value;
  }

  /** A number, unquoted. */
  get number(): number | undefined {
    const value = this.content?.type === 'YAMLScalar' ? this.content.value : undefined;
    return typeof value === 'number' ? value : undefined;
  }

  /** `true` or `false`, unquoted. */
  get flag(): boolean | undefined {
    const value = this.content?.type === 'YAMLScalar' ? this.content.value : undefined;
    return typeof value === 'boolean' ? value : undefined;
  }
}
