import type { TSESLint } from '@typescript-eslint/utils';

/** The source of one file, as ESLint hands it to rules. */
export type SourceCode = Readonly<TSESLint.SourceCode>;

type Around = <T>(compute: (source: SourceCode) => T) => (source: SourceCode) => T;
let around: Around | undefined;

/** Puts something around the computation of every service that is defined from now on: for measuring, see tools/bench.ts. */
export function observeServices(observer: Around): void {
  around = observer;
}

/** What is known of each source, by the number of the service. One table, since each weak table costs every garbage collection. */
const answers = new WeakMap<SourceCode, unknown[]>();
let services = 0;
/** The source asked about last: nearly always the one that is asked about next. Kept alive until then. */
let last: SourceCode | undefined;
let lastAnswers: unknown[] = [];

function answersOf(source: SourceCode): unknown[] {
  if (source !== last) {
    let known = answers.get(source);
    if (!known) answers.set(source, (known = new Array<unknown>(services)));
    last = source;
    lastAnswers = known;
  }
  return lastAnswers;
}

/** Stands for an answer that is `undefined`. */
const nothing = Symbol('undefined');

/**
 * Makes a service: one question about a file, computed once per SourceCode however many rules ask.
 *
 * @param compute answers the question for one file; must be pure, since the answer is kept as long as the SourceCode.
 * @returns the memoized question. Falsy answers are kept too.
 */
export function defineService<T>(compute: (source: SourceCode) => T): (source: SourceCode) => T {
  const answer = around?.(compute) ?? compute;
  const number = services++;
  return (source) => {
    const known = answersOf(source)[number];
    if (known !== undefined) return (known === nothing ? undefined : known) as T;
    const value = answer(source);
    answersOf(source)[number] = value === undefined ? nothing : value;
    return value;
  };
}
