/**
 * How long is what was read of other files taken as it is? Looking at a file's time of change costs more than most questions
 * about it, and while a project is linted, questions follow each other closely: all of them belong to one round, and what was
 * read in a round is not looked at again. In an editor a pause lies between two rounds.
 */

/** A pause of this time in milliseconds ends a round: longer than linting all but huge files takes, shorter than it takes to save one and go to another. */
const pause = 400;
/** The longest round in milliseconds: files may change while a large project is linted. */
const longest = 20_000;

let asked = 0;
let begun = 0;

/** The time in milliseconds since the epoch, for `isFresh`. A question that belongs to the round. */
export function now(): number {
  const time = Date.now();
  if (time < asked || time - asked > pause || time - begun > longest) begun = time;
  asked = time;
  return time;
}

/**
 * Whether what was read at a time need not be looked at again.
 *
 * @param since when it was read, as `now()` gave it.
 * @param trustFor for how many milliseconds it is trusted even in another round.
 */
export function isFresh(since: number, trustFor: number): boolean {
  const time = now();
  return since >= begun || time - since < trustFor;
}
