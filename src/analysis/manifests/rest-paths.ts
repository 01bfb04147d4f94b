import { versionIn as versionInRoute } from '../api-versions.js';

/**
 * What a path of a REST API, as OpenAPI documents and service manifests write it (`/users/{id}`), says against the usual
 * naming of resources, and whether it states a version. One path is judged by itself: what a whole API does alike (snake_case,
 * a slash at the end of each path) is for the caller to weigh.
 */
export interface PathFault {
  /**
   * `verb`: the method says already what is done (`/getUsers`, `/users/create`). `singular`: one of a collection that is named
   * like a single thing (`/user/{id}`). `extension`: `/users.json`. `slash`: the path ends in one. `case`: upper-case letters.
   * `underscore`: snake_case.
   */
  readonly kind: 'case' | 'extension' | 'singular' | 'slash' | 'underscore' | 'verb';
  /** The part of the path that shows it, without slashes; empty for `slash`. */
  readonly segment: string;
}

/** What the four methods say already, and the words that people write for it. */
const crud = 'get|fetch|retrieve|create|insert|update|modify|delete|remove';
/** The whole segment is such a verb. Others are also nouns (an `update`), or actions below a resource. */
const bareVerb = /^(?:get|fetch|retrieve|create|insert|delete|remove)$/iu;
/** A verb with what it is done to. */
const verbAndNoun = new RegExp(`^(?:(?:${crud}|list|find|save|add)(?=[A-Z])|(?:Get|Fetch|Retrieve|Create|Insert|Update|Modify|Delete|Remove|List|Find|Save|Add)(?=[A-Z])|(?:${crud})[-_](?=[a-z]))`, 'u');
/** Words that make a thing of a verb: `/delete-requests`, `/update-history`, `/get-started`. */
const nominal = /(?:requests?|history|histories|options?|jobs?|tasks?|events?|logs?|status(?:es)?|polic(?:y|ies)|tokens?|forms?|started|info|checks?|channels?|notes?|notifications?|settings|schedules?|scripts?|markers?|ons?|ins?)$/iu;

/**
 * Things that APIs keep collections of, in the singular. A word that also names something of which there is one
 * (`/profile/{section}`, `/cache/{key}`, `/metadata/{name}`, `/search/{term}`), or that has no plural, is not among them.
 */
const things: ReadonlySet<string> = new Set([
  'account', 'address', 'article', 'author', 'booking', 'book', 'category', 'comment', 'company', 'course', 'customer', 'document', 'employee', 'event', 'friend', 'group', 'invoice',
  'item', 'member', 'message', 'movie', 'notification', 'order', 'organization', 'patient', 'payment', 'permission', 'person', 'pet', 'photo', 'player', 'playlist', 'post', 'product', 'project',
  'question', 'recipe', 'reservation', 'restaurant', 'role', 'room', 'shipment', 'student', 'subscription', 'tag', 'task', 'teacher', 'team', 'ticket', 'todo', 'transaction', 'user', 'vehicle', 'video', 'webhook',
]);

/** The first thing that is wrong with a path, the gravest first; `undefined` when nothing surely is. */
export function restPathFault(path: string): PathFault | undefined {
  const segments = path.split(/[?#]/u)[0]!.split('/').filter((segment) => segment !== '');
  const fixed = segments.filter((segment) => !isVariable(segment));
  const verb = fixed.find((segment) => bareVerb.test(segment) || (verbAndNoun.test(segment) && !nominal.test(segment)));
  if (verb !== undefined) return { kind: 'verb', segment: verb };
  const singular = segments.find((segment, index) => things.has(segment.toLowerCase()) && isIdentifier(segments[index + 1]));
  if (singular !== undefined) return { kind: 'singular', segment: singular };
  const file = fixed.find((segment) => /^[\w-]+\.(?:json|xml|php|aspx?|do|action|cgi|jsp|html?)$/iu.test(segment) && !/^(?:openapi|swagger|robots|manifest|schema|index|jwks|favicon)\b/iu.test(segment));
  if (file !== undefined) return { kind: 'extension', segment: file };
  if (/[^/]\/$/u.test(path)) return { kind: 'slash', segment: '' };
  const upper = fixed.find((segment) => /[A-Z]/u.test(segment));
  if (upper !== undefined) return { kind: 'case', segment: upper };
  const underscore = fixed.find((segment) => /[a-z0-9]_[a-z0-9]/u.test(segment));
  return underscore === undefined ? undefined : { kind: 'underscore', segment: underscore };
}

/** `{id}`, `:id`, `*`; a segment with a variable in it (`report-{id}.json`) is not judged. */
function isVariable(segment: string): boolean {
  return /[{}*$<>]/u.test(segment) || segment.startsWith(':');
}

/** A segment that picks one of a collection, by an id or a name of its own. */
function isIdentifier(segment: string | undefined): boolean {
  return segment !== undefined && (/^\{[^{}]+\}$/u.test(segment) || /^:\w+$/u.test(segment));
}

/**
 * The version that a path or the URL of a server states: `v2` of `https://api.example.com/v2`, a date, `*` for one that the
 * request chooses (`/{version}/users`, `/v{major}`). A host that names it (`https://v2.api.example.com`) counts as well; the version of a
 * thing (`/models/{id}/versions/{version}`) does not.
 */
export function versionIn(path: string): string | undefined {
  const [, host, rest = ''] = /^(?:(?:[\w+.-]+:)?\/\/([^/]*))?([^?#]*)/u.exec(path) ?? [];
  const segments = rest.split('/').filter((segment) => segment !== '');
  const own = segments.filter((segment, index) => !segment.includes('{') || (index < 3 && segments[index - 1] !== 'versions'));
  return versionInRoute({ text: own.join('/'), complete: true }) ?? hostVersion(host) ?? (own.some((segment) => /^v\{\w+\}$/iu.test(segment)) ? '*' : undefined);
}

function hostVersion(host: string | undefined): string | undefined {
  const label = host?.split(/[.:-]/u).find((part) => /^v\d+$/iu.test(part));
  return label?.toLowerCase();
}

/**
 * Whether a parameter of a request carries the version of the API: `API-Version`, `X-Api-Version`, `Accept-Version`,
 * `Stripe-Version`; `api-version` or `v` of a query.
 *
 * @param place `in` of the parameter: `header`, `query`, `path`.
 */
export function isVersionParameter(name: string, place: string): boolean {
  const plain = name.replaceAll(/[-_]/gu, '').toLowerCase();
  if (place === 'header') return plain.endsWith('version') && !/(?:app|client|sdk|os|browser|agent|device|platform|schema|if(?:none)?match)version$/u.test(plain);
  if (place === 'query') return /^(?:api)?version$|^v$|^apiv$/u.test(plain);
  return place === 'path' && /^(?:api)?v(?:er(?:sion)?)?$/u.test(plain);
}
