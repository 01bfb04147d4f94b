import type { TSESTree } from '@typescript-eslint/utils';
import { busyWaits } from '../../analysis/busy-wait.js';
import { mayReturnPromise } from '../../analysis/continuations.js';
import { usesOfPackages, type Use } from '../../analysis/facts.js';
import { fileKind } from '../../analysis/files.js';
import { isHandedOn } from '../../analysis/handed-on.js';
import { reachOf, type Reach } from '../../analysis/handlers.js';
import { holdsUpOthers, isPreparation } from '../../analysis/held-up.js';
import { mayInterleave } from '../../analysis/interleaving.js';
import { isFirstOnly, isMemoized, isOnceByName } from '../../analysis/once.js';
import { oncePerCause, reachedCalls } from '../../analysis/reached-calls.js';
import { isReachedSeldom, isSeldom, isSeldomStep } from '../../analysis/seldom.js';
import type { SourceCode } from '../../analysis/service.js';
import { hasSmallInput } from '../../analysis/small-inputs.js';
import { enclosingFunction, functionName, isFunction } from '../../analysis/syntax.js';
import { useSearch } from '../../analysis/use-search.js';
import { functionOf, weighsElsewhere, weighty } from '../../analysis/weighty-calls.js';
import type { Action } from '../../catalog/schema.js';
import { isAllowed } from '../../kit/allow.js';
import { createRule } from '../../kit/create-rule.js';
import { asyncTwin, type AsyncTwin } from '../../kit/fixers/async-twin.js';
import { canAwait } from '../../kit/fixers/await-call.js';
import { awaitingTwin } from '../../kit/fixers/awaiting-twin.js';
import { callPath, constructionName } from '../../kit/names.js';
import { anyOf, withWord } from '../../kit/texts.js';

/**
 * Node runs all requests of a process on one thread: while a synchronous call waits for the disk, a child process or a key
 * derivation, no other request, timer or health check gets a turn.
 */
export default createRule({
  name: 'no-blocking-handler',
  principle: 'P011',
  description: 'Disallow calls that block the event loop in handlers of requests, messages, jobs and events',
  fix: 'fix',
  presets: true,
  needs: ['blocking'],
  crossFile: true,
  needsText: anyOf(withWord(['Atomics.wait('], /\bAtomics\.wait\(/u), withWord(['Date.now', 'new Date', 'performance', 'hrtime'], /\b(?:while|for)\s*\([^{}]*\b(?:Date|performance|hrtime)\b/u)),
  messages: {
    blocking: '`{{call}}` {{does}} and holds up the event loop each time {{handler}} runs (P011). {{advice}}',
    reached: '`{{call}}` {{does}} and holds up the event loop each time {{handler}} calls {{path}} (P011). {{advice}}',
    elsewhere: 'This calls {{path}}, where `{{call}}` {{does}} and holds up the event loop each time {{handler}} runs{{others}} (P011). {{advice}}',
    busyWait: 'This loop does nothing but wait and holds up the event loop each time {{handler}} runs (P011). Await `setTimeout` of `node:timers/promises` instead.',
    makeAsync: 'Make {{handler}} async and await `{{twin}}`; see to it that a rejection is handled.',
    interleave: 'Await `{{twin}}`; until it is done, other requests may read and write the same file.',
  },
  options: {
    allow: { description: 'Calls that may block, as `"package"` or `"package.export"`: `"fs.existsSync"`.', type: 'array', items: { type: 'string' }, default: [] },
    lookups: { description: 'Also report what seldom weighs: calls that take microseconds, such as `existsSync`, where no list repeats them and nothing longer is done on the same path; what is done with files in scheduled jobs, on servers for the one user of a machine and more than one function away in other files; texts of CSV.', type: 'boolean', default: false },
    sqlite: { description: 'Also report queries of synchronous SQLite drivers.', type: 'boolean', default: false },
  },
  strict: { lookups: true },
  *check({ source, options }) {
    const kind = fileKind(source);
    if (kind.cli || kind.script || kind.migration) return;
    const uses = usesOfPackages(source, 'blocking');
    const calls = uses.flatMap((use) => {
      const reach = isMeant(use, options) ? reachOf(source, use.node) : undefined;
      return reach && isPaid(source, use, reach) ? [{ use, reach }] : [];
    });
    for (const { use, reach } of options.lookups ? calls : weighty(source, calls)) {
      const twin = asyncTwin(source, use);
      const path = callPath(namesIn(reach));
      const data = { call: callName(source, use), does: doesOf(use), handler: reach.handler.name, advice: adviceFor(use, twin) };
      const mend = twin ? mendingOf(source, twin, reach, mayInterleave(source, use, uses)) : {};
      if (path) yield { node: use.node, messageId: 'reached', data: { ...data, path }, ...mend };
      else yield { node: use.node, messageId: 'blocking', data, ...mend };
    }
    for (const loop of busyWaits(source)) {
      const reach = reachOf(source, loop);
      if (reach && !isRare(source, loop, reach) && holdsUpOthers(source, loop, reach.handler)) yield { node: loop, loc: headOf(source, loop), messageId: 'busyWait', data: { handler: reach.handler.name } };
    }
    const reached = reachedCalls(source, elsewhere(source, options)).filter((one) => (options.lookups || weighsElsewhere(source, one)) && !isReachedSeldom(source, one.reach) && holdsUpOthers(source, one.call, one.reach.handler) && !isHandedOn(one.call, one));
    for (const { call, reach, steps, found: use, source: file, others } of oncePerCause(reached)) {
      const path = callPath([...namesIn(reach), ...steps.map(({ name }) => name)]);
      const data = { call: callName(file, use), does: doesOf(use), handler: reach.handler.name, advice: adviceFor(use, asyncTwin(file, use)) };
      yield { node: call, messageId: 'elsewhere', data: { ...data, path, others: others === 0 ? '' : `, as ${others} more ${others === 1 ? 'call' : 'calls'} here` } };
    }
  },
});

interface Options { readonly allow: readonly string[]; readonly lookups: boolean; readonly sqlite: boolean }

/** Whether others pay for a use each time the handler runs: it is neither kept nor small, and no mere preparation or answer to a failure. */
function isPaid(source: SourceCode, use: Use, reach: Reach): boolean {
  if (isMemoized(source, use.node) || reach.path.some(isOnceByName) || isPreparation(source, use, functionOf(reach)) || hasSmallInput(source, use)) return false;
  return !isRare(source, use.node, reach) && holdsUpOthers(source, use.node, reach.handler);
}

function isRare(source: SourceCode, node: TSESTree.Node, reach: Reach): boolean {
  return isSeldom(source, node) || isReachedSeldom(source, reach);
}

function isChosen({ blocking }: Action, { lookups, sqlite }: Options): boolean {
  return blocking !== undefined && (blocking.optIn !== 'sqlite' || sqlite) && (!blocking.likeJson || lookups);
}

/** Whether a use blocks as it is called here, and the options do not permit it. */
function isMeant(use: Use, options: Options): boolean {
  if (!isChosen(use.action, options) || isAllowed(options.allow, use.known)) return false;
  return !(use.action.blocking?.unlessCallback && use.args.some((arg) => isFunction(arg)));
}

function elsewhere(source: SourceCode, options: Options) {
  return useSearch(source, {
    id: `blocking ${JSON.stringify([options.allow, options.lookups, options.sqlite])}`,
    roles: ['blocking'],
    counts: (action) => isChosen(action, options) && !action.blocking?.brief,
    follows: (step) => !isSeldomStep(step) && !isOnceByName(step.target.node),
    accepts: (use, file) => isMeant(use, options) && !isSeldom(file, use.node) && !isFirstOnly(file, use.node) && !hasSmallInput(file, use),
  });
}

function doesOf({ action }: Use): string {
  return action.blocking?.does ?? 'blocks';
}

/** The functions of the file between a handler and what it reaches. */
function namesIn({ path }: Reach): string[] {
  return path.map((fn) => functionName(fn) ?? 'a callback');
}

/** `fs.readFileSync()`; of `require('fs').readFileSync()` the same. */
function callName(source: SourceCode, use: Use): string {
  const name = constructionName(source, use.node);
  return name.startsWith('require()') ? `${use.known.path.replace(/^node:/u, '')}()` : name;
}

function adviceFor(use: Use, twin: AsyncTwin | undefined): string {
  if (twin) return `Await \`${twin.label}\` of \`${twin.module}\` instead.`;
  return use.action.blocking?.advice ?? (use.action.blocking?.twin ? 'Use its asynchronous form and await it.' : 'Do it asynchronously or in a worker thread.');
}

/** A fix where awaiting the twin changes nothing but the waiting, else a suggestion that says what it changes. */
function mendingOf(source: SourceCode, twin: AsyncTwin, { handler }: Reach, shared: boolean) {
  const fix = awaitingTwin(source, twin, handler);
  if (!fix) return {};
  const data = { handler: handler.name, twin: twin.label };
  const needsHandler = !canAwait(twin.call) && enclosingFunction(twin.call) === handler.node && !mayReturnPromise(source, handler);
  if (needsHandler) return { suggest: [{ messageId: 'makeAsync' as const, data, fix }] };
  return shared ? { suggest: [{ messageId: 'interleave' as const, data: { twin: twin.label }, fix }] } : { fix };
}

/** The head of a loop, without its body. */
function headOf(source: SourceCode, loop: ReturnType<typeof busyWaits>[number]): TSESTree.SourceLocation {
  const close = source.getTokenBefore(loop.body);
  return loop.type === 'DoWhileStatement' || !close ? loop.test?.loc ?? loop.loc : { start: loop.loc.start, end: close.loc.end };
}
