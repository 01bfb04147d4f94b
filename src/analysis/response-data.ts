import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { isAnswerCall, isCarrier, isGivenResponse, rootName } from './answers.js';
import { boundBy } from './bindings.js';
import { callersOf, variableOf } from './calls.js';
import { isLogging } from './effects.js';
import type { SourceCode } from './service.js';
import { contains, enclosingFunction, isFunction, propertyName, unwrap, walk, wrapped, type FunctionNode } from './syntax.js';

/**
 * Is what a call brings about part of what a function answers (returns, or sends through a parameter)? Follows its result, the object
 * it is called on (`page.goto()` and then `page.content()`), and the files and streams it is told to write, through names, objects,
 * calls and callbacks. Errs on the side of "yes": whatever is computed together with the result counts as made of it.
 * A number of things, a flag, a status or an id of a message is not data: anybody may make those up before the work is done.
 */

/** Members that say how it went, not what came of it. */
const receipts = /^(?:length|size|byteLength|ok|success|messageId|id|sid|status|statusCode|accepted|rejected|count|error|errors)$/u;
/** Names of arguments that the work is written to. */
const outputs = /path|file|dest|out|stream|url|dir|buf|chunk|part|key|name/iu;
const comparisons = /^(?:[!=]==?|[<>]=?|in|instanceof)$/u;

/** How the data leaves the function: by its return value, or through a parameter or a place that outlives it. */
export type Way = 'returned' | 'sent';

/** Whether, and how, what `call` brings about is in the answer of `fn`, a function around it or one of the file that calls such a function. */
export function answersWith(source: SourceCode, call: TSESTree.Node, fn: FunctionNode): Way | undefined {
  return new Flow(source, fn).from(call);
}

class Flow {
  private way: Way | undefined;
  private readonly seen = new Set<TSESTree.Node | TSESLint.Scope.Variable>();

  constructor(private readonly source: SourceCode, private readonly fn: FunctionNode) {}

  from(call: TSESTree.Node): Way | undefined {
    const at = unwrap(call);
    if (at.type === 'CallExpression') {
      this.worksOn(at);
      const object = receiverOf(at);
      if (object) this.local(object);
    }
    this.value(call);
    return this.way;
  }

  /** What the call writes to, and the callbacks that get its result. */
  private worksOn(call: TSESTree.CallExpression): void {
    for (let at: TSESTree.Node = call; at.type === 'CallExpression'; at = unwrap(at.callee.type === 'MemberExpression' ? at.callee.object : at.callee)) {
      for (const argument of at.arguments) this.output(argument);
    }
  }

  private output(node: TSESTree.Node): void {
    const at = unwrap(node);
    if (isFunction(at)) return this.parameters(at);
    if (isCarrier(this.source, at, this.fn)) this.way = 'sent';
    if (at.type === 'Identifier' && outputs.test(at.name)) this.local(at);
    if (at.type === 'MemberExpression' || at.type === 'CallExpression') {
      const root = rootOf(at);
      if (root && outputs.test(root.name)) this.local(root);
      if (at.type === 'CallExpression') for (const argument of at.arguments) this.output(argument);
    }
    if (at.type === 'ObjectExpression') for (const property of at.properties) if (property.type === 'Property') this.output(property.value);
  }

  /** A variable of a function; parameters and what is shared by the module are not made by the call. */
  private local(node: TSESTree.Identifier): boolean {
    const variable = variableOf(this.source, node);
    const definition = variable?.defs[0];
    if (!variable || definition?.type !== 'Variable' || !enclosingFunction(definition.name)) return false;
    this.variable(variable);
    return true;
  }

  private variable(variable: TSESLint.Scope.Variable): void {
    if (this.seen.has(variable)) return;
    this.seen.add(variable);
    for (const { identifier } of variable.references) this.value(identifier);
  }

  private bound(pattern: TSESTree.Node): void {
    for (const variable of boundBy(this.source, pattern)) this.variable(variable);
  }

  private parameters(fn: FunctionNode): void {
    for (const parameter of fn.params) if (!(parameter.type === 'Identifier' && /^_|^e(?:rr(?:or)?)?$/u.test(parameter.name))) this.bound(parameter);
  }

  /** Follows a value from an expression to what is made of it. */
  private value(node: TSESTree.Node): void {
    const at = wrapped(node);
    const { parent } = at;
    if (!parent || this.seen.has(at)) return;
    this.seen.add(at);
    switch (parent.type) {
      case 'AwaitExpression':
      case 'ArrayExpression':
      case 'ObjectExpression':
      case 'SpreadElement':
      case 'TemplateLiteral':
      case 'LogicalExpression':
        return this.value(parent);
      case 'Property':
        return parent.value === at && parent.parent.type === 'ObjectExpression' ? this.value(parent.parent) : undefined;
      case 'ConditionalExpression':
        return parent.test === at ? undefined : this.value(parent);
      case 'BinaryExpression':
        return comparisons.test(parent.operator) ? undefined : this.value(parent);
      case 'SequenceExpression':
        return parent.expressions.at(-1) === at ? this.value(parent) : undefined;
      case 'MemberExpression':
        return parent.object === at ? this.member(parent) : this.value(parent);
      case 'CallExpression':
      case 'NewExpression':
        return parent.callee === at ? undefined : this.argument(parent);
      case 'VariableDeclarator':
        return parent.init === at ? this.bound(parent.id) : undefined;
      case 'AssignmentExpression':
        return parent.right === at ? this.assigned(parent.left) : undefined;
      case 'ForOfStatement':
        return parent.right !== at ? undefined : this.bound(parent.left.type === 'VariableDeclaration' ? parent.left.declarations[0]?.id ?? parent.left : parent.left);
      case 'YieldExpression':
        this.way ??= 'returned';
        return;
      case 'ReturnStatement':
        return this.returned(enclosingFunction(parent));
      case 'ArrowFunctionExpression':
        return parent.body === at ? this.returned(parent) : undefined;
      default:
    }
  }

  private member(member: TSESTree.MemberExpression): void {
    const call = wrapped(member).parent;
    if (call?.type === 'CallExpression' && unwrap(call.callee) === member) {
      this.worksOn(call);
      return this.value(call);
    }
    if (!receipts.test(propertyName(member) ?? '')) this.value(member);
  }

  /** The value is an argument: what the call gives is made of it, and what it is called on holds it. */
  private argument(call: TSESTree.CallExpression | TSESTree.NewExpression): void {
    if (call.type === 'CallExpression') {
      if (isAnswerCall(call) || isGivenResponse(this.source, call, this.fn)) {
        this.way = 'sent';
        return;
      }
      if (isLogging(call)) return;
      const callee = unwrap(call.callee);
      if (callee.type === 'MemberExpression') {
        const root = rootOf(callee);
        if (root && isCarrier(this.source, root, this.fn)) this.way = 'sent';
        else if (root) this.local(root);
      }
      if (callee.type === 'Identifier') {
        if (this.isSender(callee)) this.way = 'sent';
        this.resolved(callee);
      }
    }
    this.value(call);
  }

  /** `const send = openStream(res)`, `const send = (event) => res.write(event)`: what it is given goes into the answer. */
  private isSender(callee: TSESTree.Identifier): boolean {
    const definition = variableOf(this.source, callee)?.defs[0];
    if (!definition || !contains(this.fn, definition.name)) return false;
    const declaration = definition.node as TSESTree.Node;
    const made = declaration.type === 'VariableDeclarator' && declaration.init ? unwrap(declaration.init) : declaration;
    if (made.type === 'CallExpression') return made.arguments.some((argument) => isCarrier(this.source, argument, this.fn));
    if (!isFunction(made)) return false;
    for (const node of walk(made.body, this.source.visitorKeys)) if (node.type === 'CallExpression' && isAnswerCall(node)) return true;
    return false;
  }

  /** `resolve(value)` in `new Promise((resolve) => ...)`. */
  private resolved(callee: TSESTree.Identifier): void {
    const definition = variableOf(this.source, callee)?.defs[0];
    const executor = definition?.type === 'Parameter' ? (definition.node as TSESTree.Node) : undefined;
    if (isFunction(executor) && executor.parent.type === 'NewExpression') this.value(executor.parent);
  }

  /** `x = value`, `holder.x = value`; a field of `this`, of a parameter or of the module outlives the function. */
  private assigned(target: TSESTree.Node): void {
    if (target.type !== 'MemberExpression') return this.bound(target);
    const root = rootOf(target);
    if (!root || !this.local(root)) this.way = 'sent';
  }

  private returned(fn: FunctionNode | undefined): void {
    if (!fn) return;
    if (fn === this.fn) {
      this.way ??= 'returned';
      return;
    }
    const outer = wrapped(fn).parent;
    if (outer?.type === 'CallExpression') return this.value(outer);
    for (const { call } of callersOf(this.source, fn)) this.value(call);
  }
}

function rootOf(node: TSESTree.Node): TSESTree.Identifier | undefined {
  let at = unwrap(node);
  while (at.type === 'MemberExpression' || at.type === 'CallExpression') at = unwrap(at.type === 'MemberExpression' ? at.object : at.callee);
  return at.type === 'Identifier' && rootName(at) !== undefined ? at : undefined;
}

/** The name whose object a method call works on: `page` of `page.pdf()`. */
function receiverOf(call: TSESTree.CallExpression): TSESTree.Identifier | undefined {
  const callee = unwrap(call.callee);
  return callee.type === 'MemberExpression' ? rootOf(callee.object) : undefined;
}
