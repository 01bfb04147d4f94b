import * as v from 'valibot';
import { builtInCatalog, createCatalog, type Catalog } from './catalog/catalog.js';
import { brokenReference } from './catalog/references.js';
import { librarySchema, type Library } from './catalog/schema.js';
import { explain, placeOf } from './settings-errors.js';

/** Groups of files that rules treat alike, told by globs relative to the working directory. */
export type FileGroup = 'tests' | 'scripts' | 'migrations' | 'compositionRoot' | 'domain' | 'services' | 'repositories';

/** What users write under `settings.archprinciples`: plain JSON, all of it optional. */
export interface ArchPrinciplesSettings {
  /** Libraries the plugin does not know, your own wrappers among them; an entry replaces the built-in one of the same package. */
  libraries?: Library[];
  /** Functions that call a language model: `runAgent`, `agents.run`, or a regular expression between slashes. */
  agents?: string[];
  /** Functions that put a circuit breaker or another policy around a call, written like `agents`. */
  resilience?: string[];
  /** The service mesh whose sidecars encrypt and retry calls between services. */
  mesh?: 'istio' | 'linkerd' | boolean;
  /** Globs of the folders that are bounded contexts: `src/modules/*`. */
  contexts?: string[];
  /** Path of the specification that says what each service publishes, calls and owns, relative to the working directory. */
  spec?: string;
  /** What the specification's text was when the configuration was read, so that ESLint's cache forgets results when it changes. See `specification()`. */
  specHash?: string;
  /** The size of system whose layout the project follows. */
  tier?: 'single-api' | 'microservices' | 'enterprise';
  /** Whether a file that the linted one imports may be read to learn what an imported value is. */
  crossFile?: boolean;
  /** Rules whose first suggestion `--fix` applies: all, none, or those named. */
  applySuggestions?: boolean | string[];
  /** Globs relative to the working directory; a group that is given replaces its default. */
  files?: Partial<Record<FileGroup, string[]>>;
}

/** `settings.archprinciples` after checking, with defaults filled in. */
export interface Settings {
  libraries: readonly Library[];
  agents: readonly string[];
  resilience: readonly string[];
  mesh: 'istio' | 'linkerd' | boolean;
  contexts: readonly string[];
  spec?: string;
  specHash?: string;
  tier?: 'single-api' | 'microservices' | 'enterprise';
  crossFile: boolean;
  applySuggestions: boolean | readonly string[];
  files: Readonly<Record<FileGroup, readonly string[]>>;
}

export const defaultSettings: Settings = {
  libraries: [],
  agents: [],
  resilience: [],
  mesh: false,
  contexts: [],
  crossFile: true,
  applySuggestions: false,
  files: {
    tests: [
      '**/*.{test,tests,spec,specs,e2e,e2e-spec,cy,stories,bench,test-d}.*',
      '**/*{-,_}{test,spec}.*',
      '**/{__tests__,__mocks__,__fixtures__,test,tests,Test,Tests,testing,testdata,spec,specs,e2e,E2E,fixtures,mocks,cypress,playwright}/**',
      '**/{test,e2e}-{app,apps,data,fixtures,helpers,plugins,routes,server,support,tests,utils}/**',
      '**/{*-{tests,e2e},test-utilities,test-data}/**',
      '**/test{,-,_}data{,-*}.*',
      '**/{jest,vitest,playwright,cypress,tests}.*',
    ],
    scripts: [
      '**/{script,scripts,bin,cli,seed,seeds,seeders,bench,benchmark,benchmarks}/**',
      '**/seed*.*',
      '**/*{-,_,.}seed*.*',
      '**/*Seed{,s,er,ers}.*',
      '**/dev{-,_,.}server.*',
      // Not at any depth: the `tools` of an agent are handlers.
      '{dev,tool,tools}/**',
    ],
    migrations: ['**/{migration,migrations,migrate}/**', '**/*.migration.*', '**/{migration,migrations}.*'],
    compositionRoot: [
      '**/{main,app,server,container,di,ioc,bootstrap}.*',
      '**/{di,ioc,bootstrap}/**',
      '**/*.module.*',
      '**/*.config.*',
      '{,src/,{apps,packages,services,libs}/*/,{apps,packages,services,libs}/*/src/}index.*',
    ],
    domain: ['**/{domain,entities}/**'],
    services: ['**/{service,services,use-cases,usecases}/**', '**/*{.,-,_}service.*', '**/*Service.*'],
    repositories: ['**/{repository,repositories,dao,daos,dal,data-access}/**', '**/*{.,-,_}{repository,repo,dao}.*', '**/*{Repository,Repo,Dao,DAO}.*'],
  },
};

const text = v.pipe(v.string(), v.nonEmpty());
const texts = v.array(text);
const name = v.pipe(text, v.check((entry) => compiles(entry), 'is no valid regular expression'));
/** An array would pass as an object without keys. */
const noArray = v.custom<object>((value) => !Array.isArray(value), 'expected an object');

const schema: v.GenericSchema<ArchPrinciplesSettings> = v.pipe(
  noArray,
  v.strictObject({
    libraries: v.optional(v.array(librarySchema)),
    agents: v.optional(v.array(name)),
    resilience: v.optional(v.array(name)),
    mesh: v.optional(v.union([v.boolean(), v.picklist(['istio', 'linkerd'])])),
    contexts: v.optional(texts),
    spec: v.optional(text),
    specHash: v.optional(text),
    tier: v.optional(v.picklist(['single-api', 'microservices', 'enterprise'])),
    crossFile: v.optional(v.boolean()),
    applySuggestions: v.optional(v.union([v.boolean(), texts])),
    files: v.optional(v.pipe(
      noArray,
      v.strictObject({
        tests: v.optional(texts),
        scripts: v.optional(texts),
        migrations: v.optional(texts),
        compositionRoot: v.optional(texts),
        domain: v.optional(texts),
        services: v.optional(texts),
        repositories: v.optional(texts),
      }),
    )),
  }),
);

export type ReadSettings = { readonly ok: true; readonly settings: Settings } | { readonly ok: false; readonly message: string };

const memo = new WeakMap<object, ReadSettings>();

/**
 * Checks what stands under `settings.archprinciples` and fills in the defaults, once per settings object. Never throws.
 *
 * @returns the settings, or one sentence that says which of them is wrong and how.
 */
export function readSettings(raw: unknown): ReadSettings {
  if (raw === undefined) return { ok: true, settings: defaultSettings };
  if (typeof raw !== 'object' || raw === null) return check(raw);
  let read = memo.get(raw);
  if (!read) memo.set(raw, (read = check(raw)));
  return read;
}

function check(raw: unknown): ReadSettings {
  try {
    const result = v.safeParse(schema, raw);
    if (!result.success) return { ok: false, message: explain(schema, result.issues) };
    const given = result.output;
    for (const [index, library] of (given.libraries ?? []).entries()) {
      const broken = brokenReference(library);
      if (broken) return { ok: false, message: `${placeOf(['libraries', index, ...broken.path])}: "${broken.ref}" names no type of this library.` };
    }
    return { ok: true, settings: { ...defaultSettings, ...given, files: { ...defaultSettings.files, ...given.files } } };
  } catch (error) {
    return { ok: false, message: `settings.archprinciples cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

const catalogs = new WeakMap<Settings, Catalog>();

/** The catalog under these settings: the built-in libraries and those of the settings, which win. */
export function catalogFor(settings: Settings): Catalog {
  if (settings.libraries.length === 0) return builtInCatalog();
  let catalog = catalogs.get(settings);
  if (!catalog) catalogs.set(settings, (catalog = createCatalog([...builtInCatalog().libraries, ...settings.libraries])));
  return catalog;
}

const patterns = new WeakMap<readonly string[], readonly (RegExp | string)[]>();

/**
 * Whether one of `entries` (see `agents`) names a function.
 *
 * @param called how the code calls it, as written without arguments: `runAgent`, `this.agents.run`. An entry without a dot
 * means the last part of it; one with a dot its end.
 */
export function isNamed(entries: readonly string[], called: string): boolean {
  let compiled = patterns.get(entries);
  if (!compiled) patterns.set(entries, (compiled = entries.map((entry) => expressionIn(entry) ?? entry)));
  return compiled.some((entry) => (typeof entry === 'string' ? called === entry || called.endsWith(`.${entry}`) : entry.test(called)));
}

/** The regular expression that an entry between slashes is. */
function expressionIn(entry: string): RegExp | undefined {
  const match = /^\/(.+)\/([dimsuv]*)$/u.exec(entry);
  return match ? new RegExp(match[1]!, match[2]) : undefined;
}

function compiles(entry: string): boolean {
  try {
    expressionIn(entry);
    return true;
  } catch {
    return false;
  }
}
