import type { Catalog } from '../catalog/catalog.js';
import { builtInCatalog } from '../catalog/catalog.js';
import type { Host } from '../host.js';
import type { Settings } from '../settings.js';
import { defaultSettings } from '../settings.js';
import type { SourceCode } from './service.js';

/** Where a source stands: what services need to know beside its text. */
export interface FileContext {
  /** Absolute path, or ESLint's `<input>`/`<text>`; of a virtual file (`README.md/0.ts`) the whole path. */
  filename: string;
  cwd: string;
  settings: Settings;
  catalog: Catalog;
  /** Absent in the browser and for sources that are no files. */
  host?: Host;
  /** The parser object of the linting file and the options it was called with. */
  parser?: unknown;
  languageOptions: { ecmaVersion?: number; sourceType?: string; parserOptions?: object };
  /** 0 of the linted file itself, 1 of every file that was read because of it, however many imports away. */
  depth: number;
}

const contexts = new WeakMap<SourceCode, FileContext>();
/** The one asked for last: nearly always the one that is asked for next. */
let last: { readonly source: SourceCode; readonly context: FileContext } | undefined;

/** States where `source` stands. The kit calls it before any rule runs; the first call wins. */
export function bindContext(source: SourceCode, make: () => FileContext): FileContext {
  if (last?.source === source) return last.context;
  let context = contexts.get(source);
  if (!context) contexts.set(source, (context = make()));
  last = { source, context };
  return context;
}

/** Where `source` stands; a source nobody bound is an unnamed text with default settings. */
export function contextOf(source: SourceCode): FileContext {
  return bindContext(source, unnamed);
}

function unnamed(): FileContext {
  return { filename: '<text>', cwd: '/', settings: defaultSettings, catalog: builtInCatalog(), languageOptions: {}, depth: 0 };
}
