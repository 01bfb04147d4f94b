import type { TSESTree } from '@typescript-eslint/utils';
import { leading, mayLeadToAgents, mentionsAgents } from './agent-imports.js';
import { lastNameOf, traitsOf, type AgentTraits } from './agent-traits.js';
import { argumentAt } from '../arguments.js';
import { resolveFunction, variableOf } from '../calls.js';
import { changesAnything } from '../changes.js';
import { contextOf } from '../context.js';
import { usesOf, type Use } from '../facts.js';
import { importsOf } from '../imports.js';
import { importedExport } from '../modules.js';
import { isNamed } from '../named-calls.js';
import { nodesWithin } from '../nodes.js';
import { definedIn, heldBy } from '../references.js';
import { defineService, type SourceCode } from '../service.js';
import { contains, isFunction, propertyName, unwrap, walk, type FunctionNode } from '../syntax.js';
import { valueOf } from '../values.js';

/**
 * Which calls ask a language model or an agent: calls of catalog libraries, calls that the settings name, and calls of
 * project functions that do little more than make one such call and return what it gives (same file or one import away).
 * Does not see: methods of injected objects, wrappers of wrappers, functions that also do other work.
 */
export interface AgentCall extends AgentTraits {
  readonly origin: 'library' | 'settings' | 'wrapper';
}

const libraryUses = defineService((source: SourceCode): ReadonlyMap<TSESTree.Node, Use> =>
  new Map(usesOf(source, ...leading).filter((use) => use.action.roles?.includes('agent-call')).map((use) => [use.node, use])));

/** Where they stand, in source order. */
const librarySites = defineService((source: SourceCode): readonly TSESTree.Node[] => [...libraryUses(source).keys()]);

const known = new WeakMap<TSESTree.Node, { readonly value: AgentCall | undefined }>();

/** What an awaited call is, if it asks an agent. `then`, `catch` and `finally` behind it are looked through. */
export function agentCallOf(source: SourceCode, call: TSESTree.CallExpression): AgentCall | undefined {
  let entry = known.get(call);
  if (!entry) known.set(call, (entry = { value: judge(source, call) }));
  return entry.value;
}

function judge(source: SourceCode, outer: TSESTree.CallExpression): AgentCall | undefined {
  const call = withoutHandlers(source, outer);
  if (!call || !mayLeadToAgents(source, call)) return undefined;
  const use = libraryUses(source).get(call);
  if (use) return { origin: 'library', ...withFacts(source, use, traitsOf(source, call)) };
  if (isNamed(call.callee, contextOf(source).settings.agents)) {
    const traits = traitsOf(source, call);
    const local = resolveFunction(source, call.callee);
    const kept = local && changesAnything(source, local) ? [`function ${source.getText(call.callee)}`] : [];
    return { origin: 'settings', ...traits, state: new Set([...traits.state, ...madeHere(source, call), ...kept]) };
  }
  const wrapper = wrapperOf(source, call);
  if (!wrapper) return undefined;
  const outerTraits = traitsOf(source, call);
  return {
    origin: 'wrapper',
    tools: outerTraits.tools || wrapper.tools,
    reports: outerTraits.reports || wrapper.reports,
    state: new Set([...outerTraits.state, ...wrapper.state]),
  };
}

/** The call before `.then(...)`, `.catch(...)`, `.finally(...)`; `undefined` when one of these does more than compute. */
function withoutHandlers(source: SourceCode, outer: TSESTree.CallExpression): TSESTree.CallExpression | undefined {
  let call = outer;
  for (;;) {
    const callee = unwrap(call.callee);
    const inner = callee.type === 'MemberExpression' && /^(?:then|catch|finally)$/u.test(propertyName(callee) ?? '') ? unwrap(callee.object) : undefined;
    if (inner?.type !== 'CallExpression') return call;
    for (const argument of call.arguments) if (doesMore(source, argument)) return undefined;
    call = inner;
  }
}

/** Whether a function for a result or an error changes something, waits, or shows what it got. */
function doesMore(source: SourceCode, handler: TSESTree.Node): boolean {
  const local = resolveFunction(source, handler);
  if (local && changesAnything(source, local)) return true;
  for (const node of walk(local?.body ?? handler, source.visitorKeys)) if (/^(?:Assignment|Update|Await)Expression$/u.test(node.type)) return true;
  return false;
}

/** What the catalog says of the call beside what its options show: its session, or the object that remembers. */
function withFacts(source: SourceCode, use: Use, traits: AgentTraits): AgentTraits {
  const { action, args, node } = use;
  const at = (name: string) => (action.args?.[name] === undefined ? 'absent' : argumentAt(source, args, action.args[name]));
  const state = new Set(traits.state);
  const session = at('session');
  if (typeof session === 'object') state.add(`session ${lastNameOf(source, session.found)}`);
  // Options made elsewhere may name a session.
  else if (session === 'unknown') for (const options of optionsOf(source, use, action.args!['session']!)) state.add(`options ${options}`);
  else if (action.stateful && node.type === 'CallExpression') state.add(`receiver ${receiverOf(source, node)}`);
  const isOn = (name: string) => {
    const place = at(name);
    if (typeof place === 'string' || (place.found.type === 'ArrayExpression' && place.found.elements.length === 0)) return false;
    const value = valueOf(source, place.found);
    return !value.known || Boolean(value.value);
  };
  return { tools: traits.tools || isOn('tools') || isOn('handoffs'), reports: traits.reports || isOn('stream'), state };
}

/** The names in the arguments in which a path looks for its property. */
function optionsOf(source: SourceCode, { args }: Use, path: string): string[] {
  const positions = new Set(path.split('|').map((alternative) => Number.parseInt(alternative, 10)));
  return args.filter((argument, index) => argument.type === 'SpreadElement' || positions.has(index)).flatMap((argument) => {
    const held = [...heldBy(source, argument)].map((reference) => (typeof reference === 'string' ? reference : lastNameOf(source, reference.identifiers[0] ?? argument)));
    return [...held, ...(held.length === 0 ? [source.getText(argument)] : [])];
  });
}

/** The object whose method is called, by its last name. */
function receiverOf(source: SourceCode, { callee }: TSESTree.CallExpression): string {
  const method = unwrap(callee);
  return lastNameOf(source, method.type === 'MemberExpression' ? method.object : method);
}

/** An object that this code made for itself may remember what it was asked. */
function madeHere(source: SourceCode, call: TSESTree.CallExpression): string[] {
  const callee = unwrap(call.callee);
  const object = callee.type === 'MemberExpression' ? unwrap(callee.object) : undefined;
  const variable = object?.type === 'Identifier' ? variableOf(source, object) : undefined;
  return variable?.defs[0]?.type === 'Variable' ? [`receiver ${lastNameOf(source, object!)}`] : [];
}

/** The traits of the one agent call that the called project function wraps. */
function wrapperOf(source: SourceCode, call: TSESTree.CallExpression): AgentTraits | undefined {
  const local = resolveFunction(source, call.callee);
  if (local) return wraps(source, local);
  const callee = unwrap(call.callee);
  const name = callee.type === 'Identifier' ? callee : callee.type === 'MemberExpression' ? unwrap(callee.object) : undefined;
  const entry = name?.type === 'Identifier' ? importOf(source, name) : undefined;
  if (!entry) return undefined;
  const member = callee.type === 'MemberExpression' ? propertyName(callee) : undefined;
  const isMember = callee.type === 'MemberExpression';
  const exported = isMember ? (entry.name === '*' ? member : undefined) : entry.name;
  return exported === undefined ? undefined : importedWrapper(source, entry.from, exported);
}

/** The import that a name stands for: a binding of `import`, or what `require` is put into. */
function importOf(source: SourceCode, name: TSESTree.Identifier): { from: string; name: string } | undefined {
  const variable = variableOf(source, name);
  const definition = variable?.defs[0]?.node as TSESTree.Node | undefined;
  for (const entry of importsOf(source)) {
    if (entry.kind === 'binding') {
      if (entry.variable === variable) return entry;
    } else if (definition?.type === 'VariableDeclarator' && definition.init && unwrap(definition.init) === entry.node) {
      if (definition.id.type === 'Identifier') return { from: entry.from, name: '*' };
      const property = definition.id.type === 'ObjectPattern'
        ? definition.id.properties.find((candidate) => candidate.type === 'Property' && candidate.value.type === 'Identifier' && candidate.value.name === name.name)
        : undefined;
      const exported = property?.type === 'Property' ? propertyName(property) : undefined;
      return exported === undefined ? undefined : { from: entry.from, name: exported };
    }
  }
  return undefined;
}

function importedWrapper(source: SourceCode, from: string, name: string): AgentTraits | undefined {
  const { catalog } = contextOf(source);
  if (catalog.find(from)) return undefined;
  const exported = importedExport(source, from, name, mentionsAgents(catalog));
  if (!exported || exported.from) return undefined;
  const target = unwrap(exported.node);
  return isFunction(target) ? wraps(exported.source, target) : undefined;
}

const wrappers = new WeakMap<FunctionNode, { readonly value: AgentTraits | undefined }>();

/** What the function's one agent call is like, if the function only prepares it and returns what it makes of the answer. */
function wraps(source: SourceCode, fn: FunctionNode): AgentTraits | undefined {
  let entry = wrappers.get(fn);
  if (!entry) {
    wrappers.set(fn, { value: undefined });
    wrappers.set(fn, (entry = { value: readWrapper(source, fn) }));
  }
  return entry.value;
}

function readWrapper(source: SourceCode, fn: FunctionNode): AgentTraits | undefined {
  if (fn.generator) return undefined;
  const [node, ...others] = nodesWithin(librarySites(source), fn);
  const use = node && libraryUses(source).get(node);
  if (!use || others.length > 0 || !returnsValue(source, fn) || changesAnything(source, fn)) return undefined;
  for (const node of walk(fn.body, source.visitorKeys)) {
    if (/^(?:For\w*|While|DoWhile)Statement$/u.test(node.type) || node.type === 'YieldExpression') return undefined;
    if (sendsOutside(source, fn, node)) return undefined;
    if (node.type === 'AwaitExpression' && !contains(node, use.node) && hasCall(source, node)) return undefined;
  }
  const traits = traitsOf(source, use.node);
  const parameters = new Set(fn.params.flatMap((parameter) => [...walk(parameter, source.visitorKeys)].filter((node) => node.type === 'Identifier').map((node) => node.name)));
  // What comes in through a parameter is compared at the calls.
  const own = [...traits.state].filter((entry) => !parameters.has(/\s([\w$]+)/u.exec(entry)?.[1] ?? ''));
  return { ...withFacts(source, use, traits), state: new Set(own.map((entry) => `wrapped ${entry}`)) };
}

/** Reading an answer's body (`await response.json()`) is part of the call; everything else that is awaited is other work. */
function hasCall(source: SourceCode, node: TSESTree.AwaitExpression): boolean {
  const call = unwrap(node.argument);
  const method = call.type === 'CallExpression' && call.callee.type === 'MemberExpression' ? propertyName(call.callee) : undefined;
  if (call.type === 'CallExpression' && /^(?:json|text|toString|parse|parseAsync|format|formatMessages|formatPromptValue)$/u.test(method ?? '')) return false;
  return [...walk(call, source.visitorKeys)].some((inner) => inner.type === 'CallExpression');
}

function returnsValue(source: SourceCode, fn: FunctionNode): boolean {
  if (fn.body.type !== 'BlockStatement') return true;
  return [...walk(fn.body, source.visitorKeys, (node) => isFunction(node))].some((node) => node.type === 'ReturnStatement' && node.argument !== null);
}

const sending = /^(?:write|emit|send|publish|save|update|create|next)$/u;

/** True if `node` hands something to an object that outlives the function or belongs to its caller. */
function sendsOutside(source: SourceCode, fn: FunctionNode, node: TSESTree.Node): boolean {
  if (node.type !== 'CallExpression' || libraryUses(source).has(node)) return false;
  const callee = unwrap(node.callee);
  if (callee.type !== 'MemberExpression' || !sending.test(propertyName(callee) ?? '')) return false;
  return [...heldBy(source, callee.object)].some((reference) => typeof reference === 'string' || !definedIn(fn.body, reference));
}
