import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Resource } from '../catalog/schema.js';
import { variableOf } from './calls.js';
import type { Use } from './facts.js';
import type { Lifetime } from './lifetime.js';
import type { SourceCode } from './service.js';
import { contains, propertyName, walk, type FunctionNode } from './syntax.js';
import { templateParts } from './values.js';

/**
 * Whether a client made in a function could serve all calls of it.
 *
 * `own`: no. It is put into a state that belongs to one user (subscription, transaction, blocking read), or it is made from
 * what the call brought with it and closed again (a connection test), or a runtime binds it to the request.
 * `keyed`: what it is made from comes from the function's parameters, so one per key could be shared. `shared`: yes, one for all.
 * Does not see: what a function does that receives the client or that computes its arguments.
 */
export type Sharing = 'own' | 'keyed' | 'shared';

/** SQL that changes the state of one connection. Source: the PostgreSQL and MySQL manuals on session state. */
const sessionStatement = /^\s*(?:BEGIN|START\s+TRANSACTION|LISTEN|LOCK|DECLARE|PREPARE|SET\s+(?:SESSION|LOCAL|ROLE|search_path)|SELECT\s+(?:pg_(?:try_)?advisory|GET_LOCK))\b/iu;

export function sharingOf(source: SourceCode, use: Use, fn: FunctionNode, lifetime: Lifetime, resource: Resource): Sharing {
  if (lifetime.calls.some((call) => resource.exclusive?.includes(call.name) || runsSessionStatement(source, call.node))) return 'own';
  const inputs = parametersBehind(source, use.args, fn);
  if (inputs.length === 0) return 'shared';
  // Workers runtimes hand resources over as `env` and forbid to use them in another request.
  if (inputs.some((input) => input.path.includes('env'))) return 'own';
  return lifetime.calls.some((call) => closes(resource, call.name)) ? 'own' : 'keyed';
}

/** Whether a method of the client closes it. */
export function closes(resource: Resource, method: string): boolean {
  return resource.close?.includes(method) ?? false;
}

function runsSessionStatement(source: SourceCode, call: TSESTree.CallExpression): boolean {
  const [first] = call.arguments;
  const [part] = first ? templateParts(source, first) : [];
  return part?.kind === 'static' && sessionStatement.test(part.text);
}

interface Input {
  readonly parameter: TSESLint.Scope.Variable;
  /** Properties read from it on the way. */
  readonly path: readonly string[];
}

/** The parameters of `fn`, and of functions around it, that the arguments are computed from, through local variables. */
function parametersBehind(source: SourceCode, nodes: readonly TSESTree.Node[], fn: FunctionNode): Input[] {
  const inputs: Input[] = [];
  const seen = new Set<TSESLint.Scope.Variable>();
  const pending: { node: TSESTree.Node; path: readonly string[] }[] = nodes.map((node) => ({ node, path: [] }));
  for (let next = pending.pop(); next; next = pending.pop()) {
    for (const node of walk(next.node, source.visitorKeys)) {
      if (node.type !== 'Identifier' || isPropertyKey(node)) continue;
      const variable = variableOf(source, node);
      const [definition] = variable?.defs ?? [];
      if (!variable || !definition || seen.has(variable)) continue;
      const path = [...next.path, ...propertiesRead(node)];
      if (definition.type === 'Parameter') {
        inputs.push({ parameter: variable, path: [variable.name, ...path] });
      } else if (contains(fn, definition.node as TSESTree.Node)) {
        seen.add(variable);
        const declarator = definition.node as TSESTree.Node;
        if (declarator.type === 'VariableDeclarator' && declarator.init) pending.push({ node: declarator.init, path });
      }
    }
  }
  return inputs;
}

function propertiesRead(node: TSESTree.Node): string[] {
  const names: string[] = [];
  for (let at = node; at.parent?.type === 'MemberExpression' && at.parent.object === at; at = at.parent) {
    const name = propertyName(at.parent);
    if (name !== undefined) names.push(name);
  }
  return names;
}

function isPropertyKey(node: TSESTree.Identifier): boolean {
  const { parent } = node;
  return (parent.type === 'MemberExpression' && parent.property === node && !parent.computed) || (parent.type === 'Property' && parent.key === node && !parent.computed && !parent.shorthand);
}
