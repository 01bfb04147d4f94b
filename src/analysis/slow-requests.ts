import type { TSESTree } from '@typescript-eslint/utils';
import { anySize, longPath, modelRequest } from '../catalog/known-names.js';
import { argument } from './arguments.js';
import { optionOf } from './call-options.js';
import { variableOf } from './calls.js';
import type { SourceCode } from './service.js';
import { unwrap } from './syntax.js';
import type { Use } from './use.js';
import { expressionOf, propertyOf } from './values.js';

/**
 * Why a request may rightly take minutes, so that a limit for all requests would end good ones: it sends a `file`, or asks a `model`
 * for text or an agent for work. By what its body is, is called or is typed as, and by its path.
 * Does not see: bodies put together in other functions, downloads.
 *
 * @param path what is known of the URL's path.
 */
export function slownessOf(source: SourceCode, use: Use, path?: string): 'file' | 'model' | undefined {
  const options = optionOf(source, use, 'options');
  if (typeof options === 'object' && anySize.test(source.getText(options.found))) return 'file';
  const body = bodyOf(source, use);
  if (body && isFile(source, body)) return 'file';
  if (path !== undefined && longPath.test(path)) return 'model';
  return body && [body, ...argumentsOf(body).map((value) => expressionOf(source, value))].some((value) => asksModel(source.getText(value))) ? 'model' : undefined;
}

function asksModel(text: string): boolean {
  return modelRequest.alone.test(text) || modelRequest.together.every((part) => part.test(text));
}

function bodyOf(source: SourceCode, use: Use): TSESTree.Node | undefined {
  const path = use.action.args?.['body'];
  const given = path === undefined ? undefined : argument(source, use.args, path);
  if (given) return expressionOf(source, given);
  const options = optionOf(source, use, 'options');
  if (typeof options !== 'object') return undefined;
  for (const name of ['body', 'data']) {
    const property = propertyOf(source, options.found, name);
    if (typeof property === 'object') return expressionOf(source, property.found);
  }
  return undefined;
}

/** What is given to the call that makes the body: `JSON.stringify(payload)`. */
function argumentsOf(body: TSESTree.Node): readonly TSESTree.Node[] {
  return body.type === 'CallExpression' ? body.arguments : [];
}

const fileTypes = /\b(?:FormData|Blob|File|Buffer|ArrayBuffer|Uint8Array|ReadableStream|Readable|ReadStream)\b/u;
const fileNames = /(?:^|[a-z_])(?:form|form_?data|files?|blob|buffer|buf|chunk|stream|readable|bytes|image|video|audio|binary|pdf)$/iu;

function isFile(source: SourceCode, body: TSESTree.Node): boolean {
  switch (body.type) {
    case 'NewExpression':
      return fileTypes.test(source.getText(body.callee));
    case 'CallExpression':
      return /^Buffer\.|(?:^|\.)Readable\.(?:from|toWeb|fromWeb)$|(?:^|\.)(?:createReadStream|readFile|readFileSync|arrayBuffer|blob|toBuffer|getBuffer)$/u.test(source.getText(body.callee));
    case 'AwaitExpression':
      return isFile(source, unwrap(body.argument));
    case 'TSAsExpression':
      return isFile(source, unwrap(body.expression));
    case 'ConditionalExpression':
      return [body.consequent, body.alternate].some((arm) => isFile(source, expressionOf(source, arm)));
    case 'MemberExpression':
      return !body.computed && body.property.type === 'Identifier' && fileNames.test(body.property.name);
    case 'Identifier':
      return isIncoming(body.name, typeText(source, body)) || fileNames.test(body.name) || fileTypes.test(typeText(source, body));
    default:
      return false;
  }
}

/** The request that the program answers is a stream itself; `req: NewOrder` is no such one. */
function isIncoming(name: string, type: string): boolean {
  return name === 'req' && (type === '' || /(?:Request|IncomingMessage|any)\b/u.test(type));
}

function typeText(source: SourceCode, node: TSESTree.Identifier): string {
  const name = variableOf(source, node)?.defs[0]?.name as TSESTree.Node | undefined;
  return name?.type === 'Identifier' && name.typeAnnotation ? source.getText(name.typeAnnotation) : '';
}
