import type { TSESTree } from '@typescript-eslint/utils';
import type { Library } from '../catalog/schema.js';
import { imported, type Elsewhere } from './agents/constant-texts.js';
import { argumentAt } from './arguments.js';
import { variableOf } from './calls.js';
import { usesOf, usesOfPackages, usesOfReached, type Use } from './facts.js';
import { importedModule } from './modules.js';
import { nodesOf } from './nodes.js';
import { platformOf } from './platform.js';
import { ProjectValues } from './project-values.js';
import { defineService, type SourceCode } from './service.js';
import { isFunction, propertyName, unwrap, type FunctionNode } from './syntax.js';
import { expressionOf, propertyOf, stringOf } from './values.js';

/** A place where the code names an event that it publishes or subscribes to. */
export interface NamedEvent {
  readonly direction: 'publish' | 'subscribe';
  readonly name: string;
  /** The expression of the name. */
  readonly node: TSESTree.Node;
  /**
   * It is the topic, subject, routing key or pattern of a broker. Names of queues, jobs and of events inside the process are
   * often nobody else's business.
   */
  readonly isTopic: boolean;
}

/**
 * The events that a file publishes and subscribes to through queues, brokers, buses and emitters, by literals and constants of
 * this or another file; also through a function of the project that takes the name and hands it on (`sendMessage('order.created', data)`).
 * Does not see: code that runs in a browser, names put together at run time, functions that hand it on to another function, topics of SNS, SQS and Pub/Sub.
 */
export const namedEvents = defineService((source: SourceCode): readonly NamedEvent[] => {
  if (platformOf(source) === 'browser') return [];
  const found = new Map<TSESTree.Node, NamedEvent>();
  const add = (event: Omit<NamedEvent, 'name'>) => {
    const name = textAt(source, event.node);
    if (name !== undefined && name !== '' && !found.has(event.node)) found.set(event.node, { ...event, name });
  };
  const telling = nodesOf(source, 'CallExpression').filter((call) => mayTell(source, call));
  // Other files are opened only for calls that look like it.
  for (const use of telling.length > 0 ? usesOf(source, 'publish', 'subscribe') : usesOfPackages(source, 'publish', 'subscribe')) for (const node of namesIn(source, use)) add({ node, ...traits(use) });
  for (const call of telling) for (const event of throughFunction(source, call)) add(event);
  return [...found.values()].sort((a, b) => a.node.range[0] - b.node.range[0]);
});

function traits({ action, known }: Use): Pick<NamedEvent, 'direction' | 'isTopic'> {
  const isQueue = action.args?.['queue'] !== undefined && action.args['queue'] === action.args['event'];
  return { direction: action.roles?.includes('publish') ? 'publish' : 'subscribe', isTopic: isBroker(known.library) && !isQueue && action.args?.['event'] !== undefined };
}

/** Words in the names of functions that publish or subscribe. */
const telling = /add|broadcast|consume|deliver|dispatch|emit|enqueue|event|fire|handle|hear|listen|message|notif|^on|process|produce|publish|push|queue|raise|register|send|subscri|topic|trigger|work/iu;

/** Whether a call is named like one that publishes or subscribes, and gets what may be the name of an event. */
function mayTell(source: SourceCode, { callee, arguments: args }: TSESTree.CallExpression): boolean {
  const at = unwrap(callee);
  const name = at.type === 'Identifier' ? at.name : at.type === 'MemberExpression' ? propertyName(at) : undefined;
  if (name === undefined || !telling.test(name)) return false;
  const mayName = (node: TSESTree.Node): boolean => {
    if (node.type === 'ArrayExpression') return node.elements.some((element) => element !== null && mayName(element));
    if (node.type === 'ObjectExpression') return node.properties.some((property) => property.type === 'Property' && mayName(property.value));
    if (node.type === 'Literal' || node.type === 'TemplateLiteral') return eventLike.test(stringOf(source, node) ?? '');
    const value = node.type === 'Identifier' ? expressionOf(source, node) : node;
    return mayBeConstant(node) || (value !== node && value.type !== 'Identifier' && mayName(value));
  };
  return args.some((argument) => mayName(argument));
}

/** The expressions of the names in a call or decorator. */
function namesIn(source: SourceCode, { action, args, known }: Use): readonly TSESTree.Node[] {
  const { roles } = known.library;
  // What a server tells its browsers are no events between services, and a question to another service is a call.
  if (!(roles?.includes('queue') || roles?.includes('event-bus') || action.args?.['channel']) || action.registers?.kind === 'rpc') return [];
  const paths = [action.args?.['event'], action.args?.['topics'], action.args?.['channel'], action.registers?.kind === 'event' ? action.registers.path : undefined];
  return paths.flatMap((path): TSESTree.Node[] => {
    const place = path === undefined ? 'absent' : argumentAt(source, args, path);
    if (typeof place === 'string') return [];
    const at = unwrap(place.found);
    return at.type === 'ArrayExpression' ? at.elements.filter((element) => element !== null) : [at];
  });
}

const brokers = new WeakMap<Library, boolean>();

/** Whether a library carries messages under topics, as some of its registrations say. */
function isBroker(library: Library): boolean {
  let broker = brokers.get(library);
  if (broker === undefined) brokers.set(library, (broker = /"kind":"(?:topic|rpc)"/u.test(JSON.stringify([library.exports, library.types])) && library.roles?.includes('queue') === true));
  return broker;
}

/** The text of a name: a literal, or a constant of this file or of one that it imports. */
function textAt(source: SourceCode, node: TSESTree.Node): string | undefined {
  const text = stringOf(source, node);
  if (text !== undefined) return text;
  const constant = mayBeConstant(node) ? constantAt(source, unwrap(node)) : undefined;
  return constant && stringOf(constant.source, constant.node);
}

/** Constants are written in capitals or stand in an object, class or enum that is, or that says what it holds: `ORDER_CREATED`, `Topics.created`, `config.topics.order`. */
function mayBeConstant(node: TSESTree.Node): boolean {
  const at = unwrap(node);
  if (at.type === 'MemberExpression') return mayBeConstant(at.object) || holdsNames.test(propertyName(at) ?? '');
  return at.type === 'Identifier' && holdsNames.test(at.name);
}

const holdsNames = /^[A-Z]|(?:[cC]hannels?|[cC]onstants?|[eE]vents?|[pP]atterns?|[qQ]ueues?|[sS]ubjects?|[tT]opics?)$/u;

function constantAt(source: SourceCode, at: TSESTree.Node): Elsewhere | undefined {
  const direct = imported(source, at);
  if (direct || at.type !== 'MemberExpression') return direct;
  // A member of an enum or a class is found by the name of its declaration.
  const name = propertyName(at);
  const owner = imported(source, at.object);
  const declared = owner && 'id' in owner.node ? (owner.node.id as TSESTree.Node | null) : null;
  const property = declared && owner && name !== undefined ? propertyOf(owner.source, declared, name) : 'unknown';
  return owner && typeof property !== 'string' ? { source: owner.source, node: property.found } : undefined;
}

/** How deep a function that hands the name on may lie, in files. */
const far = 2;
const anything = /(?:)/u;
const values = new ProjectValues((source, specifier) => importedModule(source, specifier, anything, far));

/** A name of an event, as opposed to other texts that functions get: two words and more, without spaces. */
const eventLike = /^[A-Za-z][\w-]*[a-z\d](?:[._:/-][A-Za-z]|[A-Z])[\w.:/-]*$|^[A-Z]+(?:_[A-Z\d]+)+$/u;

/** The names in a call of a function of the project that hands a parameter on as the name of an event. */
function throughFunction(source: SourceCode, call: TSESTree.CallExpression): readonly Omit<NamedEvent, 'name'>[] {
  const named = call.arguments.flatMap((argument, index) => {
    const nodes = argument.type === 'ArrayExpression' ? argument.elements.filter((element) => element !== null) : [argument];
    return nodes.flatMap((node) => (node.type !== 'SpreadElement' && isEventName(source, node) ? [{ node, index }] : []));
  });
  if (named.length === 0 || call.arguments.slice(0, named.at(-1)!.index).some(({ type }) => type === 'SpreadElement')) return [];
  const target = values.settled(values.of(source, call.callee));
  if (target?.kind !== 'function') return [];
  const passed = passedOn(target.source, target.node);
  return named.flatMap(({ node, index }) => {
    const use = passed.get(index);
    return use ? [{ node, ...traits(use) }] : [];
  });
}

function isEventName(source: SourceCode, node: TSESTree.Node): boolean {
  const text = node.type === 'Literal' || node.type === 'TemplateLiteral' ? stringOf(source, node) : mayBeConstant(node) ? textAt(source, node) : undefined;
  return text !== undefined && eventLike.test(text);
}

/** The parameters of a function that are the names of events in its body, by their position. */
function passedOn(source: SourceCode, fn: FunctionNode): ReadonlyMap<number, Use> {
  const found = new Map<number, Use>();
  for (const use of usesOfReached(source, 'publish', 'subscribe')) {
    if (use.node.range[0] < fn.range[0] || use.node.range[1] > fn.range[1]) continue;
    for (const node of namesIn(source, use)) {
      const variable = node.type === 'Identifier' ? variableOf(source, node) : undefined;
      const [definition] = variable?.defs ?? [];
      const owner = definition?.node as TSESTree.Node | undefined;
      if (definition?.type !== 'Parameter' || owner !== fn || !isFunction(owner)) continue;
      const index = fn.params.findIndex((parameter) => parameter === definition.name);
      if (index !== -1) found.set(index, use);
    }
  }
  return found;
}
