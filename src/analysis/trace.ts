import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Catalog } from '../catalog/catalog.js';
import type { Action } from '../catalog/schema.js';
import { argument } from './arguments.js';
import { classVariables, constantValue, variableOf } from './calls.js';
import { handedOver } from './handed-over.js';
import { heldBy, instanceOf, memberOf, resultOf, type Known } from './known.js';
import type { SourceCode } from './service.js';
import { isHeldStandIn, isStandIn } from './stand-ins.js';
import { callbackParameter, enclosingFunction, isFunction, propertyName, type FunctionNode } from './syntax.js';
import { accessesOfThis, classAround, ownsMember } from './this-members.js';
import { isTypePosition, typedPlaces } from './type-annotations.js';
import type { Use } from './use.js';

/**
 * Follows known values forward through one file: from where they enter (an import) to every expression that they reach
 * through names, fields of `this`, destructuring, aliases, casts, `await`, returns of the file's own functions and arguments to them.
 *
 * Costs as much as the values have uses: code that no import leads to is never looked at.
 * Does not see: containers other than object literals, computed names, values passed through unknown functions, fields of other objects.
 * The first value that reaches a variable or field stays.
 */
export class Trace {
  readonly known = new Map<TSESTree.Node, Known>();
  readonly variables = new Map<TSESLint.Scope.Variable, Known>();
  readonly uses: Use[] = [];
  private readonly fields = new Map<TSESTree.ClassBody, Map<string, Known>>();
  private readonly objects = new Map<TSESTree.ObjectExpression, Map<string, Known>>();

  constructor(
    private readonly source: SourceCode,
    private readonly catalog: Catalog,
    /** Says whether a fact holds for the version of the package in use. */
    private readonly holds: (known: Known, action: Action) => boolean,
  ) {}

  /** Lets `known` flow from a variable into everything that reads it. */
  variable(variable: TSESLint.Scope.Variable, known: Known): void {
    if (this.variables.has(variable)) return;
    this.variables.set(variable, known);
    for (const reference of variable.references) {
      const node = reference.identifier as TSESTree.Node;
      if (isTypePosition(node)) this.annotation(node, known);
      else if (reference.isRead()) this.expression(node, known);
    }
  }

  /** Lets `known` flow from an expression on. */
  expression(node: TSESTree.Node, known: Known): void {
    if (this.known.has(node) && !known.member) return;
    this.known.set(node, known);
    const parent = node.parent;
    if (!parent) return;
    switch (parent.type) {
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
      case 'TSInstantiationExpression':
      case 'ChainExpression':
        return this.expression(parent, known);
      case 'LogicalExpression':
        return isStandIn(this.source, known, [parent.left, parent.right]) ? undefined : this.expression(parent, known);
      case 'ConditionalExpression':
        return parent.test === node || isStandIn(this.source, known, [parent.consequent, parent.alternate]) ? undefined : this.expression(parent, known);
      case 'SequenceExpression':
        return parent.expressions.at(-1) === node ? this.expression(parent, known) : undefined;
      case 'AwaitExpression':
        return this.expression(parent, known.promise ? { ...known, promise: false } : known);
      case 'MemberExpression':
        return parent.object === node ? this.memberRead(parent, known) : undefined;
      case 'CallExpression':
        return parent.callee === node ? this.called(parent, known) : this.passed(parent, node, known);
      case 'NewExpression':
        return parent.callee === node ? this.use('new', parent, known, known.entity.new, parent.arguments) : undefined;
      case 'TaggedTemplateExpression':
        return parent.tag === node ? this.use('call', parent, known, known.entity.call, []) : undefined;
      case 'Decorator':
        return this.use('decorate', parent, known, known.entity.decorate, []);
      case 'AssignmentExpression':
        if (parent.right !== node) return;
        this.pattern(parent.left, known);
        return this.expression(parent, known);
      case 'VariableDeclarator':
        return parent.init === node ? this.pattern(parent.id, known) : undefined;
      case 'AssignmentPattern':
        return parent.right === node ? this.pattern(parent.left, known) : undefined;
      case 'PropertyDefinition':
        if (parent.value === node) this.field(parent.parent, propertyName(parent), known);
        return;
      case 'Property':
        if (parent.value === node && parent.parent.type === 'ObjectExpression') this.objectMember(parent.parent, propertyName(parent), known);
        return;
      case 'ReturnStatement':
        return this.returns(enclosingFunction(parent), known);
      case 'ArrowFunctionExpression':
        return parent.body === node ? this.returns(parent, known) : undefined;
      case 'ClassDeclaration':
      case 'ClassExpression':
        return parent.superClass === node ? this.extended(parent, known) : undefined;
      default:
    }
  }

  /** Lets `known` flow into what a pattern binds. */
  pattern(pattern: TSESTree.Node, known: Known): void {
    switch (pattern.type) {
      case 'Identifier': {
        const variable = variableOf(this.source, pattern);
        return variable && !isHeldStandIn(this.source, known, variable) ? this.variable(variable, known) : undefined;
      }
      case 'AssignmentPattern':
        return this.pattern(pattern.left, known);
      case 'ObjectPattern':
        for (const property of pattern.properties) {
          if (property.type !== 'Property') continue;
          const name = propertyName(property);
          const member = name === undefined || known.promise ? undefined : memberOf(this.catalog, known, name);
          if (member) this.pattern(property.value, member);
        }
        return;
      case 'MemberExpression':
        if (pattern.object.type === 'ThisExpression') this.field(classAround(pattern), propertyName(pattern), known);
        return;
      case 'TSParameterProperty': {
        const inner = pattern.parameter.type === 'AssignmentPattern' ? pattern.parameter.left : pattern.parameter;
        if (inner.type === 'Identifier') this.field(classAround(pattern), inner.name, known);
        return this.pattern(inner, known);
      }
      default:
    }
  }

  private memberRead(node: TSESTree.MemberExpression, known: Known): void {
    const name = propertyName(node);
    if (name === undefined) return;
    if (known.promise) {
      const given = name === 'then' ? callbackParameter(node) : undefined;
      return given && this.pattern(given, { ...known, promise: false });
    }
    const member = memberOf(this.catalog, known, name);
    if (member) this.expression(node, member);
  }

  private called(node: TSESTree.CallExpression, known: Known): void {
    if (node.parent.type === 'Decorator') return this.use('decorate', node.parent, known, known.entity.decorate, node.arguments);
    if (known.result) return this.expression(node, known.result);
    this.use('call', node, known, known.entity.call, node.arguments);
  }

  private use(kind: Use['kind'], node: Use['node'], known: Known, action: Action | undefined, args: Use['args']): void {
    if (!action || !this.holds(known, action)) return;
    const use: Use = { kind, node, known, action, args };
    this.uses.push(use);
    this.passes(known, action, (path) => argument(this.source, args, path));
    const result = kind === 'decorate' ? undefined : resultOf(this.catalog, known, action);
    if (result) this.expression(node, { ...result, origin: { source: this.source, use } });
  }

  /** The functions that a library calls get what its facts say it passes them. */
  private passes(known: Known, action: Action, at: (path: string) => TSESTree.Node | undefined): void {
    for (const { parameter, value } of handedOver(this.source, this.catalog, known, action, at)) this.pattern(parameter, value);
  }

  /** An argument of a call of the file's own function flows into its parameter. */
  private passed(call: TSESTree.CallExpression, argument: TSESTree.Node, known: Known): void {
    if (call.callee.type !== 'Identifier') return;
    const variable = variableOf(this.source, call.callee);
    const target = variable && constantValue(variable);
    const parameter = isFunction(target) ? target.params[call.arguments.indexOf(argument as TSESTree.CallExpressionArgument)] : undefined;
    if (parameter) this.pattern(parameter, known);
  }

  /** `fn` returns `known`, so every call of it gives `known`. */
  private returns(fn: FunctionNode | undefined, known: Known): void {
    if (!fn || fn.generator) return;
    const result = fn.async ? { ...known, promise: true } : known;
    const self: Known = { library: known.library, entity: {}, path: known.path, promise: false, result };
    const parent = fn.parent;
    if (fn.type === 'FunctionDeclaration') {
      const variable = fn.id ? variableOf(this.source, fn.id) : undefined;
      if (variable) this.variable(variable, self);
      else this.known.set(fn, self);
    } else if (parent.type === 'MethodDefinition') {
      const isGetter = parent.kind === 'get';
      if (isGetter || parent.kind === 'method') this.field(parent.parent, propertyName(parent), isGetter ? result : self);
    } else if (parent.type === 'CallExpression' && parent.callee === fn) {
      this.expression(parent, result);
    } else {
      this.expression(fn, self);
    }
  }

  /** A class that extends a known one is known the same way; `this` has the members of its instances. */
  private extended(node: TSESTree.ClassDeclaration | TSESTree.ClassExpression, known: Known): void {
    const instance = instanceOf(this.catalog, known);
    if (instance) {
      for (const access of accessesOfThis(this.source, node.body)) {
        const name = propertyName(access);
        const member = name === undefined || ownsMember(node.body, name) ? undefined : memberOf(this.catalog, instance, name);
        if (member) this.expression(access, member);
      }
    }
    const names = classVariables(this.source, node);
    if (names.length === 0) return this.expression(node, known);
    for (const variable of names) this.variable(variable, known);
  }

  private field(owner: TSESTree.ClassBody | undefined, name: string | undefined, known: Known): void {
    if (!owner || name === undefined) return;
    let fields = this.fields.get(owner);
    if (!fields) this.fields.set(owner, (fields = new Map<string, Known>()));
    if (fields.has(name)) return;
    fields.set(name, known);
    for (const access of accessesOfThis(this.source, owner)) if (propertyName(access) === name) this.expression(access, known);
  }

  private objectMember(owner: TSESTree.ObjectExpression, name: string | undefined, known: Known): void {
    if (name === undefined) return;
    let members = this.objects.get(owner);
    if (members?.has(name)) return;
    if (!members) this.objects.set(owner, (members = new Map<string, Known>()));
    members.set(name, known);
    // Flows again for each further member, as a new value, so that reads of it are found.
    const table = new Map(members);
    const { parent } = owner;
    const holder = parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? variableOf(this.source, parent.id) : undefined;
    if (holder) this.variables.delete(holder);
    this.expression(owner, { library: known.library, entity: {}, path: known.path, promise: false, member: (key) => table.get(key) });
  }

  /** `typeNode` names a known type: whatever is annotated with it holds an instance. */
  private annotation(typeName: TSESTree.Node, known: Known): void {
    for (const place of typedPlaces(typeName)) {
      const at = place.member === undefined ? known : memberOf(this.catalog, known, place.member);
      const held = at && heldBy(this.catalog, place.of, at);
      if (!held) continue;
      const value = place.promise ? { ...held, promise: true } : held;
      if (place.kind === 'pattern') {
        this.pattern(place.node, value);
        const declarator = place.node.parent;
        const initial = declarator?.type === 'VariableDeclarator' ? declarator.init : undefined;
        if (value.entity.annotate && initial) this.passes(value, value.entity.annotate, (path) => (path === 'typed' ? initial : undefined));
      }
      if (place.kind === 'field') this.field(place.node.parent, propertyName(place.node), value);
      if (place.kind === 'returns') this.returns(place.node, { ...value, promise: false });
    }
  }
}
