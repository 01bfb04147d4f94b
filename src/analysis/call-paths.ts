import type { TSESTree } from '@typescript-eslint/utils';
import { contextOf } from './context.js';
import { fileKind } from './files.js';
import { qualifiedName } from './handler.js';
import { isInline } from './handlers.js';
import { leadsTo, type TextTest } from './leads.js';
import { load, locate, type ProjectFile } from './load.js';
import { isMemoized } from './once.js';
import { mayBeProject } from './project-imports.js';
import { constructorOf } from './project-members.js';
import { ProjectValues } from './project-values.js';
import { defineService, type SourceCode } from './service.js';
import { enclosingFunction, isFunction, propertyName, walk, type FunctionNode } from './syntax.js';
import { importsIn, TextCalls } from './text-calls.js';

/**
 * From one function to what is found in the functions that it calls, over files: a search through calls, the shortest way first.
 * See `reached-calls.ts` for what is followed and what not.
 */

export interface FunctionOf {
  readonly source: SourceCode;
  readonly node: FunctionNode;
}

/** What somebody looks for. Make one object per question and keep it: answers are kept by it. */
export interface Search<T extends { readonly node: TSESTree.Node }> {
  /**
   * Whether a text may hold such a thing: files whose text fails, and whose imports lead to no text that passes, are never
   * parsed. The tighter, the cheaper. A regular expression without flag `g` will do. Keep the object: answers are kept by it.
   */
  readonly mentions: TextTest;
  /** All such things in a parsed file, in whatever functions they stand. Asked of files whose text passes. */
  find(source: SourceCode): readonly T[];
  /** Ask `find` of every file that is opened on the way, whatever its text. */
  readonly everywhere?: boolean;
  /** Which calls on the way are followed, when not all. */
  readonly follows?: (step: Step) => boolean;
  /** The most calls of one path, where long ways are of no interest: fewer files are opened. */
  readonly maxSteps?: number;
}

/** A call on the way, and the function that it calls. */
export interface Step {
  /** The file of the call. */
  readonly source: SourceCode;
  readonly call: TSESTree.CallExpression | TSESTree.NewExpression;
  readonly target: FunctionOf;
  /** What to call the target in a message: `AuthService.verify`, `hash`. */
  readonly name: string;
}

export interface Found<T> {
  readonly steps: readonly Step[];
  readonly found: T;
  /** The file in which it stands. */
  readonly source: SourceCode;
}

/** Files that one path may lead through, beside the one it starts in. */
const maxFiles = 3;
/** Calls of one path. */
const maxSteps = 12;
/** Finds behind one function that are kept, the nearest first. */
const maxFinds = 6;
/** Files opened for one linted file. */
const maxOpened = 40;

/** Searches from the functions of one linted file. */
export class Explorer<T extends { readonly node: TSESTree.Node }> {
  private readonly opened = new Map<string, SourceCode | undefined>();
  private readonly placed = new Map<SourceCode, ReadonlyMap<FunctionNode, T[]>>();
  private readonly known = new Map<FunctionNode, { readonly far: number; readonly found: Found<T>[] }>();
  private readonly located = new Map<SourceCode, Map<string, ProjectFile | undefined>>();
  private readonly texts = new Map<FunctionNode, TextCalls>();
  /** The function under way: how many files from the linted one it stands, so how far its imports may still lead, and what its text calls. */
  private far = 0;
  private under: { readonly source: SourceCode; readonly calls: TextCalls } | undefined;
  private readonly values = new ProjectValues((source, specifier) => this.open(source, specifier));

  /**
   * @param start the linted file.
   * @param search what is looked for.
   */
  constructor(private readonly start: SourceCode, private readonly search: Search<T>) {}

  /**
   * What the calls in a function of the linted file lead to in other files.
   *
   * @param wanted which of its calls to follow, when not all.
   */
  from(fn: FunctionNode, roots: ReadonlySet<FunctionNode>, wanted?: (call: Step['call']) => boolean): Found<T>[] {
    const calls = this.callsIn({ source: this.start, node: fn }, 0, roots, wanted).filter(({ target }) => target.source !== this.start);
    return calls.flatMap((step) => this.behind(step, 0, 1));
  }

  /** What the target of a call leads to, by way of that call. */
  private behind(step: Step, far: number, length: number): Found<T>[] {
    const next = step.target.source === step.source ? far : far + 1;
    if (next > maxFiles || length > (this.search.maxSteps ?? maxSteps)) return [];
    return this.reached(step.target, next, length).map((way) => ({ ...way, steps: [step, ...way.steps] }));
  }

  private reached(fn: FunctionOf, far: number, length: number): Found<T>[] {
    const known = this.known.get(fn.node);
    if (known && known.far <= far) return known.found;
    const found: Found<T>[] = [];
    this.known.set(fn.node, { far, found }); // a recursion adds nothing
    for (const one of this.placesIn(fn.source).get(fn.node) ?? []) found.push({ steps: [], found: one, source: fn.source });
    if (found.length < maxFinds) {
      for (const step of this.callsIn(fn, far)) found.push(...this.behind(step, far, length + 1));
    }
    found.sort((a, b) => a.steps.length - b.steps.length).splice(maxFinds);
    return found;
  }

  /** What is looked for in a file, by the function on whose calls it runs. */
  private placesIn(source: SourceCode): ReadonlyMap<FunctionNode, T[]> {
    const known = this.placed.get(source);
    if (known) return known;
    const places = new Map<FunctionNode, T[]>();
    this.placed.set(source, places);
    for (const found of this.search.everywhere || this.search.mentions.test(source.text) ? this.search.find(source) : []) {
      const fn = hostOf(found.node);
      if (!fn || isMemoized(source, found.node)) continue;
      const list = places.get(fn);
      if (list) list.push(found);
      else places.set(fn, [found]);
    }
    return places;
  }

  private callsIn({ source, node: fn }: FunctionOf, far: number, roots?: ReadonlySet<FunctionNode>, wanted?: (call: Step['call']) => boolean): Step[] {
    this.far = far;
    this.under = { source, calls: this.textCalls(source, fn) };
    const steps: Step[] = [];
    for (const at of walk(fn.body, source.visitorKeys, (node) => isFunction(node) && (!runsInside(node) || roots?.has(node) === true))) {
      if ((at.type !== 'CallExpression' && at.type !== 'NewExpression') || wanted?.(at) === false) continue;
      const target = this.targetOf(source, at);
      if (!target || isMemoized(source, at, target.source === source ? target.node : undefined)) continue;
      const step = { source, call: at, target, name: nameOf(source, at, target) };
      if (this.search.follows?.(step) !== false) steps.push(step);
    }
    return steps;
  }

  private targetOf(source: SourceCode, call: Step['call']): FunctionOf | undefined {
    const value = this.values.settled(this.values.of(source, call.callee));
    if (call.type === 'CallExpression') return value?.kind === 'function' ? value : undefined;
    const made = value?.kind === 'class' ? constructorOf(value.node) : undefined;
    return value && made && { source: value.source, node: made };
  }

  private textCalls(source: SourceCode, fn: FunctionNode): TextCalls {
    let calls = this.texts.get(fn);
    if (!calls) this.texts.set(fn, (calls = new TextCalls(source.getText(fn), textImports(source))));
    return calls;
  }

  /** Opens a file that leads on to what is looked for, within the bounds. */
  private open(source: SourceCode, specifier: string): SourceCode | undefined {
    const file = this.far < maxFiles ? this.fileOf(source, specifier) : undefined;
    const calls = this.under?.source === source ? this.under.calls.of(specifier) : this.under?.calls.all();
    if (!file || !calls || !leadsTo(source, file, this.search.mentions, calls, maxFiles - this.far - 1)) return undefined;
    if (!this.opened.has(file.path) && this.opened.size < maxOpened) this.opened.set(file.path, program(load(source, file)));
    return this.opened.get(file.path);
  }

  private fileOf(source: SourceCode, specifier: string): ProjectFile | undefined {
    let known = this.located.get(source);
    if (!known) this.located.set(source, (known = new Map<string, ProjectFile | undefined>()));
    if (!known.has(specifier)) {
      const file = mayBeProject(source, specifier) ? locate(source, specifier) : undefined;
      known.set(specifier, file?.path === contextOf(this.start).filename ? undefined : file);
    }
    return known.get(specifier);
  }
}

const textImports = defineService((source: SourceCode) => importsIn(source.text));

/** The file, if it is part of the program: no test, no bundle. */
function program(source: SourceCode | undefined): SourceCode | undefined {
  const kind = source && fileKind(source);
  return kind?.test || kind?.minified ? undefined : source;
}

/** The function on whose calls `node` runs: the innermost that is no callback. */
function hostOf(node: TSESTree.Node): FunctionNode | undefined {
  let fn = enclosingFunction(node);
  while (fn && runsInside(fn)) fn = enclosingFunction(fn);
  return fn;
}

/** A callback that runs on account of the function around it; one for the end of the process does not. */
function runsInside(fn: FunctionNode): boolean {
  if (!isInline(fn)) return false;
  const callee = fn.parent.type === 'CallExpression' && fn.parent.callee.type === 'MemberExpression' ? fn.parent.callee : undefined;
  return !(callee?.object.type === 'Identifier' && callee.object.name === 'process' && /^(?:on|once|addListener)$/u.test(propertyName(callee) ?? ''));
}

/** `AuthService.verify`, `hash`, `new Parser()`; of a function without a name what it is called by. */
function nameOf(source: SourceCode, call: Step['call'], target: FunctionOf): string {
  if (call.type === 'NewExpression') return `new ${source.getText(call.callee)}()`;
  const own = qualifiedName(target.node);
  if (own !== undefined) return own;
  return call.callee.type === 'MemberExpression' ? (propertyName(call.callee) ?? 'a function') : call.callee.type === 'Identifier' ? call.callee.name : 'a function';
}
