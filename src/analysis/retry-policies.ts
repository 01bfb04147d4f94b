import type { TSESTree } from '@typescript-eslint/utils';
import satisfies from 'semver/functions/satisfies.js';
import minVersion from 'semver/ranges/min-version.js';
import type { Retry } from '../catalog/schema.js';
import { argumentAt, type Place } from './arguments.js';
import { contextOf } from './context.js';
import { importedRoles, usesOfPackages, type Use } from './facts.js';
import { policyGrowth, returnsOf, type Growth } from './retry-policy-growth.js';
import { defineService, type SourceCode } from './service.js';
import { isFunction, unwrap } from './syntax.js';
import { expressionOf, propertyOf, valueOf } from './values.js';

/**
 * How the libraries that a file uses try again: calls of retry libraries, clients and queues with retry options, as the
 * catalog's `retry` states them.
 * Does not see: options that come from elsewhere (they are `unknown`), defaults of instances in other files.
 */
export interface RetryPolicy {
  readonly use: Use;
  readonly facts: Retry;
  /** The options as written in this file; absent where none are given. */
  readonly options: TSESTree.Node | undefined;
  /** Whether the tries end. `never`: it does not try again at all. */
  readonly limit: 'limited' | 'unlimited' | 'unknown' | 'never';
  /** What says that there is no end, or the number of tries. */
  readonly limitNode: TSESTree.Node | undefined;
  /** The most tries, the first one counted, where the text fixes the number. */
  readonly tries: number | undefined;
  readonly growth: Growth;
  /** The option that makes it so. */
  readonly growthNode: TSESTree.Node | undefined;
  /** The waits are spread by chance. `unknown` where an option cannot be seen. */
  readonly jittered: boolean | 'unknown';
  /** The installed version has an option for that. */
  readonly canJitter: boolean;
}

/** The retry policies of the file, in source order. Memoized. */
export const retryPolicies = defineService((source: SourceCode): readonly RetryPolicy[] => {
  if (!(['retry', 'queue', 'http-client'] as const).some((role) => importedRoles(source).has(role))) return [];
  return usesOfPackages(source, 'retry', 'queue', 'http-call', 'publish').flatMap((use) => {
    const policy = use.action.retry && policyOf(source, use, use.action.retry);
    return policy ? [policy] : [];
  });
});

function policyOf(source: SourceCode, use: Use, facts: Retry): RetryPolicy | undefined {
  const options = optionsAt(source, use, facts);
  if (options === 'unknown') return undefined;
  const node = options === 'absent' ? undefined : options.found;
  const option = (name: string | undefined): Place => (name === undefined || !node ? 'absent' : optionAt(source, node, name));
  const limit = limitOf(source, facts, node, option);
  const { growth, growthNode } = inherited(use, facts, option) ?? waitsByHook(source, facts, option) ?? policyGrowth(source, facts, option);
  return { use, facts, options: node, ...limit, growth, growthNode, jittered: jitterOf(source, facts, option, growth), canJitter: facts.jitter !== undefined && hasOption(source, use, facts) };
}

/** The options; of alternatives (`1|0`) the one that is no function. */
function optionsAt(source: SourceCode, use: Use, facts: Retry): Place {
  let hidden = false;
  for (const path of facts.options.split('|')) {
    const place = argumentAt(source, use.args, path);
    if (place === 'unknown') hidden = true;
    if (typeof place === 'string') continue;
    const at = expressionOf(source, place.found);
    if (isFunction(at) && facts.options.includes('|')) continue;
    // A literal, or what a name of this file stands for; else it comes from elsewhere.
    if (at.type === 'ObjectExpression' || at.type === 'Literal') return { found: place.found };
    if (facts.options === 'last' && (at.type === 'TemplateLiteral' || isFunction(at))) return 'absent';
    hidden = true;
  }
  return hidden ? 'unknown' : 'absent';
}

/** An option by its name, which may lead inwards: `backoff.type`. */
export function optionAt(source: SourceCode, options: TSESTree.Node, name: string): Place {
  let place: Place = { found: options };
  for (const part of name.split('.')) {
    if (typeof place === 'string') return place;
    place = propertyOf(source, place.found, part);
  }
  return place;
}

type Option = (name: string | undefined) => Place;

function limitOf(source: SourceCode, facts: Retry, options: TSESTree.Node | undefined, option: Option): Pick<RetryPolicy, 'limit' | 'tries' | 'limitNode'> {
  const unlimited = (node: TSESTree.Node | undefined) => ({ limit: (facts.ends ?? []).some((name) => option(name) !== 'absent') ? 'limited' as const : 'unlimited' as const, tries: undefined, limitNode: node });
  const forever = option(facts.forever);
  if (typeof forever === 'object') {
    const value = valueOf(source, forever.found);
    if (value.known && value.value) return unlimited(forever.found);
    if (!value.known) return { limit: 'unknown', tries: undefined, limitNode: undefined };
  }
  // Where a number alone is the count: `retry(3)`.
  const only = options && unwrap(options).type === 'Literal' ? options : undefined;
  const count: Place = only ? { found: only } : option(facts.count);
  if (count === 'unknown' || forever === 'unknown') return { limit: 'unknown', tries: undefined, limitNode: undefined };
  if (count === 'absent') {
    if (facts.retries === 'unlimited') return unlimited(undefined);
    if (facts.retries === 0) return { limit: 'never', tries: 1, limitNode: undefined };
    return { limit: 'limited', tries: facts.retries === undefined ? undefined : facts.retries + 1, limitNode: undefined };
  }
  const value = valueOf(source, count.found);
  if (!value.known || typeof value.value !== 'number') return { limit: 'limited', tries: undefined, limitNode: count.found };
  if (value.value === Infinity) return unlimited(count.found);
  const tries = value.value + (facts.countsFirst ? 0 : 1);
  return { limit: tries > 1 ? 'limited' : 'never', tries, limitNode: count.found };
}

/** Where a job says nothing of its waits, its queue may. */
function inherited(use: Use, facts: Retry, option: Option): { growth: Growth; growthNode: undefined } | undefined {
  if (!facts.inherits || option(facts.wait) !== 'absent') return undefined;
  const origin = use.known.origin;
  const queue = origin?.use.action.retry;
  const given = origin && queue ? argumentAt(origin.source, origin.use.args, `${queue.options}.${queue.wait ?? ''}`) : 'unknown';
  return given === 'absent' ? undefined : { growth: 'unknown', growthNode: undefined };
}

/** A function between the tries that awaits something may wait as long as it likes. */
function waitsByHook(source: SourceCode, facts: Retry, option: Option): { growth: Growth; growthNode: undefined } | undefined {
  const mayWait = (facts.hooks ?? []).map(option).some((hook) => {
    if (hook === 'absent') return false;
    const fn = hook === 'unknown' ? undefined : expressionOf(source, hook.found);
    return !isFunction(fn) || fn.async || /\b(?:Promise|sleep|delay)\b/u.test(source.getText(fn.body));
  });
  return mayWait ? { growth: 'unknown', growthNode: undefined } : undefined;
}

/** A queue whose jobs run by a schedule has one at a time: there is nobody to be spread from. */
const scheduled = /\b(?:repeat|cron|pattern)\s*:|JobScheduler\(|\bschedule\w*Job\(/u;

function jitterOf(source: SourceCode, facts: Retry, option: Option, growth: Growth): RetryPolicy['jittered'] {
  const given = option(facts.jitter);
  if (given === 'unknown' || growth === 'unknown' || (facts.countsFirst && facts.kind && scheduled.test(source.text))) return 'unknown';
  // Without an option for it, it belongs to the waits that grow.
  if (given === 'absent') return facts.jittered === true && (facts.jitter !== undefined || growth === 'exponential');
  const value = valueOf(source, given.found);
  return value.known ? Boolean(value.value) && value.value !== 'none' : 'unknown';
}

/** Whether every version of the package that the nearest package.json allows has the option for jitter. With no package.json in sight, the newest counts. */
function hasOption(source: SourceCode, use: Use, facts: Retry): boolean {
  if (facts.jitterVersions === undefined) return true;
  const { host, filename } = contextOf(source);
  const manifest = host?.manifest(filename);
  if (!manifest) return true;
  const declared = manifest.dependencies[use.known.library.package];
  try {
    const lowest = declared === undefined ? undefined : minVersion(declared);
    return lowest != null && satisfies(lowest, facts.jitterVersions);
  } catch {
    return false; // `workspace:*`, `latest`: no version to compare
  }
}

/** Clients whose reconnection strategy gives a wait whatever the number of the try: `retryStrategy: (times) => Math.min(times * 50, 2000)`. */
export function reconnections(source: SourceCode): { readonly option: string; readonly node: TSESTree.Node }[] {
  return usesOfPackages(source, 'cache', 'queue').flatMap((use) => {
    const name = use.action.retry?.reconnects;
    const options = name === undefined ? 'absent' : optionsAt(source, use, use.action.retry!);
    const place = typeof options === 'object' ? optionAt(source, options.found, name!) : options;
    const fn = typeof place === 'object' ? expressionOf(source, place.found) : undefined;
    if (!isFunction(fn) || fn.async || name === undefined) return [];
    const returned = returnsOf(source, fn);
    return returned.length > 0 && returned.every((node) => isWait(source, node)) ? [{ option: name, node: fn }] : [];
  });
}

/** Surely a number: a literal, arithmetic, `Math.min(...)`. */
function isWait(source: SourceCode, node: TSESTree.Node): boolean {
  const at = unwrap(node);
  if (at.type === 'BinaryExpression') return /^(?:[-+*/%]|\*\*|<<|>>)$/u.test(at.operator);
  if (at.type === 'CallExpression') return /^Math\.(?!random)\w+$/u.test(source.getText(at.callee));
  if (at.type === 'Identifier') {
    const value = expressionOf(source, at);
    return value !== at && isWait(source, value);
  }
  return at.type === 'Literal' && typeof at.value === 'number';
}
