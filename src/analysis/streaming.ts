import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { variableOf } from './calls.js';
import { optionOf } from './call-options.js';
import type { SourceCode } from './service.js';
import { isFunction, propertyName, unwrap, wrapped } from './syntax.js';
import type { Use } from './use.js';
import { propertyOf, stringOf, valueOf } from './values.js';

/**
 * Whether an outbound call transfers a stream, which may rightly take as long as it likes: by its options (`responseType: 'stream'`,
 * `stream: true`, `Accept: text/event-stream`), its method, or by what the code does with the answer (`pipe`, `getReader`,
 * `for await`, `new Response(upstream.body)`). The `body` of a `Response` is a stream wherever it is handed on.
 * Does not see: answers that are handed to another function and read there.
 */
export function isStreamed(source: SourceCode, use: Use): boolean {
  return asksForStream(source, use) || /\.stream$/u.test(use.known.path) || use.action.roles?.includes('agent-stream') === true || readsAsStream(source, use) || takesBody(use) || pipesInCallback(source, use);
}

/** `https.get(url, (answer) => answer.pipe(file))`. */
function pipesInCallback(source: SourceCode, { args }: Use): boolean {
  const callback = args.at(-1);
  const [answer] = isFunction(callback) ? callback.params : [];
  if (answer?.type !== 'Identifier') return false;
  return (variableOf(source, answer)?.references ?? []).some(({ identifier }) => {
    const at = identifier as TSESTree.Node;
    if (at.parent?.type === 'MemberExpression') return /^pipe$/u.test(propertyName(at.parent) ?? '') && at.parent.object === at;
    return at.parent?.type === 'CallExpression' && /(?:^|\.)(?:toWeb|pipeline)$/u.test(source.getText(at.parent.callee));
  });
}

function asksForStream(source: SourceCode, use: Use): boolean {
  const options = optionOf(source, use, 'options');
  const objects = [...use.args, ...(typeof options === 'object' ? [options.found] : [])];
  return objects.some((object) => {
    const at = (name: string) => {
      const property = propertyOf(source, object, name);
      return typeof property === 'object' ? property.found : undefined;
    };
    const [type, stream, headers, body] = [at('responseType'), at('stream'), at('headers'), at('body')];
    if (type && stringOf(source, type) === 'stream') return true;
    if (stream && isOn(source, stream)) return true;
    // Events from the server, or a socket that the connection becomes.
    if (headers && /text\/event-stream|\bupgrade\b['"]?\s*:/iu.test(source.getText(headers))) return true;
    // The body of a request to a model asks for the stream.
    return body !== undefined && /\bstream["']?\s*:\s*true\b/u.test(source.getText(body));
  });
}

function isOn(source: SourceCode, node: TSESTree.Node): boolean {
  const value = valueOf(source, node);
  return !value.known || Boolean(value.value);
}

/** Members of an answer, and of its body, through which it is read piece by piece. */
const pieceByPiece = /^(?:pipe|pipeTo|pipeThrough|getReader|tee|on|bytesWritten)$/u;

/** It answers with a `Response`, as `fetch` does. */
function givesResponse({ action: { args } }: Use): boolean {
  return args?.['url'] === '0' && args['options'] === '1' && args['signal'] === '1.signal' && args['timeout'] === undefined;
}

function readsAsStream(source: SourceCode, use: Use): boolean {
  const ofResponse = givesResponse(use);
  let at = wrapped(use.node);
  if (at.parent?.type === 'AwaitExpression') at = wrapped(at.parent);
  const { parent } = at;
  if (parent?.type === 'MemberExpression' && parent.object === at) return isStreamRead(source, parent, ofResponse) || isReadThen(source, parent, ofResponse);
  if (parent?.type === 'VariableDeclarator') return declares(source, parent.id, ofResponse);
  if (parent?.type === 'AssignmentExpression' && parent.right === at && parent.left.type === 'Identifier') return isReadAsStream(source, variableOf(source, parent.left), ofResponse);
  return false;
}

/** `fetch(url).then((answer) => answer.body.pipe(file))`. */
function isReadThen(source: SourceCode, member: TSESTree.MemberExpression, ofResponse: boolean): boolean {
  const [callback] = member.parent.type === 'CallExpression' && propertyName(member) === 'then' ? member.parent.arguments : [];
  const [answer] = isFunction(callback) ? callback.params : [];
  return answer !== undefined && declares(source, answer, ofResponse);
}

/** `const { body } = await fetch(url)`: of a `Response` that is always the stream, wherever it goes. */
function takesBody(use: Use): boolean {
  const { parent } = wrapped(use.node);
  const declarator = parent?.type === 'AwaitExpression' ? wrapped(parent).parent : undefined;
  return givesResponse(use) && declarator?.type === 'VariableDeclarator' && declarator.id.type === 'ObjectPattern'
    && declarator.id.properties.some((property) => property.type === 'Property' && propertyName(property) === 'body');
}

function declares(source: SourceCode, pattern: TSESTree.Node, ofResponse: boolean): boolean {
  if (pattern.type === 'Identifier') return isReadAsStream(source, variableOf(source, pattern), ofResponse);
  if (pattern.type !== 'ObjectPattern') return false;
  return pattern.properties.some((property) => {
    if (property.type !== 'Property' || property.value.type !== 'Identifier' || !/^(?:body|data)$/u.test(propertyName(property) ?? '')) return false;
    return (variableOf(source, property.value)?.references ?? []).some(({ identifier, init }) => !init && isPartStream(source, identifier, ofResponse && propertyName(property) === 'body'));
  });
}

function isReadAsStream(source: SourceCode, variable: TSESLint.Scope.Variable | undefined, ofResponse: boolean): boolean {
  return (variable?.references ?? []).some(({ identifier }) => {
    const outer = wrapped(identifier);
    const { parent } = outer;
    return parent?.type === 'MemberExpression' && parent.object === outer && isStreamRead(source, parent, ofResponse);
  });
}

/** `answer.pipe`, `answer.body` and `answer.data` where these are used as streams. */
function isStreamRead(source: SourceCode, member: TSESTree.MemberExpression, ofResponse: boolean): boolean {
  const name = propertyName(member) ?? '';
  if (pieceByPiece.test(name) && name !== 'on') return true;
  return /^(?:body|data)$/u.test(name) && isPartStream(source, member, ofResponse && name === 'body');
}

/** @param isStream it is one whatever is done with it, so that handing it on is enough. */
function isPartStream(source: SourceCode, part: TSESTree.Node, isStream: boolean): boolean {
  const at = wrapped(part);
  const { parent } = at;
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === at && pieceByPiece.test(propertyName(parent) ?? '');
    case 'ForOfStatement':
      return parent.await && parent.right === at;
    case 'NewExpression':
      return (isStream && parent.callee !== at) || (parent.arguments[0] === at && /Response$/u.test(source.getText(parent.callee)));
    case 'CallExpression':
      return parent.callee !== at && ((isStream && !looks.test(source.getText(parent.callee))) || takesStream(source.getText(unwrap(parent.callee)), at));
    case 'Property':
      return isStream && parent.value === at && parent.parent.type === 'ObjectExpression';
    case 'ReturnStatement':
      return isStream;
    case 'ArrowFunctionExpression':
      return isStream && parent.body === at;
    case 'LogicalExpression':
    case 'ConditionalExpression':
      return isStream && !(parent.type === 'ConditionalExpression' && parent.test === at) && isPartStream(source, parent, isStream);
    case 'VariableDeclarator':
      return parent.init === at && parent.id.type === 'Identifier' && (variableOf(source, parent.id)?.references ?? []).some(({ identifier, init }) => !init && isPartStream(source, identifier, isStream));
    default:
      return false;
  }
}

/** Functions that look at what they are given and read nothing. */
const looks = /^(?:console|logger|log|assert|expect|Boolean|String|JSON)\b/u;

/** `Readable.fromWeb(answer.body)`, `pipeline(answer.data, file)`, `c.body(upstream.body)`; `res.send(answer.data)` sends what has been read. */
function takesStream(callee: string, part: TSESTree.Node): boolean {
  const isBody = part.type !== 'MemberExpression' || propertyName(part) === 'body';
  return /(?:^|\.)(?:fromWeb|pipeline|Readable\.from)$/u.test(callee) || (isBody && /\.(?:body|send|stream)$/u.test(callee));
}
