import type { AST } from 'yaml-eslint-parser';
import { generatedMark } from '../generated.js';
import { YamlValue } from './value.js';

/** A source as far as all of ESLint's ways to read YAML agree: its own parser mode and the language of eslint-plugin-yml. */
export interface YamlSource {
  readonly text: string;
  readonly ast: unknown;
}

/** Whether a source was parsed as YAML, by whichever of the two. */
export function isYaml(source: object): boolean {
  const { parserServices, ast } = source as { parserServices?: { isYAML?: boolean }; ast?: { body?: { type?: string }[] } };
  return parserServices?.isYAML === true || ast?.body?.[0]?.type === 'YAMLDocument';
}

/**
 * Whether a text is a template that something else fills in before it is YAML: `{{ }}` of Helm, Argo or Jinja. Expressions of
 * GitHub workflows (`${{ }}`) are plain texts.
 */
export function isTemplate(text: string): boolean {
  return /(?<!\$)\{\{/u.test(text);
}

/** Whether the comments at the head of a text say that a program wrote it: what is wrong there is mended elsewhere. */
export function isGenerated(text: string): boolean {
  const head = /^(?:\uFEFF|---[^\n]*\n|[ \t]*(?:#[^\n]*)?\r?\n)*/u.exec(text)?.[0] ?? '';
  return generatedMark.test(head);
}

const kept = new WeakMap<object, readonly YamlValue[]>();

/** The values of the documents of a YAML source that have one, in order. */
export function documentsOf(source: YamlSource): readonly YamlValue[] {
  const program = source.ast as AST.YAMLProgram;
  let documents = kept.get(program);
  if (!documents) kept.set(program, (documents = program.body.map((document) => YamlValue.of(document)).filter(({ content }) => content !== null)));
  return documents;
}
