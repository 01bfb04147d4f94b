import type { TSESTree } from '@typescript-eslint/utils';
import { contextOf } from './context.js';
import { knownOf, knownVariables, usesOf } from './facts.js';
import { memberOf, type Known } from './known.js';
import type { SourceCode } from './service.js';
import { functionName, enclosingFunction, propertyName } from './syntax.js';
import { accessesOfThis, classAround } from './this-members.js';

/** A job queue that code at some place can name. */
export interface Queue {
  /** How to name it there: `mailQueue`, `this.mailQueue`. */
  readonly name: string;
  /** The method that takes a job's name and its data. */
  readonly method: string;
}

const methods = ['add', 'send', 'now'];

/**
 * The job queues that can be named at `node`: variables of the file and fields of the class around it. Reads files one import away.
 * Does not see: queues behind own services, in objects, and those whose jobs have no name.
 */
export function queuesAt(source: SourceCode, node: TSESTree.Node): readonly Queue[] {
  usesOf(source, 'queue');
  const found = new Map<string, Queue>();
  const add = (name: string, known: Known | undefined) => {
    const method = known && jobMethod(source, known);
    if (method !== undefined && !found.has(name)) found.set(name, { name, method });
  };
  const owner = inMethod(node) ? classAround(node) : undefined;
  for (const [variable, known] of knownVariables(source)) {
    const name = variable.defs[0]?.name as TSESTree.Node | undefined;
    if (name?.type !== 'Identifier') continue;
    const field = name.parent.type === 'TSParameterProperty' ? name.parent : name.parent.parent?.type === 'TSParameterProperty' ? name.parent.parent : undefined;
    if (field) {
      if (owner && classAround(field) === owner) add(`this.${name.name}`, known);
    } else if (visible(source, node, variable)) {
      add(name.name, known);
    }
  }
  for (const access of owner ? accessesOfThis(source, owner) : []) add(`this.${propertyName(access) ?? ''}`, knownOf(source, access));
  return [...found.values()];
}

function visible(source: SourceCode, node: TSESTree.Node, variable: { readonly name: string }): boolean {
  for (let scope = source.getScope(node) as ReturnType<SourceCode['getScope']> | null; scope; scope = scope.upper) {
    const nearest = scope.set.get(variable.name);
    if (nearest) return nearest === variable;
  }
  return false;
}

function inMethod(node: TSESTree.Node): boolean {
  const fn = enclosingFunction(node);
  return fn !== undefined && functionName(fn) !== 'constructor';
}

function jobMethod(source: SourceCode, known: Known): string | undefined {
  if (known.promise || known.library.roles?.includes('queue') !== true) return undefined;
  return methods.find((name) => {
    const call = memberOf(contextOf(source).catalog, known, name)?.entity.call;
    return call?.roles?.includes('publish') === true && call.args?.['event'] === '0' && call.args['payload'] === '1';
  });
}
