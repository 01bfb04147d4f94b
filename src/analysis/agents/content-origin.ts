import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { callersOf, resolveFunction, variableOf } from '../calls.js';
import { calleeName } from '../callee-names.js';
import { pathTo } from '../pattern-paths.js';
import type { SourceCode } from '../service.js';
import { contains, enclosingFunction, functionName, isFunction, propertyName, unwrap, type FunctionNode } from '../syntax.js';
import { accessesOfThis, classAround } from '../this-members.js';
import { asksForPart, checksSizes, isBoundingName } from './content-bounds.js';
import { readOf, type ContentRead } from './content-reads.js';
import { answerMethods, isPieces, partMethods, resultsOf, textMethods, wrappers } from './content-steps.js';

/**
 * Where the content of an expression comes from: literals, files, pages, histories, anything else. Goes through variables with all that is
 * written to them, templates, awaits, text and list methods, JSON, same-file functions and their parameters, class fields.
 * Does not see: other files, uploads, what unknown functions give back.
 */
export interface ContentOrigin {
  /** `history`: a list of messages that is kept. `variable`: nobody can tell. */
  readonly kind: 'literal' | 'file' | 'page' | 'history' | 'variable';
  /** The call that reads a file or page; of the others the expression where the search ended. */
  readonly node: TSESTree.Node;
  /** Of a file or page: how it is read. */
  readonly read?: ContentRead;
  /** Something on the way takes a part of it, counts it or checks its size. */
  readonly bounded: boolean;
  /** It is read once and kept: at module level, or in a field that only the constructor or an initializer fills. */
  readonly kept: boolean;
}

/** Every origin of what `node` evaluates to. */
export function contentOrigin(source: SourceCode, node: TSESTree.Node): readonly ContentOrigin[] {
  const follower = new Follower(source);
  follower.follow(node, { path: [], bounded: checksSizes(source, enclosingFunction(node) ?? source.ast), kept: false, parsed: false, frames: [] });
  return follower.origins;
}

/** Where the search stands. */
interface Way {
  /** Properties still to be read from the value, the next one first. */
  readonly path: readonly string[];
  readonly bounded: boolean;
  readonly kept: boolean;
  /** The content goes through JSON. */
  readonly parsed: boolean;
  /** Calls of same-file functions that were entered, the innermost last. */
  readonly frames: readonly { readonly fn: FunctionNode; readonly parameters: readonly (TSESTree.Node | undefined)[] }[];
}

/** Longer ways are given up: generated code refers to itself without end. */
const [maxSteps, maxFrames] = [400, 5];

class Follower {
  readonly origins: ContentOrigin[] = [];
  private steps = 0;
  private readonly seen = new Map<TSESTree.Node, Set<string>>();

  constructor(private readonly source: SourceCode) {}

  follow(node: TSESTree.Node | null | undefined, way: Way): void {
    if (!node) return;
    const at = unwrap(node);
    const key = way.path.join('.');
    const seen = this.seen.get(at) ?? new Set<string>();
    if (seen.has(key) || (this.steps += 1) > maxSteps) return;
    this.seen.set(at, seen.add(key));
    switch (at.type) {
      case 'Literal':
        return this.end('literal', at, way);
      case 'TemplateLiteral':
        if (at.expressions.length === 0) this.end('literal', at, way);
        return this.all(at.expressions, way);
      case 'TaggedTemplateExpression':
        return this.all(at.quasi.expressions, way);
      case 'AwaitExpression':
      case 'SpreadElement':
        return this.follow(at.argument, way);
      case 'BinaryExpression':
        return at.operator === '+' ? this.all([at.left, at.right], way) : this.end('variable', at, way);
      case 'LogicalExpression':
        return this.all(at.operator === '&&' ? [at.right] : [at.left, at.right], way);
      case 'ConditionalExpression':
        return this.all([at.consequent, at.alternate], way);
      case 'AssignmentExpression':
        return this.follow(at.right, way);
      case 'ArrayExpression':
        return this.array(at, way);
      case 'ObjectExpression':
        return this.object(at, way);
      case 'NewExpression':
        return /Message$/u.test(calleeName(this.source, at.callee)) ? this.follow(at.arguments[0], way) : this.end('variable', at, way);
      case 'Identifier':
        return this.name(at, way);
      case 'MemberExpression':
        return this.member(at, way);
      case 'CallExpression':
        return this.call(at, way);
      default:
        return this.end('variable', at, way);
    }
  }

  private all(nodes: readonly (TSESTree.Node | null)[], way: Way): void {
    for (const node of nodes) this.follow(node, way);
  }

  private end(kind: ContentOrigin['kind'], node: TSESTree.Node, { bounded, kept }: Way, read?: ContentRead): void {
    this.origins.push({ kind, node, bounded, kept, ...(read && { read }) });
  }

  private array({ elements }: TSESTree.ArrayExpression, way: Way): void {
    const [index, ...rest] = way.path;
    const isIndex = index !== undefined && /^\d+$/u.test(index);
    const element = isIndex && elements.every((one) => one?.type !== 'SpreadElement') ? elements[Number(index)] : undefined;
    if (element) this.follow(element, { ...way, path: rest });
    else this.all(elements, isIndex ? { ...way, path: rest } : way);
  }

  private object(object: TSESTree.ObjectExpression, way: Way): void {
    const [name, ...rest] = way.path;
    for (const property of object.properties) {
      if (property.type === 'SpreadElement') this.follow(property.argument, way);
      else if (name === undefined || propertyName(property) === name) this.follow(property.value, { ...way, path: rest });
    }
  }

  private name(at: TSESTree.Identifier, way: Way): void {
    const variable = variableOf(this.source, at);
    const definition = variable?.defs[0];
    if (!variable || !definition) return at.name === 'undefined' ? undefined : this.end('variable', at, way);
    const binding = pathTo(definition.name);
    const inner = { ...way, path: [...binding, ...way.path], kept: way.kept || variable.scope.type === 'module' || variable.scope.type === 'global' };
    const before = this.origins.length;
    const node = definition.node as TSESTree.Node;
    if (definition.type === 'Parameter' && isFunction(node)) this.parameter(at, node, definition.name, inner);
    else if (node.type === 'VariableDeclarator') {
      const loop = node.parent.parent;
      if (loop.type === 'ForOfStatement' && loop.left === node.parent) this.follow(loop.right, isPieces(this.source, loop.right) ? { ...inner, bounded: true } : inner);
      else if (node.init) this.follow(node.init, inner);
    }
    this.written(variable, { ...way, kept: inner.kept });
    if (this.origins.length === before) this.end(/history|messages|conversation/iu.test(at.name) ? 'history' : 'variable', at, way);
  }

  /** What is assigned, added or pushed to a variable after its declaration. */
  private written(variable: TSESLint.Scope.Variable, way: Way): void {
    for (const reference of variable.references) {
      const { parent } = reference.identifier;
      if (reference.isWrite() && !reference.init) this.follow(reference.writeExpr, way);
      if (parent?.type !== 'MemberExpression' || parent.object !== reference.identifier) continue;
      const user = parent.parent;
      const isAdded = user.type === 'CallExpression' && user.callee === parent && /^(?:push|unshift)$/u.test(propertyName(parent) ?? '');
      if (isAdded) this.all(user.arguments, way);
      else if (user.type === 'AssignmentExpression' && user.left === parent) {
        const [name, ...rest] = way.path;
        if (parent.computed || propertyName(parent) === name) this.follow(user.right, { ...way, path: parent.computed ? way.path : rest });
      }
    }
  }

  private parameter(at: TSESTree.Identifier, fn: FunctionNode, name: TSESTree.Node, way: Way): void {
    const index = fn.params.findIndex((parameter) => contains(parameter, name));
    const depth = way.frames.map((frame) => frame.fn).lastIndexOf(fn);
    if (depth !== -1) return this.follow(way.frames[depth]?.parameters[index], { ...way, frames: way.frames.slice(0, depth) });
    const { parent } = fn;
    if (parent.type === 'CallExpression' && parent.callee !== fn && parent.callee.type === 'MemberExpression') {
      const method = propertyName(parent.callee) ?? '';
      if (index === 0 && /^(?:map|flatMap|forEach|filter|then)$/u.test(method)) return this.follow(parent.callee.object, method === 'forEach' && isPieces(this.source, parent.callee.object) ? { ...way, bounded: true } : way);
      return this.end('variable', at, way);
    }
    for (const { call, from } of callersOf(this.source, fn).slice(0, 8)) {
      const bounded = way.bounded || checksSizes(this.source, from ?? this.source.ast);
      this.follow(call.arguments[index], { ...way, bounded });
    }
  }

  private member(at: TSESTree.MemberExpression, way: Way): void {
    const name = propertyName(at);
    if (at.object.type === 'ThisExpression') return this.field(at, name, way);
    if (name !== undefined && partMethods.test(name)) return this.end('variable', at, way);
    // `list[i]`, `byName[name]`: one of the elements.
    return this.follow(at.object, name === undefined ? way : { ...way, path: [name, ...way.path] });
  }

  private field(at: TSESTree.MemberExpression, name: string | undefined, way: Way): void {
    const owner = classAround(at);
    const before = this.origins.length;
    if (owner && name !== undefined) {
      const kept = { ...way, kept: true };
      for (const member of owner.body) if (member.type === 'PropertyDefinition' && propertyName(member) === name) this.follow(member.value, kept);
      for (const access of accessesOfThis(this.source, owner)) {
        const { parent } = access;
        if (propertyName(access) === name && parent.type === 'AssignmentExpression' && parent.left === access) this.follow(parent.right, kept);
      }
    }
    if (this.origins.length === before) this.end(/history|messages|conversation/iu.test(name ?? '') ? 'history' : 'variable', at, way);
  }

  private call(at: TSESTree.CallExpression, way: Way): void {
    const read = readOf(this.source, at, way.path, way.parsed);
    if (read === 'data') return this.end('variable', at, way);
    const own = enclosingFunction(at);
    if (read) return this.end(read.kind, at, { ...way, bounded: way.bounded || asksForPart(at) || checksSizes(this.source, own ?? this.source.ast) }, read);
    const callee = unwrap(at.callee);
    const name = calleeName(this.source, callee);
    if (wrappers.test(name)) return this.wrapped(at, name, way);
    const target = resolveFunction(this.source, callee);
    if (target) return this.enter(at, target, at.arguments, way);
    if (callee.type === 'MemberExpression' && this.method(at, callee, way)) return;
    // What nobody knows and is given something to do most often gives what that gives: `retry(() => read(path))`.
    const thunk = at.arguments.filter((argument) => isFunction(argument)).at(-1);
    if (isFunction(thunk) && thunk.params.length === 0) return this.enter(at, thunk, [], way);
    this.end('variable', at, way);
  }

  private wrapped(at: TSESTree.CallExpression, name: string, way: Way): void {
    // What is parsed is a record or a table that somebody made: data, not a text that was poured in.
    if (name === 'JSON.parse') return this.end('variable', at, way);
    const path = name === 'Promise.allSettled' ? way.path.filter((one) => one !== 'value') : name === 'Object.entries' ? way.path.slice(1) : way.path;
    this.follow(at.arguments[0], { ...way, path, parsed: way.parsed || name === 'JSON.stringify' });
  }

  /** @returns whether the method is known. */
  private method(at: TSESTree.CallExpression, callee: TSESTree.MemberExpression, way: Way): boolean {
    const method = propertyName(callee) ?? '';
    const [first] = at.arguments;
    const { object } = callee;
    if (method === 'toString' && first && /base64|hex/u.test(this.source.getText(first))) this.end('variable', at, way);
    else if (partMethods.test(method)) this.follow(object, { ...way, bounded: true, path: [] });
    else if (textMethods.test(method)) {
      // Lines that are picked out of a text.
      this.follow(object, method === 'filter' && isPieces(this.source, object) ? { ...way, bounded: true } : way);
      if (/^(?:replace|replaceAll|concat)$/u.test(method)) this.all(at.arguments, way);
    } else if (/^(?:map|flatMap|then|reduce)$/u.test(method)) {
      const target = first && resolveFunction(this.source, first);
      if (!target) return false;
      this.enter(at, target, method === 'reduce' ? [at.arguments[1], object] : [object], way);
    } else if (/^(?:catch|finally)$/u.test(method)) this.follow(object, way);
    else if (answerMethods.test(method) && at.arguments.length === 0) this.follow(object, { ...way, path: [`${method}()`, ...way.path] });
    else return false;
    return true;
  }

  /** What a function of the file gives back for these arguments. */
  private enter(at: TSESTree.CallExpression, fn: FunctionNode, parameters: readonly (TSESTree.Node | undefined)[], way: Way): void {
    if (way.frames.length >= maxFrames || fn.generator) return this.end('variable', at, way);
    const bounded = way.bounded || isBoundingName(functionName(fn) ?? '') || asksForPart(at) || checksSizes(this.source, fn);
    const inner: Way = { ...way, bounded, frames: [...way.frames, { fn, parameters }] };
    for (const value of resultsOf(this.source, fn)) this.follow(value, inner);
  }
}
