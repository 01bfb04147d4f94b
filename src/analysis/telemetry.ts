import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName } from './callee-names.js';
import { isLogging } from './effects.js';
import type { SourceCode } from './service.js';
import { propertyName, unwrap } from './syntax.js';

/**
 * Calls whose result nobody uses and which log, count, audit or track: they tell people what happened and change nothing of what happens.
 * Told by what is called: a logger, metrics, analytics, telemetry, a trail of audits.
 * Does not see: tables of such records that are written like any other.
 */

/** Whether a statement is such a call, waited for or not. */
export function isTelemetry(source: SourceCode, node: TSESTree.ExpressionStatement): boolean {
  const call = droppedCall(node);
  return call !== undefined && (isLogging(call) || isTelling(calleeName(source, call.callee)));
}

/** The call of a statement that drops what it gives: `await run()`, `void run()`, `run().catch(report)`. */
export function droppedCall({ expression }: TSESTree.ExpressionStatement): TSESTree.CallExpression | undefined {
  let at = unwrap(expression);
  while (at.type === 'AwaitExpression' || (at.type === 'UnaryExpression' && at.operator === 'void')) at = unwrap(at.argument);
  if (at.type !== 'CallExpression') return undefined;
  const callee = unwrap(at.callee);
  const caught = callee.type === 'MemberExpression' && propertyName(callee) === 'catch' ? unwrap(callee.object) : undefined;
  return caught?.type === 'CallExpression' ? caught : at;
}

const logger = /^#?_?log(?:ger|ging|Ctx|Context)?$|Logger$/u;
const measuring = /^(?:.*[a-z])?(?:[Mm]etrics?|[Aa]nalytics|[Tt]elemetry|[Ss]tatsd|[Hh]istogram)(?:[A-Z].*)?$|^(?:posthog|mixpanel|sentry|Sentry|span|newrelic)$/u;
const telling = /^(?:inc|track(?:Event|Usage|Metric)?|audit|log(?!(?:In|Out|Off)(?:$|[A-Z]))(?:[A-Z]\w*)?|(?:emit|record|write|send|create|add|save)(?:[A-Z]\w*)?(?:Audit|Analytics|Metrics?|Telemetry)(?:[A-Z]\w*)?|capture(?:Event|Exception|Message))$/u;

/** `logger.info`, `metrics.increment`, `paymentsTotal.inc`, `emitAuditEvent`, `app.auditLog.team.created`. */
function isTelling(name: string): boolean {
  const parts = name.split('.');
  const last = parts.at(-1) ?? '';
  if (telling.test(last)) return true;
  return parts.slice(0, -1).some((part) => logger.test(part) || measuring.test(part) || /^[aA]udit(?:Log(?:ger|s)?|Trail|Events?)$/u.test(part));
}
