import type { TSESTree } from '@typescript-eslint/utils';
import { argument } from './arguments.js';
import { contextOf } from './context.js';
import { importedRoles, usesOfPackages } from './facts.js';
import { handlers, reachOf } from './handlers.js';
import { isClusterHost } from './internal-hosts.js';
import { outboundCalls, type OutboundCall } from './outbound-calls.js';
import { runsOnce } from './programs.js';
import { mayBeWrapped, policiesOf } from './resilience.js';
import type { SourceCode } from './service.js';
import { decoratorsOf, enclosingFunction, isFunction, unwrap, wrapped, type FunctionNode } from './syntax.js';
import { isLoopbackHost } from './url-targets.js';
import { textOf } from './url-text.js';

/** A function that calls remote hosts with no breaker around it. */
export interface Unguarded {
  /** The function whose calls they are; callbacks count for the function they stand in. */
  readonly fn: FunctionNode;
  /** Its first such call. */
  readonly first: OutboundCall;
  readonly calls: number;
}

/**
 * The functions that serve others (reached from a handler of the file, or methods of injectable classes and of classes named
 * `...Service`, `...Client`, `...Gateway`, `...Adapter` or `...Provider`) and call a remote host without a circuit breaker.
 * Silent where a breaker may be that cannot be seen: instances from elsewhere, opaque policies, exported functions of a package
 * that has a breaker. SDKs bring retries and limits of their own; a declared mesh guards cluster hosts.
 */
export function unguardedCalls(source: SourceCode): readonly Unguarded[] {
  if (!mayServe(source)) return [];
  const candidates = outboundCalls(source).filter((call) => isPlain(call) && isRemote(source, call) && isDependency(source, call) && isWaitedFor(call.node));
  if (candidates.length === 0 || runsOnce(source)) return [];
  const found = new Map<FunctionNode, Unguarded>();
  for (const call of candidates) {
    const fn = servingFunction(source, call.node);
    if (!fn) continue;
    const earlier = found.get(fn);
    if (earlier) {
      found.set(fn, { ...earlier, calls: earlier.calls + 1 });
      continue;
    }
    const policies = policiesOf(source, call);
    if (policies.has('circuit-breaker') || policies.has('opaque') || mayBeWrapped(source, call.node)) continue;
    found.set(fn, { fn, first: call, calls: 1 });
  }
  return [...found.values()];
}

/** A cheap look before imports are followed. */
function mayServe(source: SourceCode): boolean {
  if (!/\.(?:get|post|put|patch|delete|head|request)\s*(?:<[^>]*>)?\(|\bfetch\b/u.test(source.text) && !importedRoles(source).has('rpc-call') && !importedRoles(source).has('http-call')) return false;
  return /\bclass\s+\w+(?:Service|Client|Gateway|Adapter|Provider)(?:Impl)?\b|@Injectable\b/u.test(source.text) || handlers(source).length > 0;
}

/**
 * A service that the program depends on: its host is written in the code or comes from the configuration. A URL that a user gave
 * or that a row of a table holds is another one each time; no breaker could learn from it.
 */
function isDependency(source: SourceCode, { target, url, client }: OutboundCall): boolean {
  if (target.hostPattern !== undefined) return !target.hostPattern.includes('*');
  const base = client?.use.action.args?.['url'];
  const place = base === undefined ? undefined : argument(client!.source, client!.use.args, base);
  if (place) return isConfigured(client!.source, place);
  return url !== undefined && !client && isConfigured(source, url);
}

/** What starts with a setting: `process.env.USERS_URL`, `${env.USERS_URL}/users`, `config.get('users.url')`, `this.config.usersUrl`. */
function isConfigured(source: SourceCode, node: TSESTree.Node): boolean {
  const first = textOf(source, node)[0];
  if (!first || first.text !== undefined) return false;
  return /^(?:process\.env|import\.meta\.env|(?:this\.)?_?(?:env|config\w*|settings|\w*config)(?:\(\))?)(?:\.|\[|\?\.)/iu.test(source.getText(unwrap(first.node)));
}

/** A call that nobody waits for keeps nobody waiting. */
function isWaitedFor(node: TSESTree.Node): boolean {
  let at = wrapped(node);
  while (at.parent?.type === 'MemberExpression' && at.parent.object === at && at.parent.parent.type === 'CallExpression') at = wrapped(at.parent.parent);
  return at.parent?.type !== 'ExpressionStatement' && !(at.parent?.type === 'UnaryExpression' && at.parent.operator === 'void');
}

/** An HTTP client called with a URL, or an RPC client with an address; not an SDK, which has retries and limits of its own. */
function isPlain({ kind, use, client, hidden, target }: OutboundCall): boolean {
  if (hidden) return false;
  const defaults = client?.use.action.defaults ?? use.action.defaults;
  if ((defaults?.retries ?? 0) > 0 && (defaults?.timeoutMs ?? 0) > 0) return false;
  const roles = [...(use.action.roles ?? []), ...(client?.use.action.roles ?? [])];
  if (roles.some((role) => role === 'payment' || role === 'push' || role === 'llm')) return false;
  return use.action.args?.['options'] !== undefined  || (kind === 'rpc' && target.hostPattern !== undefined);
}

function isRemote(source: SourceCode, { target }: OutboundCall): boolean {
  if (isLoopbackHost(target.host)) return false;
  return contextOf(source).settings.mesh === false || !isClusterHost(target);
}

const servingClass = /(?:Service|Client|Gateway|Adapter|Provider)(?:Impl)?$/u;

/** The handler, function it calls, or method of a serving class in which `node` runs. */
function servingFunction(source: SourceCode, node: TSESTree.Node): FunctionNode | undefined {
  const method = methodAround(node);
  if (method && isServing(source, method.parent.parent)) return method.value as FunctionNode;
  const reach = reachOf(source, node);
  return reach && (reach.path.at(-1) ?? reach.handler.node);
}

function methodAround(node: TSESTree.Node): TSESTree.MethodDefinition | undefined {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    if (fn.parent.type === 'MethodDefinition') return fn.parent.kind === 'method' && isFunction(fn.parent.value) ? fn.parent : undefined;
  }
  return undefined;
}

function isServing(source: SourceCode, owner: TSESTree.Node): boolean {
  if (owner.type !== 'ClassDeclaration' && owner.type !== 'ClassExpression') return false;
  if (servingClass.test(owner.id?.name ?? '')) return true;
  const injectable = new Set<TSESTree.Node>(usesOfPackages(source, 'di-container').filter(({ kind }) => kind === 'decorate').map((use) => use.node));
  return decoratorsOf(owner).some((decorator) => injectable.has(decorator) || /^@Injectable\b/u.test(source.getText(decorator)));
}
