import { mayAskAgents } from '../../analysis/agents/agent-imports.js';
import { awaitedCallOf, type AwaitedCall } from '../../analysis/awaited-calls.js';
import { independentRuns, mayHaveRuns, type AwaitStep } from '../../analysis/awaits.js';
import { concurrencyLimiter } from '../../analysis/facts.js';
import { independentLoops, mayHaveLoops, type AwaitLoop } from '../../analysis/independent-loops.js';
import { allResultsUsed, isDeliberate, isTimed, outputsInOrder, sharesState, sharesStateAcross, usesElement } from '../../analysis/parallelism.js';
import type { SourceCode } from '../../analysis/service.js';
import { changesBeforeFailure, changesSomething, showsLostResult } from '../../analysis/step-order.js';
import { createRule } from '../../kit/create-rule.js';
import { limitedLoop } from '../../kit/fixers/limited-loop.js';
import { loopToPromiseAll } from '../../kit/fixers/loop-to-promise-all.js';
import { promiseAll } from '../../kit/fixers/promise-all.js';
import { constructionName } from '../../kit/names.js';
import type { Fix } from '../../kit/rule.js';
import { awaits } from '../../kit/texts.js';

/**
 * An agent call takes seconds. Two that need nothing from each other cost their sum when the code awaits them in turn, and
 * only the longer one when it starts them together.
 */
export default createRule({
  name: 'prefer-parallel-agents',
  principle: 'P066',
  description: 'Require independent agent calls to run together',
  fix: 'fix',
  presets: true,
  needs: ['agent-call', 'llm', 'agent'],
  needsText: awaits,
  crossFile: true,
  messages: {
    sequential: '`{{later}}` waits for `{{earlier}}` above but needs nothing from it (P066). Start the {{count}} calls together with `Promise.all`.',
    loop: '`{{call}}` runs for one element after the other, though no call needs another\'s result (P066). Start the calls together with `Promise.all`.',
    together: 'Start the calls together with `Promise.all`.',
    limited: 'Start the calls together, at most {{atOnce}} at a time, with `{{limiter}}`.',
  },
  options: {
    calls: {
      description: 'Which awaited calls count: those of agents and models, also GET requests and database reads (`external`), or every call (`all`).',
      type: 'string',
      enum: ['agents', 'external', 'all'],
      default: 'agents',
    },
    minCalls: { description: 'The least number of consecutive independent calls that is reported.', type: 'integer', minimum: 2, default: 2 },
  },
  *check({ source, options }) {
    const { calls: scope, minCalls } = options;
    if (scope === 'agents' && !mayAskAgents(source)) return;
    if (!mayHaveRuns(source) && !mayHaveLoops(source)) return;
    const callOf = (step: AwaitStep): AwaitedCall | undefined => {
      const call = awaitedCallOf(source, step.call, scope);
      // Called for what it does, not for what it answers, its place in the order may matter; people who name a function in the settings know it.
      return call?.reports || (step.target === undefined && call?.origin !== 'settings') ? undefined : call;
    };

    const related = (earlier: AwaitStep, later: AwaitStep): boolean => {
      const call = callOf(earlier)!;
      return sharesState(call, callOf(later)!) || (call.state.size > 0 && changesSomething(source, later));
    };

    for (const run of independentRuns(source, (step) => callOf(step) !== undefined, related)) {
      const { steps } = run;
      const [first, second] = steps;
      if (!first || !second || steps.length < minCalls || isDeliberate(source, first.statement, steps.at(-1)!.statement)) continue;
      const data = { later: constructionName(source, second.call), earlier: constructionName(source, first.call), count: steps.length };
      const at = { node: second.call.callee, messageId: 'sequential', data } as const;
      if (!run.adjacent || !steps.every((step) => step.plain)) {
        yield at;
        continue;
      }
      const fix: Fix = (fixer) => promiseAll(fixer, source, steps.map((step) => step.statement));
      const isSafe = allResultsUsed(source, run) && !changesBeforeFailure(source, run) && !showsLostResult(source, run) && steps.every((step, index) => isKnownToBeSafe(callOf(step)!, index));
      yield isSafe ? { ...at, fix } : { ...at, suggest: [{ messageId: 'together', fix }] };
    }

    for (const loop of independentLoops(source, (step, loop) => isIndependent(source, step, loop, callOf(step)))) {
      if (isTimed(source, loop) || outputsInOrder(source, loop) || isDeliberate(source, loop.loop, loop.loop)) continue;
      const [step] = loop.steps;
      if (!step) continue;
      const limiter = concurrencyLimiter(source);
      yield {
        node: step.call.callee,
        messageId: 'loop',
        data: { call: constructionName(source, step.call) },
        suggest: [
          limiter === undefined ? undefined : { messageId: 'limited', data: { atOnce, limiter }, fix: (fixer) => limitedLoop(fixer, source, loop, limiter, atOnce) },
          { messageId: 'together', fix: (fixer) => loopToPromiseAll(fixer, source, loop) },
        ],
      };
    }
  },
});

/** How many calls of a loop the suggested limit lets run at once. */
const atOnce = 5;

/** What tools do, and what calls do that nobody knows, may need the order. A session remembers a call that an earlier failure would have prevented. */
function isKnownToBeSafe(call: AwaitedCall, index: number): boolean {
  return !call.tools && call.origin !== 'unknown' && (index === 0 || call.state.size === 0);
}

function isIndependent(source: SourceCode, step: AwaitStep, loop: AwaitLoop, call: AwaitedCall | undefined): boolean {
  return call !== undefined && !sharesStateAcross(source, loop, call) && usesElement(source, loop, step);
}
