import type { TSESTree } from '@typescript-eslint/utils';
import { busyWaits } from '../../analysis/busy-wait.js';
import { callersOf } from '../../analysis/calls.js';
import { everyCallOf, hasCallback, mayReturnPromise } from '../../analysis/continuations.js';
import { isDevelopmentOnly } from '../../analysis/development-only.js';
import { usesOfPackages, type Use } from '../../analysis/facts.js';
import { fileKind } from '../../analysis/files.js';
import { isHandedOn } from '../../analysis/handed-on.js';
import { reachOf, type Handler, type Reach } from '../../analysis/handlers.js';
import { holdsUpOthers, isPreparation } from '../../analysis/held-up.js';
import { mayInterleave } from '../../analysis/interleaving.js';
import { isFirstOnly, isMemoized } from '../../analysis/once.js';
import { oncePerCause, reachedCalls } from '../../analysis/reached-calls.js';
import type { SourceCode } from '../../analysis/service.js';
import { hasSmallInput } from '../../analysis/small-inputs.js';
import { enclosingFunction, functionName, isFunction } from '../../analysis/syntax.js';
import { useSearch } from '../../analysis/use-search.js';
import type { Action } from '../../catalog/schema.js';
import { isAllowed } from '../../kit/allow.js';
import { createRule, type Fix } from '../../kit/create-rule.js';
import { asyncTwin, awaitTwin, type AsyncTwin } from '../../kit/fixers/async-twin.js';
import { awaitCall, canAwait } from '../../kit/fixers/await-call.js';
import { makeAsync } from '../../kit/fixers/make-async.js';
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
    sqlite: { description: 'Also report queries of synchronous SQLite drivers.', type: 'boolean', default: false },
  },
  *check({ source, options }) {
    const kind = fileKind(source);
    if (kind.cli || kind.script || kind.migration) return;
    const uses = usesOfPackages(source, 'blocking');
    for (const use of uses) {
      if (!isMeant(use, options)) continue;
      const reach = reachOf(source, use.node);
      if (!reach || isMemoized(source, use.node) || isPreparation(source, use) || hasSmallInput(source, use) || !holdsUpOthers(source, use.node, reach.handler)) continue;
      const twin = asyncTwin(source, use);
      const path = callPath(namesIn(reach));
      const data = { call: callName(source, use), does: doesOf(use), handler: reach.handler.name, advice: adviceFor(use, twin) };
      const mend = twin ? mendingOf(source, twin, reach, mayInterleave(source, use, uses)) : {};
      if (path) yield { node: use.node, messageId: 'reached', data: { ...data, path }, ...mend };
      else yield { node: use.node, messageId: 'blocking', data, ...mend };
    }
    for (const loop of busyWaits(source)) {
      const reach = reachOf(source, loop);
      if (reach && holdsUpOthers(source, loop, reach.handler)) yield { node: loop, loc: headOf(source, loop), messageId: 'busyWait', data: { handler: reach.handler.name } };
    }
    const reached = reachedCalls(source, elsewhere(source, options)).filter((one) => holdsUpOthers(source, one.call, one.reach.handler) && !isHandedOn(one.call, one));
    for (const { call, reach, steps, found: use, source: file, others } of oncePerCause(reached)) {
      const path = callPath([...namesIn(reach), ...steps.map(({ name }) => name)]);
      const data = { call: callName(file, use), does: doesOf(use), handler: reach.handler.name, advice: adviceFor(use, asyncTwin(file, use)) };
      yield { node: call, messageId: 'elsewhere', data: { ...data, path, others: others === 0 ? '' : `, as ${others} more ${others === 1 ? 'call' : 'calls'} here` } };
    }
  },
});

interface Options { readonly allow: readonly string[]; readonly sqlite: boolean }

const isChosen = ({ blocking }: Action, { sqlite }: Options) => blocking !== undefined && (blocking.optIn !== 'sqlite' || sqlite);

/** Whether a use blocks as it is called here, and the options do not permit it. */
function isMeant(use: Use, options: Options): boolean {
  if (!isChosen(use.action, options) || isAllowed(options.allow, use.known)) return false;
  return !(use.action.blocking?.unlessCallback && use.args.some((arg) => isFunction(arg)));
}

function elsewhere(source: SourceCode, options: Options) {
  return useSearch(source, {
    id: `blocking ${JSON.stringify(options)}`,
    roles: ['blocking'],
    counts: (action) => isChosen(action, options) && !action.blocking?.brief,
    accepts: (use, file) => isMeant(use, options) && !isFirstOnly(file, use.node) && !hasSmallInput(file, use) && !isDevelopmentOnly(file, use.node),
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
  const fix = awaiting(source, twin, handler);
  if (!fix) return {};
  const data = { handler: handler.name, twin: twin.label };
  const needsHandler = !canAwait(twin.call) && enclosingFunction(twin.call) === handler.node && !mayReturnPromise(source, handler);
  if (needsHandler) return { suggest: [{ messageId: 'makeAsync' as const, data, fix }] };
  return shared ? { suggest: [{ messageId: 'interleave' as const, data: { twin: twin.label }, fix }] } : { fix };
}

/** How the call can be awaited: as it stands, by making the helper around it async together with all its calls, or by making the handler so. */
function awaiting(source: SourceCode, twin: AsyncTwin, handler: Handler): Fix | undefined {
  if (canAwait(twin.call)) return (fixer) => awaitTwin(fixer, source, twin);
  const fn = enclosingFunction(twin.call);
  if (!fn || !canAwait(twin.call, fn) || hasCallback(fn)) return undefined;
  const calls = fn !== handler.node ? everyCallOf(source, fn) : callersOf(source, fn).length === 0 ? [] : undefined;
  if (!calls?.every((one) => canAwait(one, fn))) return undefined;
  return (fixer) => {
    const edits = [makeAsync(fixer, source, fn), ...calls.map((one) => awaitCall(fixer, source, one, undefined, fn)), awaitTwin(fixer, source, twin, fn)];
    return edits.includes(null) ? null : edits.flatMap((edit) => edit ?? []);
  };
}

/** The head of a loop, without its body. */
function headOf(source: SourceCode, loop: ReturnType<typeof busyWaits>[number]): TSESTree.SourceLocation {
  const close = source.getTokenBefore(loop.body);
  return loop.type === 'DoWhileStatement' || !close ? loop.test?.loc ?? loop.loc : { start: loop.loc.start, end: close.loc.end };
}
