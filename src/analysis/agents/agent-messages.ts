import type { TSESTree } from '@typescript-eslint/utils';
import { argument } from '../arguments.js';
import { variableOf } from '../calls.js';
import { contextOf } from '../context.js';
import { knownOf, usesOf, type Use } from '../facts.js';
import { relativePath } from '../files.js';
import { nodesOf } from '../nodes.js';
import { defineService, type SourceCode } from '../service.js';
import { propertyName, unwrap } from '../syntax.js';
import { namesAgents } from './agent-imports.js';

/**
 * The messages that agents send each other, as far as a file shows what is in them: types, classes and schemas whose name ends
 * in `AgentMessage` or `AgentEnvelope`, and object literals published from a file about agents.
 *
 * Whose properties are not all in sight is left out: what extends, spreads or intersects something of another file, takes any
 * key, or is one of several shapes.
 * Does not see: messages that a function of the project publishes, and what such a function adds to them.
 */
export interface AgentMessageShape {
  /** The name of the declaration, or the published literal. */
  readonly node: TSESTree.Node;
  /** What people call it: the declared name, or the callee it is published with. */
  readonly name: string;
  readonly published: boolean;
  /** The names of its properties. */
  readonly fields: readonly string[];
  /** Fields of an envelope that the way of publishing adds: the topic names the type and the receiver, a queue numbers its jobs. */
  readonly given: readonly string[];
}

export const agentMessages = defineService((source: SourceCode): readonly AgentMessageShape[] => {
  const declared = new Map<string, AgentMessageShape>();
  for (const { id, fields } of declarations(source)) {
    // A schema and the type beside it say the same.
    const key = id.name.replace(/schema$/iu, '').toLowerCase();
    if (fields && !declared.has(key)) declared.set(key, { node: id, name: id.name, published: false, fields, given: [] });
  }
  return [...declared.values(), ...publishedLiterals(source)];
});

/** What makes a message (`SendAgentMessageInput`, `newAgentMessage`) is not yet one: who takes it adds the rest. */
const named = /^(?!(?:send|create|new|post|update|publish|insert|draft|add)).*agent_?(?:message|envelope)(?:_?schema)?$/iu;

function* declarations(source: SourceCode): Generator<{ id: TSESTree.Identifier; fields: readonly string[] | undefined }> {
  if (!/agent_?(?:message|envelope)/iu.test(source.text)) return;
  for (const node of nodesOf(source, 'TSInterfaceDeclaration', 'TSTypeAliasDeclaration', 'ClassDeclaration', 'VariableDeclarator')) {
    const { id } = node;
    if (id?.type === 'Identifier' && named.test(id.name)) yield { id, fields: fieldsOf(source, node, new Set()) };
  }
}

type Fields = readonly string[] | undefined;

/** The property names of a type, class or schema; `undefined` where they are not all in sight. */
function fieldsOf(source: SourceCode, node: TSESTree.Node, seen: Set<TSESTree.Node>): Fields {
  if (seen.has(node)) return undefined;
  seen.add(node);
  switch (node.type) {
    case 'TSInterfaceDeclaration':
      return joined([membersOf(node.body.body), ...node.extends.map(({ expression, typeArguments }) => (typeArguments ? undefined : namedFields(source, expression, seen)))]);
    case 'TSTypeAliasDeclaration':
      return fieldsOf(source, node.typeAnnotation, seen);
    case 'TSTypeLiteral':
      return membersOf(node.members);
    case 'TSIntersectionType':
      return joined(node.types.map((type) => fieldsOf(source, type, seen)));
    case 'TSTypeReference':
      return node.typeArguments ? wrappedType(source, node, seen) : namedFields(source, node.typeName, seen);
    case 'ClassDeclaration':
      return joined([node.superClass ? namedFields(source, node.superClass, seen) : [], classFields(node.body)]);
    case 'VariableDeclarator':
      return node.init ? schemaFields(source, unwrap(node.init)) : undefined;
    default:
      return undefined;
  }
}

function joined(parts: readonly Fields[]): Fields {
  return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
}

function namedFields(source: SourceCode, name: TSESTree.Node, seen: Set<TSESTree.Node>): Fields {
  const variable = name.type === 'Identifier' ? variableOf(source, name) : undefined;
  const [definition, ...more] = variable?.defs ?? [];
  return definition && more.length === 0 ? fieldsOf(source, definition.node, seen) : undefined;
}

/** `Readonly<...>` and `Partial<...>` keep the names. */
function wrappedType(source: SourceCode, { typeName, typeArguments }: TSESTree.TSTypeReference, seen: Set<TSESTree.Node>): Fields {
  const [inner] = typeArguments?.params ?? [];
  return inner && typeName.type === 'Identifier' && /^(?:Readonly|Required|Partial)$/u.test(typeName.name) ? fieldsOf(source, inner, seen) : undefined;
}

function membersOf(members: readonly TSESTree.TypeElement[]): Fields {
  return joined(members.map((member) => {
    if (member.type !== 'TSPropertySignature' && member.type !== 'TSMethodSignature') return undefined;
    return !member.computed && member.key.type === 'Identifier' ? [member.key.name] : member.key.type === 'Literal' ? [String(member.key.value)] : undefined;
  }));
}

function classFields({ body }: TSESTree.ClassBody): Fields {
  return joined(body.map((member) => {
    if (member.type === 'PropertyDefinition') return member.static ? [] : [propertyName(member) ?? ''];
    if (member.type !== 'MethodDefinition') return undefined;
    if (member.kind === 'get') return [propertyName(member) ?? ''];
    if (member.kind !== 'constructor') return [];
    return member.value.params.flatMap((parameter) => {
      if (parameter.type !== 'TSParameterProperty') return [];
      const inner = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter;
      return inner.type === 'Identifier' ? [inner.name] : [];
    });
  }));
}

/** Calls on a schema that leave its properties as they are. */
const keeping = /^(?:strict|strip|describe|meta|readonly|brand|refine|superRefine|optional|nullable|openapi)$/u;

/** `z.object({ ... })` and what of its kind other validators have, with calls on it that change nothing. */
function schemaFields(source: SourceCode, node: TSESTree.Node): Fields {
  if (node.type !== 'CallExpression') return undefined;
  const { callee } = node;
  if (callee.type === 'MemberExpression' && callee.object.type === 'CallExpression') {
    return keeping.test(propertyName(callee) ?? '') ? schemaFields(source, callee.object) : undefined;
  }
  const name = callee.type === 'MemberExpression' ? propertyName(callee) : callee.type === 'Identifier' ? callee.name : undefined;
  const root = callee.type === 'MemberExpression' ? callee.object : callee;
  const isValidator = (knownOf(source, callee) ?? knownOf(source, root))?.library.roles?.includes('validator');
  const [shape] = node.arguments;
  return isValidator && /^(?:object|strictObject)$/u.test(name ?? '') && shape?.type === 'ObjectExpression' ? literalFields(shape) : undefined;
}

function literalFields(literal: TSESTree.ObjectExpression): Fields {
  return joined(literal.properties.map((property) => {
    const name = property.type === 'Property' && !property.computed ? propertyName(property) : undefined;
    return name === undefined ? undefined : [name];
  }));
}

/** A key that says who gets a message or which agent sent it: without one in the text there is nothing to look for. */
const addressed = /\b(?:to|recipients?|receivers?|\w*_?agent)(?:_?(?:id|name|role))?['"]?\s*[:,]/iu;

function publishedLiterals(source: SourceCode): AgentMessageShape[] {
  if (!/\.(?:publish|emit|send|add|notify|insert|schedule)\w*\s*\(/u.test(source.text) || !addressed.test(source.text)) return [];
  const { filename, cwd } = contextOf(source);
  if (!/(?:^|[/._-])agents?[/._-]/iu.test(relativePath(filename, cwd)) && !namesAgents(source)) return [];
  return usesOf(source, 'publish').flatMap((use) => {
    const place = use.action.args?.['payload'];
    const payload = place === undefined ? undefined : argument(source, use.args, place);
    const literal = payload && literalIn(payload);
    const fields = literal && literalFields(literal);
    return fields ? [{ node: literal, name: use.known.path.split('.').at(-1) ?? '', published: true, fields, given: givenBy(use) }] : [];
  });
}

/** The literal that is sent, also as text or bytes. What a type is stated for, the compiler checks against that type. */
function literalIn(payload: TSESTree.Node): TSESTree.ObjectExpression | undefined {
  if (payload.type === 'ObjectExpression') return payload;
  if (payload.type !== 'CallExpression' || payload.callee.type !== 'MemberExpression') return undefined;
  const [inner] = payload.arguments;
  return inner && /^(?:stringify|from|encode)$/u.test(propertyName(payload.callee) ?? '') ? literalIn(inner) : undefined;
}

function givenBy({ action, known }: Use): string[] {
  const topic = action.args?.['event'] !== undefined || action.args?.['channel'] !== undefined;
  return [...(topic ? ['type', 'to'] : []), ...(known.library.roles?.includes('queue') ? ['messageId', 'timestamp'] : [])];
}
