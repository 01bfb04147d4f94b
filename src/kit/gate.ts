import { namesAgents } from '../analysis/agents/agent-imports.js';
import { importedRoles } from '../analysis/facts.js';
import { fileKind } from '../analysis/files.js';
import { importsProject } from '../analysis/project-imports.js';
import type { SourceCode } from '../analysis/service.js';
import type { Role } from '../catalog/schema.js';

/** What a rule says of the files it can be about. */
export interface Gate {
  readonly needs: readonly Role[];
  readonly needsText?: RegExp;
  readonly crossFile?: boolean;
  readonly inTests?: boolean;
}

/**
 * Whether a rule needs to look at a file at all: by its kind, the packages it imports, its text, and, for a rule that reads
 * across files, whether it imports anything of the project. Costs a look at the import declarations.
 */
export function gateOpens(source: SourceCode, gate: Gate): boolean {
  if (!mayConcern(source, gate)) return false;
  const kind = fileKind(source);
  return !(kind.generated || kind.declaration || kind.minified || (kind.test && !gate.inTests));
}

function mayConcern(source: SourceCode, gate: Gate): boolean {
  const roles = importedRoles(source);
  // A function that the settings name as an agent is one without any import.
  return gate.needs.some((role) => roles.has(role)) || (gate.needs.includes('agent-call') && namesAgents(source)) || gate.needsText?.test(source.text) === true || (gate.crossFile === true && importsProject(source));
}
