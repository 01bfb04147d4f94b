/** Names that platforms and libraries share or give, which tell in a text what stands there without an import that would. */

/** Variables in which the platform keeps the address of the deployment itself. Source: Vercel's documentation of system environment variables. */
export const ownAddress = /\b(?:VERCEL_URL|VERCEL_BRANCH_URL|VERCEL_PROJECT_PRODUCTION_URL)\b/u;

/** React's hooks, which only components call, and other hooks. Source: React's reference of built-in hooks. */
export const componentHook = /^use(?:State|Effect|Ref|Callback|Memo|Reducer|Context|LayoutEffect|Transition)$/u;

/** What reading one row is called across libraries: `findUnique` (Prisma), `findOneBy` (TypeORM), `findByPk` (Sequelize), `findById` (Mongoose). */
export const readsOneRow = /\bfind(?:One|First|Unique|ById|ByPk)\w*$/u;

/**
 * What a handler reads or calls that a scheduler or queue asks over HTTP: the secret of Vercel's cron jobs, the signature of Upstash's QStash,
 * headers and checks named after cron. Source: the documentation of both.
 */
export const scheduledMark = /\bCRON_(?:SECRET|KEY|TOKEN)\b|\bverifySignature(?:AppRouter|Edge)?\b|\bqstash\b|\b[xX]-(?:vercel-)?[cC]ron\b|\b(?:is|has|verify|validate|check|authorize)\w*Cron\w*\(|\bbackgroundFunction\b/u;

/** Functions of packages that serve the application which they are given: `@hono/node-server`, `node:http`, adapters of serverless platforms. */
export const servesApplication = /^(?:serve|createServer|createSecureServer|createAdaptorServer|handle|serverless|serverlessExpress|serverlessHttp|awsLambdaFastify|awsServerlessExpress|toNodeListener|toNodeHandler|toWebHandler|onRequest)$/u;

/**
 * What the body of a request to a language model says: a prompt, or a model and what it shall answer. Source: the HTTP interfaces of
 * OpenAI (`model`, `messages` or `input`), Anthropic (`model`, `messages`), Google (`contents`, `generationConfig`) and Ollama (`model`, `prompt`).
 */
export const modelRequest = { alone: /\bprompt\b\s*[:,}]|\bgenerationConfig\b/u, together: [/\bmodel\b/u, /\b(?:messages|input|contents)\b/u] } as const;

/** Where a program reads its own address: the URL of the request that it answers, a function named after it, or one that makes it of the request (`buildBaseUrl(req)`). Source: names in use with Next.js, Express and Hono. */
export const ownUrl = /\b(?:req|request)\.(?:url|nextUrl|originalUrl|headers\.host|get\(['"]host['"]\))|\bnextUrl\.(?:origin|href)|(?<!\.)\bget(?:Base|Own|Self|Site|App)Ur[li](?:String)?\(|\b\w*(?:(?:[bB]ase|[oO]wn|[sS]elf|[sS]ite|[aA]pp|[hH]ost|[pP]ublic|[sS]erver)(?:Ur[li]|URL)|[oO]rigin)\w*\((?:req|request)\b/u;

/** Options for bodies of any size, which clients otherwise cut off. Source: axios' README. */
export const anySize = /\bmax(?:Body|Content)Length\b/u;

/** Decorators of what a command line calls, which take an object: `@Command({ name: 'export' })`. Those of chat bots take a text. Seen in nest-commander and nestjs-command. */
export const commandDecorator = /@(?:Sub)?Command\(\s*\{/u;

/** Methods that run the function they are given in the page of a browser. Source: Puppeteer's and Playwright's references of `Page`, `Frame`, `BrowserContext` and handles. */
export const runsInPage = /^(?:evaluate|evaluateHandle|evaluateAll|\$eval|\$\$eval|addInitScript|evaluateOnNewDocument|waitForFunction)$/u;

/**
 * Paths of requests that a model or an agent answers. Source: the HTTP interfaces of OpenAI (`/chat/completions`), Google (`:generateContent`), KServe (`/infer`)
 * and Inngest's AgentKit, and what people call end points of agents of their own. Left out, since they are used for anything: `/generate`, `/predict`, `/runs`.
 */
export const longPath = /\/(?:agentkit|completions|infer|inference)(?=[/?#]|$)|\/agent\/?(?=[?#]|$)|\/agents?\/(?:[^/?#]+\/)?run\/?(?=[?#]|$)|:generateContent\b/iu;
