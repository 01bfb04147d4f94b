import type { TSESTree } from '@typescript-eslint/utils';

/** A parser as ESLint configurations carry it. */
export interface Parser {
  parse?(text: string, options?: object): unknown;
  parseForESLint?(text: string, options?: object): { ast: TSESTree.Program; scopeManager?: unknown; visitorKeys?: unknown; services?: unknown };
}

/**
 * What the plugin needs from the world outside the linted text. `src/node` implements it; the browser has none.
 * No method throws: what cannot be found or read is `undefined`.
 */
export interface Host {
  /** The file that `specifier` means in `fromFile` (absolute path), if it lies in the project, outside node_modules. */
  resolve(specifier: string, fromFile: string): string | undefined;
  /** A text file with its modification time in milliseconds. */
  read(file: string): { text: string; modified: number } | undefined;
  /** Whether a folder is there (absolute path). A host without this method cannot tell. */
  isFolder?(path: string): boolean;
  /** Absolute paths of the files in the folder of `file`, sorted; without folders. A host without this method cannot tell. */
  siblings?(file: string): readonly string[];
  /** The syntax tree of a YAML text, as yaml-eslint-parser gives it. A host without this method has no parser for it. */
  parseYaml?(text: string): unknown;
  /** The nearest package.json above `file`: dependency ranges of all kinds by name, its name and type. */
  manifest(file: string): Manifest | undefined;
}

/** What matters of a package.json. */
export interface Manifest {
  directory: string;
  name?: string;
  type?: 'module' | 'commonjs';
  /** It installs programs for the command line (`bin`). */
  programs?: boolean;
  /** The versions of Node it runs on (`engines.node`). */
  node?: string;
  dependencies: Readonly<Record<string, string>>;
}
