import type { TSESTree } from '@typescript-eslint/utils';
import { variableOf } from '../../analysis/calls.js';
import type { SourceCode } from '../../analysis/service.js';
import { propertyName, unwrap, wrapped } from '../../analysis/syntax.js';

/** What the caller knows of the client that a construction makes. */
export interface ClientFacts {
  /** Readable path from the package: `ioredis.Redis`, `redis.createClient`. */
  readonly path?: string;
  /** What to call it, where neither its class nor its package says so. */
  readonly name?: string | undefined;
  /** The call gives a promise of the client, whether or not the code awaits it at once. */
  readonly async?: boolean | undefined;
  /** The method that opens the connection, when that is a step of its own. */
  readonly connect?: string | undefined;
}

/** The whole expression that makes the client: with the `.connect()` chained to it and the `await` around it. */
export function constructionOf(node: TSESTree.Node, { connect }: ClientFacts): TSESTree.Node {
  let at = node;
  const member = wrapped(at).parent;
  if (connect !== undefined && member?.type === 'MemberExpression' && member.object === wrapped(at) && propertyName(member) === connect && member.parent.type === 'CallExpression' && member.parent.callee === member) {
    at = member.parent;
  }
  const around = wrapped(at).parent;
  return around?.type === 'AwaitExpression' ? around : at;
}

/** Methods that change the client for everybody who shares it, once per call of the function. */
const configuring = /^(?:on|once|addListener|prependListener|use|\$use|\$on|register|defineCommand|extend|plugin)$/u;

/**
 * True if the code goes on to set the client up: connects it in a step of its own, adds listeners or plugins. Done on
 * each call to a client that all calls share, that fails or piles up.
 */
export function isSetUpAfterwards(source: SourceCode, construction: TSESTree.Node, { connect }: ClientFacts): boolean {
  const at = wrapped(construction);
  if (at.parent?.type === 'MemberExpression' && at.parent.object === at) return configures(at.parent, connect);
  const target = at.parent?.type === 'VariableDeclarator' ? at.parent.id : at.parent?.type === 'AssignmentExpression' ? at.parent.left : undefined;
  const variable = target?.type === 'Identifier' ? variableOf(source, target) : undefined;
  return variable?.references.some(({ identifier }) => {
    const member = wrapped(identifier).parent;
    return member?.type === 'MemberExpression' && unwrap(member.object) === identifier && configures(member, connect);
  }) ?? false;
}

function configures(member: TSESTree.MemberExpression, connect: string | undefined): boolean {
  const name = propertyName(member);
  return name !== undefined && wrapped(member).parent?.type === 'CallExpression' && (name === connect || configuring.test(name));
}

/** What people would call the client: after its class (`redis`), what its factory makes (`pool`), or its package. */
export function clientName(construction: TSESTree.Node, { path, name: given }: ClientFacts): string {
  if (given !== undefined) return given;
  let core = unwrap(construction);
  while (core.type === 'AwaitExpression' || (core.type === 'CallExpression' && core.callee.type === 'MemberExpression' && isCall(unwrap(core.callee.object)))) {
    core = unwrap(core.type === 'AwaitExpression' ? core.argument : (core.callee as TSESTree.MemberExpression).object);
  }
  if (core.type !== 'CallExpression' && core.type !== 'NewExpression') return 'client';
  const callee = unwrap(core.callee);
  const name = lastName(callee);
  if (core.type === 'NewExpression') return lowerFirst(name ?? 'client');
  const made = name?.replace(/^(?:create|make|get|build|init(?:ialize)?|new|open|launch|connect|sync)(?=[A-Z]|$)/u, '') ?? '';
  if (made && !/^(?:Client|Connection|Instance)$/u.test(made)) return lowerFirst(made);
  const owner = callee.type === 'MemberExpression' ? lastName(unwrap(callee.object)) : undefined;
  if (owner && /^[A-Z]/u.test(owner)) return lowerFirst(owner);
  const tail = path?.split('.')[0]!.split('/').at(-1)!.replace(/\W+(\w)?/gu, (_, letter: string | undefined) => letter?.toUpperCase() ?? '');
  return lowerFirst(tail || made || 'client');
}

/** A name with its first letter, or leading abbreviation, in lower case: `ioRedis`, `s3Client`, `openAI`. */
function lowerFirst(name: string): string {
  return name.replace(/^(?:[A-Z]+(?=[A-Z][a-z])|[A-Z]+(?=$|\d)|[A-Z])/u, (head) => head.toLowerCase());
}

export function upperFirst(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function isCall(node: TSESTree.Node): boolean {
  return node.type === 'CallExpression' || node.type === 'NewExpression' || node.type === 'AwaitExpression';
}

function lastName(node: TSESTree.Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' ? propertyName(node) : undefined;
}
