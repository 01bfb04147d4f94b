/** What a file holds, as its name says. */
export type Language = 'typescript' | 'javascript' | 'yaml';

/** The language of a file; what is neither JavaScript nor YAML is read as TypeScript, which takes most JavaScript too. */
export function languageOf(file: string): Language {
  if (/\.ya?ml$/iu.test(file)) return 'yaml';
  return /\.[cm]?jsx?$/iu.test(file) ? 'javascript' : 'typescript';
}

/** The same file with the usual ending of another language. */
export function renamedTo(file: string, language: Language): string {
  const ending = { typescript: 'ts', javascript: 'js', yaml: 'yaml' }[language];
  return languageOf(file) === language ? file : `${file.replace(/\.\w+$/u, '')}.${ending}`;
}

/** Whether the file has a syntax of its own inside JavaScript: JSX. */
export function hasJsx(file: string): boolean {
  return /x$/iu.test(file);
}
