import { calledHosts } from '../../analysis/called-services.js';
import { isHelperEngine } from '../../analysis/database-engines.js';
import { fileKind } from '../../analysis/files.js';
import { eventKey, nameKey } from '../../analysis/manifests/specifications.js';
import { namedEvents } from '../../analysis/named-events.js';
import { openedEngines } from '../../analysis/opened-engines.js';
import type { SourceCode } from '../../analysis/service.js';
import { isNamed, readSpecification, serviceOfFile, type ReadSpecification, type ServiceFacts } from '../../analysis/specification-file.js';
import { isSubscriptionPattern, meansEvent, soundsLikeEvent } from '../../analysis/specified-events.js';
import { createRule } from '../../kit/create-rule.js';
import { constructionName } from '../../kit/names.js';

/**
 * A specification that the code has left behind misleads everybody who reads it instead of the code: whoever changes an event
 * looks there for who will notice.
 */
export default createRule({
  name: 'spec-conformance',
  principle: 'service-specification',
  description: 'Require the code of a service to publish, subscribe to, call and open only what its specification says',
  fix: null,
  presets: true,
  needs: ['publish', 'subscribe', 'expensive-client', 'http-call', 'http-client', 'rpc-client'],
  needsText: /\bfetch\s*(?:<[^>]*>)?\(/u,
  needsSetting: 'spec',
  crossFile: true,
  messages: {
    unreadable: '`{{spec}}`, the `spec` of the settings, is missing or specifies no services, so nothing is checked (service-specification). Correct the path or the file.',
    publishes: '`{{service}}` publishes `{{event}}`, which its specification does not say (service-specification). Add it to `events.publishes`, or do not publish it.',
    subscribes: '`{{service}}` subscribes to `{{event}}`, which its specification does not say (service-specification). Add it to `events.subscribes`, or do without it.',
    calls: '`{{service}}` calls `{{other}}`, which its specification does not say (service-specification). Add it to `calls`, or learn of it by an event.',
    opens: '`{{call}}` connects `{{service}}` to {{engine}}, but its specification says {{stated}} (service-specification). Correct whichever is wrong.',
  },
  options: {},
  *check({ source, context }) {
    const specification = readSpecification(context);
    if (specification === undefined) return;
    if (specification === 'unreadable') {
      const start = { line: 1, column: 0 };
      yield { node: source.ast, loc: { start, end: start }, messageId: 'unreadable', data: { spec: context.settings.spec! } };
      return;
    }
    const service = serviceOfFile(specification, context.filename);
    if (!service) return;
    const { script, cli, migration } = fileKind(source);
    yield* inEvents(source, specification, service);
    if (script || cli || migration) return;
    yield* inCalls(source, specification, service);
    yield* inDatabases(source, specification, service);
  },
});

function* inEvents(source: SourceCode, specification: ReadSpecification, service: ServiceFacts) {
  const told = new Set<string>();
  for (const { direction, name, node, isTopic } of namedEvents(source)) {
    const key = eventKey(name);
    const stated = direction === 'publish' ? service.publishes : service.subscribes;
    // A service that hears its own events tells itself something, which is nobody else's business.
    const own = direction === 'publish' ? stated : stated && new Set([...stated, ...(service.publishes ?? [])]);
    if (!own || isSubscriptionPattern(name) || told.has(`${direction} ${key}`) || [...own].some((event) => meansEvent(key, event))) continue;
    if (!specification.events.has(key) && !(isTopic && soundsLikeEvent(name, specification))) continue;
    told.add(`${direction} ${key}`);
    yield { node, messageId: direction === 'publish' ? 'publishes' : 'subscribes', data: { service: service.name, event: name } } as const;
  }
}

function* inCalls(source: SourceCode, { services, statesCalls }: ReadSpecification, service: ServiceFacts) {
  if (!statesCalls) return;
  const told = new Set<string>();
  for (const { node, name } of calledHosts(source)) {
    const other = services.find((one) => isNamed(name, one.name));
    if (!other || other === service || service.calls.has(nameKey(other.name)) || told.has(other.name)) continue;
    told.add(other.name);
    yield { node, messageId: 'calls', data: { service: service.name, other: other.name } } as const;
  }
}

function* inDatabases(source: SourceCode, { statesHelpers }: ReadSpecification, service: ServiceFacts) {
  const { engines, database } = service;
  if (!engines || database === undefined) return;
  const told = new Set<string>();
  for (const { node, engine } of openedEngines(source)) {
    if (told.has(engine) || engines.has(engine) || (isHelperEngine(engine) && !statesHelpers)) continue;
    told.add(engine);
    const stated = isHelperEngine(engine) ? 'no such cache or queue' : database === 'none' ? 'that it has no database' : `\`${database}\``;
    yield { node, messageId: 'opens', data: { call: constructionName(source, node), service: service.name, engine, stated } } as const;
  }
}
