/**
 * Random programs that ask agents: data flow between calls, arrays and objects shared by reference and under other names,
 * closures, effects in arguments, branches, early ends, `try`, loops, destructuring, wrappers, sessions.
 */

/** A number from 0 to `max`, both included. */
export type Pick = (max: number) => number;

export interface Program {
  readonly text: string;
  readonly language: 'js' | 'ts';
}

/** What the settings say of the programs. */
export const agents = ['askExpert'];

const head = (ts: boolean) => `import { generateObject, generateText } from 'ai';
import OpenAI from 'openai';
import { Agent, MemorySession, run } from '@openai/agents';
import { GoogleGenAI } from '@google/genai';
import { askExpert } from './experts.js';

const openai = new OpenAI();
const writer = new Agent({ name: 'writer' });
const critic = new Agent({ name: 'critic' });
const notes${ts ? ': any[]' : ''} = [];
const trim = (value${ts ? ': any' : ''}) => JSON.stringify(value).slice(0, 40);
function note(value${ts ? ': any' : ''}) {
  notes.push(value);
  return notes.length;
}
async function ask(question${ts ? ': any' : ''}) {
  const { text } = await generateText({ prompt: question });
  return { text, object: { a: text + 'x', b: 2 }, list: [text, 'y'] };
}
const askKnowing = async (question${ts ? ': any' : ''}) => generateText({ prompt: [question, notes] });
async function askNoting(question${ts ? ': any' : ''}) {
  note(question);
  return generateText({ prompt: question });
}
async function askSorting(items${ts ? ': any' : ''}) {
  if (Array.isArray(items)) items.reverse();
  return generateText({ prompt: items });
}

`;

export function programFrom(pick: Pick): Program {
  const language = pick(5) === 0 ? 'ts' : 'js';
  const ts = language === 'ts';
  const written = head(ts) + new Writer(pick, ts).main();
  // Without semicolons a line that starts with a bracket needs one in front.
  const text = !ts && pick(3) === 0 ? written.replaceAll(/;(?= \/\/|$)/gmu, '').replaceAll(/^(\s*)([[(])/gmu, '$1;$2') : written;
  return { text, language };
}

/** Writes a function, statement by statement, out of random choices. */
class Writer {
  private count = 0;
  /** What can be read here, innermost last, and how: an answer has parts, a text has none. */
  private readonly readable: { name: string; isAnswer: boolean }[] = [];
  private readonly assignable: string[] = [];
  private readonly getters: string[] = [];
  /** Variables that hold one of the arrays and objects the program shares. */
  private readonly shared = ['messages', 'state', 'out', 'notes', 'input', 'input.list'];

  constructor(private readonly pick: Pick, private readonly ts: boolean) {}

  main(): string {
    const any = this.ts ? ': any' : '';
    const lines = [
      `const out${any} = [];`, `const messages${any} = [];`, `const state${any} = {};`, `const found = new Map();`, 'let counter = 0;',
      `const session${any} = new MemorySession();`, `const chat${any} = new GoogleGenAI({}).chats.create();`,
      // The same session and chat by other names.
      'const sameSession = session;', 'const kept = { chat, session };', `const options${any} = { session: kept.session };`,
      `let early${any} = 'early';`, `let later${any} = 'later';`,
    ];
    this.readable.push({ name: 'early', isAnswer: false }, { name: 'later', isAnswer: true });
    this.assignable.push('early', 'later');
    lines.push(this.block(3 + this.pick(6), 0));
    const read = this.readable.filter(() => this.pick(7) > 0).map(({ name }) => name);
    lines.push(`return [${['out', 'messages', 'state', 'input', '[...found]', 'counter', 'notes', 'session', 'chat.history', 'this', ...read].join(', ')}];`);
    return `export async function main(${this.ts ? 'this: any, ' : ''}input${any} = { list: [{ a: 1 }], text: 'input' }) {\n${lines.join('\n')}\n}\n`;
  }

  private oneOf<T>(...choices: readonly T[]): T {
    return choices[this.pick(choices.length - 1)]!;
  }

  private block(length: number, depth: number): string {
    return Array.from({ length }, () => this.statement(depth)).join('\n');
  }

  /** A block of its own: names declared in it are not readable after it. */
  private nested(depth: number, last = ''): string {
    const lists = [this.readable, this.assignable, this.getters, this.shared];
    const lengths = lists.map((list) => list.length);
    const text = `${this.block(1 + this.pick(3), depth + 1)}${last && `\n${last}`}`;
    for (const [index, list] of lists.entries()) list.length = lengths[index]!;
    return `{\n${text}\n}`;
  }

  private statement(depth: number): string {
    const comment = this.pick(9) === 0 ? `// c${(this.count += 1)}\n` : '';
    return comment + this.bare(depth) + (this.pick(12) === 0 ? ` // c${(this.count += 1)}` : '');
  }

  private bare(depth: number): string {
    const kind = this.pick(depth > 1 ? 23 : 29);
    if (kind < 12) return this.declaration();
    switch (kind) {
      case 12: return `${this.oneOf('messages', 'out', 'notes')}.push(${this.value()});`;
      case 13: return `const ${this.declare(false)} = ${this.value()};`;
      case 14: return `${this.field()} = await ${this.call()};`;
      case 15: case 16: return this.assignment();
      case 17: return this.getter();
      case 18: return `console.log(${this.oneOf("'step'", this.value())});`;
      case 19: return `await ${this.call()};`;
      case 20: return this.alias();
      case 21: return this.oneOf(`counter += [${this.value()}].length;`, `state.y = ${this.value()};`, `note(${this.value()});`);
      case 22: return `if (${this.test()}) ${this.oneOf(`return [${this.value()}, out];`, `throw new Error(${this.text()});`, `counter++;`)}`;
      case 23: return `${this.target()} = (await ${this.call()}).text;`;
      case 24: return `if (${this.test()}) ${this.nested(depth)} else ${this.nested(depth)}`;
      case 25: case 26: return this.attempt(depth);
      case 27: return `{\n${this.pair()}\n}`;
      default: return this.loop();
    }
  }

  private declaration(): string {
    const call = this.call();
    const kind = this.oneOf('const ', 'const ', 'const ', 'let ');
    // What is bound is not readable in its own pattern, so the default comes first.
    const given = this.pick(2) === 0 ? ` = ${this.value()}` : '';
    const parts = call.startsWith('askExpert');
    const typed = (name: string) => name + (this.ts && this.pick(2) === 0 ? ': any' : '');
    if (parts) {
      const form = this.pick(3);
      if (form === 0) return `${kind}${typed(this.declare(false))} = await ${call};`;
      if (form === 1) return `${kind}[, ${this.declare(false)}${given}] = await ${call};`;
      return `${kind}[${this.declare(false)}, ${this.declare(false)}${given}] = await ${call};`;
    }
    switch (this.pick(11)) {
      case 0: return `${kind}{ text: ${this.declare(false)}${given} } = await ${call};`;
      case 1: return `${kind}{ object: { a: ${this.declare(false)} }${this.ts ? ' ' : ` /* c${(this.count += 1)} */ `}} = await ${call};`;
      case 2: return `${kind}{ list: [${this.declare(false)}, , ${this.declare(false)}${given}] } = await ${call};`;
      case 3: return `${kind}{ missing: ${this.declare(false)}${given || " = 'none'"} } = await ${call};`;
      case 4: return `${kind}{ text: ${this.declare(false)}, ...${this.declare(false)} } = await ${call};`;
      default: {
        const name = this.declare(true);
        if (kind === 'let ') this.assignable.push(name);
        return `${kind}${typed(name)} = await ${call};`;
      }
    }
  }

  /** Two calls or three in a row, mostly simple ones, whose answers are kept. */
  private pair(): string {
    const kind = this.pick(5);
    const simple = () => {
      if (kind === 0) return this.turn();
      if (kind === 1) return `generateText({ prompt: ${this.oneOf(this.text(), "messages.push('m')", "(state.z = 'z')")}, messages: ${this.oneOf(...this.shared)} })`;
      return `generateText({ prompt: [${this.text()}, ${this.text()}] })`;
    };
    const calls = Array.from({ length: 2 + this.pick(1) }, () => (this.pick(2) === 0 ? this.call() : simple()));
    if (this.pick(1)) return ['early', 'later'].map((name, index) => `${name} = await ${calls[index]};`).join('\n');
    const names = calls.map(() => this.unread());
    return [...calls.map((call, index) => `const ${names[index]} = await ${call};`), `out.push(${names.join(', ')});`].join('\n');
  }

  private unread(): string {
    return `v${(this.count += 1)}`;
  }

  private declare(isAnswer: boolean): string {
    const name = this.unread();
    this.readable.push({ name, isAnswer });
    return name;
  }

  private target(): string {
    return this.assignable[this.pick(this.assignable.length)] ?? this.field();
  }

  private assignment(): string {
    const call = this.call();
    const name = this.assignable[this.pick(this.assignable.length)];
    if (name === undefined) return `out.push(${this.value()});`;
    return this.pick(4) === 0 ? `({ text: ${name} } = await ${call});` : `${name} = await ${call};`;
  }

  private field(): string {
    return this.oneOf(`state.x${this.pick(1)}`, `this.x${this.pick(1)}`, `state[${this.text()}]`, 'out[counter]', 'state[counter++]');
  }

  private getter(): string {
    const value = this.value();
    const name = `get${(this.count += 1)}`;
    this.getters.push(name);
    return this.pick(1) || value.includes('this') ? `const ${name} = () => ${value.startsWith('{') ? `(${value})` : value};` : `function ${name}() { return ${value}; }`;
  }

  private alias(): string {
    const of = this.oneOf(...this.shared);
    const name = `alias${(this.count += 1)}`;
    const text = `const ${name}${this.ts ? ': any' : ''} = ${this.oneOf(of, of, `{ of: ${of} }`, `[${of}]`, `${of}.of ?? ${of}`, `trim(${of}) ? ${of} : input`)};`;
    this.shared.push(name);
    return text;
  }

  private attempt(depth: number): string {
    const handled = `catch (error${this.ts ? ': any' : ''}) ${this.nested(depth, 'out.push(error.message);')}`;
    const last = `finally ${this.nested(depth)}`;
    return `try ${this.pick(1) ? this.nested(depth) : `{\n${this.pair()}\n}`} ${this.oneOf(handled, handled, last, `${handled} ${last}`)}`;
  }

  private loop(): string {
    const list = this.oneOf(`['p', 'q', ${this.value()}]`, "['p', 'q', 'p']", `[...messages, ${this.value()}]`, 'messages', 'notes');
    const asked = this.oneOf("'and'", "'and'", "'and'", this.value());
    const byIndex = this.pick(4) === 0;
    const x = byIndex ? 'list[i]' : 'x';
    const call = this.oneOf(
      `generateText({ prompt: [${x}, ${asked}] })`, `generateText({ prompt: [${x}, ${asked}] })`, `ask([${x}, ${asked}])`,
      `run(writer, [${x}, ${asked}])`, `run(writer, ${x}, { session })`, `askNoting(${x})`, `generateText({ prompt: ${x}, n: ${this.value()} })`,
    );
    const step = this.oneOf(`const r = await ${call};`, `const r = await ${call};`, `const { text: r } = await ${call};`, `const first = await ${call};\nconst r = await generateText({ prompt: first });`);
    const key = byIndex ? 'i' : 'x';
    const collect = this.oneOf(
      'out.push(r);', 'out.push(r);', `out.push({ x: ${x}, r });`, `state[${key}] = r;`, `found.set(${x}, r);`, 'state[counter++] = r;', 'out.push(r, counter);',
      'counter++;\nout.push(r);', 'note(r);', `${this.oneOf(...this.shared)}.push?.(r);`, 'if (counter % 2) continue;\nout.push(r);', `messages.push(${x});\nout.push(r);`,
      `const all = state.all ?? (state.all = []);\nall.push(r);`, `found.set(${x}, r);\nout.push(r);`, 'state.last = r;', 'console.log(1);\nout.push(trim(r));',
    );
    const before = this.oneOf('', '', '', `if (${x} === 'q') continue;`, `const parts = [];\nfor (const y of [1, 2, 3]) {\nif (y === 2) continue;\nparts.push(y);\n}\nout.push(parts);`, `if (${x} === 'p') ${byIndex ? 'i++' : 'counter++'};`, `messages.push(${x});`, "const tag = 'tag';");
    const wrapped = this.pick(5) === 0 ? `try {\n${step}\n${collect.includes('continue') ? 'out.push(r);' : collect}\n} catch {\ncounter++;\n}` : `${step}\n${collect}`;
    const direct = this.pick(7) === 0 ? `state[${key}] = await ${call};` : wrapped;
    const body = `{\n${before && `${before}\n`}${direct}\n}`;
    if (!byIndex) return `for (const x of ${list}) ${body}`;
    return `{\nconst list${this.ts ? ': any' : ''} = ${list};\nfor (let i = ${this.oneOf(0, 0, 1)}; i < list.length; i++) ${body}\n}`;
  }

  private test(): string {
    return `${this.text()}.length % ${2 + this.pick(1)} === 0`;
  }

  private call(): string {
    const plain = this.plainCall();
    // An answer of another shape would throw where it is taken apart.
    const shape = plain.startsWith('askExpert') ? '[%]' : '{ text: %, object: {}, list: [] }';
    switch (this.pick(24)) {
      case 0: return `${plain}.catch(() => (${shape.replace('%', this.value())}))`;
      case 1: return `${plain}.catch((error${this.ts ? ': any' : ''}) => (${shape.replace('%', 'error.message')}))`;
      case 2: return `${plain}.then((r${this.ts ? ': any' : ''}) => { ${this.oneOf('messages', 'out', 'notes')}.push(1); return r; })`;
      case 3: return `${plain}.then((r${this.ts ? ': any' : ''}) => { note(1); return r; })`;
      default: return plain;
    }
  }

  private plainCall(): string {
    switch (this.pick(17)) {
      case 0: return `generateObject({ prompt: ${this.value()} })`;
      case 1: return `openai.responses.create({ model: 'm', input: ${this.value()} })`;
      case 2: return `openai.chat.completions.create({ messages: ${this.oneOf(...this.shared)}, n: ${this.value()} })`;
      case 3: case 4: return `run(${this.oneOf('writer', 'critic')}, ${this.value()})`;
      case 5: case 6: return this.turn();
      case 7: return `askExpert(${this.value()})`;
      case 8: return `ask(${this.value()})`;
      case 9: return `askKnowing(${this.value()})`;
      case 10: return `${this.oneOf('askNoting', 'askSorting')}(${this.value()})`;
      case 11: return `generateText({ prompt: ${this.value()}, messages })`;
      default: return `generateText({ prompt: [${this.value()}, ${this.value()}] })`;
    }
  }

  /** A call that remembers what was asked before, under one of the names of its session or chat. */
  private turn(): string {
    if (this.pick(2) === 0) return `${this.oneOf('chat', 'kept.chat')}.sendMessage({ message: ${this.value()} })`;
    return `run(${this.oneOf('writer', 'critic')}, ${this.value()}, ${this.oneOf('{ session }', '{ session: sameSession }', '{ session: kept.session }', 'options', '{ ...options }')})`;
  }

  /** An expression of any type. */
  private value(): string {
    const variable = this.readable[this.pick(this.readable.length)];
    switch (this.pick(30)) {
      case 0: return `[${this.value()}, ${this.text()}]`;
      case 1: return `{ a: ${this.value()} }`;
      case 2: return this.oneOf('state', 'messages', 'out', 'notes');
      case 3: return this.oneOf(...this.shared);
      case 4: return 'counter++';
      case 5: return `messages.push(${this.text()})`;
      case 6: return `(console.log('asking'), ${this.text()})`;
      case 7: return `note(${this.text()})`;
      case 8: return `trim(${this.oneOf(...this.shared)})`;
      case 9: return `(state.z = ${this.text()})`;
      case 10: case 11: case 12: return variable?.name ?? this.text();
      case 13: return variable?.isAnswer ? `${variable.name}?.text` : this.text();
      case 14: return this.oneOf("[...messages]", '{ ...state }', 'out.pop()', 'messages.reverse()', "Object.assign(state, { w: 'w' })", 'delete state.x0', 'notes.length = 0');
      case 15: return this.getters[this.pick(this.getters.length)] ? `${this.getters.at(-1)}()` : this.text();
      default: return this.text();
    }
  }

  /** An expression that is a text. */
  private text(): string {
    const variable = this.readable[this.pick(this.readable.length)];
    switch (this.pick(12)) {
      case 0: return variable ? `JSON.stringify(${variable.name} ?? 0)` : "'none'";
      case 1: return variable ? `\`\${JSON.stringify(${variable.name})}!\`` : '`none`';
      case 2: return 'JSON.stringify(state)';
      case 3: return 'JSON.stringify(messages)';
      case 4: return 'String(counter)';
      case 5: return "(this.x0 ? 'y' : 'n')";
      default: return `'${'abcdefgh'[this.pick(7)]}'`;
    }
  }
}
