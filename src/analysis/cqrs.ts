import type { TSESTree } from '@typescript-eslint/utils';
import { contextOf } from './context.js';
import { importedRoles } from './facts.js';
import { nodesOf } from './nodes.js';
import { defineService, type SourceCode } from './service.js';
import { decoratorsOf, isFunction, propertyName, type FunctionNode } from './syntax.js';

/**
 * Is CQRS in use in this file, on which side does the file stand, and which of its classes handle commands or queries?
 *
 * In use: a library for it is imported, the file lies below one of two sibling folders `commands` and `queries`, or a class is
 * decorated as a handler or implements its interface. One of the two folders alone says nothing: bots, command-line programs and
 * editors have `commands` too.
 * Does not see: handlers that are functions, other names for the two folders, buses of a team's own.
 */
export interface Cqrs {
  /** Whether anything at all says that commands and queries are kept apart here. */
  readonly inUse: boolean;
  /** The side of the folder that the file lies in, where its sibling is there too. */
  readonly side: CqrsSide | undefined;
  /** In source order; a class that handles both has two entries. */
  readonly handlers: readonly CqrsHandler[];
}

export type CqrsSide = 'command' | 'query';

export interface CqrsHandler {
  readonly side: CqrsSide;
  readonly owner: TSESTree.ClassDeclaration | TSESTree.ClassExpression;
  /** Its `execute` or `handle` method; absent where the class has neither (an abstract base, another convention). */
  readonly method?: FunctionNode;
  /** Where a report on the handler stands: the method's name, else the class's. */
  readonly head: TSESTree.Node;
  /** `PlaceOrderHandler.execute`. */
  readonly name: string;
}

export const cqrsOf = defineService((source: SourceCode): Cqrs => {
  const side = sideOf(source);
  const handlers = /\bclass\b/u.test(source.text) ? nodesOf(source, 'ClassDeclaration', 'ClassExpression').flatMap((owner) => handlersIn(owner, side)) : [];
  return { inUse: side !== undefined || handlers.length > 0 || importedRoles(source).has('cqrs'), side, handlers };
});

/** The command or query handler whose class `node` stands in. */
export function cqrsHandlerOf(source: SourceCode, node: TSESTree.Node): CqrsHandler | undefined {
  return cqrsOf(source).handlers.find(({ owner }) => owner.range[0] <= node.range[0] && node.range[1] <= owner.range[1]);
}

const folders: Readonly<Record<string, CqrsSide>> = { commands: 'command', queries: 'query' };

/** The side that a path's innermost `commands` or `queries` folder says, without asking whether there is the other one. */
export function sideOfPath(path: string): { side: CqrsSide; module: string } | undefined {
  const match = /^(.*\/)?(commands|queries)\/(?!.*\/(?:commands|queries)\/)[^/]/u.exec(path.replaceAll('\\', '/'));
  const side = folders[match?.[2] ?? ''];
  return side && { side, module: match?.[1] ?? '' };
}

function sideOf(source: SourceCode): CqrsSide | undefined {
  const { filename, host } = contextOf(source);
  const found = sideOfPath(filename);
  if (!found || !host?.isFolder) return undefined;
  return host.isFolder(`${found.module}${found.side === 'command' ? 'queries' : 'commands'}`) ? found.side : undefined;
}

/** Names of decorators, interfaces and base classes that say what a class handles: `@CommandHandler`, `IQueryHandler`, `CommandHandlerBase`. */
const handlerName = /^(?:I|Base|Abstract)?(Command|Query)Handler(?:Base)?$/u;

function handlersIn(owner: CqrsHandler['owner'], side: CqrsSide | undefined): CqrsHandler[] {
  const said = new Set<CqrsSide>();
  const says = (node: TSESTree.Node | null | undefined) => {
    const kind = handlerName.exec(nameOf(node) ?? '')?.[1];
    if (kind) said.add(kind === 'Command' ? 'command' : 'query');
  };
  for (const { expression } of decoratorsOf(owner)) says(expression.type === 'CallExpression' ? expression.callee : expression);
  for (const { expression } of owner.implements ?? []) says(expression);
  says(owner.superClass);
  // In the two folders a class is a handler by its own name: beside it stand messages, DTOs and controllers.
  if (said.size === 0 && side !== undefined && /Handler$|UseCase$/u.test(owner.id?.name ?? '') && !/EventHandler$/u.test(owner.id?.name ?? '')) said.add(side);
  if (said.size === 0) return [];
  const member = owner.body.body.find((one) => one.type === 'MethodDefinition' && !one.static && /^(?:execute|handle)$/u.test(propertyName(one) ?? ''));
  const method = member?.type === 'MethodDefinition' && isFunction(member.value) ? { node: member.value, key: member.key, name: propertyName(member) } : undefined;
  if (!method && !owner.id) return [];
  return [...said].map((one) => ({
    side: one,
    owner,
    ...(method && { method: method.node }),
    head: method?.key ?? owner.id ?? owner,
    name: [owner.id?.name, method?.name].filter((part) => part !== undefined).join('.'),
  }));
}

function nameOf(node: TSESTree.Node | null | undefined): string | undefined {
  if (node?.type === 'Identifier') return node.name;
  return node?.type === 'MemberExpression' ? propertyName(node) : undefined;
}
