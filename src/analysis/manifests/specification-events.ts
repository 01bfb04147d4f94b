import type { YamlValue } from '../../languages/yaml/value.js';
import { namingStyleOf, type NamingStyle } from './event-names.js';
import { eventKey, type SpecifiedService, type Specification } from './specifications.js';

/** An event at the place where a service names it. */
export interface SpecifiedEvent {
  readonly service: SpecifiedService;
  readonly value: YamlValue;
  readonly name: string;
}

const publishedBy = (service: SpecifiedService) => eventsIn(service, service.publishes);
const subscribedBy = (service: SpecifiedService) => eventsIn(service, service.subscribes);

function eventsIn(service: SpecifiedService, list: readonly YamlValue[] | undefined): SpecifiedEvent[] {
  return (list ?? []).map((value) => ({ service, value, name: value.text! }));
}

/** Whether a name stands for several events: `order.*`, `orders.#`, `shop.>`. */
export function isPattern(name: string): boolean {
  return /[*#>+]/u.test(name);
}

/** Whether a pattern means an event, as far as its fixed beginning tells. */
function covers(pattern: string, name: string): boolean {
  const start = eventKey(pattern.slice(0, pattern.search(/[*#>+]/u)));
  return start === '' || `${eventKey(name)} `.startsWith(`${start} `);
}

/**
 * Events that a service subscribes to, no service publishes and that are not said to come from outside; each once. Empty where
 * the list of what some service publishes cannot be read, since the event may be meant to stand there.
 */
export function unpublishedEvents({ services, external }: Specification): readonly SpecifiedEvent[] {
  if (services.some(({ publishes }) => publishes === undefined)) return [];
  const known = [...services.flatMap(publishedBy).map(({ name }) => name), ...external.map(({ text }) => text!)];
  const keys = new Set(known.map(eventKey));
  const patterns = known.filter(isPattern);
  return oncePerEvent(services.flatMap(subscribedBy).filter(({ name }) => !isPattern(name) && !keys.has(eventKey(name)) && !patterns.some((pattern) => covers(pattern, name))));
}

/** Events that a service publishes, no service subscribes to and that are not said to go outside; each once. */
export function unheardEvents({ services, external }: Specification): readonly SpecifiedEvent[] {
  if (services.some(({ subscribes }) => subscribes === undefined)) return [];
  const known = [...services.flatMap(subscribedBy).map(({ name }) => name), ...external.map(({ text }) => text!)];
  const keys = new Set(known.map(eventKey));
  const patterns = known.filter(isPattern);
  return oncePerEvent(services.flatMap(publishedBy).filter(({ name }) => !isPattern(name) && !keys.has(eventKey(name)) && !patterns.some((pattern) => covers(pattern, name))));
}

function oncePerEvent(events: readonly SpecifiedEvent[]): readonly SpecifiedEvent[] {
  return [...new Map([...events].reverse().map((event) => [eventKey(event.name), event])).values()].reverse();
}

/** An event whose name is written in another style than most. */
export interface OddlyNamed extends SpecifiedEvent {
  readonly style: NamingStyle;
  /** The style of most events, and an event in it. */
  readonly usual: NamingStyle;
  readonly like: string;
}

/**
 * Events of the system's own services whose names are in another style than most, each once, where it is published first.
 * Names of one word and events from outside have no say. Between two styles that are used alike the first one counts.
 */
export function oddlyNamedEvents({ services, external }: Specification): readonly OddlyNamed[] {
  const outside = new Set(external.map(({ text }) => eventKey(text!)));
  const events = new Map<string, SpecifiedEvent & { readonly style: NamingStyle }>();
  for (const event of [...services.flatMap(publishedBy), ...services.flatMap(subscribedBy)]) {
    const style = isPattern(event.name) || outside.has(eventKey(event.name)) ? undefined : namingStyleOf(event.name);
    if (style && !events.has(event.name)) events.set(event.name, { ...event, style });
  }
  const counts = new Map<NamingStyle, number>();
  for (const { style } of events.values()) counts.set(style, (counts.get(style) ?? 0) + 1);
  const [usual] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  if (usual === undefined || counts.size < 2) return [];
  const like = [...events.values()].find(({ style }) => style === usual)!.name;
  return [...events.values()].filter(({ style }) => style !== usual).map((event) => ({ ...event, usual, like }));
}
