import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { resolveFunction, variableOf } from '../calls.js';
import { calleeName } from '../callee-names.js';
import type { SourceCode } from '../service.js';
import { contains, isFunction, propertyName, unwrap, wrapped } from '../syntax.js';
import { accessesOfThis } from '../this-members.js';
import { valueOf } from '../values.js';
import { isBoundingName } from './content-bounds.js';
import type { Holder } from './histories.js';
import type { AgentRequest } from './requests.js';

/**
 * Whether a list only ever grows, by what the file does with it.
 * Does not see: what other files do with it; so a list that is exported or handed to an unknown function counts as bounded.
 */

const reading = /^(?:map|flatMap|forEach|some|every|find|findIndex|findLast|findLastIndex|at|includes|indexOf|lastIndexOf|join|entries|keys|values|reduce|reduceRight|toString|concat|get|has|set|size|flat)$/u;
/** Functions that only look at what they are given. */
const looking = /^(?:console\.\w+|JSON\.stringify|Array\.isArray|Array\.from|Object\.(?:keys|values|entries)|structuredClone|expect)$/u;
const lookingNames = /^(?:log|debug|info|print|show|display|render|save|write|persist|store|dump|record|track|emit|send|convert|format|stringify|serialize|to[A-Z]|estimateCost)/u;
const resetting = /trim|clear|reset|clean|forget|drop|remove|delete|rotate|shrink|manage|maintain|reduce|archive|evict|expire/iu;

/** The places where a list gets longer; `undefined` if something may make it shorter or replace it. */
export function growthOf(source: SourceCode, holder: Holder, requests: readonly AgentRequest[]): readonly TSESTree.Node[] | undefined {
  const reader = new Reader(source, requests);
  if (holder.kind === 'field') reader.field(holder.owner, holder.name);
  else reader.variable(holder.variable, holder.kind === 'table');
  return reader.bounded ? undefined : reader.growth;
}

class Reader {
  bounded = false;
  readonly growth: TSESTree.Node[] = [];
  private readonly seen = new Set<TSESLint.Scope.Variable>();

  constructor(private readonly source: SourceCode, private readonly requests: readonly AgentRequest[]) {}

  variable(variable: TSESLint.Scope.Variable, isTable = false): void {
    if (this.seen.has(variable)) return;
    this.seen.add(variable);
    for (const reference of variable.references) {
      if (this.bounded) return;
      const node = reference.identifier as TSESTree.Node;
      if (node.parent?.type === 'ExportSpecifier') this.bounded = true;
      else if (reference.isWrite() && !reference.init) this.assigned(node, reference.writeExpr);
      else if (reference.isRead()) this.read(node, isTable);
    }
    const declaration = (variable.defs[0]?.node as TSESTree.Node | undefined)?.parent;
    if (declaration?.parent?.type === 'ExportNamedDeclaration') this.bounded = true;
  }

  field(owner: TSESTree.ClassBody, name: string): void {
    if (!/^[#\w$]+$/u.test(name)) {
      this.bounded = true;
      return;
    }
    // What code outside the class does with it: `agent.messages = []`.
    const outside = new RegExp(`(?<!\\bthis)\\.${name.replaceAll('$', '\\$')}\\s*(?:=[^=]|\\.(?:splice|shift|pop|slice)\\b|\\.length\\s*=)`, 'u');
    if (outside.test(this.source.text)) this.bounded = true;
    for (const access of accessesOfThis(this.source, owner)) {
      if (propertyName(access) !== name || this.bounded) continue;
      const { parent } = access;
      if (parent.type === 'AssignmentExpression' && parent.left === access) {
        if (!isInConstructor(access)) this.assigned(access, parent.right);
      } else this.read(access, false);
    }
  }

  /** `list = [...list, message]` and `list = list.concat(message)` make it longer; everything else replaces it. */
  private assigned(target: TSESTree.Node, value: TSESTree.Node | null | undefined): void {
    const { parent } = target;
    if (parent?.type === 'AssignmentExpression' && /^(?:\?\?|\|\|)=$/u.test(parent.operator)) return;
    const at = value && unwrap(value);
    const text = this.source.getText(target);
    const [first] = at?.type === 'ArrayExpression' ? at.elements : [];
    const appends = first?.type === 'SpreadElement' && this.source.getText(first.argument) === text && at?.type === 'ArrayExpression' && at.elements.length > 1;
    const concats = at?.type === 'CallExpression' && this.source.getText(at.callee) === `${text}.concat`;
    if ((appends || concats) && parent) this.growth.push(parent);
    else this.bounded = true;
  }

  private read(node: TSESTree.Node, isTable: boolean): void {
    const at = wrapped(node);
    const { parent } = at;
    switch (parent?.type) {
      case 'MemberExpression':
        return parent.object === at ? this.member(parent, isTable) : undefined;
      case 'SpreadElement':
      case 'ArrayExpression':
        // A new list that holds its messages; that one may be cut, which leaves this one as it is.
        return parent.parent.type === 'CallExpression' ? this.argument(parent.parent, parent) : undefined;
      case 'CallExpression':
      case 'NewExpression':
        return parent.callee === at ? undefined : this.argument(parent, at);
      case 'Property':
        return parent.value === at ? this.inObject(parent.parent) : undefined;
      case 'VariableDeclarator':
        return parent.init === at && parent.id.type === 'Identifier' ? this.alias(parent.id) : undefined;
      case 'AssignmentExpression':
        if (parent.right === at && parent.left.type === 'Identifier') this.alias(parent.left);
        // A table that is filled is looked at itself.
        else if (parent.right === at && !(parent.left.type === 'MemberExpression' && parent.left.computed)) this.bounded = true;
        return;
      case 'LogicalExpression':
      case 'ConditionalExpression':
      case 'AwaitExpression':
        return this.read(parent, isTable);
      default:
    }
  }

  private alias(id: TSESTree.Identifier): void {
    const variable = variableOf(this.source, id);
    if (variable) this.variable(variable);
  }

  private member(member: TSESTree.MemberExpression, isTable: boolean): void {
    const outer = wrapped(member);
    const { parent } = outer;
    const name = propertyName(member);
    if (isTable) return this.inTable(member, outer, name);
    if (name === undefined) return;
    if (parent?.type === 'CallExpression' && parent.callee === outer) {
      if (name === 'push' || name === 'unshift') this.growth.push(parent);
      else if (!reading.test(name)) this.bounded = true;
    } else if (name === 'length') this.bounded ||= this.isLimited(outer);
    else if (parent?.type !== 'ExpressionStatement') this.bounded = true;
  }

  /** `table.get(id)` and `table[id]` give a list; deleting one, or setting it to something else than itself, bounds it. */
  private inTable(member: TSESTree.MemberExpression, outer: TSESTree.Node, name: string | undefined): void {
    const { parent } = outer;
    if (name === undefined) {
      if (parent?.type === 'AssignmentExpression' && parent.left === outer) this.bounded ||= !isFresh(parent.right);
      else if (parent?.type === 'UnaryExpression') this.bounded = true;
      else this.read(member, false);
      return;
    }
    if (parent?.type !== 'CallExpression' || parent.callee !== outer) return;
    if (name === 'get') this.read(parent, false);
    else if (name === 'set') this.bounded ||= !isFresh(parent.arguments[1]);
    else if (name !== 'has') this.bounded = true;
  }

  /** `list.length > 20` in a condition, `list.length = 0`; a test for emptiness and a counting loop are none. */
  private isLimited(length: TSESTree.Node): boolean {
    const { parent } = length;
    if (parent?.type === 'AssignmentExpression') return parent.left === length;
    if (parent?.type !== 'BinaryExpression' || !/^[<>]=?$/u.test(parent.operator)) return false;
    if (parent.parent.type === 'ForStatement' && parent.parent.test === parent) return false;
    const other = parent.left === length ? parent.right : parent.left;
    const value = valueOf(this.source, other);
    return !value.known || typeof value.value !== 'number' || value.value > 2;
  }

  private inObject(object: TSESTree.Node): void {
    const outer = wrapped(object);
    if (outer.parent?.type === 'CallExpression' || outer.parent?.type === 'NewExpression') this.argument(outer.parent, outer);
    else if (outer.parent?.type === 'Property') this.inObject(outer.parent.parent);
  }

  private argument(call: TSESTree.CallExpression | TSESTree.NewExpression, argument: TSESTree.Node): void {
    if (this.requests.some((request) => request.node === call || contains(request.node, call))) return;
    const name = calleeName(this.source, call.callee);
    const last = name.split('.').at(-1) ?? '';
    if (isBoundingName(last) || resetting.test(last)) {
      this.bounded = true;
      return;
    }
    const target = call.type === 'CallExpression' ? resolveFunction(this.source, call.callee) : undefined;
    const parameter = target?.params[call.arguments.indexOf(argument as TSESTree.CallExpressionArgument)];
    if (parameter?.type === 'Identifier' && isFunction(target)) return this.alias(parameter);
    // A copy cannot be cut in place of the list.
    if (target || argument.type === 'SpreadElement' || argument.type === 'ArrayExpression' || looking.test(name) || lookingNames.test(last) || /^(?:set|push|unshift|concat|json)$/u.test(last)) return;
    this.bounded = true;
  }
}

/** The list itself, an empty one, or one that begins with instructions. */
function isFresh(node: TSESTree.Node | undefined): boolean {
  const at = node && unwrap(node);
  if (at?.type === 'LogicalExpression') return isFresh(at.left) && isFresh(at.right);
  if (at?.type === 'ArrayExpression') return at.elements.length <= 2 && at.elements.every((element) => element?.type === 'ObjectExpression');
  return at?.type === 'Identifier' || (at?.type === 'MemberExpression' && at.computed);
}

function isInConstructor(node: TSESTree.Node): boolean {
  for (let at = node.parent; at; at = at.parent) if (at.type === 'MethodDefinition') return at.kind === 'constructor';
  return false;
}
