import type { TSESTree } from '@typescript-eslint/utils';
import { callersOf, constantValue, resolveFunction, variableOf } from '../calls.js';
import { calleeName } from '../callee-names.js';
import { exportsOf } from '../exports.js';
import { handlerOf } from '../handlers.js';
import { nodesOf } from '../nodes.js';
import { isProgramBody } from '../program-body.js';
import type { SourceCode } from '../service.js';
import { contains, isFunction, propertyName, unwrap, walk, type FunctionNode } from '../syntax.js';

/**
 * Whether code runs once more for each turn of a conversation, as often as a person or caller likes: a loop that asks a person, a
 * listener, a handler, a function that is exported, returned, or called from such a place.
 * Does not see: who calls a method of a class or an exported function; they count as called often.
 */

/** Calls that wait for what a person types or says next. */
const asksPerson = /question|prompt(?!Template|Tokens)|userInput|^(?:ask|input|text|readline)$|ask[A-Z]\w*|read_?line|getInput|nextLine|nextMessage|waitForInput/u;
const listens = /^(?:on|addListener|addEventListener|subscribe|question|prompt|onMessage|setInterval|use|get|post|put|patch|all|command|hears|message|event|action|onText|handle|setHandler|setRequestHandler|tool|registerTool)$/u;

/** Names of lists that a chat keeps. */
const conversational = /message|msg|histor|conversation|chat|turn|transcript|content|input|item|thread|dialog|memory|context|session|prompt/iu;
/** `history = [...history, message]` */
const spreads = /\b([\w$]+)\s*=\s*\[\s*\.\.\.\s*(?:this\.)?\1\b/u;
const inline = /\.(?:map|flatMap|forEach|filter|some|every|find|reduce|sort|then|catch|finally)$/u;

/**
 * Whether the file adds to a list that may outlive the function or loop in which it does so: a field, a variable from outside, what a
 * table gave. Only syntax: a cheap question before anybody asks what the file's imports are.
 */
export function mayKeepLists(source: SourceCode): boolean {
  if (spreads.test(source.text)) return true;
  return nodesOf(source, 'CallExpression').some(({ callee }) => {
    if (callee.type !== 'MemberExpression' || !/^(?:push|unshift|concat)$/u.test(propertyName(callee) ?? '')) return false;
    const list = unwrap(callee.object);
    if (!conversational.test(source.getText(list))) return false;
    if (list.type === 'MemberExpression') return list.computed || list.object.type === 'ThisExpression';
    const variable = list.type === 'Identifier' ? variableOf(source, list) : undefined;
    if (!variable) return false;
    const made = constantValue(variable);
    if (made && made.type !== 'ArrayExpression') return true;
    for (let at: TSESTree.Node | undefined = callee.parent; at && at !== variable.scope.block; at = at.parent) {
      if (isLoop(at) || (isFunction(at) && !(at.parent.type === 'CallExpression' && inline.test(calleeName(source, at.parent.callee))))) return true;
    }
    return false;
  });
}

/** The repetition that runs `node` once per turn, inside `scope`, in which the list that it fills is declared. */
export function turnsAround(source: SourceCode, node: TSESTree.Node, scope: TSESTree.Node): 'loop' | 'calls' | undefined {
  for (let at: TSESTree.Node | undefined = node.parent, child = node; at && contains(scope, at) && at !== scope; child = at, at = at.parent) {
    if (isLoop(at) && child !== testOf(at) && isEndless(source, at) && waitsForPerson(source, at)) return 'loop';
    if (isFunction(at) && isCalledOften(source, at, scope, new Set())) return 'calls';
  }
  return undefined;
}

type Loop = TSESTree.WhileStatement | TSESTree.DoWhileStatement | TSESTree.ForStatement | TSESTree.ForOfStatement;

function isLoop(node: TSESTree.Node): node is Loop {
  return node.type === 'WhileStatement' || node.type === 'DoWhileStatement' || node.type === 'ForStatement' || (node.type === 'ForOfStatement' && node.await);
}

function testOf(loop: Loop): TSESTree.Node | null {
  return loop.type === 'ForOfStatement' ? loop.right : loop.test;
}

/** No number in its head bounds it. */
function isEndless(source: SourceCode, loop: Loop): boolean {
  if (loop.type === 'ForOfStatement') return true;
  if (!loop.test) return true;
  return ![...walk(loop.test, source.visitorKeys)].some((node) => node.type === 'BinaryExpression' && /^[<>]=?$/u.test(node.operator));
}

function waitsForPerson(source: SourceCode, loop: Loop): boolean {
  if (loop.type === 'ForOfStatement') return /\b(?:rl|readline|stdin|lines?|terminal|console|socket|ws|input)\b/iu.test(source.getText(loop.right));
  // Asked in an inner loop, the person answers for something else: whether a tool may run.
  for (const node of walk(loop, source.visitorKeys, (inner) => isFunction(inner) || (inner !== loop && /^(?:For|While|DoWhile)/u.test(inner.type)))) {
    if (node.type === 'CallExpression' && asksPerson.test(calleeName(source, node.callee).split('.').at(-1) ?? '')) return true;
  }
  return false;
}

/** Whether a function runs any number of times while the list in `scope` lives. */
function isCalledOften(source: SourceCode, fn: FunctionNode, scope: TSESTree.Node, seen: Set<FunctionNode>): boolean {
  if (seen.has(fn) || fn === scope) return false;
  seen.add(fn);
  if (handlerOf(source, fn.body)?.node === fn) return true;
  const { parent } = fn;
  if (parent.type === 'CallExpression' && parent.callee !== fn) {
    const name = calleeName(source, parent.callee).split('.').at(-1) ?? '';
    // `rl.question(text, answer)` asks once; the function around it asks again.
    return listens.test(name) && name !== 'question' && name !== 'prompt';
  }
  if (isProgramBody(source, fn)) return false;
  if (parent.type === 'ReturnStatement' || (parent.type === 'ArrowFunctionExpression' && parent.body === fn)) return true;
  if (parent.type === 'MethodDefinition') return parent.kind === 'method' && isUsed(source, parent, parent.parent.parent);
  if (parent.type === 'Property') return isGivenBack(parent.parent);
  if ([...exportsOf(source).named.values()].some(({ node }) => node === fn)) return true;
  return callersOf(source, fn).some(({ call, from }) => {
    if (from && contains(fn, call)) return true;
    if (turnsAround(source, call, scope)) return true;
    return from !== undefined && contains(scope, from) && isCalledOften(source, from, scope, seen);
  }) || isHandedOver(source, fn);
}

/** Given by its name to something that listens: `rl.on('line', answer)`. */
function isHandedOver(source: SourceCode, fn: FunctionNode): boolean {
  const id = fn.id ?? (fn.parent.type === 'VariableDeclarator' && fn.parent.id.type === 'Identifier' ? fn.parent.id : undefined);
  if (!id) return false;
  const variable = source.getDeclaredVariables?.(fn.id ? fn : fn.parent)[0];
  return variable?.references.some(({ identifier }) => {
    const call = identifier.parent as TSESTree.Node | undefined;
    if (call?.type === 'ReturnStatement') return true;
    if (call?.type === 'Property') return isGivenBack(call.parent);
    return call?.type === 'CallExpression' && call.callee !== identifier && resolveFunction(source, identifier) === fn && listens.test(calleeName(source, call.callee).split('.').at(-1) ?? '');
  }) === true;
}

/** An object that a function returns, or that is exported as it is. */
function isGivenBack(object: TSESTree.Node): boolean {
  const { parent } = object;
  return parent?.type === 'ReturnStatement' || parent?.type === 'ExportDefaultDeclaration' || (parent?.type === 'ArrowFunctionExpression' && parent.body === object);
}

/** Whether a method is there for others, its class being exported, or is called turn by turn in its own file. */
function isUsed(source: SourceCode, method: TSESTree.MethodDefinition, owner: TSESTree.Node): boolean {
  if (owner.type !== 'ClassDeclaration' && owner.type !== 'ClassExpression') return false;
  const exported = [...exportsOf(source).named.values(), ...(exportsOf(source).whole ? [exportsOf(source).whole!] : [])];
  if (exported.some(({ node }) => node === owner || (node.type === 'Identifier' && node.name === owner.id?.name))) return true;
  const name = propertyName(method);
  return nodesOf(source, 'CallExpression').some((call) => {
    const callee = unwrap(call.callee);
    return callee.type === 'MemberExpression' && !contains(owner, call) && propertyName(callee) === name && turnsAround(source, call, source.ast) !== undefined;
  });
}
