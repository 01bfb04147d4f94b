import { readFileSync } from 'node:fs';

/** A public repository that judgements are about, at the commit they were made on. */
export interface CorpusRepository {
  /** `owner/name` on GitHub. */
  repository: string;
  commit: string;
}

/** Reads the list of repositories, by the name of their folder. */
export function readRepositories(file: string): Readonly<Record<string, CorpusRepository>> {
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, CorpusRepository>;
}
