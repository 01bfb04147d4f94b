import type { TSESTree } from '@typescript-eslint/utils';
import { stepInto } from '../objects.js';
import type { SourceCode } from '../service.js';
import { isFunction, propertyName, unwrap } from '../syntax.js';
import { expressionOf } from '../values.js';

/**
 * What the arguments of an agent call and the definitions of the agent, model and chain behind it tell about the call,
 * as far as object literals and constants of the file show them.
 * Does not see: agents and option objects made elsewhere, memory that an SDK keeps by default.
 */
export interface AgentTraits {
  /** It can act: tools, handoffs, subagents, MCP servers. */
  readonly tools: boolean;
  /** It tells of its progress while it runs: streams, callbacks, a response to write to. */
  readonly reports: boolean;
  /** What ties it to other calls with the same entry: a session, a thread, a conversation, a shared context or workspace. */
  readonly state: ReadonlySet<string>;
}

const toolKeys = /^(?:tools|toolsets|allowedTools|mcpServers|handoffs|functions|agents|subagents|skills|workspace)$/u;
const toolMethods = /^(?:bindTools|bindFunctions|withTools|runTools|toolRunner)$/u;
const memoryKeys = /^(?:memory|history|chat_?history|message_?history|check_?pointer|store|scratchpad)$/iu;
const stateKeys = /^(?:session|thread|conversation|chat|sandbox|workspace|context|ctx|state|experimental_?context|config|previous_?response|resource|run|resume|cwd|container)(?:_?id|_?key)?$/iu;
const sinkNames = /^(?:res|reply|writer|stream|dataStream|controller|socket|ws|emitter|spinner|progress|io|channel)$/u;

/** Reads the traits of a call; `calls` may hold several links of a chain. */
export function traitsOf(source: SourceCode, call: TSESTree.Node): AgentTraits {
  const reader = new Reader(source);
  reader.read(call, true, 0);
  return { tools: reader.tools, reports: reader.reports, state: reader.state };
}

/** The text of what a name stands for, through other names: two of the same text are the same object. */
export function lastNameOf(source: SourceCode, node: TSESTree.Node): string {
  let at = unwrap(node);
  for (let steps = 0; steps < 20; steps += 1) {
    const next = stepInto(source, at);
    const named = next && unwrap(next);
    if (named?.type !== 'Identifier' && named?.type !== 'MemberExpression') break;
    at = named;
  }
  return source.getText(at);
}

class Reader {
  tools = false;
  reports = false;
  readonly state = new Set<string>();
  private readonly seen = new Set<TSESTree.Node>();

  constructor(private readonly source: SourceCode) {}

  /** @param own the node is the call itself or its argument, not what the agent or an option was made from. */
  read(node: TSESTree.Node, own: boolean, depth: number): void {
    const at = expressionOf(this.source, node);
    if (depth > 6 || this.seen.has(at)) return;
    this.seen.add(at);
    switch (at.type) {
      case 'AwaitExpression':
        return this.read(at.argument, own, depth + 1);
      case 'CallExpression':
      case 'NewExpression': {
        const callee = unwrap(at.callee);
        if (callee.type === 'MemberExpression') {
          if (toolMethods.test(propertyName(callee) ?? '')) this.tools = true;
          this.read(callee.object, false, depth + 1);
        }
        for (const argument of at.arguments) this.argument(argument, own && depth === 0, depth + 1);
        return;
      }
      case 'ObjectExpression':
        for (const property of at.properties) {
          if (property.type === 'Property') this.option(propertyName(property), property.value, own, depth);
          else this.read(property.argument, own, depth + 1);
        }
        return;
      default:
    }
  }

  private argument(node: TSESTree.Node, own: boolean, depth: number): void {
    const at = unwrap(node);
    if (own && isFunction(at)) this.reports = true;
    if (own && at.type === 'Identifier') {
      if (sinkNames.test(at.name)) this.reports = true;
      if (stateKeys.test(at.name) || memoryKeys.test(at.name)) this.state.add(`argument ${at.name}`);
    }
    this.read(at, own, depth);
  }

  private option(key: string | undefined, value: TSESTree.Node, own: boolean, depth: number): void {
    if (key === undefined) return;
    const given = unwrap(value);
    const isOff = given.type === 'Literal' && (given.value === false || given.value === null);
    if (isOff || (given.type === 'Identifier' && given.name === 'undefined') || (given.type === 'ArrayExpression' && given.elements.length === 0)) return;
    if (toolKeys.test(key)) this.tools = true;
    if (/^on[A-Z]/u.test(key) || key === 'callbacks' || (/^stream(?:ing)?$/u.test(key) && given.type === 'Literal')) this.reports = true;
    const isState = own ? stateKeys.test(key) || memoryKeys.test(key) : memoryKeys.test(key);
    // A flag (`store: true`) is no state to share.
    if (isState && !(given.type === 'Literal' && typeof given.value === 'boolean')) this.state.add(`${key} ${lastNameOf(this.source, given)}`);
    if (given.type === 'ObjectExpression' || given.type === 'NewExpression' || given.type === 'CallExpression') this.read(given, own, depth + 1);
    else if (given.type === 'Identifier' && key !== 'messages') this.read(given, own && expressionOf(this.source, given).type === 'ObjectExpression', depth + 1);
  }
}
