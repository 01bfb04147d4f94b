import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { limitWriting } from '../../analysis/agents/limit-writing.js';
import type { AgentRequest } from '../../analysis/agents/requests.js';
import { argumentAt } from '../../analysis/arguments.js';
import { unwrap } from '../../analysis/syntax.js';
import { expressionOf } from '../../analysis/values.js';
import type { Fix } from '../rule.js';
import { addImport } from './add-import.js';
import { addProperty, setOption } from './set-option.js';
import { braced } from './style.js';

type Edits = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[] | null;

/**
 * Gives a request or an agent a limit that it does not have, as an option of the call or construction or, where the options
 * are a constant of the file, there: `maxTurns: 20`, `options: { maxTurns: 20 }`, `stopWhen: stepCountIs(20)` with its import.
 *
 * @param part which limit.
 * @param limit the number of turns or tokens.
 * @returns the option's name and the edit; `undefined` where the place cannot be edited safely.
 */
export function agentLimit(request: AgentRequest, part: 'maxTokens' | 'maxTurns', limit: number): { readonly option: string; readonly fix: Fix } | undefined {
  const { source, node, args } = request;
  const writing = limitWriting(request, part);
  if (!writing || (node.type !== 'CallExpression' && node.type !== 'NewExpression')) return undefined;
  const [position = '', ...names] = writing.at.split('.');
  const [first, ...inner] = names;
  const index = Number(position);
  if (!Number.isInteger(index) || first === undefined) return undefined;
  const write = (edit: (fixer: TSESLint.RuleFixer, value: string) => TSESLint.RuleFix[] | TSESLint.RuleFix | null): Edits => (fixer) => {
    const { text, fixes } = valueText(fixer, request, part, limit);
    const edits = edit(fixer, text);
    return edits && [edits, fixes].flat();
  };
  const option = names.join('.');

  // From the innermost object that is there: `0.options` of `0.options.maxTurns`.
  for (let depth = names.length - 1; depth >= 0; depth -= 1) {
    const place = argumentAt(source, args, [position, ...names.slice(0, depth)].join('.'));
    if (place === 'unknown') return undefined;
    if (place === 'absent') continue;
    const object = expressionOf(source, place.found);
    const [name = '', ...below] = names.slice(depth);
    // A parameter, or what another file makes.
    if (object.type !== 'ObjectExpression') return undefined;
    return { option, fix: write((fixer, value) => addProperty(fixer, source, object, name, `${name}: ${nested(request, below, value)}`)) };
  }
  return { option, fix: write((fixer, value) => setOption(fixer, source, node, index, first, nested(request, inner, value))) };
}

/** Puts a limit in the place of what takes it away. */
export function replaceLimit(request: AgentRequest, part: 'maxTokens' | 'maxTurns', given: TSESTree.Node, limit: number): Fix {
  return (fixer) => {
    const { text, fixes } = valueText(fixer, request, part, limit);
    return [fixer.replaceText(unwrap(given), text), ...fixes];
  };
}

function nested({ source }: AgentRequest, names: readonly string[], value: string): string {
  return names.reduceRight((text, name) => braced(source, `${name}: ${text}`), value);
}

/** The option's value, and the imports that it needs. */
function valueText(fixer: TSESLint.RuleFixer, request: AgentRequest, part: 'maxTokens' | 'maxTurns', limit: number): { text: string; fixes: TSESLint.RuleFix[] } {
  const { source, known, node } = request;
  const writing = limitWriting(request, part);
  let text = (writing?.text ?? '{n}').replaceAll('{n}', String(limit));
  const fixes: TSESLint.RuleFix[] = [];
  for (const name of known ? writing?.imports ?? [] : []) {
    const imported = addImport(fixer, source, { module: known!.library.package, name, usedAt: [node] });
    text = text.replaceAll(`${name}(`, `${imported.text}(`);
    fixes.push(...imported.fixes);
  }
  return { text, fixes };
}
