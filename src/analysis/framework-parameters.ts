import type { TSESTree } from '@typescript-eslint/utils';
import type { Library } from '../catalog/schema.js';
import { knownVariables } from './facts.js';
import { handlers } from './handlers.js';
import { defineService, type SourceCode } from './service.js';
import { isFunction, wrapped, type FunctionNode } from './syntax.js';

/**
 * Which functions of a file take a web framework's request, response or context as a parameter: by its type annotation, or, in
 * plain JavaScript, by the shape of the function, which answers through it.
 * A function written where it is handed over (`app.get('/', (req, res) => ...)`) is not among them: it is the framework's own.
 * Does not see: types of the project that extend the framework's, parameters that are taken apart.
 */
export interface FrameworkParameters {
  readonly fn: FunctionNode;
  /** The parameters, in order. */
  readonly nodes: readonly TSESTree.Node[];
  readonly names: readonly string[];
  /** The framework, if the annotation names it. */
  readonly library?: Library;
}

/** Exports that stand for one request, answer, or both. */
const perRequest = /(?:Request|Response|Reply|Context|Toolkit|Event)$/u;

/** See above; in source order. */
export const frameworkParameters = defineService((source: SourceCode): readonly FrameworkParameters[] => {
  const found = new Map<FunctionNode, { nodes: TSESTree.Node[]; names: string[]; library?: Library }>();
  const add = (fn: FunctionNode, node: TSESTree.Node, name: string, library?: Library) => {
    if (isHandedOver(fn)) return;
    const entry = found.get(fn);
    if (!entry) found.set(fn, { nodes: [node], names: [name], ...(library && { library }) });
    else if (!entry.nodes.includes(node)) {
      entry.nodes.push(node);
      entry.names.push(name);
    }
  };
  for (const [variable, { library, path }] of knownVariables(source)) {
    const [definition] = variable.defs;
    const fn = definition?.type === 'Parameter' ? (definition.node as TSESTree.Node) : undefined;
    const name = definition?.name as TSESTree.Node | undefined;
    if (!isFunction(fn) || name?.type !== 'Identifier' || !library.roles?.includes('web-framework')) continue;
    if (perRequest.test(path) && namesType(name)) add(fn, name, name.name, library);
  }
  for (const { node, request, response, library, framework } of shaped(source)) {
    for (const parameter of [request, response]) if (parameter?.type === 'Identifier' && !parameter.typeAnnotation) add(node, parameter, parameter.name, framework === 'HTTP' ? undefined : library);
  }
  return [...found].map(([fn, { nodes, names, library }]) => ({ fn, nodes, names, ...(library && { library }) })).sort((a, b) => a.fn.range[0] - b.fn.range[0]);
});

/** Functions that only their shape makes handlers. */
function shaped(source: SourceCode) {
  const mayAnswer = /\b(?:res|response|reply|ctx)\s*\.\s*(?:json|send|status|end|render|redirect|code|body)\b/u;
  return mayAnswer.test(source.text) ? handlers(source).filter(({ node, registration, kind }) => registration === node && kind === 'http') : [];
}

function namesType(name: TSESTree.Identifier): boolean {
  return name.typeAnnotation !== undefined;
}

/** An argument of a call, or a member of an object that is one. */
function isHandedOver(fn: FunctionNode): boolean {
  let at: TSESTree.Node = wrapped(fn);
  while (at.parent?.type === 'Property' || at.parent?.type === 'ObjectExpression' || at.parent?.type === 'ArrayExpression') at = at.parent;
  return at.parent?.type === 'CallExpression' || at.parent?.type === 'NewExpression';
}
