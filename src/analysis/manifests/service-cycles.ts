import type { YamlValue } from '../../languages/yaml/value.js';
import { nameKey, type Specification } from './specifications.js';

/** Services that call each other in a circle. */
export interface ServiceCycle {
  /** Their names in the order of the calls, the first one again at the end. */
  readonly names: readonly string[];
  /** The entry of `calls` that closes the circle: the last service's call of the first. */
  readonly closing: YamlValue;
}

interface Step { readonly to: string; readonly value: YamlValue }

/** Circles of synchronous calls: of services that reach each other, the shortest one through the first of them in the file. */
export function serviceCycles({ services }: Specification): readonly ServiceCycle[] {
  const byKey = new Map(services.map((service) => [nameKey(service.name), service]));
  const steps = new Map<string, Step[]>(services.map(({ name, calls = [] }) => [nameKey(name), calls.map((value) => ({ to: nameKey(value.text!), value })).filter(({ to }) => byKey.has(to))]));
  const told = new Set<string>();
  return [...byKey.keys()].flatMap((start): ServiceCycle[] => {
    const way = told.has(start) ? undefined : shortestWayBack(start, steps);
    if (!way) return [];
    // Whatever else is in the same knot is untied with it or shows up when it is.
    for (const key of knot(start, steps)) told.add(key);
    return [{ names: [start, ...way.map(({ to }) => to)].map((key) => byKey.get(key)!.name), closing: way.at(-1)!.value }];
  });
}

/** Calls to a name that no service has. */
export function unknownCalls({ services }: Specification): readonly YamlValue[] {
  const known = new Set(services.map(({ name }) => nameKey(name)));
  return services.flatMap(({ calls }) => calls ?? []).filter(({ text }) => !known.has(nameKey(text!)));
}

function shortestWayBack(start: string, steps: ReadonlyMap<string, readonly Step[]>): readonly Step[] | undefined {
  const seen = new Set<string>();
  let ways: (readonly Step[])[] = [[]];
  while (ways.length > 0) {
    const next: (readonly Step[])[] = [];
    for (const way of ways) {
      for (const step of steps.get(way.at(-1)?.to ?? start) ?? []) {
        if (step.to === start) return [...way, step];
        if (!seen.has(step.to)) next.push([...way, step]);
        seen.add(step.to);
      }
    }
    ways = next;
  }
  return undefined;
}

/** The services that `start` reaches and that reach it. */
function knot(start: string, steps: ReadonlyMap<string, readonly Step[]>): string[] {
  const reach = (from: string) => {
    const seen = new Set([from]);
    for (const key of seen) for (const { to } of steps.get(key) ?? []) seen.add(to);
    return seen;
  };
  return [...reach(start)].filter((key) => reach(key).has(start));
}
