import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../../analysis/service.js';
import { contains, isFunction, propertyName, unwrap } from '../../analysis/syntax.js';
import { writesOf } from '../../analysis/writes.js';
import { isGlobal, moduleScope, referencesIn } from './scopes.js';

/**
 * Whether an expression means the same when module-level code evaluates it once, later: it uses nothing of the function
 * around it, reads nothing that changes, and computes nothing that differs from call to call.
 */
export type Hoistable =
  | { readonly ok: true }
  | {
    readonly ok: false;
    /** `impure`: calls or changes something; `mutable`: reads a reassigned variable; `local`: uses the function's own names, and that is all that is wrong. */
    readonly reason: 'local' | 'mutable' | 'impure';
    /** Uses of the function's own names. Empty with reason `local` when it is `this`, `super` or `new.target` that is used. */
    readonly locals: readonly TSESTree.Identifier[];
  };

const pureFunctions = new Set(['Number', 'String', 'Boolean', 'BigInt', 'parseInt', 'parseFloat', 'require']);
const pureObjects: Readonly<Record<string, RegExp>> = {
  JSON: /^(?:stringify|parse)$/u,
  Math: /^(?!random$)/u,
  Number: /^/u,
  Object: /^(?:keys|values|entries|freeze|fromEntries)$/u,
};
const pureClasses = new Set(['URL', 'URLSearchParams', 'RegExp', 'Set', 'Map', 'Date']);
/** Methods of strings, and of arrays of them, that only compute. */
const pureMethods = /^(?:split|trim|trimEnd|trimStart|toLowerCase|toUpperCase|toString|replace|replaceAll|slice|substring|concat|join|padStart|padEnd|startsWith|endsWith|includes|at)$/u;

/**
 * Judges a construction (`new Redis(url)`, `await createClient(options).connect()`): its own calls are what is to be
 * done once, so only their arguments are judged.
 *
 * @param isPure says of further calls and constructions among the arguments that they may be made once too.
 */
export function hoistable(source: SourceCode, node: TSESTree.Node, isPure: (node: TSESTree.Node) => boolean = () => false): Hoistable {
  const locals: TSESTree.Identifier[] = [];
  let mutable = false;
  for (const reference of referencesIn(source, node)) {
    const standing = standingOf(source, reference, node);
    if (standing === 'local') locals.push(reference.identifier as TSESTree.Identifier);
    const later = standing !== 'local' && insideFunction(reference.identifier, node);
    if (standing === 'mutable' && !later) mutable = true;
    if (reference.isWrite() && standing !== 'own' && !later) return { ok: false, reason: 'impure', locals };
  }
  const judged = judge(source, node, spineOf(node), isPure, { usesThis: false, impure: false });
  if (judged.impure || mutable) return { ok: false, reason: judged.impure ? 'impure' : 'mutable', locals };
  return locals.length > 0 || judged.usesThis ? { ok: false, reason: 'local', locals: judged.usesThis ? [] : locals } : { ok: true };
}

function standingOf(source: SourceCode, { resolved }: TSESLint.Scope.Reference, node: TSESTree.Node): 'own' | 'local' | 'mutable' | 'constant' {
  if (!resolved || resolved.defs.length === 0) return resolved?.name === 'arguments' ? 'local' : 'constant';
  if (resolved.scope !== moduleScope(source) && resolved.scope.type !== 'global') return contains(node, resolved.scope.block) ? 'own' : 'local';
  return writesOf(resolved).some((reference) => !reference.init) ? 'mutable' : 'constant';
}

function insideFunction(node: TSESTree.Node, limit: TSESTree.Node): boolean {
  for (let at = node.parent; at && at !== limit; at = at.parent) if (isFunction(at)) return true;
  return false;
}

/** The construction's own calls: `createClient(...)`, `.connect()` and the `await` around them, not their arguments. */
function spineOf(node: TSESTree.Node): Set<TSESTree.Node> {
  const spine = new Set<TSESTree.Node>();
  for (let at: TSESTree.Node = node; ;) {
    spine.add(at);
    const inner = unwrap(at);
    spine.add(inner);
    if (inner.type === 'AwaitExpression') at = inner.argument;
    else if (inner.type === 'CallExpression' || inner.type === 'NewExpression') at = inner.callee;
    else if (inner.type === 'MemberExpression') at = inner.object;
    else return spine;
  }
}

interface Judgement { usesThis: boolean; impure: boolean }

function judge(source: SourceCode, node: TSESTree.Node, spine: ReadonlySet<TSESTree.Node>, isPure: (node: TSESTree.Node) => boolean, result: Judgement, inFunction = false, ownThis = false): Judgement {
  if (!ownThis && (node.type === 'ThisExpression' || node.type === 'Super' || (node.type === 'MetaProperty' && node.meta.name === 'new'))) result.usesThis = true;
  if (!inFunction && !spine.has(node) && hasEffect(source, node) && !isPure(node)) result.impure = true;
  const function_ = isFunction(node);
  for (const key of source.visitorKeys[node.type] ?? []) {
    const child = (node as unknown as Record<string, unknown>)[key];
    for (const item of Array.isArray(child) ? child : [child]) {
      if (item) judge(source, item as TSESTree.Node, spine, isPure, result, inFunction || function_, ownThis || (function_ && node.type !== 'ArrowFunctionExpression'));
    }
  }
  return result;
}

function hasEffect(source: SourceCode, node: TSESTree.Node): boolean {
  switch (node.type) {
    case 'AssignmentExpression':
    case 'UpdateExpression':
    case 'AwaitExpression':
    case 'YieldExpression':
    case 'ImportExpression':
    case 'TaggedTemplateExpression':
    case 'ClassExpression':
      return true;
    case 'UnaryExpression':
      return node.operator === 'delete';
    case 'NewExpression':
      // `new Date()` is another moment each time.
      return !(node.callee.type === 'Identifier' && pureClasses.has(node.callee.name) && isGlobal(source, node.callee) && (node.callee.name !== 'Date' || node.arguments.length > 0));
    case 'CallExpression': {
      const callee = unwrap(node.callee);
      if (callee.type === 'Identifier') return !(pureFunctions.has(callee.name) && isGlobal(source, callee));
      const name = callee.type === 'MemberExpression' ? propertyName(callee) : undefined;
      if (callee.type !== 'MemberExpression' || name === undefined) return true;
      const object = unwrap(callee.object);
      const known = object.type === 'Identifier' && isGlobal(source, object) ? pureObjects[object.name] : undefined;
      return !(known?.test(name) ?? pureMethods.test(name));
    }
    default:
      return false;
  }
}
