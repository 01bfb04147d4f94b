import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { RetryPolicy } from '../../analysis/retry-policies.js';
import type { SourceCode } from '../../analysis/service.js';
import { propertyName, unwrap } from '../../analysis/syntax.js';
import type { Fix } from '../rule.js';
import { addProperty, setOption } from './set-option.js';
import { braced, quoted } from './style.js';

/** Options by their names, which may lead inwards (`backoff.type`), with the text of their values. */
type Options = Readonly<Record<string, string>>;

/** Gives a policy without an end a number of tries: in place of what takes the limit away, or as an option of its own. */
export function limitedPolicy(source: SourceCode, policy: RetryPolicy, attempts: number): Fix | undefined {
  const { facts, limitNode, options } = policy;
  const count = String(facts.countsFirst ? attempts : attempts - 1);
  if (facts.count === undefined) return undefined;
  const property = limitNode?.parent?.type === 'Property' ? limitNode.parent : undefined;
  if (property) return (fixer) => [fixer.replaceText(property, `${facts.count}: ${count}`)];
  if (options) return literalOf(options) && ((fixer) => setOptions(fixer, source, literalOf(options)!, { [facts.count!]: count }));
  return withArgument(source, policy, { [facts.count]: count });
}

/** Makes the waits of a policy grow, and spreads them where the library can. */
export function backoffPolicy(source: SourceCode, policy: RetryPolicy, parts: { readonly grow: boolean; readonly spread: boolean }): { readonly fix: Fix; readonly literal: boolean } | undefined {
  const { mend } = policy.facts;
  const grow = parts.grow ? mend?.backoff : {};
  if (!grow) return undefined;
  const it = calledName(policy);
  const wanted: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...grow, ...(parts.spread ? mend?.jitter : {}) })) {
    if (value.includes('{it}') && it === undefined) return undefined;
    wanted[name] = value.replaceAll('{it}', it ?? '').replace(/^'(.*)'$/u, (_, inner: string) => quoted(source, inner));
  }
  if (Object.keys(wanted).length === 0) return undefined;
  if (!policy.options) {
    const fix = withArgument(source, policy, wanted);
    return fix && { fix, literal: false };
  }
  const object = literalOf(policy.options);
  return object && { fix: (fixer) => setOptions(fixer, source, object, wanted), literal: true };
}

function literalOf(node: TSESTree.Node): TSESTree.ObjectExpression | undefined {
  const at = unwrap(node);
  return at.type === 'ObjectExpression' ? at : undefined;
}

/** The name by which the file calls the library's function. */
function calledName({ use }: RetryPolicy): string | undefined {
  const callee = use.node.type === 'CallExpression' ? unwrap(use.node.callee) : undefined;
  return callee?.type === 'Identifier' ? callee.name : undefined;
}

/** Adds the options as an argument of their own, where the call has none. */
function withArgument(source: SourceCode, { use, facts }: RetryPolicy, wanted: Options): Fix | undefined {
  const { node } = use;
  const index = Number(facts.options.split('|')[0]);
  if ((node.type !== 'CallExpression' && node.type !== 'NewExpression') || !Number.isInteger(index) || node.arguments.length !== index) return undefined;
  const [[name, value] = ['', ''], ...more] = Object.entries(wanted);
  if (more.some(([other]) => other.includes('.')) || name.includes('.')) return undefined;
  // The first option carries the others along.
  return (fixer) => setOption(fixer, source, node, index, name, [value, ...more.map(([other, text]) => `${other}: ${text}`)].join(', '));
}

/** Sets the options in an object literal: replaces values that are there, keeps `delay`s, adds what is missing. `null` where something cannot be seen. */
function setOptions(fixer: TSESLint.RuleFixer, source: SourceCode, object: TSESTree.ObjectExpression, wanted: Options): TSESLint.RuleFix[] | null {
  const edits: TSESLint.RuleFix[] = [];
  const added: string[] = [];
  const groups = new Map<string, Record<string, string>>();
  for (const [name, value] of Object.entries(wanted)) {
    const dot = name.indexOf('.');
    const group = dot === -1 ? name : name.slice(0, dot);
    groups.set(group, { ...groups.get(group), [dot === -1 ? '' : name.slice(dot + 1)]: value });
  }
  for (const [name, values] of groups) {
    const property = object.properties.find((one) => one.type === 'Property' && propertyName(one) === name);
    const held = property?.type === 'Property' ? unwrap(property.value) : undefined;
    if (object.properties.some((one) => one.type === 'SpreadElement') && !held) return null;
    if (values[''] !== undefined) {
      if (held) edits.push(fixer.replaceText(held, values['']));
      else added.push(`${name}: ${values['']}`);
    } else if (held?.type === 'ObjectExpression') {
      const inner = setOptions(fixer, source, held, kept(held, values));
      if (!inner) return null;
      edits.push(...inner);
    } else {
      // A number stands for its milliseconds.
      const own = held?.type === 'Literal' && typeof held.value === 'number' ? { ...values, delay: held.raw } : values;
      const text = braced(source, Object.entries(own).map(([key, value]) => `${key}: ${value}`).join(', '));
      if (held && held.type !== 'Literal') return null;
      if (held) edits.push(fixer.replaceText(held, text));
      else added.push(`${name}: ${text}`);
    }
  }
  if (added.length === 0) return edits;
  const first = addProperty(fixer, source, object, (added[0] as string).slice(0, (added[0] as string).indexOf(':')), added.join(', '));
  return first && [...edits, first];
}

/** How long the first wait is, the options say already. */
function kept(object: TSESTree.ObjectExpression, values: Record<string, string>): Record<string, string> {
  const has = object.properties.some((one) => one.type === 'Property' && propertyName(one) === 'delay');
  return has ? Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'delay')) : values;
}
