import ts from 'typescript';

/**
 * Runs a program that asks agents against fakes that record every call, answer from the arguments alone, after a while,
 * and sometimes refuse. What they are asked is read when a call starts and once more when it ends, as a client that
 * serialises late, or retries, does: whoever changes the arguments meanwhile changes the answer.
 */

/** One call as the fakes saw it. Times count what happened in the run: starts and ends. */
export interface Call {
  /** The function and its arguments, as JSON. */
  readonly asked: string;
  /** Unique to the call's arguments; every answer holds it. */
  readonly token: string;
  readonly start: number;
  end: number;
  refused: boolean;
}

export interface Trace {
  /** What `main` gave, or the message of what it threw, as JSON. */
  readonly outcome: string;
  readonly failed: boolean;
  readonly calls: readonly Call[];
  readonly logs: readonly string[];
}

export interface World {
  /** Decides how long each call takes, and which ones are refused. */
  readonly seed: number;
  /** One call in so many is refused; 0 for none. */
  readonly refuses: number;
  /** `Promise.all` rejects for the first promise of the list that does, instead of the first in time. */
  readonly inOrder?: boolean;
}

/** Calls after which a run is given up: a loop over an array that it adds to has no end. */
const maxCalls = 60;

const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, esModuleInterop: true };

/**
 * Runs the exported function `main` of a module until it is done and no call is under way.
 *
 * @returns `undefined` for a program without an end.
 */
export async function run(program: string, world: World): Promise<Trace | undefined> {
  const outputText = scriptOf(program);
  const fakes = new Fakes(world);
  const exported: { main?: () => Promise<unknown> } = {};
  // A text made of a text made of a text has no bound, so the program's own texts are digests.
  const json = { stringify: (value: unknown) => `#${hash(textOf(value)).toString(36)}` };
  new Function('exports', 'require', 'console', 'JSON', 'Promise', outputText)(exported, (name: string) => fakes.modules[name], { log: fakes.log }, json, world.inOrder ? { all: allInOrder } : Promise);
  const ended = exported.main!.call({ own: true }).then(
    (value) => ({ outcome: textOf(value), failed: false }),
    (error: Error) => ({ outcome: error.message, failed: true }),
  );
  const result = await Promise.race([ended, fakes.endless]);
  if (!result) return undefined;
  await fakes.quiet();
  return { ...result, calls: fakes.calls, logs: fakes.logs };
}

const scripts = new Map<string, string>();

/** The module as a function's body. Programs are run several times, the last one's texts are kept. */
function scriptOf(program: string): string {
  let script = scripts.get(program);
  if (script === undefined) {
    script = program.includes(': any') ? ts.transpileModule(program, { compilerOptions: options }).outputText : withRequire(program);
    if (scripts.size > 3) scripts.clear();
    scripts.set(program, script);
  }
  return script;
}

/** Takes a tenth of the compiler's time. Imports stand on lines of their own, and `main` is all that is exported. */
function withRequire(program: string): string {
  return `"use strict";\n${program
    .replaceAll(/^import (\w+) from ('[^']+');?$/gmu, 'const { default: $1 } = require($2);')
    .replaceAll(/^import (\{.+\}) from ('[^']+');?$/gmu, 'const $1 = require($2);')
    .replaceAll(/^export (?=async function main)/gmu, 'exports.main = main;\n')}`;
}

async function allInOrder(promises: readonly Promise<unknown>[]): Promise<unknown[]> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}

/** JSON of anything, in the order of keys, with a mark where an object holds itself; long texts are cut. */
function textOf(value: unknown, around: readonly unknown[] = []): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? String(value);
  if (around.includes(value) || around.length > 8) return `^${around.indexOf(value)}`;
  const inside = [...around, value];
  if (Array.isArray(value)) return `[${value.map((item) => textOf(item, inside)).join()}]`;
  return `{${Object.entries(value).map(([key, item]) => `${key}:${textOf(item, inside)}`).join()}}`;
}

/** A number from 0 to 2^32 - 1 that depends on every letter. */
function hash(text: string): number {
  let value = 2_166_136_261;
  for (const letter of text) value = Math.imul(value ^ letter.codePointAt(0)!, 16_777_619) >>> 0;
  return value;
}

class Fakes {
  readonly calls: Call[] = [];
  readonly logs: string[] = [];
  private clock = 0;
  private underWay = 0;
  private giveUp: () => void = () => undefined;
  /** Resolves when there have been too many calls. */
  readonly endless = new Promise<undefined>((resolve) => (this.giveUp = () => resolve(undefined)));

  constructor(private readonly world: World) {}

  readonly log = (...values: unknown[]): void => void this.logs.push(textOf(values));

  /** Resolves when no call is under way. */
  async quiet(): Promise<void> {
    // Between two calls of one function nothing is under way for some moments.
    for (let still = 0; still < 50; still += 1) {
      await Promise.resolve();
      if (this.underWay > 0) still = 0;
    }
  }

  private async ask<T>(name: string, question: unknown, answer: (token: string) => T): Promise<T> {
    const asked = `${name} ${textOf(question)}`;
    const call: Call = { asked, token: `t${hash(asked).toString(36)}`, start: (this.clock += 1), end: Infinity, refused: false };
    this.calls.push(call);
    if (this.calls.length > maxCalls) {
      this.giveUp();
      await new Promise(() => undefined);
    }
    this.underWay += 1;
    for (let wait = 1 + (hash(`${this.world.seed} ${asked}`) % 23); wait > 0; wait -= 1) await Promise.resolve();
    call.end = this.clock += 1;
    this.underWay -= 1;
    call.refused = this.world.refuses > 0 && hash(`refuse ${this.world.seed} ${asked}`) % this.world.refuses === 0;
    if (call.refused) throw new Error(`refused ${call.token}`);
    const late = `${name} ${textOf(question)}`;
    return answer(late === asked ? call.token : `${call.token} then ${hash(late).toString(36)}`);
  }

  private reply(name: string, question: unknown): Promise<object> {
    return this.ask(name, question, (token) => ({ text: token, object: { a: `${token}a`, b: 1 }, list: [`${token}0`, `${token}1`] }));
  }

  readonly modules: Readonly<Record<string, unknown>> = this.make();

  private make(): Record<string, unknown> {
    const reply = (name: string) => (question: unknown) => this.reply(name, question);
    /** Remembers what it was asked and what it answered. */
    const remembering = (name: string, history: unknown[]) => async (question: unknown) => {
      history.push(question);
      const answer = await this.reply(name, [...history]);
      history.push(answer);
      return answer;
    };
    const run = (agent: object, question: unknown, given: { session?: { history: unknown[] } } = {}) =>
      (given.session ? remembering('run', given.session.history)({ agent, question }) : this.reply('run', { agent, question }));
    return {
      ai: { generateText: reply('generateText'), generateObject: reply('generateObject') },
      openai: {
        __esModule: true,
        default: class {
          responses = { create: reply('responses') };
          chat = { completions: { create: reply('completions') } };
        },
      },
      '@openai/agents': { run, Agent: class { constructor(readonly given: object) {} }, MemorySession: class { history: unknown[] = []; } },
      '@google/genai': { GoogleGenAI: class { chats = { create: () => { const history: unknown[] = []; return { sendMessage: remembering('chat', history), history }; } }; } },
      './experts.js': { askExpert: (question: unknown) => this.ask('expert', question, (token) => [`${token}0`, `${token}1`]) },
    };
  }
}
