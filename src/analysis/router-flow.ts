import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { servesApplication } from '../catalog/known-names.js';
import type { Library } from '../catalog/schema.js';
import { callersOf, constantValue, resolveFunction, variableOf } from './calls.js';
import { knownOf, useOf, type Known } from './facts.js';
import { argumentAt } from './arguments.js';
import { locate } from './load.js';
import { emptyPath, joinPaths, pathsAt, type RoutePath } from './route-paths.js';
import type { Leaving, Mount, Router } from './router.js';
import type { SourceCode } from './service.js';
import { enclosingFunction, isFunction, propertyName, type FunctionNode } from './syntax.js';
import { accessesOfThis, classAround } from './this-members.js';

/** Members that only what answers requests itself has: reading one means that the file serves the application. */
const serving = /^(?:callback|fetch|fire|handler|listen|ready|server|start|toWebHandler)$/u;

/**
 * Follows one router through its file: which calls are made on it, where it is mounted, and whether it leaves the file.
 * Understands names, aliases, fields of `this`, chains, arguments of the file's own functions and what those return.
 * Does not see: containers (they count as leaving), computed members.
 */
export class RouterFlow implements Router {
  served = false;
  readonly leaves = new Set<Leaving>();
  readonly calls = new Map<TSESTree.CallExpression, readonly RoutePath[]>();
  readonly mounts: Mount[] = [];
  readonly handedTo: { call: TSESTree.CallExpression; index: number }[] = [];
  readonly returnedBy: FunctionNode[] = [];
  prefix: readonly RoutePath[] = [emptyPath];
  /** Calls that take it as an argument of a method; mounts, if that method is a router's. */
  readonly passedTo: TSESTree.CallExpression[] = [];
  private readonly seen = new Set<TSESTree.Node>();
  private readonly variables = new Set<TSESLint.Scope.Variable>();

  constructor(
    private readonly source: SourceCode,
    readonly node: TSESTree.Node,
    readonly origin: Router['origin'],
    readonly library: Library,
    readonly application: boolean,
    readonly fn?: FunctionNode,
  ) {}

  has(node: TSESTree.Node): boolean {
    return this.seen.has(node);
  }

  /** Follows every reading of a variable. */
  variable(variable: TSESLint.Scope.Variable, before: readonly RoutePath[] = [emptyPath]): void {
    if (this.variables.has(variable)) return;
    this.variables.add(variable);
    const [definition] = variable.defs;
    if ((definition?.parent as TSESTree.Node | null | undefined)?.parent?.type === 'ExportNamedDeclaration') this.leaves.add('export');
    if (definition?.name.parent?.type === 'TSParameterProperty') this.field(classAround(definition.name.parent), variable.name, before);
    for (const reference of variable.references) if (reference.isRead()) this.visit(reference.identifier, before);
  }

  /** Follows an expression that is the router, with `before` as the path that its routes get first. */
  visit(node: TSESTree.Node, before: readonly RoutePath[]): void {
    if (this.seen.has(node)) return;
    this.seen.add(node);
    const { parent } = node;
    switch (parent?.type) {
      case 'AwaitExpression':
      case 'ChainExpression':
      case 'ConditionalExpression':
      case 'LogicalExpression':
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
        return this.visit(parent, before);
      case 'VariableDeclarator':
        return this.bound(parent.id, before);
      case 'AssignmentExpression':
        if (parent.right !== node) return;
        this.bound(parent.left, before);
        return this.visit(parent, before);
      case 'PropertyDefinition':
        return this.field(parent.parent, propertyName(parent), before);
      case 'MemberExpression':
        return parent.object === node ? this.member(parent, before) : undefined;
      case 'CallExpression':
      case 'NewExpression':
        return this.passed(parent, node, before);
      case 'ReturnStatement':
        return this.returned(enclosingFunction(parent), before);
      case 'ArrowFunctionExpression':
        return parent.body === node ? this.returned(parent, before) : undefined;
      case 'ArrayExpression':
        if (parent.parent.type === 'CallExpression') this.passedTo.push(parent.parent);
        else this.leaves.add('value');
        return;
      case 'ExportDefaultDeclaration':
      case 'ExportSpecifier':
      case 'TSExportAssignment':
        this.leaves.add('export');
        return;
      case 'Property':
      case 'SpreadElement':
        this.leaves.add('value');
        return;
      default:
    }
  }

  private bound(target: TSESTree.Node, before: readonly RoutePath[]): void {
    if (target.type === 'Identifier') {
      const variable = variableOf(this.source, target);
      if (variable) this.variable(variable, before);
    } else if (target.type === 'MemberExpression' && target.object.type === 'ThisExpression') {
      this.field(classAround(target), propertyName(target), before);
    } else {
      this.leaves.add('export');
    }
  }

  private field(owner: TSESTree.ClassBody | undefined, name: string | undefined, before: readonly RoutePath[]): void {
    if (name?.startsWith('#') !== true) this.leaves.add('field');
    if (!owner || name === undefined) return;
    for (const access of accessesOfThis(this.source, owner)) {
      const isTarget = access.parent.type === 'AssignmentExpression' && access.parent.left === access;
      if (propertyName(access) === name && !isTarget) this.visit(access, before);
    }
  }

  private member(node: TSESTree.MemberExpression, before: readonly RoutePath[]): void {
    const name = propertyName(node) ?? '';
    if (serving.test(name)) this.served = true;
    const call = node.parent;
    if (call.type !== 'CallExpression' || call.callee !== node) return;
    this.calls.set(call, before);
    const action = useOf(this.source, call)?.action;
    const isMount = action?.roles?.some((role) => role === 'route' || role === 'route-mount') ?? false;
    const at = (path: string | undefined) => {
      const place = path === undefined ? 'absent' : argumentAt(this.source, call.arguments, path);
      return place === 'absent' ? [emptyPath] : place === 'unknown' ? [{ text: '…', complete: false }] : pathsAt(this.source, place.found);
    };
    if (!isMount) this.prefix = joinPaths(this.prefix, at(action?.args?.['prefix']));
    const result = knownOf(this.source, call);
    if (result && isRouterType(result)) this.visit(call, isMount ? before : joinPaths(before, at(action?.args?.['path'])));
  }

  private passed(call: TSESTree.CallExpression | TSESTree.NewExpression, node: TSESTree.Node, before: readonly RoutePath[]): void {
    const index = call.arguments.indexOf(node as TSESTree.CallExpressionArgument);
    if (index === -1) return;
    const target = resolveFunction(this.source, call.callee);
    const use = useOf(this.source, call);
    if (call.type === 'CallExpression' && call.callee.type === 'MemberExpression') this.passedTo.push(call);
    if (target) {
      const parameter = target.params[index];
      if (parameter) this.bound(parameter.type === 'AssignmentPattern' ? parameter.left : parameter, before);
    } else if (use?.action.roles?.includes('listen') || (use && isServerOf(use.known)) || servesApplication.test(nameOf(call.callee))) {
      this.served = true;
    } else if (call.type === 'CallExpression' && !fromPackage(this.source, call.callee)) {
      if (!use) this.handedTo.push({ call, index });
    }
  }

  private returned(fn: FunctionNode | undefined, before: readonly RoutePath[]): void {
    // What a group's or plugin's own callback returns goes back to the framework.
    if (!fn || fn === this.fn) return;
    this.returnedBy.push(fn);
    const callers = callersOf(this.source, fn);
    for (const { call } of callers) this.visit(call, before);
    if (callers.length === 0 || isExported(fn)) this.leaves.add('return');
  }
}

/** Whether a known value has methods that register routes or mount routers. */
export function isRouterType(known: Known): boolean {
  if (!known.library.roles?.includes('web-framework') || !Object.values(known.library.types ?? {}).includes(known.entity)) return false;
  return Object.values(known.entity.members ?? {}).some(({ call }) => call?.roles?.includes('route-mount') || (call?.roles?.includes('route') && call.registers?.kind === 'http'));
}

/** A function that serves what it is given: it registers a handler for all requests, without a path. */
function isServerOf(known: Known): boolean {
  const registers = known.entity.call?.registers;
  return registers?.kind === 'http' && registers.path === undefined && !known.library.roles?.includes('web-framework');
}

function nameOf(callee: TSESTree.Node): string {
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' ? (propertyName(callee) ?? '') : '';
}

function isExported(fn: FunctionNode): boolean {
  const declared = fn.parent.type === 'VariableDeclarator' ? fn.parent.parent.parent : fn.parent;
  return declared.type === 'ExportNamedDeclaration' || declared.type === 'ExportDefaultDeclaration';
}

/** Whether what is called comes from a package: such functions add to an application, they do not mount it elsewhere. */
export function fromPackage(source: SourceCode, callee: TSESTree.Node): boolean {
  const specifier = specifierOf(source, callee);
  return specifier !== undefined && !/^[.#~]|^@\//u.test(specifier) && locate(source, specifier) === undefined;
}

/** The import source that a name, member or call of an imported thing comes from. */
export function specifierOf(source: SourceCode, node: TSESTree.Node): string | undefined {
  let at = node;
  for (let steps = 0; steps < 20; steps += 1) {
    if (at.type === 'MemberExpression') at = at.object;
    else if (at.type === 'AwaitExpression') at = at.argument;
    else if (at.type === 'ImportExpression') return at.source.type === 'Literal' && typeof at.source.value === 'string' ? at.source.value : undefined;
    else if (at.type === 'CallExpression' || at.type === 'NewExpression') {
      const [first] = at.arguments;
      if (at.callee.type === 'Identifier' && at.callee.name === 'require') return first?.type === 'Literal' && typeof first.value === 'string' ? first.value : undefined;
      at = at.callee;
    } else if (at.type === 'Identifier') {
      const variable = variableOf(source, at);
      const definition = variable?.defs[0];
      const declaration = definition?.parent as TSESTree.Node | null | undefined;
      if (definition?.type === 'ImportBinding') return declaration?.type === 'ImportDeclaration' ? declaration.source.value : undefined;
      const value = variable && (constantValue(variable) ?? destructuredFrom(definition?.node));
      if (!value || isFunction(value)) return undefined;
      at = value;
    } else return undefined;
  }
  return undefined;
}

function destructuredFrom(node: TSESTree.Node | undefined): TSESTree.Node | undefined {
  return node?.type === 'VariableDeclarator' && node.id.type === 'ObjectPattern' ? (node.init ?? undefined) : undefined;
}
