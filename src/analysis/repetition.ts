import type { TSESTree } from '@typescript-eslint/utils';
import type { Bound } from './repetition-bounds.js';
import type { Delay } from './retry-delays.js';
import type { FunctionNode } from './syntax.js';

/**
 * What a repetition is for. Only `retry` repeats the same work because it failed. `poll` asks until the answer is as wished,
 * `consumer` waits for the next message, `pages` walks or tries something else each time, `monitor` goes on whatever happens,
 * `drain` works off a list, `generator` hands out values.
 */
export type RepetitionKind = 'retry' | 'poll' | 'consumer' | 'pages' | 'monitor' | 'drain' | 'generator' | 'unknown';

/** A loop, self-call or timer that runs the same code again after it failed. */
export interface Repetition {
  readonly form: 'loop' | 'recursion' | 'timer';
  readonly kind: RepetitionKind;
  /** What is tried, by its names: to keep a connection or subscription up, to see something get ready, to make up a name that nobody has, or any other call. */
  readonly purpose: 'call' | 'connection' | 'readiness' | 'collision';
  /** The loop statement, or the call that starts the next try. */
  readonly node: TSESTree.Node;
  /** What runs once per try: the loop's body, or the function that calls itself. */
  readonly body: TSESTree.Node;
  /** The function it stands in; of a recursion the one that calls itself. */
  readonly fn: FunctionNode | undefined;
  /** What is tried: the block of the `try`, or the expression whose rejection is caught. */
  readonly tried: TSESTree.Node;
  /** Where the failure arrives: the `catch` clause or the function handed to `.catch()`. */
  readonly handler: TSESTree.CatchClause | FunctionNode;
  readonly bound: Bound;
  /** The most tries, the first one counted, where the text fixes the number. */
  readonly tries: number | undefined;
  readonly delay: Delay;
}
