/** A piece of a paragraph: plain text, or what it is with its text; of a link, the address last. */
export type Span = string | readonly ['code' | 'strong', string] | readonly ['link', string, string];

/** A piece of a page. */
export type Block =
  | { readonly heading: readonly Span[]; readonly level: number }
  | { readonly text: readonly Span[] }
  | { readonly code: string }
  | { readonly item: readonly Span[]; readonly depth: number }
  | { readonly table: readonly (readonly (readonly Span[])[])[] };

/** The rules' pages by rule name, as the build writes them to `dist/pages.json`. */
export type Pages = Readonly<Record<string, readonly Block[]>>;
