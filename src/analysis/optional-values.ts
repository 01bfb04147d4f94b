import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from './service.js';
import { calledName, isFunction, unwrap, walk } from './syntax.js';

/**
 * Is a member of an object a value in another form if it is there, and else nothing: `{ details: row.details ? JSON.stringify(row.details) : null }`?
 * That is what `?.` says where no function is in the way, and decides nothing.
 */
export function isOptionalValue(source: SourceCode, { parent, test, consequent, alternate }: TSESTree.ConditionalExpression): boolean {
  if (parent.type !== 'Property') return false;
  const values = presentIn(test);
  const form = isNothing(alternate) ? consequent : isNothing(consequent) ? alternate : undefined;
  if (!values || !form || !isForm(source, form)) return false;
  const text = source.getText(form);
  // A plain value may be left out for another reason too: `{ title: branded && team?.name ? team.name : undefined }`.
  const shape = unwrap(form).type;
  if ((shape === 'Identifier' || shape === 'MemberExpression') && values.some((value) => text === source.getText(value).replaceAll('?.', '.'))) return true;
  return values.every((value) => text.includes(source.getText(value)));
}

const forming = /^(?:Boolean|Date|Number|String|entries|getTime|keys|parse|parseFloat|parseInt|slice|stringify|toFixed|toISOString|toJSON|toLocale\w*|toLowerCase|toString|toUpperCase|trim|values)$/u;

function isForm(source: SourceCode, node: TSESTree.Node): boolean {
  for (const at of walk(node, source.visitorKeys)) {
    if (isFunction(at) || at.type === 'AwaitExpression' || at.type === 'ConditionalExpression' || at.type === 'TaggedTemplateExpression') return false;
    if ((at.type === 'CallExpression' || at.type === 'NewExpression') && !forming.test(calledName(at) ?? '')) return false;
  }
  return true;
}

/** The values that a test asks to be there, all or any of them, if it asks nothing else. */
function presentIn(test: TSESTree.Node): readonly TSESTree.Node[] | undefined {
  const at = unwrap(test);
  if (at.type === 'Identifier' || at.type === 'MemberExpression') return [at];
  if (at.type === 'BinaryExpression' && /^[!=]==?$/u.test(at.operator) && isNothing(at.right)) return presentIn(at.left);
  if (at.type !== 'LogicalExpression' || at.operator === '??') return undefined;
  const [left, right] = [presentIn(at.left), presentIn(at.right)];
  return left && right && [...left, ...right];
}

/** `null`, `undefined`, `''`, `[]`. */
function isNothing(node: TSESTree.Node): boolean {
  const at = unwrap(node);
  if (at.type === 'Literal') return at.value === '' || at.raw === 'null';
  return (at.type === 'Identifier' && at.name === 'undefined') || (at.type === 'ArrayExpression' && at.elements.length === 0);
}
