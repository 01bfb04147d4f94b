import type { Repetition } from './repetition.js';
import { retryingRecursions } from './retry-recursions.js';
import { retryingLoops } from './retry-tries.js';
import { defineService, type SourceCode } from './service.js';

export type { Repetition, RepetitionKind } from './repetition.js';
export type { Bound } from './repetition-bounds.js';
export type { Delay } from './retry-delays.js';
export type { Growth } from './retry-growth.js';

/**
 * The loops, self-calls and timers of a file that run the same code again after it failed, with what they are for, what ends
 * them and how long they wait.
 * Does not see: retries by libraries (see `retry-policies.ts`), by events (`socket.on('close', connect)`), across functions
 * that call each other, or where the failure is a result and no exception.
 */
export const repetitions = defineService((source: SourceCode): readonly Repetition[] => {
  if (!/\bcatch\b/u.test(source.text) && !source.text.includes('.then(')) return [];
  return [...retryingLoops(source), ...retryingRecursions(source)].sort((a, b) => a.node.range[0] - b.node.range[0]);
});
