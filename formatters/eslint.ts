/** ESLint's results as formatters get them, as far as these formatters look; the same in 8.57, 9 and 10 and in saved JSON. */

/** An edit: `text` instead of the characters between the two offsets (UTF-16 units, from 0, without a byte order mark). */
export interface Edit {
  readonly range: readonly [number, number];
  readonly text: string;
}

export interface Message {
  /** `null` for what no rule said: parse errors, unused directives. */
  readonly ruleId: string | null;
  readonly message: string;
  /** 2 is an error. */
  readonly severity: number;
  /** Lines and columns count from 1. */
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number | null;
  readonly endColumn?: number | null;
  readonly fatal?: boolean;
  readonly fix?: Edit;
  readonly suggestions?: readonly { readonly desc: string; readonly fix: Edit }[];
  /** Only in `suppressedMessages`: by a comment (`directive`) or by the file of bulk suppressions (`file`). */
  readonly suppressions?: readonly { readonly kind: string; readonly justification?: string }[];
}

export interface Result {
  /** Absolute, or `<text>`. */
  readonly filePath: string;
  readonly messages: readonly Message[];
  readonly suppressedMessages?: readonly Message[];
  /** The text, where the file has messages and no fix was applied. */
  readonly source?: string;
  /** The text after fixes. */
  readonly output?: string;
  /** With `--stats`, from ESLint 9 on: which rules ran, and how long. */
  readonly stats?: { readonly times?: { readonly passes?: readonly { readonly rules?: Readonly<Record<string, unknown>> }[] } };
}

export interface RuleMeta {
  readonly docs?: {
    readonly description?: string;
    readonly url?: string;
    readonly principle?: string;
  };
}

export type RulesMeta = Readonly<Record<string, RuleMeta | undefined>>;

/** What ESLint gives a formatter beside the results. */
export interface Context {
  readonly cwd?: string;
  readonly rulesMeta?: RulesMeta;
}
