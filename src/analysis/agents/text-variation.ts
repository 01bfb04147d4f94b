import type { TSESTree } from '@typescript-eslint/utils';
import { variableOf } from '../calls.js';
import type { SourceCode } from '../service.js';
import { contains, unwrap, walk, type FunctionNode } from '../syntax.js';
import { runsPerCall } from '../per-call.js';

/**
 * Whether a computed part of a prompt is another one on each call. `yes`: it comes from what the function is called with, or
 * from the clock or chance. `no`: it is made once, at module level. `unknown`: anything else, such as what a service answers,
 * what an instance holds, a language or a role of which there are few.
 * Does not see: how often callers pass the same.
 */
export type Variation = 'yes' | 'no' | 'unknown';

/** Values of a handful: each has a beginning of its own, which is cached like any other. */
const few = /lang|locale|country|currency|persona|tone|style|mode|model|kind|type|level|env|version|format|count|num|quantity|limit|max|min|company|brand|product|tenant|agent|role|name$|today|provider/iu;
const chance = /\b(?:Date\.now\(|new Date\(\)|Math\.random\(|randomUUID\(|performance\.now\(|nanoid\()/u;
/** A date without the time of day is the same for a day. */
const perDay = /toLocaleDateString|toDateString|get(?:UTC)?(?:FullYear|Month|Date|Day)\(|split\(\s*['"]T['"]\s*\)|(?:slice|substring)\(\s*0\s*,\s*10\s*\)|format/u;

/** How the value of `node` varies among the calls of the function that runs it. */
export function variationOf(source: SourceCode, node: TSESTree.Node): Variation {
  const fn = runsPerCall(source, node)?.fn;
  return variation(source, node, fn, 0);
}

function variation(source: SourceCode, node: TSESTree.Node, fn: FunctionNode | undefined, depth: number): Variation {
  const text = source.getText(node);
  if (chance.test(text)) return perDay.test(text) ? 'unknown' : 'yes';
  if (isChoice(node)) return 'unknown';
  let result: Variation = 'no';
  for (const inner of walk(node, source.visitorKeys)) {
    const one = ofNode(source, inner, node, fn, depth);
    if (one === 'yes') return few.test(lastName(text)) ? 'unknown' : 'yes';
    if (one === 'unknown') result = 'unknown';
  }
  return result;
}

function ofNode(source: SourceCode, inner: TSESTree.Node, whole: TSESTree.Node, fn: FunctionNode | undefined, depth: number): Variation {
  if (inner.type === 'ThisExpression' || inner.type === 'AwaitExpression' || inner.type === 'YieldExpression') return 'unknown';
  // What a function gives may change; what it is called with is looked at on its own.
  if (inner.type === 'CallExpression' || inner.type === 'NewExpression') return 'unknown';
  if (inner.type !== 'Identifier' || isName(inner)) return 'no';
  const variable = variableOf(source, inner);
  const definition = variable?.defs[0];
  if (!variable || !definition) return 'no';
  if (contains(whole, definition.name)) return 'no';
  if (definition.type === 'ImportBinding') return 'no';
  if (definition.type === 'Parameter') return fn && few.test(inner.name) === false && definition.node === fn ? 'yes' : 'unknown';
  const scope = variable.scope.type;
  if (scope === 'module' || scope === 'global') return variable.references.every((reference) => !reference.isWrite() || reference.init) ? 'no' : 'unknown';
  if (definition.type !== 'Variable' || !definition.node.init || depth > 4 || few.test(inner.name)) return 'unknown';
  if (!fn || !contains(fn, definition.node)) return 'unknown';
  return variation(source, definition.node.init, fn, depth + 1);
}

/** One of a few texts: `verbose ? 'Explain.' : ''`. */
function isChoice(node: TSESTree.Node): boolean {
  const at = unwrap(node);
  return at.type === 'ConditionalExpression' && [at.consequent, at.alternate].every((side) => side.type === 'Literal' || isChoice(side));
}

/** Names that are no values: property names and keys. */
function isName(node: TSESTree.Identifier): boolean {
  const parent = node.parent;
  if (parent.type === 'MemberExpression') return parent.property === node && !parent.computed;
  return parent.type === 'Property' && parent.key === node && !parent.computed && !parent.shorthand;
}

/** The last name in an expression: `state.user.locale` is about a locale. */
function lastName(text: string): string {
  return /(?<![\w$])([A-Za-z_$][\w$]*)[^\w$]*$/u.exec(text.slice(-80))?.[1] ?? '';
}
