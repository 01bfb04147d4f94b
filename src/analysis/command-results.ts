import type { TSESTree } from '@typescript-eslint/utils';
import { variableOf } from './calls.js';
import { useOf, usesOfPackages } from './facts.js';
import { isReceiptName, typeReturns, type Returned } from './result-types.js';
import type { SourceCode } from './service.js';
import { isFunction, propertyName, unwrap, walk, type FunctionNode } from './syntax.js';

/** What a command handler hands back that is more than a receipt. */
export interface CommandData {
  /** The type or expression, as written. */
  readonly text: string;
  readonly node: TSESTree.Node;
}

/**
 * The data that a function returns beyond a receipt (nothing, an id, a version, a flag, a token): by its return type, else by its
 * `return` statements: objects with other properties, records of an ORM, what a `find...` or `toDto` gives, instances made by a class.
 * Does not see: what functions of other files return; that is no data.
 */
export function dataReturnedBy(source: SourceCode, fn: FunctionNode): CommandData | undefined {
  const type = fn.returnType?.typeAnnotation;
  const said = type ? typeReturns(source, type) : 'unknown';
  if (type && said === 'data') return { text: source.getText(type), node: type };
  if (said === 'receipt') return undefined;
  // What ORMs give is known once their uses are.
  usesOfPackages(source, 'orm');
  for (const value of returnedValues(source, fn)) if (expressionReturns(source, value, 0) === 'data') return { text: source.getText(value), node: value };
  return undefined;
}

function returnedValues(source: SourceCode, fn: FunctionNode): TSESTree.Node[] {
  if (fn.body.type !== 'BlockStatement') return [fn.body];
  const nodes = walk(fn.body, source.visitorKeys, (node) => isFunction(node) || node.type === 'ClassBody');
  return [...nodes].flatMap((node) => (node.type === 'ReturnStatement' && node.argument ? [node.argument] : []));
}

/** Constructors of a success, and of a failure, in the Result types in use. */
const success = /^(?:ok|okay|success|succeed|right|some|just|of|asyncok)$/iu;
const failure = /^(?:err|error|fail|failure|left|none|asyncerr)$/iu;
const reads = /^(?:find|get|load|fetch|list|query|search)(?!.*(?<!By)(?:Id|Version|Token|Count|Key)s?$)/u;
const mapsToData = /^to(?:Dto|DTO|Json|JSON|Response|View|ViewModel|Primitives|Object|Snapshot|Model)$/u;
/** Methods of ORMs that give the record; others give counts. */
const givesRecord = /^(?:create|save|upsert|update|find\w*|get\w*)$/u;

function expressionReturns(source: SourceCode, node: TSESTree.Node, depth: number): Returned {
  const at = unwrap(node);
  if (depth > 6) return 'unknown';
  const inner = (next: TSESTree.Node) => expressionReturns(source, next, depth + 1);
  switch (at.type) {
    case 'AwaitExpression':
      return inner(at.argument);
    case 'ConditionalExpression':
      return [inner(at.consequent), inner(at.alternate)].includes('data') ? 'data' : 'unknown';
    case 'LogicalExpression':
      return [inner(at.left), inner(at.right)].includes('data') ? 'data' : 'unknown';
    case 'ObjectExpression':
      return at.properties.length > 0 && at.properties.some(isDataProperty) ? 'data' : 'unknown';
    case 'NewExpression':
      return /(?:Dto|DTO|View|ViewModel|ReadModel|Entity|Aggregate|Response)$/u.test(nameOf(at.callee)) && at.arguments.length > 0 && !isReceiptName(nameOf(at.callee)) ? 'data' : 'unknown';
    case 'Identifier':
      return ofName(source, at, depth);
    case 'CallExpression':
      return ofCall(source, at, depth);
    default:
      return 'unknown';
  }
}

function isDataProperty(property: TSESTree.ObjectLiteralElement): boolean {
  if (property.type !== 'Property') return false;
  const name = propertyName(property);
  const value = unwrap(property.value);
  if (name === undefined || isReceiptName(name) || value.type === 'Literal' || value.type === 'UnaryExpression' || value.type === 'BinaryExpression') return false;
  // `{ order: order.id }`
  return !(value.type === 'MemberExpression' && isReceiptName(propertyName(value) ?? ''));
}

/** A local that holds data under a name that does not call it an id. */
function ofName(source: SourceCode, name: TSESTree.Identifier, depth: number): Returned {
  const variable = variableOf(source, name);
  const definition = variable?.defs[0];
  if (!variable || variable.defs.length !== 1 || definition?.type !== 'Variable' || isReceiptName(name.name)) return 'unknown';
  const { init, id } = definition.node;
  if (!init || id.type !== 'Identifier') return 'unknown';
  if (id.typeAnnotation) return typeReturns(source, id.typeAnnotation.typeAnnotation);
  const made = unwrap(init);
  // An aggregate made here: `const order = Order.place(...)`, `new Order(...)`.
  if (made.type === 'NewExpression' && /^[A-Z]/u.test(nameOf(made.callee)) && new RegExp(`^${nameOf(made.callee)}$`, 'iu').test(name.name)) return 'data';
  if (made.type === 'CallExpression' && made.callee.type === 'MemberExpression' && made.callee.object.type === 'Identifier' && /^[A-Z]/u.test(made.callee.object.name)
    && /^(?:create|place|open|register|of|from|new|build|start)\w*$/u.test(propertyName(made.callee) ?? '') && new RegExp(`^(?:new)?${made.callee.object.name.replace(/(?:Entity|Aggregate|Model)$/u, '')}$`, 'iu').test(name.name)) return 'data';
  return expressionReturns(source, init, depth + 1);
}

function ofCall(source: SourceCode, call: TSESTree.CallExpression, depth: number): Returned {
  const name = nameOf(call.callee);
  const [first] = call.arguments;
  if (failure.test(name)) return 'receipt';
  if (success.test(name)) return first ? expressionReturns(source, first, depth + 1) : 'receipt';
  const use = useOf(source, call);
  if (use) return use.action.roles?.includes('orm') && givesRecord.test(name) && !use.action.roles.includes('raw-sql') ? 'data' : 'unknown';
  if (call.callee.type !== 'MemberExpression') return mapsToData.test(name) ? 'data' : 'unknown';
  if (mapsToData.test(name)) return 'data';
  // A repository of the class: `this.orders.findById(id)`.
  const owner = unwrap(call.callee.object);
  const isField = owner.type === 'MemberExpression' && owner.object.type === 'ThisExpression';
  return isField && reads.test(name) && /repo|store|reader|queries|dao/iu.test(propertyName(owner) ?? '') ? 'data' : 'unknown';
}

function nameOf(callee: TSESTree.Node): string {
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' ? (propertyName(callee) ?? '') : '';
}
