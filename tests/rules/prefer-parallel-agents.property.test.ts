import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import rule from '../../src/rules/p066-agent-orchestration/prefer-parallel-agents.js';
import { fixes } from '../helpers/rule-tester.js';

/**
 * Random programs of awaited agent calls with data flow, shared arrays and objects, closures, branches, loops and `try`:
 * what the rule makes of them gives the same values and asks the same questions.
 */

type Pick = (max: number) => number;

/** Writes the body of a function, statement by statement, out of random choices. */
class Writer {
  private count = 0;
  private readonly readable: { name: string; from: number }[] = [];
  private readonly assignable: string[] = [];
  private readonly getters: string[] = [];

  constructor(private readonly pick: Pick) {}

  body(): string {
    return `const out = [];\nconst messages = [];\nconst state = {};\n${this.block(2 + this.pick(6), 0)}\nreturn [out, messages, state, ${this.readable.map(({ name }) => name).join(', ')}];`;
  }

  private block(length: number, depth: number): string {
    return Array.from({ length }, () => this.statement(depth)).join('\n');
  }

  /** A block of its own: names declared in it are not readable after it. */
  private nested(depth: number): string {
    const [readable, assignable, getters] = [this.readable.length, this.assignable.length, this.getters.length];
    const text = this.block(1 + this.pick(3), depth + 1);
    this.readable.length = readable;
    this.assignable.length = assignable;
    this.getters.length = getters;
    return `{\n${text}\n}`;
  }

  private statement(depth: number): string {
    const kind = this.pick(depth > 1 ? 11 : 15);
    switch (kind) {
      case 5: return `messages.push(${this.value()});`;
      case 6: return this.declared(this.value(), (name, value) => `const ${name} = ${value};`);
      case 7: return `state.x${this.pick(1)} = await ${this.call()};`;
      case 8: return this.assign();
      case 9: return this.getter();
      case 10: return `console.log(${this.pick(1) ? "'step'" : this.value()});`;
      case 11: return `await ${this.call()};`;
      case 12: return `if (${this.value()}.length % 2) ${this.nested(depth)} else ${this.nested(depth)}`;
      case 13: return `try ${this.nested(depth)} finally ${this.nested(depth)}`;
      case 14: return this.loop();
      case 15: return this.declared(this.call(), (name, call) => `${this.pick(1) ? '// next\n' : ''}const { text: ${name} } = await ${call};`);
      default: {
        const call = this.call();
        if (kind === 0) {
          const name = this.declare();
          this.assignable.push(name);
          return `let ${name} = await ${call};`;
        }
        return this.declared(call, (name) => (kind === 1 ? `const { text: ${name} } = await ${call};` : `const ${name} = await ${call};${kind === 2 ? ' // why' : ''}`));
      }
    }
  }

  private assign(): string {
    const name = this.assignable[this.pick(this.assignable.length)];
    return name === undefined ? `out.push(${this.value()});` : `${name} = await ${this.call()};`;
  }

  private getter(): string {
    const value = this.value();
    const name = `get${(this.count += 1)}`;
    this.getters.push(name);
    return this.pick(1) ? `const ${name} = () => ${value};` : `function ${name}() { return ${value}; }`;
  }

  private loop(): string {
    const shared = this.pick(3);
    const prompt = shared === 0 ? 'out' : shared === 1 ? this.value() : 'x';
    const collect = this.pick(2);
    return `for (const x of ['p', 'q', ${this.value()}]) {\nconst r = await generateText({ prompt: [x, ${prompt}] });\n${collect === 0 ? 'out.push(r.text);' : collect === 1 ? 'state[x] = r;' : ''}\n}`;
  }

  /** What a declaration binds is not readable in its own initializer, so that is written first. */
  private declared(value: string, write: (name: string, value: string) => string): string {
    return write(this.declare(), value);
  }

  private declare(): string {
    const name = `v${(this.count += 1)}`;
    this.readable.push({ name, from: this.count });
    return name;
  }

  private call(): string {
    return `generateText({ prompt: [${this.value()}, ${this.value()}]${this.pick(3) === 0 ? ', messages' : ''} })`;
  }

  /** A string computed from what is readable here. */
  private value(): string {
    const kind = this.pick(9);
    const variable = this.readable[this.pick(this.readable.length)];
    const getter = this.getters[this.pick(this.getters.length)];
    if (kind < 3 && variable) return `JSON.stringify(${variable.name})`;
    if (kind === 3 && variable) return `\`\${JSON.stringify(${variable.name})}!\``;
    if (kind === 4 && getter) return `${getter}()`;
    if (kind === 5) return 'JSON.stringify(state)';
    if (kind === 6) return 'JSON.stringify(messages)';
    return `'${'abcdefgh'[this.pick(7)]}'`;
  }
}

const head = "import { generateText } from 'ai';\nexport async function main(generateText_) {\n";

/** Runs a program against a model that answers with a digest of what it was asked, after a while. */
async function run(program: string): Promise<{ value: string; calls: string[] }> {
  const calls: string[] = [];
  const generateText = async (question: unknown) => {
    const asked = JSON.stringify(question);
    calls.push(asked);
    for (let wait = asked.length % 7; wait > 0; wait -= 1) await Promise.resolve();
    // Read again at the end: a model client may do so, and sees what was changed meanwhile.
    const late = JSON.stringify(question);
    let digest = 7;
    for (const letter of asked + late) digest = (digest * 31 + letter.charCodeAt(0)) % 65_521;
    return { text: String(digest) };
  };
  // Which iteration of a loop comes first may show in the order of an object's keys, and is nothing to rely on.
  const sorted = (value: unknown): unknown => (Array.isArray(value) ? value.map(sorted) : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).sort().map(([key, inner]) => [key, sorted(inner)])) : value);
  const stringify = (value: unknown) => JSON.stringify(sorted(value));
  const body = program.slice(program.indexOf('main(generateText_) {') + 'main(generateText_) {'.length, program.lastIndexOf('}'));
  const AsyncFunction = (async () => undefined).constructor as new (...parts: string[]) => (...values: unknown[]) => Promise<unknown>;
  const value = await new AsyncFunction('generateText', 'console', 'JSON', body)(generateText, { log: () => undefined }, { stringify });
  return { value: stringify(value), calls: calls.sort() };
}

describe('prefer-parallel-agents on random programs', () => {
  const runs = 400;

  async function check(settings: object): Promise<number> {
    let edited = 0;
    await fc.assert(fc.asyncProperty(fc.gen(), async (gen) => {
      const program = `${head}${new Writer((max) => gen(fc.nat, { max })).body()}\n}`;
      const changed = fixes(rule, program, { language: 'js', settings });
      if (changed === program) return;
      edited += 1;
      expect(await run(changed)).toEqual(await run(program));
    }), { numRuns: runs, seed: 20 });
    return edited;
  }

  it('keeps values and calls when fixed', async () => {
    expect(await check({})).toBeGreaterThan(runs / 10);
  });

  it('keeps values and calls when suggestions are applied to a model without side effects', async () => {
    expect(await check({ applySuggestions: true })).toBeGreaterThan(runs / 10);
  });
});
