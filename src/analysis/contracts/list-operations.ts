import type { YamlValue } from '../../languages/yaml/value.js';
import { wordsOf } from '../manifests/event-names.js';
import { jsonOf, type HttpApi, type Operation } from './openapi.js';
import { elementsOf, fieldsOf, typesOf } from './schemas.js';

/** The lists of an API that grow with its data. */
export interface Lists {
  /** Operations that let the caller say which part of the list to answer. */
  readonly paged: readonly Operation[];
  /** Operations that answer all of it. */
  readonly whole: readonly Operation[];
}

/**
 * The operations that read a collection: GET of a path that ends in a name, whose answer is a list of objects, or an object
 * around one such list. Left out is what stays short: lists below one thing (`/orders/{id}/lines`), small tables (`/countries`),
 * lists with `maxItems`, and lists that the request bounds itself (`ids`, a range of time).
 * Does not see: answers in other files and lists of texts.
 *
 * @param which `growing`: lists without pages only where they are of things that pile up as a system is used.
 */
export function listsOf(api: HttpApi, which: 'all' | 'growing'): Lists {
  const lists = api.operations.filter((operation) => !operation.unknownParameters && !isDeprecated(operation) && readsCollection(operation, api));
  const paged = lists.filter(isPaged);
  const whole = lists.filter((operation) => !isPaged(operation) && (which === 'all' || isGrowing(operation)) && !isBounded(operation) && !answersInParts(operation, api));
  // A single list that nobody adds to may well be a table that is kept by hand.
  const isAddedTo = ({ path }: Operation) => api.operations.some((other) => other.path === path && other.method === 'POST');
  return { paged, whole: paged.length === 0 && whole.length === 1 ? whole.filter(isAddedTo) : whole };
}

/** Things that pile up: people, what they buy and write, and what happens. */
const growing = /^(?:accounts|activities|alerts|appointments|articles|assets|audits|bills|bookings|books|cases|clients|comments|companies|consumers|contacts|courses|customers|deals|deliveries|devices|documents|employees|entries|events|expenses|files|images|invites|invitations|invoices|issues|items|jobs|leads|logs|members|messages|movies|notes|notifications|orders|organizations|patients|payments|peers|people|persons|pets|photos|players|playlists|posts|products|projects|purchases|questions|recipes|records|refunds|requests|reservations|restaurants|reviews|rides|runs|shipments|songs|students|subscribers|subscriptions|tasks|teachers|teams|tenants|tickets|todos|tracks|transactions|transfers|trips|users|vehicles|videos|visits)$/u;

function isGrowing({ path }: Operation): boolean {
  return growing.test(wordsOf(path.split('/').at(-1) ?? '').at(-1) ?? '');
}

/** What goes away needs no new parameters. */
function isDeprecated({ fields }: Operation): boolean {
  return fields.get('deprecated')?.flag === true || /\bdeprecated\b/iu.test(fields.get('description')?.text ?? '');
}

function readsCollection({ method, path, answers }: Operation, { references }: HttpApi): boolean {
  const segments = path.split('/').filter((segment) => segment !== '');
  const last = segments.at(-1);
  if (method !== 'GET' || last === undefined || last.includes('{') || !isPlural(last)) return false;
  const answer = answers.find(({ key }) => /^2(?:00|XX)$/iu.test(key));
  const schema = jsonOf(answer?.value, references);
  return schema !== undefined && hasList(schema, references);
}

/** The last word of a segment names several things: `orders`, `starredTools`, `people`, but not `status`, `access` or `metadata`. */
function isPlural(segment: string): boolean {
  const word = wordsOf(segment).at(-1) ?? '';
  return /(?:s|people|children)$/u.test(word) && !/(?:ss|us|is|ics|news)$/u.test(word);
}

/** Fields of an answer around a list that say how it went and how much there is. */
const aroundList = /^(?:success|ok|status|code|message|msg|error|errors|kind|type|object|apiversion|count|total|totalcount|totalitems|size|meta|metadata|timestamp|requestid|links?|_links|self)$/iu;

function hasList(schema: YamlValue, references: HttpApi['references']): boolean {
  if (isListOfObjects(schema, references)) return true;
  if (typesOf(schema).includes('array')) return false;
  const { all, complete } = fieldsOf(schema, references);
  if (!complete) return false;
  const content = [...all].filter(([name]) => !aroundList.test(name));
  return content.length === 1 && isListOfObjects(content[0]![1], references);
}

function isListOfObjects(schema: YamlValue, references: HttpApi['references']): boolean {
  const list = references.resolve(schema);
  const element = elementsOf(schema, references);
  if (!list || list.get('maxItems') || !element || element.get('enum')) return false;
  return typesOf(element).includes('object') || element.get('oneOf') !== undefined || element.get('anyOf') !== undefined;
}

/** Words in the name of a parameter that picks a part of a list, by number, by place or by time. */
const part = /^(?:page|pages|paging|pagination|limit|offset|cursor|size|skip|top|take|first|last|after|before|since|until|start|end|from|to|begin|max|count|rows|next|marker|continue|continuation|anchor|range|position|sequence|token|num|number|batch|window|timeframe|period|date|month|year|day|n)$/u;

function isPaged({ parameters }: Operation): boolean {
  return parameters.some(({ name, place }) => (place === 'query' && (wordsOf(name).some((word) => part.test(word)) || /page|limit|offset|cursor/iu.test(name))) || (place === 'header' && /^range$|page|limit|offset|cursor|continuation/iu.test(name)));
}

/** Names of collections that people keep by hand, or that a program has a fixed number of. */
const small = /^(?:banks|chains|countries|exchanges|markets|languages|locales|currencies|timezones|regions|zones|units|categories|types|kinds|statuses|states|roles|permissions|scopes|privileges|settings|config|configs|configurations?|features|flags|plans|providers|versions|tags|labels|enums|options|templates|themes|health|metrics|stats|statistics|info|capabilities|models|plugins|modules|backends|drivers|engines|formats|algorithms|classes|keys|jwks|certificates|credentials|tokens|emails|memberships|sessions|integrations|me|mine|tree|menu|summary|overview|distribution|histogram|breakdown|top|latest|recent|popular|featured|suggestions|search|autocomplete|autosuggest|lookup)$/iu;

/** Words for what one person has gathered. */
const own = /^(?:bookmark(?:s|ed)|favou?rites?|liked|my|own|pinned|saved|starred)$/u;

/** What a text says of a list that people keep. */
const handKept = /\b(?:active|available|built-?in|configured|known|predefined|registry|seeded|supported)\b/iu;

function isBounded({ path, fields, parameters }: Operation): boolean {
  if (path.includes('{')) return true;
  if (handKept.test(`${fields.get('summary')?.text ?? ''} ${fields.get('description')?.text ?? ''}`)) return true;
  const segments = path.split('/').filter((segment) => segment !== '');
  const words = wordsOf(segments.at(-1) ?? '');
  if (segments.some((segment) => /^(?:me|my|self|current|mine|user|account|profile|settings?|config|configuration|preferences|options|system)$/iu.test(segment)) || small.test(words.at(-1) ?? '') || words.some((word) => own.test(word))) return true;
  // What must be given picks a few: `?ids=1,2`, `?orderId=7`, `?q=shoes`.
  return parameters.some(({ name, place, value }) => place === 'query' && (value.get('required')?.flag === true || /ids$/iu.test(name)));
}

/** The answer says how to get the rest: a link in a header, a cursor in the body; or the text speaks of pages. */
function answersInParts({ fields, answers }: Operation, { references }: HttpApi): boolean {
  const answer = references.resolve(answers.find(({ key }) => /^2(?:00|XX)$/iu.test(key))?.value);
  const headers = answer?.get('headers')?.entries().map(({ key }) => key) ?? [];
  if (headers.some((name) => /^link$|total|page|next|cursor|range/iu.test(name))) return true;
  const { all } = fieldsOf(jsonOf(answer, references), references);
  if ([...all.keys()].some((name) => /page|cursor|offset|limit|^next|hasmore|has_more|continu/iu.test(name))) return true;
  return /paginat|\bpag(?:ed?|ing)\b/iu.test(`${fields.get('description')?.text ?? ''} ${fields.get('summary')?.text ?? ''}`);
}
