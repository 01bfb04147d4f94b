import { builtFrom, type BenchPlugin } from './plugin.js';
import type { ServiceTimes } from './services.js';

/** Builds a checkout's plugin so that `times` is told about each service, each rule and the gates, everyone by himself. */
export async function observedPlugin(checkout: string, keep: boolean, times: ServiceTimes): Promise<BenchPlugin> {
  const plugin = await builtFrom(checkout, keep, (compute) => times.around(compute));
  for (const [name, rule] of Object.entries(plugin.rules)) {
    const create = times.timed('the gates of all rules', rule.create.bind(rule));
    rule.create = (context: never) => {
      const listener = create(context) as { Program?: () => void };
      return listener.Program ? { Program: times.timed(`rule: ${name}`, listener.Program) } : listener;
    };
  }
  return plugin;
}
