import * as v from 'valibot';

/**
 * The form in which the plugin states what a library is. Plain data: the built-in catalog and
 * `settings.archprinciples.libraries` use the same schema, so a team can teach the plugin its own wrappers.
 */

/** What an export, method or construction is for. Rules ask for roles, never for package names. */
export const roles = [
  // resources
  'expensive-client', 'ml-model', 'browser-automation', 'config-load', 'file-read', 'parse',
  // data
  'orm', 'sql', 'cache', 'search', 'storage', 'read', 'write', 'raw-sql', 'transaction',
  // outbound calls
  'http-client', 'http-call', 'rpc-client', 'rpc-call', 'payment',
  // frameworks and handlers
  'web-framework', 'route', 'route-mount', 'graphql', 'websocket', 'serverless', 'cron', 'listen', 'middleware', 'local-transport',
  // messaging
  'queue', 'queue-worker', 'event-bus', 'publish', 'subscribe',
  // language models
  'llm', 'agent-call', 'agent-stream', 'agent', 'embedding', 'llm-tool',
  // work that belongs on a queue
  'mail', 'sms', 'push', 'media', 'document',
  // the rest
  'logger', 'validator', 'validation-attach', 'resilience', 'retry', 'timeout', 'circuit-breaker', 'limiter', 'sleep', 'memoize', 'blocking', 'metrics', 'tracing',
  'auth', 'session', 'ui', 'views', 'static-files', 'di-container', 'cqrs', 'cli', 'env', 'test', 'promisify', 'pure',
] as const;
export type Role = (typeof roles)[number];

/**
 * Where something stands in the arguments of a call: `0` (the first), `last`, `0.timeout` (a property of the first
 * argument), `1..` (the second and all after it), `0.*` (every property value of the first argument). Alternatives are
 * separated by `|`; the first that is there counts.
 */
export type ArgPath = string;

/**
 * What an expression is: `#Type` names a type of the same library, `package#Type` one of another.
 */
export type TypeRef = string;

/** A resource that is dear to build: a connection, a pool, a model in memory, a browser process. */
export interface Resource {
  /** What each construction costs, as a verb phrase that completes "`new Redis()` ...": "opens a TCP connection". */
  cost: string;
  /** `yes`: belongs to the process. `prefer`: an HTTP-only client, cheap to build, better shared. */
  singleton: 'yes' | 'prefer';
  /** When the connection opens. `explicit`: by calling `connectCall`. */
  connects: 'construct' | 'first-use' | 'explicit' | 'never' | 'loads' | 'spawns' | 'listens' | 'varies';
  connectCall?: string;
  /** Calling `connectCall` again on a connected instance does no harm. */
  reconnects?: boolean;
  /** Methods that close it. */
  close?: string[];
  /** Methods after which this connection serves one user only (`subscribe`, blocking reads, transactions of a single connection). */
  exclusive?: string[];
  /** The option that puts off connecting: `last.lazyConnect`. */
  lazyOption?: ArgPath;
  /** One for each job, closed at its end, is usual: a browser that keeps jobs apart, a connection for administration. */
  perJob?: boolean;
  /** It opens a file of the same machine and talks to no server. */
  local?: boolean;
  /** The library itself keeps the one instance (`mongoose.connect`), so calling it again makes nothing anew. */
  processWide?: boolean;
  /**
   * It opens something of its own only when one of these arguments is a text (a URL) or one of these properties is given;
   * else it only wraps what it gets (`drizzle(pool)`), which is cheap.
   */
  opensFrom?: ArgPath[];
  /** It is one connection, and the package also has pools of such connections. */
  pool?: PoolTwin;
}

/** A pool of connections that may stand in place of the one connection that a construction opens. */
export interface PoolTwin {
  /** The export of the same package that makes it in the same way (by `new`, or by a call) from the same options: `Pool`, `createPool`. It gives the pool at once, not a promise of it. */
  name: string;
  /** The option that takes the address, where the pool takes options only and the connection also takes a bare address: `connectionString`. */
  urlOption?: string;
  /** Methods that take and give the same on the pool: each call runs on whatever connection is free. */
  methods: string[];
  /** Events of the connection that the pool has too, with the same first argument. */
  events?: string[];
}

/** A synchronous call that holds the event loop. */
export interface Blocking {
  /** What it does meanwhile, as a verb phrase: "reads the file", "runs the child process". */
  does: string;
  /** The asynchronous twin with the same arguments and result. Absent: there is no faithful one. */
  twin?: {
    /** Module that exports it; absent: the same as the call's. */
    module?: string;
    /** Its export name. */
    name: string;
    /** It takes a callback and must be wrapped with `util.promisify`. */
    promisify?: boolean;
    /** TypeScript cannot type the promisified form (overloads): faithful in JavaScript only. */
    untyped?: boolean;
    /** Needs at least so many arguments, though the synchronous form does with fewer. */
    minArgs?: number;
    /** Where the synchronous form also takes a number (a file descriptor) and the twin does not. */
    notNumber?: ArgPath;
  };
  /** How to mend it by hand where there is no twin, as an imperative: "Use `spawn` and await its `close` event." */
  advice?: string;
  /** Properties of an options argument that the twin does not honour (`input`, `stdio`). */
  unlessOptions?: string[];
  /** The argument whose size decides how long it takes. */
  size?: ArgPath;
  /** The functions of the same library that fill what the first argument brings, by the last part of their names, each with the argument that holds the rows, or what is filled itself. */
  filledBy?: Record<string, ArgPath>;
  /** It takes microseconds: worth a word where a list decides how often it runs or something longer stands beside it, never where a handler comes to it through other files. */
  brief?: boolean;
  /** It reads, writes or searches files and computes nothing that takes long. */
  files?: boolean;
  /** It turns plain data into text or back, as `JSON.stringify` and `JSON.parse` do: how long that takes depends on the data alone. */
  likeJson?: boolean;
  /** It is slow only from so many rounds on. Where the number is not known, it counts as slow. */
  rounds?: { place: ArgPath; least: number };
  /** Reported only when the rule option of this name is on. */
  optIn?: string;
  /** Blocks only if no function is among the arguments. */
  unlessCallback?: boolean;
}

/** Work so long that whoever asked for it should not have to wait: it belongs on a queue. */
export interface Task {
  /** What it does, as a verb phrase: "sends an e-mail", "encodes the video". */
  does: string;
  /** Long only when it is done for each of many things: one image is resized in no time. */
  many?: boolean;
  /** With `many`: the argument that says of how many things it is done, a number or a list of them. */
  count?: ArgPath;
}

export const handlerKinds = ['http', 'middleware', 'graphql', 'rpc', 'queue', 'topic', 'event', 'socket', 'cron', 'serverless', 'tool', 'command', 'query'] as const;
export type HandlerKind = (typeof handlerKinds)[number];

/** A call, decorator or construction that hands functions to a framework. */
export interface Registers {
  kind: HandlerKind;
  /**
   * Where the handler functions stand: argument paths separated by `|`; for a decorator `method` (the decorated method) or
   * `class.<name>` (methods of the decorated class, alternatives separated by `|`); for `annotate` `typed` (the function that
   * has this type), `parameter` (a function with a parameter of this type) or `class.<name>` (methods of a class that implements it).
   */
  handler: ArgPath;
  /** Where the path, topic, queue or event name stands. */
  path?: ArgPath;
  /** The HTTP method, in upper case; absent: the member's name in upper case for `http`. */
  method?: string;
  /** Fewer arguments than this are no registration (`app.get('setting')`). */
  minArgs?: number;
  /** What becomes of a rejected promise of the handler. */
  rejections?: 'handled' | 'unhandled' | 'by-version';
  /** With `by-version`: the semver range of the package in which they are handled. */
  handledFrom?: string;
  /** Index of the handler's parameter that carries the request or message. */
  request?: number;
  /** Index of the handler's parameter through which it answers; absent: it answers by what it returns. */
  response?: number;
  /** Values at `path` for which nothing is called per request or message: events of start-up and shut-down. */
  except?: string[];
}

/** How the waits between tries grow. */
export const growths = ['none', 'constant', 'linear', 'exponential', 'unknown'] as const;

/** How a call, a construction or a queue tries again, and which options say so. Names of options may lead inwards: `backoff.delay`. */
export interface Retry {
  /** Where the options stand. */
  options: ArgPath;
  /** The option for the number of tries. Without it, there is always a limit. */
  count?: string;
  /** The number counts the first try too. */
  countsFirst?: boolean;
  /** Retries when nothing is said. Absent: nobody knows. */
  retries?: number | 'unlimited';
  /** The option that takes the limit away when true. */
  forever?: string;
  /** Options that end it in another way: a time limit, a signal, a function that decides. */
  ends?: string[];
  /** Functions that are called and awaited between two tries, so that they can wait too. */
  hooks?: string[];
  /** The option that returns the next wait, or nothing to give up, of a connection that is set up again. */
  reconnects?: string;
  /** How waits grow when nothing is said. */
  growth: (typeof growths)[number];
  /** The option with the wait: milliseconds, a function of the try, or one of `growths`. */
  wait?: string;
  /** The option whose text is one of `growths`. */
  kind?: string;
  /** What texts, exports and constructions mean as waits. */
  growths?: Record<string, (typeof growths)[number]>;
  /** The option by which each wait is longer than the last one; `1` or less makes them equal. */
  factor?: string;
  /** The option that none of the waits exceeds: where it is given, equal waits are meant to be so. */
  cap?: string;
  /** The option that spreads the waits by chance. */
  jitter?: string;
  /** They are spread when nothing is said. */
  jittered?: boolean;
  /** Semver range of the package that has `jitter`. */
  jitterVersions?: string;
  /** What options leave out, the queue that the job is added to may say. */
  inherits?: boolean;
  /** Source text of the options that make the waits grow, and of those that spread them. `{it}` is the name by which the file knows the called export. */
  mend?: { backoff?: Record<string, string>; jitter?: Record<string, string> };
}

/** How an option is written into code that does not give it. */
export interface Writing {
  /** Where it goes: `0.maxOutputTokens`. */
  at: ArgPath;
  /** The value, with `{n}` for the number; absent: the number itself. */
  text?: string;
  /** Exports of the package that `text` calls. */
  imports?: string[];
  /** Semver range of the package that has this option; absent: all versions in use. */
  versions?: string;
}

/** What bounds a request to a language model or an agent when the code does not. */
export interface Bounds {
  /** How many turns a loop of model and tools takes when nothing is said. Absent: there is no loop, or another action states it. */
  steps?: number | 'unlimited';
  /** Source texts that, where the limit of turns stands, take it away (`null`, `isLoopFinished()`). */
  unlimited?: string[];
  /**
   * The longest answer, when nothing is said. `required`: the API refuses a request without a limit. `default`: the package or
   * the API has a limit of its own, far below what the model can do. `optional`: as long as the model can.
   */
  outputLimit?: 'required' | 'default' | 'optional';
  /** How a limit is written, by its name in `args` (`maxTokens`, `maxTurns`): the first whose versions fit. Absent: as a number at the first place of `args`. */
  mend?: Record<string, Writing[]>;
}

/** How one statement does for many rows what a call does for one. */
export interface Batch {
  /** The statement as code, for messages: `findMany({ where: { id: { in: ids } } })`. */
  form: string;
  /** Where, beside the values of conditions and data, what tells the rows apart may stand by itself: `0` of `findById(id)`; `this`: the row is the object called. */
  key?: ArgPath;
  /** Places whose values `form` sets alike in all rows: paths of arguments, or the arguments of a chained method (`.set`). */
  same?: string[];
  /** Properties of arguments and chained methods with which the call does what `form` cannot do for many rows. */
  unless?: string[];
  /** Chained methods that limit the rows: with more than two of them the call gives some rows of each element, which `form` cannot. */
  limits?: string[];
  /** `form` of a write gives the rows that were written. Reads do anyway. */
  returns?: boolean;
  /** The library itself puts calls of the same tick into one statement. */
  sameTick?: boolean;
  /** Exports of the library that spread data over nodes, which `form` cannot reach together: none of it in a file that imports one of them. */
  oneNode?: string[];
  /** The call that gives the same rows, in any order and without those that are missing, as code with `{keys}` for the list of what stood at `key`. */
  rewrite?: string;
}

/** What happens when an entity is called, constructed or used as a decorator. */
export interface Action {
  roles?: Role[];
  /** What the result is. */
  returns?: TypeRef;
  /** The result is a promise of `returns`. */
  async?: boolean;
  /** It does not throw when the other side refuses: the failure is part of the result (`{ error }`). */
  givesErrors?: boolean;
  /**
   * Named places in the arguments: `url`, `timeout`, `event` (with `queue` at the same place: the name is that of a queue), `engine`, `model`, `messages`, `prompt`, `tools`, `stream`, `signal`, `ttl` ...
   * Of agents and models also `system`, `maxTokens` (limit of the answer), `maxTurns` (limit of a loop of model and tools), `budget`,
   * `session`, `memory`, `cache` (asks the vendor to keep the prompt), `truncation` (bounds the history), `agent`, `agents`, `handoffs`.
   */
  args?: Record<string, ArgPath>;
  /** The instance remembers earlier calls (a chat): calls on the same instance depend on each other. */
  stateful?: boolean;
  /** What bounds a call when the code says nothing: milliseconds until it gives up (`0`: never), and tries after the first. On a construction: the calls of the instance. `versions`: the semver range of the package that they hold in; absent: all in use. */
  defaults?: { timeoutMs?: number; retries?: number; versions?: string };
  /** Semver range of the package in which the option at `formerTimeout` of `args` is one; absent: it may be one. */
  formerTimeout?: string;
  retry?: Retry;
  /** On a call that asks a model or agent, and on what makes one. */
  agent?: Bounds;
  /**
   * On the same, where the vendor keeps the beginning of a prompt only when asked to (its models say so) and the package can ask:
   * how a system prompt is written that it keeps, with `{text}` for the text. Empty: in a form that depends on the rest of the code.
   */
  caching?: Writing[];
  resource?: Resource;
  blocking?: Blocking;
  /** Absent on a call that sends mail, text or push messages or drives a browser: its role says so. */
  task?: Task;
  registers?: Registers;
  /** What the function at an argument is called with, parameter by parameter; `''` where nothing is known of it. */
  passes?: Record<ArgPath, TypeRef[]>;
  /** Where it takes a path it also takes a list of paths. */
  pathList?: boolean;
  /** How many rows are read or written with one statement. `sql`: the text of the statement says. Absent: there is no such way, or no network between that would make it matter. */
  batch?: Batch | 'sql';
  /** Semver range of the package in which this holds; absent: all versions in use. */
  versions?: string;
}

/** Something a name of the library stands for: an export, a type, a property or a method. */
export interface Entity {
  /** What `new x(...)` does. */
  new?: Action;
  /** What `x(...)` and a tagged template ``x`...` `` do. */
  call?: Action;
  /** What `@x(...)` and `@x` do. */
  decorate?: Action;
  /** What reading it does, where that is more than a read: `cradle.mailer` asks a container. */
  read?: Action;
  /** What it says of a function or class that it describes as a type: `const f: X`, `(a: X) => ...`, `implements X`. */
  annotate?: Action;
  /** What it is itself when read or used as a type annotation; a class needs none (its instance is what `new` returns). */
  is?: TypeRef;
  /** Properties and methods. A key may name several (`get|post`); `*` stands for any other. */
  members?: Record<string, Entity>;
}

/** A file whose exports a framework calls. */
export interface Convention {
  /** Globs on the file's path. */
  files: string[];
  /** Names of the exported functions; `*` any. */
  exports: string[];
  /** The directive that must open the file, or the function itself (`use server`). */
  directive?: string;
  /** Packages one of which the file must import or the nearest package.json list, since other files have such paths and exports too. */
  dependsOn?: string[];
  /** Names one of which the first parameter must have, for the same reason. */
  parameter?: string[];
  /** The folder below which the file's own path is the URL (`pages`, `app`). */
  urlsBelow?: string;
  /** How a file asks the framework to keep what its `GET` answers. */
  kept?: KeptBy;
  /** It runs on an edge runtime unless the file says otherwise (`runtime: 'nodejs'`), where platforms end what takes long. */
  edge?: boolean;
  registers: Registers;
}

/** Exports that make a framework answer from a cache as long as the handler does not read the request. */
export interface KeptBy {
  /** Values by the name of the export; `number`: a positive one, `function`: any function. */
  by: Record<string, readonly (string | boolean)[]>;
  /** Values, by the same rule, with which nothing is kept whatever else the file asks for. */
  unless?: Record<string, readonly (string | boolean)[]>;
  /** Import sources that give the request away otherwise, so that nothing is kept. */
  unlessImported?: string[];
}

/** Everything known about one package. */
export interface Library {
  /** The import source. `*` at its end matches any rest. Node's modules are written `node:fs`; `fs` is accepted too. `global`: no import. */
  package: string;
  /** Other import sources with the same exports. */
  aliases?: string[];
  /** Import sources by ending, for code that is generated into the project (`/generated/prisma/client`). */
  generated?: string[];
  /** The name people know it by. */
  title: string;
  /** What the package as a whole is for; together with its actions' roles this opens the rules' gate. */
  roles?: Role[];
  /** The one database engine that it connects to, by its name in `engines.ts`. Libraries for several say in `args.engine` which option states it. */
  engine?: string;
  /** Versions the facts were checked on. */
  checked?: string[];
  /** How they were checked or where they are documented. */
  evidence?: string;
  /** Exports by name; `default` is also what `require()` returns. */
  exports: Record<string, Entity>;
  /** Types named by `returns` and `is`. */
  types?: Record<string, Entity>;
  conventions?: Convention[];
  /** What it exports beside `exports`, such as generated types and enums, is used in browsers too: no sign of a server. */
  sharesRest?: boolean;
  /** Code that imports it runs on the device of one user, never on a server. */
  onDevice?: boolean;
  /** What a package that lists it builds runs on the machine of its one user, a server in it too. */
  servesOneUser?: boolean;
  /** What a package that lists it builds runs on an edge runtime, where platforms end what takes long; `alone`: unless it lists something that needs Node, too. */
  deploysToEdge?: boolean | 'alone';
  /** A server that runs on Node only. */
  needsNode?: boolean;
  /** Packages whose frameworks handle rejections of handlers once this one is imported anywhere in the program. */
  patches?: string[];
}

const text = v.pipe(v.string(), v.nonEmpty());
const texts = v.array(text);
const values = v.record(v.string(), v.array(v.union([text, v.boolean()])));
const kept = v.strictObject({ by: values, unless: v.optional(values), unlessImported: v.optional(texts) });
const role = v.picklist(roles);

const resource: v.GenericSchema<Resource> = v.strictObject({
  cost: text,
  singleton: v.picklist(['yes', 'prefer']),
  connects: v.picklist(['construct', 'first-use', 'explicit', 'never', 'loads', 'spawns', 'listens', 'varies']),
  connectCall: v.optional(text),
  reconnects: v.optional(v.boolean()),
  close: v.optional(texts),
  exclusive: v.optional(texts),
  lazyOption: v.optional(text),
  perJob: v.optional(v.boolean()),
  local: v.optional(v.boolean()),
  processWide: v.optional(v.boolean()),
  opensFrom: v.optional(texts),
  pool: v.optional(v.strictObject({ name: text, urlOption: v.optional(text), methods: texts, events: v.optional(texts) })),
});

const blocking: v.GenericSchema<Blocking> = v.strictObject({
  does: text,
  twin: v.optional(v.strictObject({
    module: v.optional(text),
    name: text,
    promisify: v.optional(v.boolean()),
    untyped: v.optional(v.boolean()),
    minArgs: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    notNumber: v.optional(text),
  })),
  advice: v.optional(text),
  unlessOptions: v.optional(texts),
  size: v.optional(text),
  filledBy: v.optional(v.record(v.string(), text)),
  brief: v.optional(v.boolean()),
  files: v.optional(v.boolean()),
  likeJson: v.optional(v.boolean()),
  rounds: v.optional(v.strictObject({ place: text, least: v.pipe(v.number(), v.integer(), v.minValue(1)) })),
  optIn: v.optional(text),
  unlessCallback: v.optional(v.boolean()),
});

const registers: v.GenericSchema<Registers> = v.strictObject({
  kind: v.picklist(handlerKinds),
  handler: text,
  path: v.optional(text),
  method: v.optional(text),
  minArgs: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  rejections: v.optional(v.picklist(['handled', 'unhandled', 'by-version'])),
  handledFrom: v.optional(text),
  request: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  response: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  except: v.optional(texts),
});

const growth = v.picklist(growths);
const optionTexts = v.optional(v.record(v.string(), text));

const retry: v.GenericSchema<Retry> = v.strictObject({
  options: text,
  count: v.optional(text),
  countsFirst: v.optional(v.boolean()),
  retries: v.optional(v.union([v.number(), v.literal('unlimited')])),
  forever: v.optional(text),
  ends: v.optional(texts),
  hooks: v.optional(texts),
  reconnects: v.optional(text),
  growth,
  wait: v.optional(text),
  kind: v.optional(text),
  growths: v.optional(v.record(v.string(), growth)),
  factor: v.optional(text),
  cap: v.optional(text),
  jitter: v.optional(text),
  jittered: v.optional(v.boolean()),
  jitterVersions: v.optional(text),
  inherits: v.optional(v.boolean()),
  mend: v.optional(v.strictObject({ backoff: optionTexts, jitter: optionTexts })),
});

const writing: v.GenericSchema<Writing> = v.strictObject({ at: text, text: v.optional(text), imports: v.optional(texts), versions: v.optional(text) });

const bounds: v.GenericSchema<Bounds> = v.strictObject({
  steps: v.optional(v.union([v.pipe(v.number(), v.integer(), v.minValue(1)), v.literal('unlimited')])),
  unlimited: v.optional(texts),
  outputLimit: v.optional(v.picklist(['required', 'default', 'optional'])),
  mend: v.optional(v.record(v.string(), v.array(writing))),
});

const batch: v.GenericSchema<Batch> = v.strictObject({
  form: text,
  key: v.optional(text),
  same: v.optional(texts),
  unless: v.optional(texts),
  limits: v.optional(texts),
  returns: v.optional(v.boolean()),
  sameTick: v.optional(v.boolean()),
  oneNode: v.optional(texts),
  rewrite: v.optional(text),
});

const action: v.GenericSchema<Action> = v.strictObject({
  roles: v.optional(v.array(role)),
  returns: v.optional(text),
  async: v.optional(v.boolean()),
  givesErrors: v.optional(v.boolean()),
  args: v.optional(v.record(v.string(), text)),
  stateful: v.optional(v.boolean()),
  defaults: v.optional(v.strictObject({ timeoutMs: v.optional(v.pipe(v.number(), v.minValue(0))), retries: v.optional(v.pipe(v.number(), v.minValue(0))), versions: v.optional(text) })),
  formerTimeout: v.optional(text),
  retry: v.optional(retry),
  agent: v.optional(bounds),
  caching: v.optional(v.array(writing)),
  resource: v.optional(resource),
  blocking: v.optional(blocking),
  task: v.optional(v.strictObject({ does: text, many: v.optional(v.boolean()), count: v.optional(text) })),
  registers: v.optional(registers),
  passes: v.optional(v.record(v.string(), v.array(v.string()))),
  pathList: v.optional(v.boolean()),
  batch: v.optional(v.union([batch, v.literal('sql')])),
  versions: v.optional(text),
});

const entity: v.GenericSchema<Entity> = v.strictObject({
  new: v.optional(action),
  call: v.optional(action),
  decorate: v.optional(action),
  read: v.optional(action),
  annotate: v.optional(action),
  is: v.optional(text),
  members: v.optional(v.record(v.string(), v.lazy(() => entity))),
});

/** Checks one library entry, built in or from settings. */
export const librarySchema: v.GenericSchema<Library> = v.strictObject({
  package: text,
  aliases: v.optional(texts),
  generated: v.optional(texts),
  title: text,
  roles: v.optional(v.array(role)),
  engine: v.optional(text),
  checked: v.optional(texts),
  evidence: v.optional(text),
  exports: v.record(v.string(), entity),
  types: v.optional(v.record(v.string(), entity)),
  patches: v.optional(texts),
  sharesRest: v.optional(v.boolean()),
  onDevice: v.optional(v.boolean()),
  servesOneUser: v.optional(v.boolean()),
  deploysToEdge: v.optional(v.union([v.boolean(), v.literal('alone')])),
  needsNode: v.optional(v.boolean()),
  conventions: v.optional(v.array(v.strictObject({ files: texts, exports: texts, directive: v.optional(text), dependsOn: v.optional(texts), parameter: v.optional(texts), urlsBelow: v.optional(text), kept: v.optional(kept), edge: v.optional(v.boolean()), registers }))),
});

/** States one library. Does nothing but check the type. */
export function defineLibrary(library: Library): Library {
  return library;
}
