import { serviceCycles, unknownCalls } from '../../analysis/manifests/service-cycles.js';
import { apiFaults } from '../../analysis/manifests/specification-apis.js';
import { oddlyNamedEvents, unheardEvents, unpublishedEvents } from '../../analysis/manifests/specification-events.js';
import { formFaults, nearestOf } from '../../analysis/manifests/specification-faults.js';
import { sharedDatabases } from '../../analysis/manifests/specification-databases.js';
import { specificationsOf, type Specification } from '../../analysis/manifests/specifications.js';
import { specificationFile } from '../../analysis/specification-file.js';
import { createRule, type Fix } from '../../kit/create-rule.js';
import { renameKey, replaceScalar } from '../../kit/fixers/yaml-edits.js';
import { callPath } from '../../kit/names.js';

/**
 * A specification of services is worth what it says truly and completely: an event that nobody publishes is never heard, a
 * misspelt part says nothing, and two owners of one database are one service in two halves.
 */
export default createRule({
  name: 'service-spec',
  principle: 'service-specification',
  description: 'Require service specifications to be complete and to agree with themselves',
  fix: 'suggestion',
  presets: true,
  language: 'YAML',
  needs: [],
  needsText: /\b(?:responsibilities|apis|events|publishes|subscribes)["']?\s*:|architecture\.schema\.json/u,
  messages: {
    unknown: '`{{key}}` is no part of {{owner}}, so it states nothing (service-specification). {{advice}}',
    missing: '{{owner}} does not say its {{parts}}, so nobody can rely on it (service-specification). Add what is missing; `[]` and `none` are answers.',
    form: '`{{place}}` is not {{expected}}, so nothing in it can be checked (service-specification). Write it as {{expected}}.',
    method: '`{{api}}` does not say its method, so it may be any of several operations (service-specification). Begin with one in capitals, as in `GET /users`.',
    name: '{{fault}} (service-specification). {{advice}}',
    version: '`{{api}}` states no version while `{{versioned}}` does, so this one cannot change without breaking clients (service-specification). Version both.',
    unpublished: '`{{service}}` waits for `{{event}}`, which no service publishes (service-specification). Let one publish it, or list it under `external_events`.',
    unheard: 'No service subscribes to `{{event}}` of `{{service}}` (service-specification). Drop it, add its subscriber, or list it under `external_events`.',
    naming: '`{{event}}` is {{style}}, while most events are {{usual}} like `{{like}}`, so it is easily misspelt (service-specification). Name all in one style.',
    shared: '`{{service}}` and `{{other}}` both own the {{engine}} database `{{name}}`, so neither can change it alone (service-specification). Give each its own.',
    unknownCall: '`{{name}}` is no service of this specification (service-specification). Write `{{nearest}}` if that is meant.',
    cycle: '{{names}} wait for each other, so when one is slow or down all are (service-specification). Make one call an event.',
    rename: 'Write `{{name}}`.',
  },
  options: {
    strict: { description: 'Whether an event that no service subscribes to is reported too.', type: 'boolean', default: false },
  },
  strict: { strict: true },
  *check({ source, context, options }) {
    const named = specificationFile(context) === context.filename;
    for (const specification of specificationsOf(source, named)) {
      yield* inForm(specification);
      yield* inApis(specification);
      for (const { service, value, name } of unpublishedEvents(specification)) yield { node: value.node, messageId: 'unpublished', data: { service: service.name, event: name } };
      for (const { service, value, name } of options.strict ? unheardEvents(specification) : []) yield { node: value.node, messageId: 'unheard', data: { service: service.name, event: name } };
      for (const { value, name, style, usual, like } of oddlyNamedEvents(specification)) yield { node: value.node, messageId: 'naming', data: { event: name, style, usual, like } };
      for (const { service, other, engine, name } of sharedDatabases(specification)) yield { node: name.node, messageId: 'shared', data: { service: service.name, other: other.name, engine, name: name.text! } };
      yield* inCalls(specification);
    }
  },
});

const all = new Intl.ListFormat('en');

function* inForm(specification: Specification) {
  for (const fault of formFaults(specification)) {
    if (fault.kind === 'missing') {
      yield { node: fault.node, messageId: 'missing', data: { owner: fault.owner, parts: all.format(fault.parts.map((part) => `\`${part}\``)) } } as const;
    } else if (fault.kind === 'form') {
      yield { node: fault.node, messageId: 'form', data: { place: fault.place, expected: fault.expected } } as const;
    } else {
      const { entry, owner, nearest } = fault;
      const fix: Fix = (fixer) => renameKey(fixer, entry, nearest!);
      const advice = nearest === undefined ? 'Begin the name of a key of your own with `x-`.' : `Write \`${nearest}\` if that is meant.`;
      yield { node: fault.node, messageId: 'unknown', data: { key: entry.key, owner, advice }, suggest: [nearest === undefined ? undefined : { messageId: 'rename', data: { name: nearest }, fix } as const] } as const;
    }
  }
}

/** What is wrong with a path, and the way out. */
const faults: Readonly<Record<string, readonly [what: string, advice: string]>> = {
  verb: ['says in its path what the method says already', 'Name the resource, not the action'],
  singular: ['names a collection like one thing', 'Use the plural, as in `/users/{id}`'],
  extension: ['fixes the format in its path', 'Let the client ask for one with `Accept`'],
  slash: ['ends in a slash, unlike other paths, and many routers tell the two apart', 'Drop it'],
  case: ['has upper-case letters in its path, which people retype wrongly', 'Write it in lower case with hyphens'],
  underscore: ['joins words with underscores, while other paths use hyphens', 'Use hyphens'],
};

function* inApis(specification: Specification) {
  for (const fault of apiFaults(specification)) {
    const api = fault.text;
    if (fault.kind === 'method') yield { node: fault.value.node, messageId: 'method', data: { api } } as const;
    else if (fault.kind === 'version') yield { node: fault.value.node, messageId: 'version', data: { api, versioned: fault.versioned } } as const;
    else {
      const [what, advice] = faults[fault.fault.kind]!;
      yield { node: fault.value.node, messageId: 'name', data: { fault: `\`${api}\` ${what}`, advice: `${advice}.` } } as const;
    }
  }
}

function* inCalls(specification: Specification) {
  for (const { names, closing } of serviceCycles(specification)) yield { node: closing.node, messageId: 'cycle', data: { names: callPath(names) } } as const;
  for (const value of unknownCalls(specification)) {
    // Systems outside may be called too; what is nearly the name of a service means it.
    const nearest = nearestOf(value.text!, specification.services.map(({ name }) => name));
    if (nearest === undefined) continue;
    const fix: Fix = (fixer) => replaceScalar(fixer, value, nearest);
    yield { node: value.node, messageId: 'unknownCall', data: { name: value.text!, nearest }, suggest: [{ messageId: 'rename', data: { name: nearest }, fix }] } as const;
  }
}
