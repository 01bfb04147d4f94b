import type { TSESTree } from '@typescript-eslint/utils';
import type { Role } from '../catalog/schema.js';
import type { Collaborator } from './collaborators.js';

/**
 * What a class is there for, by its name, where that decides whether it may make its own collaborators.
 * Does not see: classes without a name, and names that say something else than the class does.
 */
type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

const composing = /(?:^Main|^Program|Kernel|App|Application|Server|Container|Module|Bootstrap|Bootstrapper|Factory|Builder|Registry|CompositionRoot|Plugin|Injector|Providers?)$/u;

/** A class that puts others together: `App`, `OrderModule`, `ServiceFactory`. */
export function composes(node: ClassNode): boolean {
  return composing.test(nameOf(node));
}

/** Classes that stand between the program and one library or system. */
const adapting = /(?:Client|Adapter|Adaptor|Wrapper|Connection|Connector|Driver|Provider|Transport|Gateway|Sdk|SDK|Api|API)$/u;

/** What classes are called that wrap a client with a role. */
const purposes: Readonly<Partial<Record<Role, RegExp>>> = {
  orm: /database|\bdb|db$|datasource|connection|persistence|orm/iu,
  sql: /database|\bdb|db$|datasource|connection|persistence|sql/iu,
  cache: /cache|session|kv|keyvalue|lock/iu,
  storage: /storage|bucket|file|upload|blob|object/iu,
  search: /search|index|vector/iu,
  mail: /mail/iu,
  sms: /sms|text|message/iu,
  push: /push|notif/iu,
  payment: /pay|billing|checkout/iu,
  llm: /llm|^ai|ai(?:service|agent|manager|handler)?$|gpt|model|embed|complet|chat|speech|voice|transcri/iu,
  embedding: /embed|vector/iu,
  queue: /queue|job|broker|bus|messag/iu,
  publish: /publish|produc|broker|bus|messag|event|stream/iu,
  subscribe: /consum|listen|subscri|broker|bus|messag|event|stream/iu,
  'event-bus': /broker|bus|event|messag/iu,
  'queue-worker': /worker|queue|job|process/iu,
  'http-client': /http|fetch|request|rest/iu,
  'rpc-client': /rpc/iu,
  'browser-automation': /brows|page|crawl|scrap|pdf|screenshot/iu,
  websocket: /socket|realtime|^ws/iu,
};

/** Words in names of packages and classes that do not tell one from another. */
const common = new Set(['client', 'sdk', 'node', 'core', 'service', 'store', 'adapter', 'repository', 'gateway', 'bus', 'create', 'pool', 'new', 'default', 'api', 'cloud', 'lib', 'connect', 'js', 'web']);

/** Classes that do a part of the program's work, by the suffixes in use; one without may be there for its client alone (`GroqSpeech`). */
const working = /(?:Service|Repository|Repo|Dao|DAO|Controller|Handler|Resolver|UseCase|Interactor|Manager|Processor|Orchestrator|Workflow|Listener|Subscriber|Job|Task|Command|Query|Middleware|Guard|Facade|Agent|Session)$/u;

/** Whether the class is the wrapper of that very client, named after the client, its library or what such clients are for. */
export function adapts(node: ClassNode, { name, use }: Collaborator): boolean {
  const own = nameOf(node);
  if (use) {
    const known = (use.action.roles ?? []).flatMap((role) => purposes[role] ?? []);
    // Of a client with no known purpose nobody can tell whether the class is its wrapper.
    if (!working.test(own) || known.length === 0 || known.some((purpose) => purpose.test(own))) return true;
    return isNamedAfter(own, { name, use });
  }
  // An own `UserRepository` in a `UserService` is what injection is for; a `RedisClient` in a `RedisCache` is not.
  return /Client$/u.test(name) && (adapting.test(own) || shareWord(own, name));
}

/** Whether something, a class or a file, bears the name of a client of the catalog, of its library or of what it talks to: `stripe`, `S3Storage`, `RedisService`. */
export function isNamedAfter(own: string, { name, use }: Pick<Collaborator, 'name' | 'use'>): boolean {
  const library = use?.known.library;
  return library !== undefined && shareWord(own, `${name} ${library.package} ${library.title} ${library.engine ?? ''}`);
}

/** A short word must stand by itself: `gen` is in `agent` too. */
function shareWord(own: string, other: string): boolean {
  const words = wordsOf(own);
  return wordsOf(other).some((word) => !common.has(word) && (words.includes(word) || (word.length > 4 && own.toLowerCase().includes(word))));
}

function wordsOf(text: string): string[] {
  const words = text.replaceAll(/([a-z\d])([A-Z])/gu, '$1 $2').toLowerCase().split(/[^a-z\d]+/u);
  return words.filter((word) => word.length > 2 || /^[a-z]\d$/u.test(word));
}

function nameOf(node: ClassNode): string {
  if (node.id) return node.id.name;
  return node.parent.type === 'VariableDeclarator' && node.parent.id.type === 'Identifier' ? node.parent.id.name : '';
}
