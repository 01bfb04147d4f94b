import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { resolveFunction, variableOf } from './calls.js';
import { knownOf, useOf } from './facts.js';
import type { SourceCode } from './service.js';
import { enclosingFunction, propertyName, unwrap, wrapped, type FunctionNode } from './syntax.js';

/**
 * What becomes of a value made in a function: does it outlive the call?
 * Does not see: aliases through containers, what an unknown function does with an argument (that is `passed`).
 */
export interface Lifetime {
  /**
   * `stored`: in something that outlives the function. `returned`: given back, as itself or inside what is given back.
   * `passed`: handed to code that may keep it. `local`: only its own methods are called, so it ends with the call.
   */
  readonly fate: 'stored' | 'returned' | 'passed' | 'local';
  /** The variable that holds it. */
  readonly variable?: TSESLint.Scope.Variable;
  /** Methods called on it. */
  readonly calls: readonly MethodCall[];
}

export interface MethodCall {
  readonly name: string;
  readonly node: TSESTree.CallExpression;
}

type Fate = Lifetime['fate'];
const strength: Readonly<Record<Fate, number>> = { local: 0, passed: 1, returned: 2, stored: 3 };

/** Callbacks that run before the call that takes them is over, or at most once after it. */
const passing = /^(?:map|flatMap|forEach|filter|some|every|find|findIndex|reduce|sort|then|catch|finally|on|once|addListener|addEventListener)$/u;

/** Follows the value of `made` (a construction or call) through the function it stands in. */
export function lifetimeOf(source: SourceCode, made: TSESTree.Node): Lifetime {
  let home = enclosingFunction(made);
  // A function called where it stands is part of the one around it.
  while (home?.parent.type === 'CallExpression' && home.parent.callee === home) home = enclosingFunction(home);
  const isProduct = made.type === 'CallExpression' && resolveFunction(source, unwrap(made.callee)) !== undefined;
  const follower = new Follower(source, home, knownOf(source, made)?.entity, isProduct ? wrapped(made) : undefined);
  const fate = follower.value(made);
  return { fate, calls: follower.calls, ...(follower.variable ? { variable: follower.variable } : {}) };
}

class Follower {
  readonly calls: MethodCall[] = [];
  variable: TSESLint.Scope.Variable | undefined;
  private readonly seen = new Set<TSESLint.Scope.Variable>();

  constructor(
    private readonly source: SourceCode,
    private readonly home: FunctionNode | undefined,
    /** What the catalog knows the value as: a method that gives the same thing back continues it. */
    private readonly entity: object | undefined,
    /** The call, if a function of this file made the value. */
    private readonly product?: TSESTree.Node,
    /** Calls whose results were followed already: `client = client.child()` comes back to itself. */
    private readonly derivedCalls = new Set<TSESTree.Node>(),
  ) {}

  value(node: TSESTree.Node): Fate {
    const at = wrapped(node);
    const parent = at.parent;
    switch (parent?.type) {
      case 'AwaitExpression':
      case 'LogicalExpression':
      case 'ConditionalExpression':
      case 'ArrayExpression':
      case 'SpreadElement':
      case 'ObjectExpression':
      case 'SequenceExpression':
        return this.value(parent);
      case 'Property':
        return this.value(parent.parent);
      case 'VariableDeclarator':
        return parent.init === at ? this.bound(parent.id) : 'local';
      case 'AssignmentExpression':
        return parent.right === at ? stronger(this.assigned(parent.left), this.value(parent)) : 'local';
      case 'AssignmentPattern':
      case 'PropertyDefinition':
        return 'stored';
      case 'ReturnStatement':
      case 'YieldExpression':
        return this.returnedFrom(enclosingFunction(parent));
      case 'ArrowFunctionExpression':
        return parent.body === at ? this.returnedFrom(parent) : 'local';
      case 'MemberExpression':
        return parent.object === at ? this.member(parent) : 'local';
      case 'CallExpression':
      case 'NewExpression':
        return parent.callee === at ? 'local' : this.argument(parent);
      case 'ExportDefaultDeclaration':
        return 'stored';
      case 'ThrowStatement':
      case 'TemplateLiteral':
      case 'JSXExpressionContainer':
        return 'passed';
      default:
        return 'local';
    }
  }

  private returnedFrom(fn: FunctionNode | undefined): Fate {
    if (fn === this.home) return 'returned';
    // The value of an inner callback: what the call around it gives, e.g. `items.map(() => new Client())`.
    return fn && fn.parent.type === 'CallExpression' ? this.value(fn.parent) : 'returned';
  }

  /** What a declaration binds: the value, or parts that may hold it. */
  private bound(pattern: TSESTree.Node): Fate {
    if (pattern.type === 'Identifier') return this.held(pattern);
    if (pattern.type !== 'ObjectPattern') return 'local';
    let fate: Fate = 'local';
    for (const property of pattern.properties) fate = stronger(fate, this.bound(property.type === 'Property' ? property.value : property.argument));
    return fate;
  }

  private held(id: TSESTree.Identifier): Fate {
    const variable = variableOf(this.source, id);
    if (!variable || this.seen.has(variable)) return 'local';
    this.seen.add(variable);
    this.variable ??= variable;
    let fate: Fate = 'local';
    for (const reference of variable.references) {
      if (!reference.isRead()) continue;
      fate = stronger(fate, this.read(reference.identifier as TSESTree.Identifier));
    }
    return fate;
  }

  private read(node: TSESTree.Identifier): Fate {
    const inner = enclosingFunction(node);
    const fate = this.value(node);
    if (fate !== 'local' || inner === this.home) return fate;
    for (let fn = inner; fn && fn !== this.home; fn = enclosingFunction(fn)) {
      const captured = this.captured(fn);
      if (captured !== 'local') return captured;
    }
    return 'local';
  }

  /** An inner function that uses the value keeps it alive as long as the function lives. */
  private captured(fn: FunctionNode): Fate {
    const parent = fn.parent;
    if (parent.type === 'CallExpression' && parent.callee === fn) return 'local';
    if (parent.type === 'NewExpression') return 'local';
    if (parent.type === 'CallExpression') {
      const name = parent.callee.type === 'MemberExpression' ? propertyName(parent.callee) : undefined;
      return name !== undefined && passing.test(name) ? 'local' : 'passed';
    }
    if (fn.type === 'FunctionDeclaration') return fn.id ? this.functionHeld(fn.id) : 'local';
    if (parent.type === 'MethodDefinition') return 'returned';
    return this.value(fn);
  }

  private functionHeld(id: TSESTree.Identifier): Fate {
    const variable = variableOf(this.source, id);
    if (!variable || this.seen.has(variable)) return 'local';
    this.seen.add(variable);
    let fate: Fate = 'local';
    for (const reference of variable.references) fate = stronger(fate, this.value(reference.identifier));
    return fate;
  }

  private assigned(target: TSESTree.Node): Fate {
    if (target.type === 'Identifier') {
      const variable = variableOf(this.source, target);
      if (!variable || !this.isInside(variable)) return 'stored';
      return this.held(target);
    }
    if (target.type !== 'MemberExpression') return 'local';
    let root: TSESTree.Node = target;
    while (root.type === 'MemberExpression') root = root.object;
    if (root.type !== 'Identifier') return 'stored';
    const variable = variableOf(this.source, root);
    if (!variable || !this.isInside(variable)) return 'stored';
    return variable.defs.some((definition) => definition.type === 'Parameter') ? 'passed' : this.held(root);
  }

  private member(node: TSESTree.MemberExpression): Fate {
    const call = wrapped(node).parent;
    const name = propertyName(node);
    if (call?.type !== 'CallExpression' || call.callee !== wrapped(node) || name === undefined) return this.memberValue(node);
    // A promise of the value: what its chain gives may be the value still.
    if (/^(?:then|catch|finally)$/u.test(name)) return this.value(call);
    this.calls.push({ name, node: call });
    const result = knownOf(this.source, call);
    return result && result.entity === this.entity ? this.value(call) : this.derived(call);
  }

  /** What a method gives at once (a bucket of a storage, a collection) works on the client, and keeps it alive when it outlives the function. */
  private derived(call: TSESTree.CallExpression): Fate {
    const { parent } = wrapped(call);
    const action = useOf(this.source, call)?.action;
    // What is awaited is data, but for a part that works only as long as the client: a channel of a connection.
    if ((parent?.type === 'AwaitExpression' || action?.async) && !action?.resource) return 'local';
    // What nobody knows and is answered at once is data more often than a part of the client.
    if ((parent?.type === 'ReturnStatement' || parent?.type === 'ArrowFunctionExpression') && !knownOf(this.source, call)) return 'local';
    if (this.derivedCalls.has(call)) return 'local';
    this.derivedCalls.add(call);
    const fate = new Follower(this.source, this.home, undefined, undefined, this.derivedCalls).value(call);
    return fate === 'stored' || (fate === 'returned' && enclosingFunction(call) === this.home) ? fate : 'local';
  }

  /** A method or part read without being called: handing it on hands on the value it is bound to. */
  private memberValue(node: TSESTree.MemberExpression): Fate {
    const parent = wrapped(node).parent;
    if (parent?.type === 'CallExpression' && parent.callee !== node) return this.value(node);
    // `const result = await open(); if (result.ok) kept = result.client;`: what an own function made may be wrapped.
    if (this.product !== undefined && this.isProduct(node.object) && (parent?.type === 'AssignmentExpression' || parent?.type === 'VariableDeclarator')) return this.value(node);
    // `return open(address).fetch`: of what an own function made, the part that is given back may go on using the rest.
    const isGivenBack = parent?.type === 'ReturnStatement' || (parent?.type === 'ArrowFunctionExpression' && parent.body === wrapped(node));
    return isGivenBack && this.product !== undefined && wrapped(node.object) === this.product ? this.value(node) : 'local';
  }

  /** The product itself, awaited or in the variable that holds it. */
  private isProduct(node: TSESTree.Node): boolean {
    const at = unwrap(node);
    const value = at.type === 'AwaitExpression' ? unwrap(at.argument) : at;
    return wrapped(value) === this.product || (value.type === 'Identifier' && this.variable !== undefined && variableOf(this.source, value) === this.variable);
  }

  private argument(call: TSESTree.CallExpression | TSESTree.NewExpression): Fate {
    if (call.callee.type === 'MemberExpression') {
      let root: TSESTree.Node = call.callee.object;
      while (root.type === 'MemberExpression') root = root.object;
      const name = propertyName(call.callee);
      const keeps = name !== undefined && /^(?:set|push|add|unshift)$/u.test(name);
      if (keeps && root.type === 'ThisExpression') return 'stored';
      if (keeps && root.type === 'Identifier') {
        const variable = variableOf(this.source, root);
        if (variable && !this.isInside(variable)) return 'stored';
        if (variable) return stronger('local', this.held(root));
      }
    }
    const target = call.type === 'CallExpression' ? resolveFunction(this.source, call.callee) : undefined;
    const result = this.value(call);
    if (target && result === 'local') return 'local';
    return stronger('passed', result);
  }

  private isInside(variable: TSESLint.Scope.Variable): boolean {
    for (let at: TSESTree.Node | undefined = variable.scope.block; at; at = at.parent) if (at === this.home) return true;
    return false;
  }
}

function stronger(a: Fate, b: Fate): Fate {
  return strength[a] >= strength[b] ? a : b;
}
