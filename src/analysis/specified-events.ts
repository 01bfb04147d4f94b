import { saysWhatHappened } from './manifests/event-names.js';
import { eventKey } from './manifests/specifications.js';
import type { ReadSpecification } from './specification-file.js';

/** How names of events in code compare with those of a service specification. Keys are those of `eventKey`. */

/** Whether a name has a broker's wildcards in it and so means many events. */
export function isSubscriptionPattern(name: string): boolean {
  return /[*#>+]/u.test(name);
}

/** `shop order created` means `order created`: brokers are shared, and names in them have prefixes. A pattern means what begins like it. */
export function meansEvent(key: string, event: string): boolean {
  return event.endsWith(' *') ? `${key} `.startsWith(event.slice(0, -1)) : key === event || key.endsWith(` ${event}`);
}

/** Whether a topic is one event: it says what has happened, or ends as events of this specification do. Others carry commands or many events. */
export function soundsLikeEvent(name: string, { events }: ReadSpecification): boolean {
  const words = eventKey(name).split(' ');
  return words.length > 1 && (saysWhatHappened(name) || [...events.keys()].some((event) => event.endsWith(` ${words.at(-1)!}`)));
}
