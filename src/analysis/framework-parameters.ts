import type { TSESTree } from '@typescript-eslint/utils';
import type { Library } from '../catalog/schema.js';
import { callersOf } from './calls.js';
import { knownVariables } from './facts.js';
import { handlers } from './handlers.js';
import { handsToLibrary, isMiddleware } from './http-adapters.js';
import { defineService, type SourceCode } from './service.js';
import { enclosingFunction, functionName, isFunction, wrapped, type FunctionNode } from './syntax.js';

/**
 * Which functions of a file take a web framework's request, response or context as a parameter: by its type annotation, or, in
 * plain JavaScript, by the shape of the function, which answers through it.
 *
 * Not among them: a function that only gets what another of them was given (one cause), one written where it is handed over
 * (`app.get('/', (req, res) => ...)`), one that is made to be handed on (`return (req, res) => ...`), middleware, one that hands
 * request and response to a library together (see `http-adapters.ts`), and one whose name, or whose class's, says that it speaks HTTP (`sendResponse`, `authMiddleware`, `userFromRequest`, `RequestContextService`).
 * Does not see: types of the project that extend the framework's, parameters that are taken apart.
 */
export interface FrameworkParameters {
  readonly fn: FunctionNode;
  /** The parameters, in order. */
  readonly nodes: readonly TSESTree.Identifier[];
  /** The framework, if an annotation names it. */
  readonly library?: Library;
}

/** Exports that stand for one request, answer, or both. */
const perRequest = /(?:Request|Response|Reply|Context|Toolkit|Event)$/u;
const speaksHttp = /(?:Middleware|Handler|Guard)$|^(?:handle|send|write|stream|pipe|respond|reply|render|redirect|request)(?:[A-Z]|$)|Request(?:[A-Z]|$)/u;
/** A class that is there to turn requests into what the rest of the program knows. */
const aboutHttp = /^(?:Http|HTTP)|Request/u;

/** See above; in source order. */
export const frameworkParameters = defineService((source: SourceCode): readonly FrameworkParameters[] => {
  const found = new Map<FunctionNode, { nodes: TSESTree.Identifier[]; library?: Library }>();
  const add = (fn: FunctionNode, node: TSESTree.Identifier, library?: Library) => {
    const entry = found.get(fn);
    if (!entry) found.set(fn, { nodes: [node], ...(library && { library }) });
    else if (!entry.nodes.includes(node)) entry.nodes.push(node);
  };
  for (const [variable, { library, path }] of knownVariables(source)) {
    const [definition] = variable.defs;
    const fn = definition?.type === 'Parameter' ? (definition.node as TSESTree.Node) : undefined;
    const name = definition?.name as TSESTree.Node | undefined;
    if (!isFunction(fn) || name?.type !== 'Identifier' || !name.typeAnnotation || !library.roles?.includes('web-framework')) continue;
    if (perRequest.test(path)) add(fn, name, library);
  }
  for (const { node, request, response } of shaped(source)) {
    for (const parameter of [request, response]) if (parameter?.type === 'Identifier' && !parameter.typeAnnotation) add(node, parameter);
  }
  return [...found]
    .filter(([fn]) => !isHandedOver(fn) && !isMade(fn) && !speaks(fn) && !callersOf(source, fn).some(({ call }) => standsIn(call, found)))
    .map(([fn, entry]) => ({ fn, ...entry, nodes: entry.nodes.sort((a, b) => a.range[0] - b.range[0]) }))
    .filter(({ fn, nodes }) => !isMiddleware(source, fn, nodes) && !handsToLibrary(source, nodes))
    .sort((a, b) => a.fn.range[0] - b.fn.range[0]);
});

const mayAnswer = /\b(?:res|response|reply|ctx)\s*\.\s*(?:json|send|status|end|render|redirect|code|body)\b/u;

/** Functions that only their shape makes handlers. */
function shaped(source: SourceCode) {
  return mayAnswer.test(source.text) ? handlers(source).filter(({ node, registration, kind }) => registration === node && kind === 'http') : [];
}

/** Whether a node stands in one of these functions, or in a callback inside one. */
function standsIn(node: TSESTree.Node, functions: ReadonlyMap<FunctionNode, unknown>): boolean {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) if (functions.has(fn)) return true;
  return false;
}

/** By the function's name or the name of the class it belongs to. */
function speaks(fn: FunctionNode): boolean {
  const owner = fn.parent.type === 'MethodDefinition' || fn.parent.type === 'PropertyDefinition' ? fn.parent.parent.parent : undefined;
  return speaksHttp.test(functionName(fn) ?? '') || aboutHttp.test(owner?.id?.name ?? '');
}

/** What a function returns is run by whoever asked for it: a service that makes middleware for the routes. */
function isMade(fn: FunctionNode): boolean {
  const { parent } = wrapped(fn);
  return parent?.type === 'ReturnStatement' || (isFunction(parent) && parent.body === wrapped(fn));
}

/** An argument of a call, or a member of an object that is one. */
function isHandedOver(fn: FunctionNode): boolean {
  let at: TSESTree.Node = wrapped(fn);
  while (at.parent?.type === 'Property' || at.parent?.type === 'ObjectExpression' || at.parent?.type === 'ArrayExpression') at = at.parent;
  return at.parent?.type === 'CallExpression' || at.parent?.type === 'NewExpression';
}
