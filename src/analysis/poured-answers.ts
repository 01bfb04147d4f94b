import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { variableOf } from './calls.js';
import type { Names } from './request-reads.js';
import type { SourceCode } from './service.js';
import { calledName, unwrap, walk } from './syntax.js';

/**
 * Answers that are drawn: a document, an archive or a sheet that is piped to the response while the handler adds to it.
 * Does not see: what is drawn through a part of it (`book.addWorksheet()`), or written as a whole in the end.
 */

type Variable = TSESLint.Scope.Variable;

/**
 * The variables that a handler pours into its answer, directly or through others: `doc` of `doc.pipe(res)`, `pipeline(doc, zip, res)`.
 * What it calls on them draws the answer.
 */
export function pouredInto(source: SourceCode, { node }: Names, response: TSESTree.Identifier): ReadonlySet<Variable> {
  const target = variableOf(source, response);
  const poured = new Set<Variable>();
  if (!target || !/\bpipe(?:line)?\(/u.test(source.getText(node))) return poured;
  const pipes: { from: Variable; to: Variable }[] = [];
  for (const at of walk(node, source.visitorKeys)) {
    if (at.type !== 'CallExpression') continue;
    const name = calledName(at);
    const callee = unwrap(at.callee);
    const steps = name === 'pipe' && callee.type === 'MemberExpression' ? [callee.object, at.arguments[0]] : name === 'pipeline' ? at.arguments : [];
    const variables = steps.map((one) => (one?.type === 'Identifier' ? variableOf(source, one) : undefined));
    variables.forEach((to, index) => {
      const from = variables[index - 1];
      if (from && to) pipes.push({ from, to });
    });
  }
  for (let size = -1; size !== poured.size;) {
    size = poured.size;
    for (const { from, to } of pipes) if (to === target || poured.has(to)) poured.add(from);
  }
  return poured;
}

/** `doc.fontSize(20).text('Invoice')` of something that is poured into the answer. */
export function drawsAnswer(source: SourceCode, node: TSESTree.Node, poured: ReadonlySet<Variable>): boolean {
  if (poured.size === 0 || node.type !== 'ExpressionStatement') return false;
  let at = unwrap(node.expression);
  if (at.type !== 'CallExpression') return false;
  while (at.type === 'MemberExpression' || at.type === 'CallExpression') at = unwrap(at.type === 'MemberExpression' ? at.object : at.callee);
  const variable = at.type === 'Identifier' ? variableOf(source, at) : undefined;
  return variable !== undefined && poured.has(variable);
}
