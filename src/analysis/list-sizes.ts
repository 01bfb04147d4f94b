import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { constantValue, variableOf } from './calls.js';
import type { SourceCode } from './service.js';
import { contains, propertyName, unwrap } from './syntax.js';
import { valueOf } from './values.js';

/**
 * Does a list hold a handful of elements by its nature? Written out in the code, a list of configuration, cut off at a number, or already
 * one batch of a longer list. Nothing is said about lists that somebody else fills: from a request, a database, a parameter.
 * Heuristic: names of configuration, pages and batches say so.
 */

/** Up to so many elements a batch saves little. */
const handful = 20;

const configured = /(?:^|[._])(?:config|configs|configuration|settings|options|env|defaults|constants|argv)(?:$|[._(\[])/iu;
const cutOff = /^(?:slice|splice|take|takeRight|sampleSize)$/u;
const batched = /chunk|batch|page(?:s|d|\b)|bucket|window|partition|slice/iu;
const keeping = /^(?:filter|map|sort|toSorted|reverse|flat|flatMap|concat|entries|values|keys|uniq|uniqBy|compact|from|freeze|lean|orderBy|sortBy)$/u;

/** Things of which a program or an account has a few. */
const few = /(?:provider|locale|language|plugin|strateg(?:y|ie)|environment|region|platform|feature|flag|tier|plan|currenc(?:y|ie)|timezone|permission|membership|scope|setting|preference|option|column|field|table|dataSource|step|stage)s(?:Dtos?|List|Data)?$/iu;
/** Objects whose keys are the fields of what somebody sends. */
const sent = /(?:body|query|params|payload|data|input|values|fields|attributes|changes|updates?|patch|preferences|props)$/iu;

/** Whether `list` has a handful of elements, or is itself one of the pieces of a longer list. */
export function isHandful(source: SourceCode, list: TSESTree.Node, depth = 0): boolean {
  const at = unwrap(list);
  if (depth > 10) return false;
  const next = (node: TSESTree.Node | null | undefined) => node != null && isHandful(source, node, depth + 1);
  switch (at.type) {
    case 'ArrayExpression':
      return at.elements.every((element) => (element?.type === 'SpreadElement' ? next(element.argument) : true));
    case 'ObjectExpression':
      return at.properties.every((property) => property.type === 'Property');
    case 'AwaitExpression':
      return next(at.argument);
    case 'ConditionalExpression':
      return next(at.consequent) && next(at.alternate);
    case 'LogicalExpression':
      return next(at.left);
    case 'Literal':
      return true;
    case 'NewExpression':
      return next(at.arguments[0]);
    case 'MemberExpression':
      return isNamedSo(source.getText(at), propertyName(at));
    case 'Identifier':
      return isNamedSo(at.name, at.name) || isHandfulVariable(source, at, depth);
    case 'CallExpression':
      return isHandfulCall(source, at, depth);
    default:
      return false;
  }
}

/** Whether the elements are the names of things in a configuration: the body looks each of them up there and leaves out what it does not find. */
export function isOfConfiguration(source: SourceCode, body: TSESTree.Node, element: readonly TSESLint.Scope.Variable[]): boolean {
  if (body.type !== 'BlockStatement') return false;
  return body.body.some((statement, index) => {
    const [declared] = statement.type === 'VariableDeclaration' ? statement.declarations : [];
    const next = body.body[index + 1];
    const isLeftOut = next?.type === 'IfStatement' && /^(?:ContinueStatement|BlockStatement)$/u.test(next.consequent.type) && source.getText(next.consequent).replace(/[{};\s]/gu, '') === 'continue';
    const call = declared?.init ? unwrap(declared.init) : undefined;
    const callee = call?.type === 'CallExpression' ? unwrap(call.callee) : undefined;
    if (!isLeftOut || call?.type !== 'CallExpression' || callee?.type !== 'MemberExpression' || propertyName(callee) !== 'find') return false;
    // `(one) => one.id === id`: the element itself, not something that many elements may share.
    return isConfiguration(source.getText(callee.object)) && element.some(({ references }) => references.some(({ identifier }) => contains(call, identifier) && identifier.parent.type === 'BinaryExpression'));
  });
}

/** `config.queues`, `connectorConfig.fields`. */
function isConfiguration(text: string): boolean {
  return configured.test(text.replace(/[a-z](?=[A-Z])/gu, '$&_'));
}

function isNamedSo(text: string, name: string | undefined): boolean {
  return configured.test(text) || batched.test(name ?? '') || few.test(name ?? '') || /^[A-Z][A-Z\d_]+$/u.test(name ?? '');
}

function isHandfulVariable(source: SourceCode, name: TSESTree.Identifier, depth: number): boolean {
  const variable = variableOf(source, name);
  const definition = variable?.defs[0];
  if (!variable || !definition) return false;
  if (definition.type === 'ImportBinding' || (definition.node.type as string) === 'TSEnumDeclaration') return true;
  const value = constantValue(variable);
  if (!value || value.type === 'FunctionDeclaration' || value.type === 'ClassDeclaration') return false;
  if (value.type === 'ArrayExpression' || value.type === 'ObjectExpression' || value.type === 'NewExpression') {
    const isGrown = variable.references.some(({ identifier }) => {
      const member = identifier.parent as TSESTree.Node | undefined;
      if (member?.type !== 'MemberExpression' || member.object !== identifier) return false;
      return (member.computed && member.parent.type === 'AssignmentExpression') || /^(?:push|unshift|splice|add|set)$/u.test(propertyName(member) ?? '');
    });
    if (isGrown) return false;
  }
  return isHandful(source, value, depth + 1);
}

function isHandfulCall(source: SourceCode, call: TSESTree.CallExpression, depth: number): boolean {
  const callee = unwrap(call.callee);
  const name = callee.type === 'MemberExpression' ? propertyName(callee) : callee.type === 'Identifier' ? callee.name : undefined;
  if (name === undefined) return false;
  if (cutOff.test(name) || batched.test(name)) return true;
  // A text that somebody typed: `ids.split(',')`.
  if (name === 'split') return true;
  const [first] = call.arguments;
  const isStatic = callee.type !== 'MemberExpression' || (callee.object.type === 'Identifier' && /^(?:Object|Array|_|lodash)$/u.test(callee.object.name));
  if (isStatic) {
    if (!keeping.test(name) || !first) return false;
    const length = first.type === 'ObjectExpression' ? first.properties.find((property) => property.type === 'Property' && propertyName(property) === 'length') : undefined;
    if (length?.type === 'Property') {
      const value = valueOf(source, length.value);
      return value.known && typeof value.value === 'number' && value.value <= handful;
    }
    return (/^(?:keys|entries|values)$/u.test(name) && sent.test(source.getText(first))) || isHandful(source, first, depth + 1);
  }
  if (callee.type === 'MemberExpression' && keeping.test(name)) return isHandful(source, callee.object, depth + 1);
  return isLimited(source, call);
}

/** A query that asks for few rows: `take: 5`, `.limit(10)`. */
function isLimited(source: SourceCode, call: TSESTree.CallExpression): boolean {
  const limit = /\b(?:take|limit|LIMIT|first|top)\b\s*(?:[:(]\s*)?(\d+)\b/u.exec(source.getText(call))?.[1];
  return limit !== undefined && Number(limit) <= handful;
}
