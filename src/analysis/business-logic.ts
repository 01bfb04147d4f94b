import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { choosesConstant, choosesText, fillsObject, onlySetsHeaders, responseOf, shapesAnswer, writesMarkup } from './answer-shaping.js';
import { isAnswer, isAnsweringGuard, isChoiceOfSteps, isGuard, isNoise, isRefusing, isRouting } from './handler-duties.js';
import type { Handler } from './handlers.js';
import { isOptionalValue } from './optional-values.js';
import { drawsAnswer, pouredInto } from './poured-answers.js';
import { readsRequest } from './request-reads.js';
import type { SourceCode } from './service.js';
import { enclosingFunction, propertyName, unwrap, type FunctionNode } from './syntax.js';

/**
 * How much a handler decides and does itself, beside what is a handler's duty (see `handler-duties.ts` and `answer-shaping.ts`).
 *
 * `complexity` is cognitive complexity (G. A. Campbell, "Cognitive Complexity", SonarSource 2018): one for each branch, loop and
 * sequence of logical operators in a condition, and one more for each level that a branch or loop is nested. `catch` and choices
 * of a value from the request count nothing here, nor do branches of which each only answers or takes plain steps. Functions inside count only as
 * callbacks of arrays and promises.
 * Does not see: what the functions it calls do.
 */
export interface Logic {
  readonly complexity: number;
  readonly statements: number;
  /** What each statement of the handler's body adds, those in a `try` one by one. */
  readonly parts: readonly { readonly node: TSESTree.Node; readonly complexity: number; readonly statements: number }[];
}

/**
 * Measures a handler.
 *
 * @param asked calls whose callbacks go on with the handler's work, as `db.query(sql, (error, rows) => ...)` does.
 */
export function logicOf(source: SourceCode, handler: Handler, asked: ReadonlySet<TSESTree.Node> = new Set()): Logic {
  const measure = new Measure(source, handler, asked);
  const parts: { node: TSESTree.Node; complexity: number; statements: number }[] = [];
  const add = (statements: readonly TSESTree.Node[]) => {
    for (const node of statements) {
      if (node.type === 'TryStatement') {
        add(node.block.body);
        continue;
      }
      const before = { complexity: measure.complexity, statements: measure.statements };
      measure.visit(node, 0);
      parts.push({ node, complexity: measure.complexity - before.complexity, statements: measure.statements - before.statements });
    }
  };
  const { body } = handler.node;
  add(body.type === 'BlockStatement' ? body.body : [body]);
  return { complexity: measure.complexity, statements: measure.statements, parts };
}

const arrayMethods = /^(?:every|filter|find|findIndex|findLast|flatMap|forEach|map|reduce|reduceRight|some|sort|toSorted|then|finally|from)$/u;

class Measure {
  complexity = 0;
  statements = 0;
  private readonly hasMarkup: boolean;
  private readonly response: TSESTree.Identifier | undefined;
  private readonly poured: ReadonlySet<TSESLint.Scope.Variable>;

  constructor(private readonly source: SourceCode, private readonly handler: Handler, private readonly asked: ReadonlySet<TSESTree.Node>) {
    this.hasMarkup = writesMarkup(source, handler);
    this.response = responseOf(source, handler);
    this.poured = this.response ? pouredInto(source, handler, this.response) : new Set();
  }

  visit(node: TSESTree.Node, nesting: number): void {
    if (this.isDuty(node)) return;
    if (isStatement(node) && !sendsOnly(node, this.handler) && !fillsObject(this.source, node, this.handler) && !drawsAnswer(this.source, node, this.poured)) this.statements += 1;
    switch (node.type) {
      case 'IfStatement':
        return this.branch(node, nesting, false);
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
        this.complexity += 1 + nesting;
        if ('test' in node && node.test) this.condition(node.test);
        return this.visit(node.body, nesting + 1);
      case 'SwitchStatement':
        this.complexity += 1 + nesting;
        for (const one of node.cases) for (const statement of one.consequent) this.visit(statement, nesting + 1);
        return;
      case 'TryStatement':
        return this.visit(node.block, nesting);
      case 'ConditionalExpression':
        if (readsRequest(this.source, node.test, this.handler)) return;
        if (isOptionalValue(this.source, node) || (this.hasMarkup && choosesText(node))) return;
        if (choosesConstant(node)) return this.visit(node.test, nesting);
        if (shapesAnswer(this.source, node, this.handler)) {
          this.visit(node.consequent, nesting);
          return this.visit(node.alternate, nesting);
        }
        this.complexity += 1 + nesting;
        this.condition(node.test);
        this.visit(node.consequent, nesting + 1);
        return this.visit(node.alternate, nesting + 1);
      case 'BreakStatement':
      case 'ContinueStatement':
        if (node.label) this.complexity += 1;
        return;
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
        if (this.isBody(node)) return this.visit(node.body, nesting);
        return isCallback(node) ? this.visit(node.body, nesting + 1) : undefined;
      case 'FunctionDeclaration':
      case 'ClassDeclaration':
      case 'ClassExpression':
        return;
      default:
        this.children(node, nesting);
    }
  }

  /** `if`, and `else if` with one for each and no more nesting. */
  private branch(node: TSESTree.IfStatement, nesting: number, isElse: boolean): void {
    const { consequent, alternate } = node;
    // What the request asks for is a route of its own, as if it were registered as one; so is a way of steps without decisions.
    if (isRouting(this.source, node.test, this.handler) || (!isElse && this.isOwn(node) && isChoiceOfSteps(this.source, node, this.handler))) {
      for (const arm of [consequent, alternate]) if (arm) this.visit(arm, nesting);
      return;
    }
    // One arm only answers: the other is what the handler does, not a case of it.
    if (!isElse && (this.isRefusing(node, consequent) || (alternate ? this.isRefusing(node, alternate) : this.isAnsweredAfter(node)))) {
      this.statements -= 1;
      for (const arm of [consequent, alternate]) if (arm && !this.isRefusing(node, arm)) this.visit(arm, nesting);
      return;
    }
    this.complexity += isElse ? 1 : 1 + nesting;
    this.condition(node.test);
    this.visit(consequent, nesting + 1);
    if (alternate?.type === 'IfStatement') return this.branch(alternate, nesting, true);
    if (alternate) {
      this.complexity += 1;
      this.visit(alternate, nesting + 1);
    }
  }

  /** One for each run of the same logical operator. */
  private condition(test: TSESTree.Node, outer?: string): void {
    const at = unwrap(test);
    if (at.type === 'UnaryExpression') return this.condition(at.argument);
    if (at.type !== 'LogicalExpression' || at.operator === '??') return this.children(at, 0);
    if (at.operator !== outer) this.complexity += 1;
    this.condition(at.left, at.operator);
    this.condition(at.right, at.operator);
  }

  private isDuty(node: TSESTree.Node): boolean {
    if (isNoise(this.source, node, this.handler)) return true;
    const isBlock = node.type === 'IfStatement' || node.type === 'ForOfStatement' || node.type === 'ForInStatement';
    if (isBlock && this.response && onlySetsHeaders(this.source, node, this.response)) return true;
    return this.isOwn(node) || isRefusal(node) ? isGuard(this.source, node, this.handler) : isAnsweringGuard(this.source, node, this.handler);
  }

  /** An arm that does nothing but answer; in a callback it must do so itself. */
  private isRefusing(node: TSESTree.IfStatement, arm: TSESTree.Statement): boolean {
    return isAnswer(this.source, arm, this.handler, !this.isOwn(node)) || (this.isOwn(node) && isRefusing(this.source, arm, this.handler));
  }

  /** `if (user) { ...; return res.json(rights) } return res.sendStatus(404)`: the rest is the `else`. */
  private isAnsweredAfter(node: TSESTree.IfStatement): boolean {
    const { parent, consequent } = node;
    if (parent.type !== 'BlockStatement' || !this.isOwn(node)) return false;
    const last = consequent.type === 'BlockStatement' ? consequent.body.at(-1) : consequent;
    const rest = parent.body.slice(parent.body.indexOf(node) + 1);
    return last?.type === 'ReturnStatement' && rest.length > 0 && rest.every((one) => isAnswer(this.source, one, this.handler));
  }

  /** Stands in the handler itself, not in a callback: a `return` ends the handler. */
  private isOwn(node: TSESTree.Node): boolean {
    let fn = enclosingFunction(node);
    while (fn && fn !== this.handler.node && this.isBody(fn)) fn = enclosingFunction(fn);
    return fn === this.handler.node;
  }

  /** A function whose statements are as good as the handler's own: run on the spot, or with what was asked for. */
  private isBody(fn: FunctionNode): boolean {
    return isRunAtOnce(fn) || this.asked.has(fn.parent);
  }

  private children(node: TSESTree.Node, nesting: number): void {
    for (const key of this.source.visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, TSESTree.Node | (TSESTree.Node | null)[] | null>)[key];
      for (const one of Array.isArray(child) ? child : [child]) if (one) this.visit(one, nesting);
    }
  }
}

/** `if (!response.ok) throw ...`: refuses wherever it stands, while a `return` in a callback only ends the callback. */
function isRefusal(node: TSESTree.Node): boolean {
  const arm = node.type === 'IfStatement' && !node.alternate ? node.consequent : undefined;
  return (arm?.type === 'BlockStatement' ? arm.body.at(-1) : arm)?.type === 'ThrowStatement';
}

const sending = /^(?:append|attachment|clearCookie|code|cookie|end|flushHeaders|header|json|jsonp|redirect|removeHeader|render|send|sendFile|sendStatus|set|setHeader|status|type|vary|write|writeHead)$/u;

/** `res.setHeader(...)`, `res.write(...)`: telling the client is what handlers are for, however many calls it takes. */
function sendsOnly(node: TSESTree.Node, { response }: Handler): boolean {
  const at = node.type === 'ExpressionStatement' ? unwrap(node.expression) : undefined;
  const callee = at?.type === 'CallExpression' ? unwrap(at.callee) : undefined;
  if (callee?.type !== 'MemberExpression' || !sending.test(propertyName(callee) ?? '')) return false;
  let root: TSESTree.Node = callee.object;
  while (root.type === 'CallExpression' && root.callee.type === 'MemberExpression') root = root.callee.object;
  return root.type === 'Identifier' && response?.type === 'Identifier' && root.name === response.name;
}

const uncounted = new Set(['BlockStatement', 'EmptyStatement', 'TryStatement', 'BreakStatement', 'ContinueStatement', 'FunctionDeclaration', 'ClassDeclaration']);

function isStatement(node: TSESTree.Node): boolean {
  return (node.type.endsWith('Statement') || node.type === 'VariableDeclaration') && !uncounted.has(node.type);
}

/** `(async () => { ... })()`, as handlers that must not return a promise are written. */
function isRunAtOnce(fn: FunctionNode): boolean {
  return fn.parent.type === 'CallExpression' && fn.parent.callee === fn;
}

/** A function that the code around it runs with values it has: `items.map(fn)`, `load().then(fn)`, `new Promise(fn)`; not one that handles an error. */
function isCallback(fn: FunctionNode): boolean {
  const { parent } = fn;
  if (parent.type === 'NewExpression') return parent.callee.type === 'Identifier' && parent.callee.name === 'Promise';
  if (parent.type !== 'CallExpression') return false;
  const callee = unwrap(parent.callee);
  return callee.type === 'MemberExpression' && arrayMethods.test(propertyName(callee) ?? '') && (parent.arguments[0] === fn || propertyName(callee) === 'from');
}
