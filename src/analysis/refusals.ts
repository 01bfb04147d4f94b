import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from './service.js';
import { endsFunction, isFunction, propertyName, unwrap, walk } from './syntax.js';

/**
 * Does a branch refuse: does it do nothing in the end but throw, or answer with a status of 400 or more that stands in the code?
 * Not where it may also leave in another way before.
 * Does not see: names for a status (`HttpStatus.NOT_FOUND`), answers by functions of the program (`return notFound(res)`).
 */
export function refuses(source: SourceCode, branch: TSESTree.Node): boolean {
  const statements = branch.type === 'BlockStatement' ? branch.body : [branch];
  const end = statements.find((one) => endsFunction(one)) ?? statements.at(-1);
  if (!end || mayLeaveBefore(source, branch, end)) return false;
  if (end.type === 'ThrowStatement') return true;
  return statements.some((one) => (one.type === 'ExpressionStatement' || one === end) && answersFailure(source, one));
}

function mayLeaveBefore(source: SourceCode, branch: TSESTree.Node, end: TSESTree.Node): boolean {
  for (const at of walk(branch, source.visitorKeys, isFunction)) if (at.type === 'ReturnStatement' && at !== end && at.range[0] < end.range[1]) return true;
  return false;
}

const statusCalls = /^(?:status|code|sendStatus|setStatus|writeHead)$/u;
const statusFields = /^(?:status|statusCode)$/u;
/** They take a status after the body. */
const bodyCalls = /^(?:json|text|html|body)$/u;

/** `res.status(404).send()`, `c.json(body, 404)`, `ctx.status = 404`, `new Response(body, { status: 404 })`. */
function answersFailure(source: SourceCode, statement: TSESTree.Node): boolean {
  if (statement.type !== 'ExpressionStatement' && statement.type !== 'ReturnStatement') return false;
  for (const at of walk(statement, source.visitorKeys, isFunction)) {
    if (at.type === 'Property' && statusFields.test(propertyName(at) ?? '') && isFailure(at.value)) return true;
    if (at.type === 'AssignmentExpression' && at.left.type === 'MemberExpression' && statusFields.test(propertyName(at.left) ?? '') && isFailure(at.right)) return true;
    if (at.type !== 'CallExpression') continue;
    const callee = unwrap(at.callee);
    const name = callee.type === 'MemberExpression' ? (propertyName(callee) ?? '') : '';
    if (statusCalls.test(name) && isFailure(at.arguments[0])) return true;
    if (bodyCalls.test(name) && isFailure(at.arguments[1])) return true;
  }
  return false;
}

/** A status that says that the request was not served. */
function isFailure(node: TSESTree.Node | undefined): boolean {
  const at = node && unwrap(node);
  return at?.type === 'Literal' && typeof at.value === 'number' && at.value >= 400 && at.value < 600;
}
