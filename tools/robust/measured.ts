import type { ESLint, Rule } from 'eslint';

/** What the rules of a plugin did since it was asked last. */
export interface Work {
  /** Milliseconds of processor time, by the rule's name. */
  readonly times: Readonly<Record<string, number>>;
  /** Rules that looked at the file: those whose gate let it pass. */
  readonly opened: number;
}

/**
 * The plugin with a clock around every rule. ESLint's own times are those of the wall: on a machine that is busy with something
 * else, any file may seem slow.
 *
 * @param clock gives milliseconds of this thread's processor time.
 */
export function measured(plugin: ESLint.Plugin, clock: () => number): { plugin: ESLint.Plugin; take: () => Work } {
  let times: Record<string, number> = {};
  let opened = 0;
  const timed = <T>(name: string, run: () => T): T => {
    const start = clock();
    try {
      return run();
    } finally {
      times[name] = (times[name] ?? 0) + clock() - start;
    }
  };
  const rules = Object.fromEntries(Object.entries(plugin.rules ?? {}).map(([name, rule]): [string, Rule.RuleModule] => [name, {
    ...rule,
    create(context) {
      const listener = timed(name, () => rule.create(context) as Record<string, (...nodes: unknown[]) => void>);
      const entries = Object.entries(listener);
      if (entries.length > 0) opened++;
      return Object.fromEntries(entries.map(([event, listen]) => [event, (...nodes: unknown[]) => timed(name, () => listen(...nodes))]));
    },
  }]));
  return {
    plugin: { ...plugin, rules },
    take() {
      const work = { times, opened };
      [times, opened] = [{}, 0];
      return work;
    },
  };
}
