/** How much depends on a principle; it decides the severity of its rules in the presets. */
export type Tier = 'critical' | 'high' | 'medium';

/** A principle or pattern that rules stand for. */
export interface Principle {
  readonly title: string;
  readonly tier: Tier;
  /** What goes wrong without it, in one or two sentences. */
  readonly why: string;
  /** The document of the specification that states it. */
  readonly seed: '000' | '001' | '002' | '003' | '004';
}

/** Everything the rules enforce. A rule belongs to exactly one entry; the ids are public, since presets are named after them. */
export const principles = {
  P011: {
    title: 'Event-Driven Architecture',
    tier: 'critical',
    why: 'One thread serves every request of a Node process. Work that blocks it, or that the caller waits for without needing the result, stalls everybody; an event or a job lets the answer go out at once.',
    seed: '000',
  },
  P012: {
    title: 'Singleton Pattern for Expensive Resources',
    tier: 'high',
    why: 'Connections, pools and models take time and memory to set up. Built on every call they pay that price each time and exhaust the server\'s connection limit.',
    seed: '000',
  },
  P013: {
    title: 'Separation of Concerns',
    tier: 'high',
    why: 'When a layer has one job, it can be tested, replaced and reasoned about alone. Business rules inside an HTTP handler can only be reached through HTTP.',
    seed: '000',
  },
  P014: {
    title: 'Microservices with Service Mesh',
    tier: 'high',
    why: 'Calls between services cross a network that fails and that others can read. A mesh, a gateway or an event bus adds encryption, retries and measurements once, instead of in every client.',
    seed: '000',
  },
  P015: {
    title: 'CQRS Pattern',
    tier: 'medium',
    why: 'Reading and writing have different shapes and loads. A query that writes cannot be cached, retried or sent to a replica, and a command that returns data ties the write model to its readers.',
    seed: '000',
  },
  P016: {
    title: 'Dependency Injection',
    tier: 'medium',
    why: 'A dependency that a function receives is visible in its signature and can be replaced in a test. One that it reaches for globally is fixed when the module loads and hidden from whoever calls it.',
    seed: '000',
  },
  P017: {
    title: 'Circuit Breaker Pattern',
    tier: 'medium',
    why: 'A caller that keeps waiting for a failing service uses up its own sockets and memory and fails with it. A breaker fails fast and gives the service time to recover.',
    seed: '000',
  },
  P018: {
    title: 'API Versioning Strategy',
    tier: 'high',
    why: 'Clients upgrade on their own schedule. With a version in the interface, and the previous one still served, a change does not break those who have not moved yet.',
    seed: '000',
  },
  P066: {
    title: 'Agent Orchestration Patterns',
    tier: 'high',
    why: 'A call to a model takes seconds and costs money per token. Independent calls that wait for each other add up their times, and a large model on a small task multiplies the bill.',
    seed: '000',
  },
  P070: {
    title: 'Context Window Management',
    tier: 'medium',
    why: 'Every token in the context is paid for on each call and competes for the model\'s attention. Whole files, endless histories and vague requests crowd out what the answer depends on.',
    seed: '000',
  },
  'retry-with-backoff': {
    title: 'Retry with Exponential Backoff',
    tier: 'high',
    why: 'A service that is overloaded gets worse when all its callers retry at the same moment. Growing, jittered delays spread the retries out and let it recover.',
    seed: '001',
  },
  'timeout-management': {
    title: 'Timeout Management',
    tier: 'high',
    why: 'A call without a time limit can wait for ever. Enough of them hold every connection and the process stops answering although nothing has crashed.',
    seed: '001',
  },
  'agent-protocol': {
    title: 'Agent Communication Protocol',
    tier: 'medium',
    why: 'A message that names its sender, receiver, type and correlation id can be routed, replayed and traced. Loose objects between agents can only be guessed at when a run goes wrong.',
    seed: '001',
  },
  'agent-roles': {
    title: 'Agent Roles',
    tier: 'medium',
    why: 'An agent with one role needs few tools and a short prompt, so it picks the right one more often, and its mistakes can be traced to a step.',
    seed: '001',
  },
  'database-schema': {
    title: 'Database Schema Design',
    tier: 'medium',
    why: 'A foreign key without an index makes each join and each delete of a parent scan the child table, and a relation without a constraint lets orphans in that code must then cope with.',
    seed: '001',
  },
  migrations: {
    title: 'Migrations',
    tier: 'high',
    why: 'A migration runs while the old code still serves traffic. One that locks a table stops the service, and one that cannot be reversed leaves no way back.',
    seed: '001',
  },
  'rest-endpoints': {
    title: 'REST Endpoints',
    tier: 'medium',
    why: 'Caches, proxies and clients act on what a method and a status code promise. A list without a limit works until the table has grown.',
    seed: '001',
  },
  websocket: {
    title: 'WebSocket Pattern',
    tier: 'medium',
    why: 'A socket lives long and can die silently. Connections that are never removed leak memory, and one dead peer must not stop a broadcast to the others.',
    seed: '001',
  },
  secrets: {
    title: 'Secrets Management',
    tier: 'critical',
    why: 'A secret in source code or in a log is known to everybody who can read the repository, its history or the log, and cannot be changed without a release.',
    seed: '001',
  },
  authentication: {
    title: 'Authentication',
    tier: 'high',
    why: 'A stolen token works until it expires. Short access tokens, refresh tokens out of the reach of scripts and verified signatures bound what a thief can do with one.',
    seed: '001',
  },
  'input-validation': {
    title: 'Input Validation',
    tier: 'high',
    why: 'What a client sends can have any shape. Checked at the edge, it is an error message; unchecked, it is a crash, an injection or wrong data further in.',
    seed: '001',
  },
  'structured-logging': {
    title: 'Structured Logging',
    tier: 'medium',
    why: 'Logs are searched by field when something is broken. A sentence with values spliced into it cannot be filtered, counted or alerted on.',
    seed: '001',
  },
  metrics: {
    title: 'Metrics Collection',
    tier: 'medium',
    why: 'Rates, errors and durations show a problem before users report it. A label with unbounded values creates a time series for each and brings the metrics store down.',
    seed: '001',
  },
  'correlation-ids': {
    title: 'Correlation IDs',
    tier: 'medium',
    why: 'One request leaves traces in many services. Without an id that travels with it nobody can tell which lines of which logs belong together.',
    seed: '001',
  },
  'canary-deployment': {
    title: 'Canary Deployment',
    tier: 'medium',
    why: 'A fault that tests did not find reaches a tenth of the users instead of all of them, and the roll-out can be stopped before it grows.',
    seed: '001',
  },
  'zero-downtime': {
    title: 'Zero-Downtime Deployment',
    tier: 'high',
    why: 'A process that gets traffic before it is ready, or is stopped while it answers, turns every release into errors for whoever called at that moment.',
    seed: '001',
  },
  'cost-optimization': {
    title: 'Cost Optimization',
    tier: 'medium',
    why: 'Calls that are priced per token, per query or per second grow with traffic unnoticed. Limits, caches and estimates keep a mistake from becoming a bill.',
    seed: '001',
  },
  testing: {
    title: 'Testing Patterns',
    tier: 'medium',
    why: 'A test that calls a live service or a live model is slow, costs money and fails for reasons other than the code, so that people stop believing it.',
    seed: '001',
  },
  'fault-tolerance': {
    title: 'Fault Tolerance',
    tier: 'medium',
    why: 'Parts fail all the time in a distributed system. An error that is swallowed, or that takes the whole answer down with it, turns a partial failure into a full one.',
    seed: '002',
  },
  'hexagonal-architecture': {
    title: 'Hexagonal Architecture',
    tier: 'high',
    why: 'A domain that knows no framework and no database can be tested in memory and outlives both. The dependency points inward, from the adapter to the port.',
    seed: '002',
  },
  'service-specification': {
    title: 'Service Specification',
    tier: 'medium',
    why: 'A service that states its responsibilities, interfaces and events can be checked against its code and found by others. An unwritten contract drifts until a consumer breaks.',
    seed: '002',
  },
  'load-balancing': {
    title: 'Load Balancing and Scaling',
    tier: 'medium',
    why: 'Instances come and go behind a load balancer. State kept in one of them, or a missing health check, sends users to an instance that cannot serve them.',
    seed: '002',
  },
  'resource-management': {
    title: 'Resource Management',
    tier: 'medium',
    why: 'Memory, connections and timers that are taken and not given back end in a restart, and a workload without limits takes its neighbours down with it.',
    seed: '002',
  },
  'performance-validation': {
    title: 'Performance Validation',
    tier: 'medium',
    why: 'A load test that sets no limits passes whatever it measures. Thresholds make a slowdown fail before users notice it.',
    seed: '002',
  },
  caching: {
    title: 'Caching Architecture',
    tier: 'medium',
    why: 'A cached value without an expiry is wrong from the first change on and fills the memory. One that is not invalidated when its source changes shows users what is no longer true.',
    seed: '002',
  },
  'async-messaging': {
    title: 'Asynchronous Messaging',
    tier: 'high',
    why: 'A queue delivers a message again when a consumer fails. A consumer that is not idempotent does the work twice, and without a dead-letter queue one bad message blocks the rest or is lost.',
    seed: '003',
  },
  'rate-limiting': {
    title: 'Rate Limiting',
    tier: 'high',
    why: 'Without a limit one client can take the capacity meant for all, and a login form can be tried with a million passwords.',
    seed: '003',
  },
  'event-schema': {
    title: 'Event Schema Design',
    tier: 'medium',
    why: 'Events outlive the code that published them. An id, a type, a version and a time let consumers ignore duplicates, keep order and read old events after the schema has changed.',
    seed: '003',
  },
  'event-sourcing': {
    title: 'Event Sourcing Pattern',
    tier: 'medium',
    why: 'The events are the only record of the state. One that is changed, or an aggregate that is modified beside them, makes the history impossible to replay.',
    seed: '003',
  },
  'bounded-contexts': {
    title: 'Bounded Contexts',
    tier: 'high',
    why: 'The same word means different things in sales and in shipping. A context that imports another\'s model must change whenever the other does; a translation at the border keeps them apart.',
    seed: '003',
  },
  aggregates: {
    title: 'Aggregate Pattern',
    tier: 'medium',
    why: 'An aggregate guards rules that span its objects. A field that outsiders can set, or a transaction across two aggregates, breaks those rules without an error.',
    seed: '003',
  },
  'api-gateway': {
    title: 'API Gateway Patterns',
    tier: 'medium',
    why: 'A gateway gives clients one place for authentication, limits and shaping of answers. Logic of the domain in it, or services that go around it, undo what it is for.',
    seed: '003',
  },
  graphql: {
    title: 'GraphQL Gateway',
    tier: 'medium',
    why: 'Clients write the query, so that a nested one can start thousands of database reads. Batching and limits of depth and cost keep one request from being an attack.',
    seed: '003',
  },
  saga: {
    title: 'Saga Pattern',
    tier: 'medium',
    why: 'A transaction cannot span services. Each step needs a compensation that undoes it, or a failure halfway leaves money taken and nothing shipped.',
    seed: '003',
  },
  sharding: {
    title: 'Database Sharding',
    tier: 'medium',
    why: 'A query that does not carry the shard key must ask every shard, and a transaction across shards is not one. Both are cheap to avoid early and dear to remove later.',
    seed: '003',
  },
  'project-structure': {
    title: 'Project Structure',
    tier: 'medium',
    why: 'Folders that say what lies in them let people find and move code without reading all of it. The structure fits the size of the system: one API needs less than a fleet of services.',
    seed: '004',
  },
} as const satisfies Record<string, Principle>;

export type PrincipleId = keyof typeof principles;
