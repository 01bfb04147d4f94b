import type { TSESTree } from '@typescript-eslint/utils';
import { isDevelopmentOnly } from './development-only.js';
import { usesOfPackages, type Use } from './facts.js';
import type { Handler } from './handlers.js';
import { isFixedPath } from './interleaving.js';
import { keepsAnswer } from './kept-answers.js';
import { isFirstOnly } from './once.js';
import { servesOneClient } from './one-client.js';
import { runsOnce } from './programs.js';
import type { SourceCode } from './service.js';

/**
 * Do others wait while a handler blocks at `node`? Not for a local server with one client, the tools of a program that runs once,
 * in development, or where the framework keeps the answer.
 */
export function holdsUpOthers(source: SourceCode, node: TSESTree.Node, handler: Handler): boolean {
  if (servesOneClient(source, handler) || keepsAnswer(source, handler) || isOfOneRun(source, handler)) return false;
  return !isDevelopmentOnly(source, node) && !isDevelopmentOnly(source, handler.registration);
}

/** A tool of an agent that a program asks itself and then ends: `await network.run(task)` in a file that offers and serves nothing. */
function isOfOneRun(source: SourceCode, { kind }: Handler): boolean {
  return kind === 'tool' && runsOnce(source) && usesOfPackages(source, 'agent-call', 'agent-stream').length > 0;
}

/** `if (!existsSync(folder)) mkdirSync(folder)`, of a folder that is the same for all: it runs once, and takes microseconds. */
export function isPreparation(source: SourceCode, { action, args, node }: Use): boolean {
  const [path] = args;
  return action.blocking?.brief === true && path !== undefined && isFirstOnly(source, node) && isFixedPath(source, path, pathFunctions);
}

const pathFunctions = /^(?:join|resolve|normalize|dirname|cwd|fileURLToPath|homedir|tmpdir)$/u;
