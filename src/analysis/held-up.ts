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
import { unwrap, type FunctionNode } from './syntax.js';

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

/**
 * What makes sure of a folder or file that is the same for all, and takes microseconds: `if (!existsSync(folder)) mkdirSync(folder)`, both calls of it,
 * and `mkdirSync(folder, { recursive: true })` by itself. It belongs at the start of the program, rather than behind an `await`.
 *
 * @param fn the function on whose calls it runs.
 */
export function isPreparation(source: SourceCode, { action, args, node }: Use, fn: FunctionNode): boolean {
  const [path] = args;
  if (action.blocking?.brief !== true || !path || !isFixedPath(source, path, { calls: pathFunctions, fn })) return false;
  return makesFolder.test(action.blocking.twin?.name ?? '') || isFirstOnly(source, node) || isLookBeforeMaking(source, node, source.getText(path));
}

/** `!existsSync(folder)`, where all that depends on it is to make that folder. */
function isLookBeforeMaking(source: SourceCode, look: TSESTree.Node, path: string): boolean {
  const not = look.parent;
  const test = not?.type === 'UnaryExpression' && not.operator === '!' ? not.parent : undefined;
  if (test?.type !== 'IfStatement' || test.test !== not || test.alternate) return false;
  const { consequent } = test;
  const [only, ...others] = consequent.type === 'BlockStatement' ? consequent.body : [consequent];
  const made = only?.type === 'ExpressionStatement' ? unwrap(only.expression) : undefined;
  return others.length === 0 && made?.type === 'CallExpression' && made.arguments[0] !== undefined && source.getText(made.arguments[0]) === path;
}

const makesFolder = /^(?:mkdir|mkdirs|mkdirp|ensureDir)$/u;
const pathFunctions = /^(?:join|resolve|normalize|dirname|cwd|fileURLToPath|homedir|tmpdir)$/u;
