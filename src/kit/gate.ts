import { namesAgents } from '../analysis/agents/agent-imports.js';
import { rolesInPlay } from '../analysis/facts.js';
import { fileKind } from '../analysis/files.js';
import { importsProject } from '../analysis/project-imports.js';
import { defineService, type SourceCode } from '../analysis/service.js';
import type { Role } from '../catalog/schema.js';
import type { TextTest } from './texts.js';

/** What a rule says of the files it can be about. */
export interface Gate {
  readonly needs: readonly Role[];
  readonly needsText?: TextTest;
  readonly crossFile?: boolean;
  readonly inTests?: boolean;
}

/**
 * Whether a rule needs to look at a file at all: by its kind, the packages it imports, its text, and, for a rule that reads
 * across files, whether it imports anything of the project. Each is found out once per file, whatever the number of rules.
 */
export function gateOpens(source: SourceCode, { needs, needsText, crossFile, inTests }: Gate): boolean {
  const seen = lookAt(source);
  if (seen.openTo === 'none' || (seen.openTo === 'inTests' && inTests !== true)) return false;
  const { roles, namesAgents: hasAgents, importsProject: leadsOn } = seen.imports;
  if (roles.size > 0) for (const role of needs) if (roles.has(role)) return true;
  // A function that the settings name as an agent is one without any import.
  if (hasAgents && needs.includes('agent-call')) return true;
  return (crossFile === true && leadsOn) || (needsText !== undefined && seen.passes(needsText));
}

const lookAt = defineService((source: SourceCode) => new Look(source));

/** What the gates of all rules ask of a file. */
class Look {
  /** Which rules may look at a file of its kind: all, those of tests, or none. */
  readonly openTo: 'all' | 'inTests' | 'none';
  private readonly passed = new Map<TextTest, boolean>();
  private known: { roles: ReadonlySet<Role>; namesAgents: boolean; importsProject: boolean } | undefined;

  constructor(private readonly source: SourceCode) {
    const kind = fileKind(source);
    this.openTo = kind.declaration || kind.minified || kind.generated ? 'none' : kind.test ? 'inTests' : 'all';
  }

  /** What its imports tell. */
  get imports() {
    const { source } = this;
    return this.known ??= { roles: rolesInPlay(source), namesAgents: namesAgents(source), importsProject: importsProject(source) };
  }

  /** Several rules share a test. */
  passes(test: TextTest): boolean {
    let result = this.passed.get(test);
    if (result === undefined) this.passed.set(test, (result = test.test(this.source.text)));
    return result;
  }
}
