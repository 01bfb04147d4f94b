import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { answeredBefore, isAnswerCall } from './answers.js';
import { callersOf, variableOf } from './calls.js';
import type { SourceCode } from './service.js';
import { enclosingFunction, isFunction, propertyName, unwrap, walk, wrapped, type FunctionNode } from './syntax.js';

/**
 * Does a function finish, or answer, only when a call in it is done? Follows `await`, `return`, promises in variables and lists,
 * `Promise.all`, `then`, callbacks that answer or resolve, and helpers of the same file.
 * Work that is started and left alone (`void send()`, `send().catch(log)`), handed to `after`, `waitUntil` or a timer, done by
 * `forEach` or a listener, or done after the answer was sent, is not waited for.
 * Does not see: promises in fields, in objects and in containers other than arrays; generators.
 */

/** Functions that run what they are given, or let a promise go on, when nobody waits for it any more. */
const background = /^(?:(?:unstable_)?after|waitUntil|setTimeout|setImmediate|setInterval|nextTick|queueMicrotask|requestIdleCallback|defer|\w*[bB]ackground\w*|fireAndForget|enqueue|on|once|addListener|addEventListener|subscribe|forEach|floating|spawn|fork\w*)$/u;
/** What comes back when the function that was handed over is called, without anybody waiting for what it does. */
const settles = /^(?:all|allSettled|any|race)$/u;
/** By these parameters a function is told that work is over, or answers. */
const continuations = /^_*(?:res|resp|response|reply|next|done|cb|callback|resolve|resolver|fulfill|ack)$/iu;

/**
 * Whether `root` waits for `call`.
 *
 * @param root a function around the call, or one of the file that calls such a function and waits for it.
 */
export function isWaitedFor(source: SourceCode, call: TSESTree.Node, root: FunctionNode): boolean {
  const run = new Waiting(source, root);
  return run.comesBack(call);
}

class Waiting {
  private readonly seen = new Set<TSESTree.Node | TSESLint.Scope.Variable>();

  constructor(private readonly source: SourceCode, private readonly root: FunctionNode) {}

  /** Whether `root` waits for a call, by its promise or by a callback among its arguments or those of the calls it is chained to. */
  comesBack(call: TSESTree.Node): boolean {
    if (answeredBefore(call, this.root)) return false;
    const callbacks = callbacksOf(call);
    // With a callback the libraries give no promise, so that awaiting them waits for nothing.
    return callbacks.length > 0 && !isThenable(call) ? callbacks.some((callback) => this.continues(callback)) : this.promise(call);
  }

  /** Whether `root` waits for the promise that `node` gives. */
  private promise(node: TSESTree.Node): boolean {
    const at = wrapped(node);
    const { parent } = at;
    if (!parent || this.seen.has(at)) return false;
    this.seen.add(at);
    switch (parent.type) {
      case 'AwaitExpression':
        return this.ends(enclosingFunction(parent), parent);
      case 'ReturnStatement':
        return this.ends(enclosingFunction(parent), parent);
      case 'ArrowFunctionExpression':
        return parent.body === at && this.ends(parent, at);
      case 'VariableDeclarator':
        return parent.id.type === 'Identifier' && this.variable(parent.id);
      case 'AssignmentExpression':
        return parent.left.type === 'Identifier' && this.variable(parent.left);
      case 'ConditionalExpression':
        return parent.test !== at && this.promise(parent);
      case 'ArrayExpression':
        // A list in a list: `Promise.all([save(), rows.map(send)])` waits for the list, not for what is in it.
        return !isMapped(at) && this.promise(parent);
      case 'LogicalExpression':
      case 'SpreadElement':
        return this.promise(parent);
      case 'SequenceExpression':
        return parent.expressions.at(-1) === at && this.promise(parent);
      case 'MemberExpression':
        return parent.object === at && this.chained(parent);
      case 'CallExpression':
        return parent.callee === at ? false : this.passed(parent);
      default:
        return false;
    }
  }

  /** A name that holds the promise. */
  private variable(name: TSESTree.Identifier): boolean {
    const variable = variableOf(this.source, name);
    if (!variable || this.seen.has(variable)) return false;
    this.seen.add(variable);
    return variable.references.some((reference) => reference.isRead() && this.promise(reference.identifier));
  }

  /** `promise.then(...)`, `promises.map(...)`. */
  private chained(member: TSESTree.MemberExpression): boolean {
    const call = wrapped(member).parent;
    if (call?.type !== 'CallExpression' || unwrap(call.callee) !== member) return false;
    const name = propertyName(member);
    if (name === 'then' || name === 'finally') {
      const [callback] = call.arguments;
      if (callback && this.continues(callback)) return true;
    }
    return name !== 'push' && this.promise(call);
  }

  /** A promise, or a list of them, as an argument. */
  private passed(call: TSESTree.CallExpression): boolean {
    const callee = unwrap(call.callee);
    const name = callee.type === 'MemberExpression' ? propertyName(callee) : callee.type === 'Identifier' ? callee.name : undefined;
    if (name === undefined || background.test(name)) return false;
    if (callee.type === 'MemberExpression' && (name === 'push' || name === 'unshift')) {
      return callee.object.type === 'Identifier' && this.variable(callee.object);
    }
    return settles.test(name) || !isAnswerCall(call) ? this.promise(call) : true;
  }

  /** Whether `root` waits for the end of `fn`, in which `at` was waited for. */
  private ends(fn: FunctionNode | undefined, at: TSESTree.Node): boolean {
    if (!fn || fn.generator) return false;
    if (fn === this.root) return true;
    if (this.seen.has(fn)) return false;
    this.seen.add(fn);
    const outer = wrapped(fn).parent;
    if (outer?.type === 'NewExpression') return isPromise(outer) && this.comesBack(outer);
    if (outer?.type === 'CallExpression') {
      if (unwrap(outer.callee) === fn) return this.comesBack(outer);
      // `then(() => send())`: the promise of the chain is that of the callback.
      return !isInBackground(outer) && !answeredBefore(at, this.root) && this.promise(outer);
    }
    return callersOf(this.source, fn).some(({ call }) => this.comesBack(call));
  }

  /** Whether a callback answers, resolves or calls back: whatever waits for that waits for the call. */
  private continues(callback: TSESTree.Node): boolean {
    if (callback.type === 'Identifier') return this.isContinuation(callback);
    if (!isFunction(callback)) return false;
    const scope = this.source.scopeManager?.acquire(callback);
    return (scope?.through ?? []).some(({ identifier }) => identifier.type === 'Identifier' && isCalled(identifier) && this.isContinuation(identifier));
  }

  private isContinuation(name: TSESTree.Identifier): boolean {
    if (!continuations.test(name.name)) return false;
    const definition = variableOf(this.source, name)?.defs[0];
    const fn = definition?.type === 'Parameter' ? (definition.node as TSESTree.Node) : undefined;
    if (!isFunction(fn)) return false;
    if (fn === this.root) return true;
    const made = fn.parent;
    if (made.type === 'NewExpression') return isPromise(made) && this.promise(made);
    // A helper that takes a callback: who hands it over waits if that callback goes on.
    const index = fn.params.findIndex((parameter) => parameter.type === 'Identifier' && parameter.name === name.name);
    return callersOf(this.source, fn).some(({ call }) => {
      const argument = call.arguments[index];
      return argument !== undefined && !this.seen.has(argument) && (this.seen.add(argument), this.continues(argument));
    });
  }
}

/** The functions, and names of what may be one, that a call and the calls it is chained to are given: `run(file).on('end', resolve).save(path)`. */
function callbacksOf(node: TSESTree.Node): TSESTree.Node[] {
  const found: TSESTree.Node[] = [];
  let at = unwrap(node);
  while (at.type === 'CallExpression') {
    const name = at.callee.type === 'MemberExpression' ? propertyName(at.callee) : undefined;
    if (name !== 'catch') found.push(...at.arguments.filter((argument) => isFunction(argument) || (argument.type === 'Identifier' && continuations.test(argument.name))));
    const callee = unwrap(at.callee);
    at = callee.type === 'MemberExpression' ? unwrap(callee.object) : callee;
  }
  return found;
}

/** A call whose functions are not callbacks of the end: a promise chain, a method of a list, a call that is made at once. */
function isThenable(node: TSESTree.Node): boolean {
  const call = unwrap(node);
  if (call.type !== 'CallExpression') return true;
  const callee = unwrap(call.callee);
  return isFunction(callee) || (callee.type === 'MemberExpression' && /^(?:then|catch|finally|map|flatMap|reduce)$/u.test(propertyName(callee) ?? ''));
}

function isMapped(node: TSESTree.Node): boolean {
  const call = unwrap(node);
  return call.type === 'CallExpression' && call.callee.type === 'MemberExpression' && /^(?:map|flatMap|filter)$/u.test(propertyName(call.callee) ?? '');
}

function isInBackground(call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  const name = callee.type === 'MemberExpression' ? propertyName(callee) : callee.type === 'Identifier' ? callee.name : undefined;
  return name === undefined || background.test(name);
}

function isPromise(node: TSESTree.NewExpression): boolean {
  return node.callee.type === 'Identifier' && node.callee.name === 'Promise';
}

/** `res.json(...)`, `res.status(200).json(...)`, `resolve()`. */
function isCalled(identifier: TSESTree.Identifier): boolean {
  let at: TSESTree.Node = identifier;
  while (at.parent?.type === 'MemberExpression' && at.parent.object === at) at = at.parent;
  return at.parent?.type === 'CallExpression' && at.parent.callee === at;
}

/** Whether something is awaited in a node itself, not in functions in it. */
export function awaits(source: SourceCode, node: TSESTree.Node): boolean {
  for (const at of walk(node, source.visitorKeys, isFunction)) if (at.type === 'AwaitExpression' || (at.type === 'ForOfStatement' && at.await)) return true;
  return false;
}
