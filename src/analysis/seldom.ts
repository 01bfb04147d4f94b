import type { TSESTree } from '@typescript-eslint/utils';
import { isAfterFailure, reportsErrors } from './after-failure.js';
import { callersOf } from './calls.js';
import type { Step } from './call-paths.js';
import { isDevelopmentOnly } from './development-only.js';
import { isEnvironmentFallback } from './environment-fallback.js';
import type { Reach } from './handlers.js';
import type { SourceCode } from './service.js';
import { contains } from './syntax.js';

/** Is code no part of the usual run in production: after a failure, in development, or in place of a value of the environment? */
export function isSeldom(source: SourceCode, node: TSESTree.Node): boolean {
  return isAfterFailure(source, node) || isDevelopmentOnly(source, node) || isEnvironmentFallback(source, node);
}

/** Whether a handler comes to what it reaches in its file, by the shortest way, only so. */
export function isReachedSeldom(source: SourceCode, { handler, path }: Reach): boolean {
  const way = [handler.node, ...path];
  return path.some((target, index) => {
    const calls = callersOf(source, target).filter(({ call }) => contains(way[index]!, call));
    return reportsErrors(target) || (calls.length > 0 && calls.every(({ call }) => isSeldom(source, call)));
  });
}

/** Whether a call on the way through other files is made only so, or is one to a function that reports failures. */
export function isSeldomStep({ source, call, target }: Step): boolean {
  return reportsErrors(target.node) || isSeldom(source, call);
}
