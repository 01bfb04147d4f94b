import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { optionOf } from '../../analysis/call-options.js';
import { nodeFits, versionFits, versionIsWithin } from '../../analysis/facts.js';
import type { SourceCode } from '../../analysis/service.js';
import { isFunction, propertyName, unwrap } from '../../analysis/syntax.js';
import type { Unlimited } from '../../analysis/unlimited-calls.js';
import type { Use } from '../../analysis/use.js';
import { setOption } from './set-option.js';
import { braced, isTypeScript, supports } from './style.js';

/**
 * Gives a call or the construction of a client a time limit: its `timeout` option where the library has one, else
 * `signal: AbortSignal.timeout(ms)`. A signal that is there stays, through `AbortSignal.any`; options in a constant are spread.
 *
 * @param ms the limit in milliseconds.
 * @returns `null` where the options cannot be edited safely.
 */
export function setTimeLimit(fixer: TSESLint.RuleFixer, source: SourceCode, found: Unlimited, ms: number): TSESLint.RuleFix[] | null {
  const { use, signal, ignored } = found;
  if (use.node.type !== 'CallExpression' && use.node.type !== 'NewExpression') return null;
  // The major version that had a `timeout` has a type of its own for signals, which those of the platform do not fit.
  if (use.action.args?.['formerTimeout'] !== undefined && formerTimeoutOf(source, use) === 'unknown' && isTypeScript(source)) return null;
  if ((signal ?? ignored) && !hasTimedSignals(source)) return null;
  if (signal) {
    const text = source.getText(signal);
    return isInside(use.node, signal) ? [fixer.replaceText(signal, `AbortSignal.any([${text}, AbortSignal.timeout(${digits(source, ms)})])`)] : null;
  }
  if (ignored) return replaceIgnored(fixer, source, use.node, ignored);
  const option = optionFor(source, found, ms);
  const index = option && indexOf(source, found);
  if (!option || index === undefined) return null;
  const given = use.node.arguments[index];
  if (given?.type === 'Identifier') return [fixer.replaceText(given, braced(source, `...${given.name}, ${option.name}: ${option.value}`))];
  return setOption(fixer, source, use.node, index, option.name, option.value);
}

/** The option as people write it, for messages: `timeout: 30_000`. */
export function limitText(source: SourceCode, found: Unlimited, ms: number): string {
  const option = optionFor(source, found, ms);
  if (option) return `${option.name}: ${option.value}`;
  const { args } = found.use.action;
  const name = args?.['timeout']?.split('|')[0]?.split('.').at(-1);
  // Without signals of timers: one that a timer of the program aborts.
  if (name === undefined && args?.['signal'] !== undefined) return 'signal: controller.signal';
  return name === undefined ? `.timeout(${digits(source, ms)})` : `${name}: ${digits(source, ms)}`;
}

/** `30_000`, where the file's language has separators. */
function digits(source: SourceCode, ms: number): string {
  return supports(source, 2021) ? ms.toLocaleString('en-US').replaceAll(',', '_') : String(ms);
}

function optionFor(source: SourceCode, { use }: Unlimited, ms: number): { name: string; value: string } | undefined {
  const { args, async: isAsync, roles } = use.action;
  // Works on each version of Node, where the signals of timers need a newer one.
  if (formerTimeoutOf(source, use) === 'has') return { name: 'timeout', value: digits(source, ms) };
  const signal = hasTimedSignals(source) ? args?.['signal']?.split('|')[0]?.split('.')[1] : undefined;
  const asSignal = signal === undefined ? undefined : { name: signal, value: `AbortSignal.timeout(${digits(source, ms)})` };
  // Calls of models have had a signal for longer than a `timeout`.
  if (asSignal && roles?.includes('agent-call')) return asSignal;
  const [first = '', ...rest] = args?.['timeout']?.split('|') ?? [];
  const names = first.split('.').slice(1);
  const [name] = names;
  // Several options that bound parts of the call (to the headers, to the body), or one that only raises an event: a signal bounds all of it.
  const isWhole = [first, ...rest].every((path) => path.split('.')[1] === name) && (isAsync === true || args?.['signal'] === undefined || use.action.returns !== undefined);
  if (name !== undefined && (isWhole || !asSignal)) {
    const value = names.slice(1).reduceRight((inner, key) => braced(source, `${key}: ${inner}`), digits(source, /second/iu.test(names.at(-1) ?? '') ? Math.ceil(ms / 1000) : ms));
    return { name, value };
  }
  return asSignal;
}

/** Whether the version of the package in use has the option that another major version lacks. */
function formerTimeoutOf(source: SourceCode, { action, known }: Use): 'has' | 'lacks' | 'unknown' {
  const range = action.formerTimeout;
  if (range === undefined || action.args?.['formerTimeout'] === undefined) return 'unknown';
  if (!versionFits(source, known, range)) return 'lacks';
  return versionIsWithin(source, known, range) ? 'has' : 'unknown';
}

/** Whether `AbortSignal.timeout` is there, by the versions of Node that package.json allows. Source: Node's changelog. */
function hasTimedSignals(source: SourceCode): boolean {
  return nodeFits(source, '^16.14.0 || >=17.3.0');
}

/** The number of the argument that holds the options, or would. */
function indexOf(source: SourceCode, { use }: Unlimited): number | undefined {
  const path = use.action.args?.['options'] ?? use.action.args?.['timeout'] ?? use.action.args?.['signal'];
  const places = path?.split('|').map((alternative) => Number.parseInt(alternative, 10)) ?? [];
  const options = optionOf(source, use, 'options');
  const given = typeof options === 'object' ? use.args.findIndex((argument) => isInside(argument, options.found)) : -1;
  if (given !== -1 && !isFunction(unwrap(use.args[given]!))) return given;
  return places.find((place) => place >= use.args.length || use.args[place]?.type === 'ObjectExpression');
}

/** `timeout: 5000` where that is no option: the same limit as a signal. */
function replaceIgnored(fixer: TSESLint.RuleFixer, source: SourceCode, call: TSESTree.Node, ignored: TSESTree.Node): TSESLint.RuleFix[] | null {
  const property = ignored.parent;
  if (property?.type !== 'Property' || property.shorthand || !isInside(call, property) || property.parent.type !== 'ObjectExpression') return null;
  if (property.parent.properties.some((other) => other.type !== 'Property' || propertyName(other) === 'signal')) return null;
  return [fixer.replaceText(property, `signal: AbortSignal.timeout(${source.getText(ignored)})`)];
}

function isInside(outer: TSESTree.Node, inner: TSESTree.Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}
