import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../../analysis/service.js';
import { propertyName } from '../../analysis/syntax.js';
import { topLevelStatement } from './scopes.js';

/**
 * The top-level statement above which module-level `let`s for `node` must stand, so that they are initialised before
 * anything can run `node`: its own, or an earlier one that calls the hoisted function it stands in.
 */
export function initializedBefore(source: SourceCode, node: TSESTree.Node): TSESTree.ProgramStatement | undefined {
  const own = topLevelStatement(node);
  if (!own) return undefined;
  let first = firstOverload(source, own);
  const pending = [own];
  const seen = new Set(pending);
  for (let statement = pending.pop(); statement; statement = pending.pop()) {
    if (statement.range[0] < first.range[0] && !hoisted(statement)) first = statement;
    const declared = hoisted(statement);
    if (!declared) continue;
    for (const variable of source.getDeclaredVariables(declared)) {
      if (variable.defs[0]?.name !== declared.id) continue;
      for (const reference of variable.references) {
        if (isRegistered(reference.identifier)) continue;
        const user = topLevelStatement(reference.identifier);
        if (!user || seen.has(user)) continue;
        seen.add(user);
        pending.push(user);
      }
    }
  }
  return first;
}

const registering = /^(?:get|post|put|patch|delete|head|options|all|use|route|on|once|addListener|process|schedule)$/u;

/** True where a function is only exported or handed to a framework for later, not called as the statement runs. */
function isRegistered(name: TSESTree.Node): boolean {
  const { parent } = name;
  if (parent?.type === 'ExportSpecifier' || parent?.type === 'ExportDefaultDeclaration') return true;
  return parent?.type === 'CallExpression' && parent.callee !== name && parent.callee.type === 'MemberExpression' && registering.test(propertyName(parent.callee) ?? '');
}

/** The function declaration that a statement is or exports: callable before the statement is reached. */
function hoisted(statement: TSESTree.ProgramStatement): TSESTree.FunctionDeclaration | undefined {
  const inner: TSESTree.Node | null | undefined = statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration' ? statement.declaration : statement;
  return inner?.type === 'FunctionDeclaration' ? inner : undefined;
}

/** Overload signatures must directly precede their implementation. */
function firstOverload(source: SourceCode, statement: TSESTree.ProgramStatement): TSESTree.ProgramStatement {
  const { body } = source.ast;
  let index = body.indexOf(statement);
  const signature = (at: TSESTree.ProgramStatement | undefined) => {
    const inner: TSESTree.Node | null | undefined = at?.type === 'ExportNamedDeclaration' || at?.type === 'ExportDefaultDeclaration' ? at.declaration : at;
    return inner?.type === 'TSDeclareFunction' && !inner.declare;
  };
  if (hoisted(statement)) while (signature(body[index - 1])) index -= 1;
  return body[index]!;
}
