import { run, type Call, type Trace, type World } from './agent-world.js';

/**
 * What an edit may change about a program that asks agents, and what not.
 *
 * While no call fails, nothing: the same value, the same calls with the same arguments, the same log lines in some order.
 * A call that needs another one's answer starts after that has ended.
 *
 * When a call fails, a call that would have come after it may have been started together with it; nothing else may differ.
 * Were two of those started together to fail, the error that surfaces is that of the one that fails first, where it was that
 * of the one that is written first: with a `Promise.all` that prefers the first in writing all is as before.
 *
 * A suggestion may change more when a call fails: what came before the failure has still been asked, but what the code made of
 * it may be lost (`a = await f()` beside a call that fails, results collected before a loop fails), and effects of later arguments are there.
 */
export type Edit = 'fix' | 'suggestion';

/**
 * Runs both programs in the same world.
 *
 * @returns what differs that may not; `undefined` when all is well, or the program has no end.
 */
export async function differenceOf(original: string, edited: string, edit: Edit, world: World): Promise<string | undefined> {
  const before = await run(original, world);
  if (!before) return undefined;
  let after = await run(edited, world);
  if (!after) return 'has no end any more';
  const early = earlyCall(after);
  if (early) return `starts before it can know what it needs: ${early.asked}`;
  const firstRefusal = before.calls.find((call) => call.refused);
  if (edit === 'suggestion' && firstRefusal) {
    const lost = missing(before.calls.filter((call) => call.start < firstRefusal.end), after.calls);
    return lost && `does not ask any more: ${lost.asked}`;
  }
  if (after.calls.filter((call) => call.refused).length > 1) after = (await run(edited, { ...world, inOrder: true }))!;
  const lost = missing(before.calls, after.calls);
  if (lost) return `does not ask any more: ${lost.asked}`;
  // Which of two calls that ask the same is the additional one, nobody can tell.
  const unfounded = additional(before.calls.concat(after.calls.filter((call) => startedBesideRefused(call, after!))), after.calls)[0];
  if (unfounded) return `asks too: ${unfounded.asked}`;
  if (before.outcome !== after.outcome || before.failed !== after.failed) return `${before.outcome}\nis now\n${after.outcome}`;
  return firstRefusal || String([...before.logs].sort()) === String([...after.logs].sort()) ? undefined : 'logs something else';
}

/** Whether a call that was refused in the end was under way when `call` started. */
function startedBesideRefused(call: Call, { calls }: Trace): boolean {
  return calls.some((other) => other.refused && other.start < call.start && call.start < other.end);
}

/** A call whose arguments hold an answer that had not been given when it started. */
function earlyCall({ calls }: Trace): Call | undefined {
  return calls.find((call) => calls.some(({ token }) => call.asked.includes(token) && !calls.some((other) => other.token === token && other.end < call.start)));
}

/** The first of `calls` that `others` do not hold as often. */
function missing(calls: readonly Call[], others: readonly Call[]): Call | undefined {
  return additional(others, calls)[0];
}

/** The calls among `others` that `calls` do not hold, or not as often. */
function additional(calls: readonly Call[], others: readonly Call[]): Call[] {
  const rest = calls.map(({ asked }) => asked);
  return others.filter(({ asked }) => {
    const index = rest.indexOf(asked);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
}
