// Written by `npm run gen`. Do not edit.
type Severity = 'off' | 'warn' | 'error' | 0 | 1 | 2;

/** How a rule is set: a severity, or a severity with options. */
export type RuleSetting<Options> = Severity | [Severity] | [Severity, Options];

/** A rule without options. */
export type PlainRuleSetting = Severity | [Severity];

/** What `rules` of a configuration may hold of this plugin. An alias, since ESLint's own type takes no interface. */
export type ArchPrinciplesRules = {
  /** Require messages between agents to carry an id, a correlation id, sender, receiver, type, payload and time. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/agent-message-envelope.md */
  'archprinciples/agent-message-envelope'?: RuleSetting<{
    /** What a message must have: names of the protocol, known under their usual synonyms too, or names of your own, with alternatives as `"traceId|spanId"`. Default: `["messageId","correlationId","from","to","type","payload","timestamp"]`. */
    fields?: string[];
  }>;
  /** Disallow retired models, and frontier models for simple tasks. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/appropriate-model.md */
  'archprinciples/appropriate-model'?: RuleSetting<{
    /** A longer prompt is no simple task. Estimated at four characters a token. Default: `200`. */
    maxPromptTokens?: number;
    /** The main verbs of instructions that a small model follows as well as a large one. Default: `["search","find","grep","list","classify","extract","format","translate","count","rename","label","tag","detect"]`. */
    simpleVerbs?: string[];
  }>;
  /** Require autoscalers whose bounds let them scale and survive a crash. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/autoscaling-bounds.md */
  'archprinciples/autoscaling-bounds'?: RuleSetting<{
    /** The smallest minimum of what answers requests. Default: `2`. */
    minReplicas?: number;
    /** The highest CPU use to scale by, in percent of what pods may use. Default: `80`. */
    maxCpuTarget?: number;
    /** The lowest CPU use to scale by, in percent of what pods request. Default: `30`. */
    minCpuTarget?: number;
    /** Whether a HorizontalPodAutoscaler must have `behavior`, though its defaults are sound. Default: `false`. */
    requireBehavior?: boolean;
  }>;
  /** Require answers to questions that never change to be kept. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/cache-llm-response.md */
  'archprinciples/cache-llm-response'?: PlainRuleSetting;
  /** Require canary releases to begin small, to wait between steps and to measure. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/canary-steps.md */
  'archprinciples/canary-steps'?: RuleSetting<{
    /** The largest first step, in percent. Default: `10`. */
    maxFirstWeight?: number;
    /** Whether an analysis must measure errors and latency, where its metrics are in sight. Default: `false`. */
    bothMetrics?: boolean;
  }>;
  /** Disallow command handlers that return data. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/command-returns-no-data.md */
  'archprinciples/command-returns-no-data'?: PlainRuleSetting;
  /** Require compose services to wait until their database can answer, and databases of a named version. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/compose-health.md */
  'archprinciples/compose-health'?: RuleSetting<{
    /** Leave services alone that Docker restarts until their database answers, where the file has no healthcheck to wait for. Default: `true`. */
    allowRestarts?: boolean;
    /** Require a healthcheck also of databases that no service depends on, and of those that answer at once, such as Redis. Default: `false`. */
    everyDatabase?: boolean;
    /** Report services built from different folders that open the same database. Default: `false`. */
    sharedDatabases?: boolean;
  }>;
  /** Require AsyncAPI documents to name events alike, as facts, and to give them an envelope. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/event-catalog.md */
  'archprinciples/event-catalog'?: RuleSetting<{
    /** What the envelope of an event must have. `type` is asked where a channel carries several kinds of messages. Default: `["id","type","timestamp"]`. */
    fields?: string[];
    /** Whether channels, and messages, must be named in one style each, and events after facts. Default: `true`. */
    naming?: boolean;
  }>;
  /** Require DestinationRules to limit connections and to eject failing hosts. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/istio-circuit-breaker.md */
  'archprinciples/istio-circuit-breaker'?: RuleSetting<{
    /** Whether limits of the connection pool are required beside outlier detection. Default: `false`. */
    connectionPool?: boolean;
  }>;
  /** Disallow Istio routes that lead to missing subsets, that never match, or whose weights do not add up. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/istio-routes.md */
  'archprinciples/istio-routes'?: PlainRuleSetting;
  /** Require mutual TLS in STRICT mode for everything in the mesh. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/istio-strict-mtls.md */
  'archprinciples/istio-strict-mtls'?: RuleSetting<{
    /** The namespace whose policies hold for the whole mesh. Default: `"istio-system"`. */
    rootNamespace?: string;
    /** Whether exceptions for single ports of a selected workload are reported too. Webhooks, which the API server calls, need one. Default: `false`. */
    ports?: boolean;
  }>;
  /** Require timeouts of Istio routes, and retries that fit into them and may be repeated. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/istio-timeout-retries.md */
  'archprinciples/istio-timeout-retries'?: RuleSetting<{
    /** The `timeout` that the editor offers where one is missing. Envoy's own default, which Istio turns off, is 15s. Default: `"15s"`. */
    timeout?: string;
  }>;
  /** Require readiness probes, and liveness probes that restart only what is stuck. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/k8s-probes.md */
  'archprinciples/k8s-probes'?: RuleSetting<{
    /** The longest `initialDelaySeconds` of a probe. Default: `120`. */
    maxInitialDelay?: number;
  }>;
  /** Require containers to limit memory and to request CPU. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/k8s-resources.md */
  'archprinciples/k8s-resources'?: RuleSetting<{
    /** Whether containers of Jobs and CronJobs are looked at too. Default: `true`. */
    jobs?: boolean;
  }>;
  /** Require workloads to be replaced without a gap. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/k8s-rolling-update.md */
  'archprinciples/k8s-rolling-update'?: RuleSetting<{
    /** Whether workloads of several pods need a PodDisruptionBudget, in the same file or beside it. Default: `false`. */
    requirePodDisruptionBudget?: boolean;
    /** Whether containers that get requests need a `preStop` hook. Default: `false`. */
    requirePreStop?: boolean;
  }>;
  /** Require that an API serves the version before its newest one. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/keep-previous-version.md */
  'archprinciples/keep-previous-version'?: RuleSetting<{
    /** How many versions are served at once, the newest among them. Default: `2`. */
    supported?: number;
    /** Versions that are gone on purpose, as they stand in paths: `["v1"]`. Default: `[]`. */
    retired?: string[];
    /** Also report routes that are marked as deprecated and send no `Sunset` or `Deprecation` header. Default: `false`. */
    sunset?: boolean;
  }>;
  /** Require load balancers to notice servers that are down and to share requests freely. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/load-balancer-health.md */
  'archprinciples/load-balancer-health'?: RuleSetting<{
    /** Whether sessions may not stick to pods whose number is fixed either. Default: `false`. */
    stickyReplicas?: boolean;
  }>;
  /** Disallow calls that block the event loop in handlers of requests, messages, jobs and events. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/no-blocking-handler.md */
  'archprinciples/no-blocking-handler'?: RuleSetting<{
    /** Calls that may block, as `"package"` or `"package.export"`: `"fs.existsSync"`. Default: `[]`. */
    allow?: string[];
    /** Also report what seldom weighs: calls that take microseconds, such as `existsSync`, where no list repeats them and nothing longer is done on the same path; what is done with files in scheduled jobs, on servers for the one user of a machine and more than one function away in other files; texts of CSV. Default: `false`. */
    lookups?: boolean;
    /** Also report queries of synchronous SQLite drivers. Default: `false`. */
    sqlite?: boolean;
  }>;
  /** Disallow database calls in HTTP handlers, resolvers and controllers. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/no-data-access-in-handler.md */
  'archprinciples/no-data-access-in-handler'?: RuleSetting<{
    /** Files with fewer handlers are left alone: a small program needs no layers. Where each route has a file of its own, handlers are judged one by one. Default: `3`. */
    minFileHandlers?: number;
  }>;
  /** Disallow plain HTTP calls straight to another service of the cluster. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/no-direct-service-call.md */
  'archprinciples/no-direct-service-call'?: RuleSetting<{
    /** Also report addresses that configuration can replace: the default of a variable of the environment or of a parameter. Default: `false`. */
    defaults?: boolean;
    /** Hosts that may be called directly: `host`, `host:port` or a glob. Default: `[]`. */
    allow?: string[];
  }>;
  /** Disallow opening a connection while a module is imported. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/no-eager-connection.md */
  'archprinciples/no-eager-connection'?: RuleSetting<{
    /** Clients that may connect while a module is imported, as `"package"` or `"package.export"`. Default: `[]`. */
    allow?: string[];
  }>;
  /** Disallow web frameworks, databases and network clients in domain code. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/no-framework-in-domain.md */
  'archprinciples/no-framework-in-domain'?: RuleSetting<{
    /** Packages that the domain may know. Default: `[]`. */
    allow?: string[];
    /** Also report containers of dependencies, and domain files that map tables with decorators or a schema. Default: `false`. */
    strict?: boolean;
  }>;
  /** Disallow whole files and pages in prompts. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/no-full-file-context.md */
  'archprinciples/no-full-file-context'?: PlainRuleSetting;
  /** Disallow functions that use a service or client of module level directly. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/no-global-dependency.md */
  'archprinciples/no-global-dependency'?: RuleSetting<{
    /** What may be used from module level: class names (`"OrderService"`), `"package"` or `"package.export"`. Default: `[]`. */
    allow?: string[];
  }>;
  /** Disallow work that belongs on a queue in handlers whose caller waits for an answer. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/no-long-task-in-handler.md */
  'archprinciples/no-long-task-in-handler'?: RuleSetting<{
    /** Calls that are long tasks too, as `"package"` or `"package.export"`: `"@acme/mailer.sendInvoice"`. Default: `[]`. */
    tasks?: string[];
    /** Which single messages to report: `ignored`, those whose outcome changes nothing about how the handler goes on, or `all` that it waits for. Default: `"ignored"`. */
    messages?: 'ignored' | 'all';
    /** Calls that handlers may wait for, as `"package"` or `"package.export"`: `"web-push.sendNotification"`. Default: `[]`. */
    ignore?: string[];
  }>;
  /** Disallow classes that create the services and clients they work with. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/no-new-dependency-in-class.md */
  'archprinciples/no-new-dependency-in-class'?: RuleSetting<{
    /** What a class may create: class names (`"OrderService"`), `"package"` or `"package.export"`. Default: `[]`. */
    allow?: string[];
  }>;
  /** Disallow creating an expensive client on every call. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/no-per-call-client.md */
  'archprinciples/no-per-call-client'?: RuleSetting<{
    /** Clients that may be created per call, as `"package"` or `"package.export"`. Default: `[]`. */
    allow?: string[];
    /** Also report SDK clients that only speak HTTP: cheap to build, but a shared one keeps credentials, settings and, in some SDKs, connections in one place. Default: `false`. */
    httpOnly?: boolean;
    /** Also report clients made in exported functions and methods to which no handler of the file leads, so that nobody knows how often they run. Default: `false`. */
    anyFunction?: boolean;
  }>;
  /** Disallow one database query per element of a list. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/no-query-in-loop.md */
  'archprinciples/no-query-in-loop'?: RuleSetting<{
    /** Whether a loop counts that calls a function of another file which does nothing but send a query. What such a function is for cannot always be seen. Default: `false`. */
    otherFiles?: boolean;
  }>;
  /** Disallow fetching dependencies from a DI container in business code. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/no-service-locator.md */
  'archprinciples/no-service-locator'?: PlainRuleSetting;
  /** Disallow message histories that grow without a bound. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/no-unbounded-history.md */
  'archprinciples/no-unbounded-history'?: PlainRuleSetting;
  /** Disallow retries without a limit. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/no-unbounded-retry.md */
  'archprinciples/no-unbounded-retry'?: RuleSetting<{
    /** The number of attempts that suggestions write. Default: `5`. */
    attempts?: number;
    /** Also report connections and subscriptions that are set up again without an end, and retries without an end whose waits grow. Default: `false`. */
    connections?: boolean;
  }>;
  /** Disallow prompts that ask for work and name nothing to work on. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/no-vague-prompt.md */
  'archprinciples/no-vague-prompt'?: RuleSetting<{
    /** An order about a kind of trouble ("Fix authentication bugs") with fewer words than this is too short to say where. Default: `6`. */
    minWords?: number;
  }>;
  /** Disallow writes in queries: GET handlers, GraphQL and tRPC queries, CQRS query handlers. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/no-write-in-query.md */
  'archprinciples/no-write-in-query'?: RuleSetting<{
    /** Whether a write counts that a function or method of another file makes. What such a function is for cannot always be seen. Default: `false`. */
    otherFiles?: boolean;
    /** Globs on the tables, models and events that queries may write: `"report_*"`. Default: `[]`. */
    allow?: string[];
  }>;
  /** Require OpenAPI documents to state a version, pages of lists, operation ids and client errors. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/openapi-versioning.md */
  'archprinciples/openapi-versioning'?: RuleSetting<{
    /** A document with fewer operations than this needs no version. Default: `3`. */
    minOperations?: number;
    /** Whether operations must have an `operationId`; `"consistent"`: where others of the document have one. Default: `"consistent"`. */
    requireOperationId?: 'consistent' | 'always' | 'never';
    /** Which errors operations must document. Default: `"client"`. */
    requireErrors?: 'client' | 'all' | 'none';
    /** Which lists must have parameters for pages: those of things that pile up (`/orders`, `/users`), or all. Default: `"growing"`. */
    requirePagination?: 'growing' | 'all' | 'none';
  }>;
  /** Require independent agent calls to run together. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/prefer-parallel-agents.md */
  'archprinciples/prefer-parallel-agents'?: RuleSetting<{
    /** Which awaited calls count: those of agents and models, also GET requests and database reads (`external`), or every call (`all`). Default: `"agents"`. */
    calls?: 'agents' | 'external' | 'all';
    /** The least number of consecutive independent calls that is reported. Default: `2`. */
    minCalls?: number;
  }>;
  /** Require a connection pool instead of single database connections in servers. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/prefer-pool.md */
  'archprinciples/prefer-pool'?: RuleSetting<{
    /** Connections that need no pool, as `"package"` or `"package.export"`. Default: `[]`. */
    allow?: string[];
  }>;
  /** Require the fixed beginning of long prompts to be cacheable. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/prefer-prompt-cache.md */
  'archprinciples/prefer-prompt-cache'?: PlainRuleSetting;
  /** Require agents and loops around agent calls to have a limit. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/require-agent-limits.md */
  'archprinciples/require-agent-limits'?: RuleSetting<{
    /** A limit above this many turns counts as none. Default: `1000`. */
    maxSteps?: number;
    /** The limit that suggestions write. Default: `20`. */
    steps?: number;
  }>;
  /** Require a version in the paths of an HTTP API. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/require-api-version.md */
  'archprinciples/require-api-version'?: RuleSetting<{
    /** An application with fewer API routes than this is left alone. Default: `3`. */
    minRoutes?: number;
    /** Headers that carry the version: a file that names one has a versioning scheme. Default: `["Accept-Version","API-Version","X-API-Version"]`. */
    headers?: string[];
    /** Beginnings of media types that carry the version. Default: `["application/vnd."]`. */
    mediaTypes?: string[];
    /** Hosts that stand for a version (`v1.api.example.com`). Default: `[]`. */
    hosts?: string[];
    /** The version that the suggestion adds. Default: `"v1"`. */
    version?: string;
    /** Also report API routes of Next.js, whose clients are mostly its own pages. Default: `false`. */
    next?: boolean;
  }>;
  /** Require a circuit breaker around calls to remote services. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/require-circuit-breaker.md */
  'archprinciples/require-circuit-breaker'?: PlainRuleSetting;
  /** Require a limit or an estimate where a model is asked once per element of an unbounded list. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/require-cost-estimate.md */
  'archprinciples/require-cost-estimate'?: RuleSetting<{
    /** Which lists count: those the code shows to have no bound (`unbounded`: from a request, a query without a limit, a directory), or also lists whose origin it does not show (`any`). Default: `"unbounded"`. */
    lists?: 'unbounded' | 'any';
  }>;
  /** Require retries to wait longer after each attempt. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/require-retry-backoff.md */
  'archprinciples/require-retry-backoff'?: RuleSetting<{
    /** Also report exponential waits without jitter, of retry libraries that have an option for it. Default: `false`. */
    requireJitter?: boolean;
    /** Also report loops around calls of which the file does not show that they go to another system: a function that the caller hands in, a package that the plugin does not know. Default: `false`. */
    anyCall?: boolean;
  }>;
  /** Require a time limit on outbound calls. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/require-timeout.md */
  'archprinciples/require-timeout'?: RuleSetting<{
    /** Also report database drivers, mail transports and clients of models that wait too long unless told otherwise, whoever waits for them. Default: `false`. */
    clients?: boolean;
    /** The longest time limit, in milliseconds, that a library may have by itself; a longer one counts as none. Default: `120000`. */
    maxMs?: number;
    /** The time limit, in milliseconds, that suggestions write; for language models, which think for longer, `maxMs` where that is more. Default: `30000`. */
    defaultMs?: number;
  }>;
  /** Require a limit on the length of a model's answer. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/require-token-limit.md */
  'archprinciples/require-token-limit'?: RuleSetting<{
    /** Which calls need a limit: those in handlers that outsiders call and in loops, with a prompt that others have a part in (`exposed`), or `all`. Default: `"exposed"`. */
    calls?: 'exposed' | 'all';
    /** The limit that suggestions write. Models that think before they answer get eight times as much, since thoughts count too. Default: `1024`. */
    tokens?: number;
  }>;
  /** Disallow mixing the command side and the query side of CQRS. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/separate-command-query.md */
  'archprinciples/separate-command-query'?: PlainRuleSetting;
  /** Require service specifications to be complete and to agree with themselves. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/service-spec.md */
  'archprinciples/service-spec'?: RuleSetting<{
    /** Whether an event that no service subscribes to is reported too. Default: `false`. */
    strict?: boolean;
  }>;
  /** Disallow agents with many tools or with several roles of a chain of agents. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/single-agent-role.md */
  'archprinciples/single-agent-role'?: RuleSetting<{
    /** The largest number of tools that an agent may have. Default: `12`. */
    maxTools?: number;
    /** The largest number of roles that instructions may assign to one agent, where they are more than one usual way of working. Default: `2`. */
    maxRoles?: number;
  }>;
  /** Require the code of a service to publish, subscribe to, call and open only what its specification says. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/spec-conformance.md */
  'archprinciples/spec-conformance'?: PlainRuleSetting;
  /** Require handlers to leave business logic to services. https://github.com/archprinciples/eslint-plugin-archprinciples/blob/main/docs/rules/thin-handlers.md */
  'archprinciples/thin-handlers'?: RuleSetting<{
    /** Highest cognitive complexity of a handler, without what is its duty: guards, error handling, logging. Default: `12`. */
    maxComplexity?: number;
    /** Most statements in a handler, counted the same way. Default: `30`. */
    maxStatements?: number;
  }>;
};
