import { readFileSync } from 'node:fs';

/** Time spent in one service or rule by itself, without the services that it asked. */
export interface Share {
  /** How many files it was computed for. */
  count: number;
  /** Milliseconds. */
  own: number;
}

/** Times services each by itself, whoever asks first. A service is named after the file that defines it and the constant that holds it. */
export class ServiceTimes {
  readonly shares = new Map<string, Share>();
  /** Time of what the calls under way have asked, innermost last. */
  private readonly inner: number[] = [];
  private readonly lines = new Map<string, readonly string[]>();

  /** @param clock gives milliseconds. */
  constructor(private readonly clock: () => number) {}

  /** Goes around the function that answers a service's question. Call it where the service is defined: the name is taken from there. */
  around<F extends (source: never) => unknown>(compute: F): F {
    return this.timed(this.nameOf(new Error().stack ?? ''), compute);
  }

  /** The function, with its time added to what stands under `name`. */
  timed<F extends (...given: never[]) => unknown>(name: string, compute: F): F {
    const share = this.shares.get(name) ?? { count: 0, own: 0 };
    this.shares.set(name, share);
    const { inner, clock } = this;
    return function timed(this: unknown, ...given: never[]) {
      inner.push(0);
      const begun = clock();
      try {
        return compute.apply(this, given);
      } finally {
        const whole = clock() - begun;
        share.count += 1;
        share.own += whole - inner.pop()!;
        if (inner.length > 0) inner[inner.length - 1]! += whole;
      }
    } as F;
  }

  reset(): void {
    for (const share of this.shares.values()) Object.assign(share, { count: 0, own: 0 });
  }

  /** By the line of the build from which `defineService` was called, and the last comment above it that names a source file. */
  private nameOf(stack: string): string {
    const [, path, line] = /\bdefineService\b.*\n[^\n(]*\(?([^)\n]+?):(\d+):\d+\)?(?:\n|$)/u.exec(stack) ?? [];
    if (path === undefined) return 'unknown';
    let lines = this.lines.get(path);
    if (!lines) this.lines.set(path, (lines = readFileSync(path, 'utf8').split('\n')));
    const at = Number(line) - 1;
    const name = /\b(?:var|const)\s+(\w+)/u.exec(lines[at] ?? '')?.[1];
    const file = lines.slice(0, at).reverse().find((text) => /^\/\/ .*\.ts$/u.test(text));
    return `${/([^/\\]+)\.ts$/u.exec(file ?? '')?.[1] ?? path}: ${name ?? line!}`;
  }
}
