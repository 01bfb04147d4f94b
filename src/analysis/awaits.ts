import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { boundBy, mentions, readByFunction } from './bindings.js';
import { variableOf } from './calls.js';
import { writtenTo } from './changes.js';
import { hasEffect, isLogging } from './effects.js';
import { nodesOf } from './nodes.js';
import { namedIn, namesOf, overlap, reachedFrom, referenceOf, type Reference } from './references.js';
import { defineService, type SourceCode } from './service.js';
import { disturbs, placesItselfFirst } from './step-order.js';
import { propertyName, unwrap } from './syntax.js';

/**
 * Which consecutive statements of a block each await a call, and whether one needs what an earlier one brings about, as
 * far as variables show: results, names computed from results, closures over them, fields written and read again, objects
 * that one is given and the next one's arguments change.
 * Does not see: state behind the calls themselves (databases, files, a conversation kept by the callee): callers judge
 * that with `related`.
 */

/** A statement that awaits one call, and what else it does. */
export interface AwaitStep {
  readonly statement: TSESTree.VariableDeclaration | TSESTree.ExpressionStatement;
  /** The outermost call that is awaited: `f(x)`, `f(x).catch(g)`. */
  readonly call: TSESTree.CallExpression;
  /** What the result is put into; absent when it is dropped. */
  readonly target?: TSESTree.Node;
  /** The statement does nothing with the result but keep it: `const a = await f()`, not `(await f()).text`. */
  readonly plain: boolean;
}

/** Steps none of which needs another one of them. */
export interface Run {
  readonly steps: readonly AwaitStep[];
  /** No other statement stands between them. */
  readonly adjacent: boolean;
}

/** The statement's own await of a call, if that is what it is about. */
export function stepOf(statement: TSESTree.Node): AwaitStep | undefined {
  if (statement.type === 'VariableDeclaration') {
    const [declarator] = statement.declarations;
    const found = declarator?.init && statement.declarations.length === 1 ? awaitedCall(declarator.init) : undefined;
    return found && declarator ? { statement, ...found, target: declarator.id } : undefined;
  }
  if (statement.type !== 'ExpressionStatement') return undefined;
  const { expression } = statement;
  if (expression.type !== 'AssignmentExpression') {
    const found = awaitedCall(expression);
    return found && { statement, ...found };
  }
  const found = expression.operator === '=' ? awaitedCall(expression.right) : undefined;
  return found && { statement, ...found, target: expression.left };
}

function awaitedCall(node: TSESTree.Node): { call: TSESTree.CallExpression; plain: boolean } | undefined {
  let at = unwrap(node);
  while (at.type === 'MemberExpression' && !at.computed) at = unwrap(at.object);
  if (at.type !== 'AwaitExpression') return undefined;
  const call = unwrap(at.argument);
  return call.type === 'CallExpression' ? { call, plain: at === node } : undefined;
}

/** Lists of statements that hold two awaiting statements or more, in the order of the first. */
const candidates = defineService((source: SourceCode): readonly (readonly TSESTree.Node[])[] => {
  const lists = new Set<readonly TSESTree.Node[]>();
  if (source.text.indexOf('await', source.text.indexOf('await') + 1) === -1) return [];
  for (const node of nodesOf(source, 'AwaitExpression')) {
    const list = listAround(node);
    if (list) lists.add(list);
  }
  return [...lists].filter((list) => list.filter((statement) => stepOf(statement)).length > 1);
});

/** The statements beside the one that `node` stands in. */
function listAround(node: TSESTree.Node): readonly TSESTree.Node[] | undefined {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === 'BlockStatement' || at.type === 'Program') return at.body;
    if (at.type === 'SwitchCase') return at.consequent;
  }
  return undefined;
}

/** Whether any statements could form a run: a look at the syntax alone, before anybody asks what the calls are. */
export function mayHaveRuns(source: SourceCode): boolean {
  return candidates(source).length > 0;
}

/**
 * The runs of two or more independent steps among those that `wanted` picks.
 *
 * @param related says of two steps, earlier first, that the later one needs the earlier one for a reason that variables do not show.
 */
export function independentRuns(source: SourceCode, wanted: (step: AwaitStep) => boolean, related: (earlier: AwaitStep, later: AwaitStep) => boolean): Run[] {
  const runs: Run[] = [];
  for (const list of candidates(source)) {
    let current = new Collector(source);
    const close = (): void => {
      if (current.steps.length > 1) runs.push({ steps: current.steps, adjacent: current.adjacent });
      current = new Collector(source);
    };
    for (const statement of list) {
      const step = stepOf(statement);
      if (step && wanted(step) && !placesItselfFirst(source, step)) {
        if (current.needs(step) || current.steps.some((earlier) => disturbs(source, earlier, step)) || current.steps.some((earlier) => related(earlier, step))) close();
        current.add(step);
      } else if (current.steps.length > 0 && !current.passes(statement)) {
        close();
      }
    }
    close();
  }
  return runs;
}

class Collector {
  readonly steps: AwaitStep[] = [];
  adjacent = true;
  /** Variables whose values come from the steps. */
  private readonly tainted = new Set<TSESLint.Scope.Variable>();
  /** Objects whose fields the steps write, by all their names. */
  private readonly written = new Set<Reference | 'unknown'>();
  private gap = false;

  constructor(private readonly source: SourceCode) {}

  add(step: AwaitStep): void {
    if (this.gap) this.adjacent = false;
    this.gap = false;
    this.steps.push(step);
    if (step.target) this.taint(step.target);
  }

  /** Whether `step` reads, or writes again, what the steps so far bring about. */
  needs(step: AwaitStep): boolean {
    if (this.steps.length === 0) return false;
    if (this.written.has('unknown')) return true;
    return this.mentionsResults(step.statement) || [...this.tainted, ...this.written].some((variable) => typeof variable !== 'string' && readByFunction(variable, step.statement));
  }

  /**
   * Whether a statement between two steps leaves them independent: declarations of functions and types, constants that are
   * computed without effect, log lines that do not show a result, results put into a list. What is computed from results counts as a result.
   */
  passes(statement: TSESTree.Node): boolean {
    this.gap = true;
    switch (statement.type) {
      case 'EmptyStatement':
      case 'FunctionDeclaration':
      case 'TSInterfaceDeclaration':
      case 'TSTypeAliasDeclaration':
        return true;
      case 'VariableDeclaration':
        if (statement.kind === 'using' || statement.kind === 'await using' || hasEffect(this.source, statement)) return false;
        for (const { id, init } of statement.declarations) if (init && this.mentionsResults(init)) this.taint(id);
        return true;
      case 'ExpressionStatement':
        return this.passesCall(unwrap(statement.expression));
      default:
        return false;
    }
  }

  private passesCall(call: TSESTree.Node): boolean {
    if (call.type !== 'CallExpression' || call.arguments.some((argument) => hasEffect(this.source, argument))) return false;
    if (isLogging(call)) return !this.mentionsResults(call);
    const list = call.callee.type === 'MemberExpression' && propertyName(call.callee) === 'push' ? call.callee.object : undefined;
    const variable = list?.type === 'Identifier' ? variableOf(this.source, list) : undefined;
    if (variable?.defs[0]?.type !== 'Variable') return false;
    for (const name of namesOf(this.source, variable)) this.written.add(name);
    return true;
  }

  private mentionsResults(node: TSESTree.Node): boolean {
    if (mentions(node, this.tainted)) return true;
    const written = new Set([...this.written].filter((one) => one !== 'unknown'));
    return written.size > 0 && overlap(written, reachedFrom(this.source, namedIn(this.source, node)));
  }

  private taint(target: TSESTree.Node): void {
    if (target.type === 'MemberExpression') {
      const written = writtenTo(this.source, target);
      if (!referenceOf(this.source, target)) this.written.add('unknown');
      // A method may read any field.
      for (const reference of written) this.written.add(typeof reference === 'string' ? 'this' : reference);
      return;
    }
    for (const variable of boundBy(this.source, target)) this.tainted.add(variable);
  }
}
