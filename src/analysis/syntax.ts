import type { TSESTree } from '@typescript-eslint/utils';

/** A function with a body that can run. */
export type FunctionNode = TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration | TSESTree.FunctionExpression;

export function isFunction(node: TSESTree.Node | null | undefined): node is FunctionNode {
  return node?.type === 'ArrowFunctionExpression' || node?.type === 'FunctionDeclaration' || node?.type === 'FunctionExpression';
}

/** The innermost function around `node`, not `node` itself. */
export function enclosingFunction(node: TSESTree.Node): FunctionNode | undefined {
  for (let at = node.parent; at; at = at.parent) if (isFunction(at)) return at;
  return undefined;
}

/** Strips what does not change a value at run time: `as`, `!`, `satisfies`, `<T>x`, optional chaining, `(x)`. */
export function unwrap(node: TSESTree.Node): TSESTree.Node {
  let at = node;
  for (;;) {
    switch (at.type) {
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
      case 'TSInstantiationExpression':
      case 'ChainExpression':
        at = at.expression;
        break;
      default:
        return at;
    }
  }
}

/** The outermost expression that only wraps `node` as `unwrap` would strip it. */
export function wrapped(node: TSESTree.Node): TSESTree.Node {
  let at = node;
  while (at.parent && at.parent.type !== 'Program' && unwrap(at.parent) === unwrap(node) && at.parent !== at) at = at.parent;
  return at;
}

/** The last word of what is called: `save` of `orders.save(order)`. */
export function calledName(node: TSESTree.CallExpression | TSESTree.NewExpression): string | undefined {
  const callee = unwrap(node.callee);
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' ? propertyName(callee) : undefined;
}

/** The name of a property as written without computing: `a.b`, `a['b']`, `{ b: 1 }`, `{ 'b': 1 }`. Computed names are undefined. */
export function propertyName(node: TSESTree.MemberExpression | TSESTree.Property | TSESTree.MethodDefinition | TSESTree.PropertyDefinition | TSESTree.AccessorProperty): string | undefined {
  const key = node.type === 'MemberExpression' ? node.property : node.key;
  if (!node.computed && key.type === 'Identifier') return key.name;
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (key.type === 'Literal' && typeof key.value === 'string') return key.value;
  if (key.type === 'TemplateLiteral' && key.expressions.length === 0) return key.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

/**
 * What people call a function: its own name, the variable, property or method it stands in, else `undefined`.
 */
export function functionName(node: FunctionNode): string | undefined {
  if (node.id) return node.id.name;
  const parent = node.parent;
  switch (parent.type) {
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? parent.id.name : undefined;
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'Property':
      return propertyName(parent);
    case 'AssignmentExpression':
      // `module.exports = function () {}` names nothing.
      if (parent.left.type === 'MemberExpression' && propertyName(parent.left) === 'exports') return undefined;
      return parent.left.type === 'MemberExpression' ? propertyName(parent.left) : parent.left.type === 'Identifier' ? parent.left.name : undefined;
    default:
      return undefined;
  }
}

/**
 * All descendants of `node` in source order, `node` first. `skip` says whose insides to leave out.
 * Keeps its own stack: generated code nests deeper than the call stack allows.
 */
export function* walk(
  node: TSESTree.Node,
  keys: Readonly<Record<string, readonly string[] | undefined>>,
  skip?: (node: TSESTree.Node) => boolean,
): Generator<TSESTree.Node> {
  const stack: TSESTree.Node[] = [node];
  for (let at = stack.pop(); at; at = stack.pop()) {
    yield at;
    if (skip?.(at)) continue;
    const own = keys[at.type] ?? [];
    for (let index = own.length - 1; index >= 0; index--) {
      const child = (at as unknown as Record<string, unknown>)[own[index] as string];
      if (Array.isArray(child)) {
        for (let item = child.length - 1; item >= 0; item--) if (child[item]) stack.push(child[item] as TSESTree.Node);
      } else if (child) {
        stack.push(child as TSESTree.Node);
      }
    }
  }
}

/** True if `inner` is `outer` or stands inside it. */
export function contains(outer: TSESTree.Node, inner: TSESTree.Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

/** What the callback of a method call takes first: `client` in `connect().then((client) => ...)`, for the callee `connect().then`. */
export function callbackParameter(callee: TSESTree.MemberExpression): TSESTree.Parameter | undefined {
  const call = callee.parent;
  const [callback] = call.type === 'CallExpression' && call.callee === callee ? call.arguments : [];
  return isFunction(callback) ? callback.params[0] : undefined;
}

/** The decorators of a class, a member or a parameter. ESLint's own parser knows none, and leaves the property out. */
export function decoratorsOf(node: TSESTree.Node): readonly TSESTree.Decorator[] {
  return (node as { decorators?: readonly TSESTree.Decorator[] | null }).decorators ?? [];
}

/** The last statement of a block or branch: of `{ log(); return; }` the `return`, of a lone statement itself. */
export function lastStatement(node: TSESTree.Node | null | undefined): TSESTree.Node | undefined {
  return (node?.type === 'BlockStatement' ? node.body.at(-1) : node) ?? undefined;
}

/** `return ...;` or `throw ...;`: nothing after it in its function runs. */
export function endsFunction(node: TSESTree.Node | undefined): node is TSESTree.ReturnStatement | TSESTree.ThrowStatement {
  return node?.type === 'ReturnStatement' || node?.type === 'ThrowStatement';
}

/** `load(id)` of `await load(id)`. */
export function withoutAwait(node: TSESTree.Node): TSESTree.Node {
  const at = unwrap(node);
  return at.type === 'AwaitExpression' ? unwrap(at.argument) : at;
}
