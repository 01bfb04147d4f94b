import { rangeOf, unwrap, type Expression, type Source } from './parse.js';

/** What a name at the top of a configuration file stands for. */
export interface Binding {
  readonly kind: 'import' | 'value';
  /** Of an import: the module. */
  readonly from?: string;
  /** Of an import: what of it, `default` and `*` included. */
  readonly imported?: string;
  /** Of a constant: what it is. */
  readonly value?: Expression;
}

/** The names that imports, `require` and constants at the top of the file declare. */
export function bindingsOf({ body }: Source): ReadonlyMap<string, Binding> {
  const bindings = new Map<string, Binding>();
  for (const outer of body) {
    const statement = outer.type === 'ExportNamedDeclaration' && outer.declaration ? outer.declaration : outer;
    if (statement.type === 'ImportDeclaration') {
      for (const specifier of statement.specifiers) {
        const imported = specifier.type === 'ImportDefaultSpecifier' ? 'default'
          : specifier.type === 'ImportNamespaceSpecifier' ? '*'
            : specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value;
        bindings.set(specifier.local.name, { kind: 'import', from: statement.source.value, imported });
      }
    } else if (statement.type === 'TSImportEqualsDeclaration' && statement.moduleReference.type === 'TSExternalModuleReference') {
      bindings.set(statement.id.name, { kind: 'import', from: statement.moduleReference.expression.value, imported: 'default' });
    } else if (statement.type === 'VariableDeclaration') {
      for (const { id, init } of statement.declarations) {
        const from = init && requiredModule(unwrap(init));
        if (id.type === 'Identifier') bindings.set(id.name, from ? { kind: 'import', from, imported: 'default' } : { kind: 'value', ...(init && { value: init }) });
        if (id.type !== 'ObjectPattern') continue;
        for (const property of id.properties) {
          if (property.type !== 'ObjectProperty' || property.value.type !== 'Identifier') continue;
          const imported = property.key.type === 'Identifier' ? property.key.name : undefined;
          bindings.set(property.value.name, from && imported ? { kind: 'import', from, imported } : { kind: 'value' });
        }
      }
    } else if ((statement.type === 'FunctionDeclaration' || statement.type === 'ClassDeclaration') && statement.id) {
      bindings.set(statement.id.name, { kind: 'value' });
    }
  }
  return bindings;
}

/** The module of `require('x')`, also of `require('x').default`. */
export function requiredModule(expression: Expression): string | undefined {
  if (expression.type === 'MemberExpression' && expression.property.type === 'Identifier' && expression.property.name === 'default' && expression.object.type !== 'Super') return requiredModule(expression.object);
  if (expression.type !== 'CallExpression' || expression.callee.type !== 'Identifier' || expression.callee.name !== 'require') return undefined;
  const [argument] = expression.arguments;
  return argument?.type === 'StringLiteral' ? argument.value : undefined;
}

/** What a configuration file exports, and how. */
export function exportOf({ body }: Source): { readonly value: Expression; readonly commonjs: boolean } | undefined {
  for (const statement of body) {
    if (statement.type === 'ExportDefaultDeclaration' && !/Declaration$/u.test(statement.declaration.type)) return { value: statement.declaration as Expression, commonjs: false };
    if (statement.type === 'TSExportAssignment') return { value: statement.expression, commonjs: true };
    if (statement.type === 'ExportNamedDeclaration') {
      const specifier = statement.specifiers.find((each) => each.type === 'ExportSpecifier' && each.exported.type === 'Identifier' && each.exported.name === 'default');
      if (specifier?.type === 'ExportSpecifier' && !statement.source) return { value: specifier.local, commonjs: false };
    }
    if (statement.type === 'ExpressionStatement' && statement.expression.type === 'AssignmentExpression' && isModuleExports(statement.expression.left)) return { value: statement.expression.right, commonjs: true };
  }
  return undefined;
}

function isModuleExports(node: { type: string }): boolean {
  const { object, property } = node as { object?: { type: string; name?: string }; property?: { name?: string } };
  return node.type === 'MemberExpression' && object?.type === 'Identifier' && object.name === 'module' && property?.name === 'exports';
}

/** Whether the file is CommonJS: it exports so, or requires and imports nothing. */
export function isCommonjs(source: Source): boolean {
  return exportOf(source)?.commonjs ?? (!source.body.some(({ type }) => type === 'ImportDeclaration') && /\brequire\(/u.test(source.bare));
}

/** Where an import of one more module goes: behind the last import or `require`, else before the first statement and the comment that belongs to it. */
export function placeOfImport(source: Source): { at: number; before: string; after: string } {
  const last = source.body.filter((statement) => statement.type === 'ImportDeclaration' || statement.type === 'TSImportEqualsDeclaration' || (statement.type === 'VariableDeclaration' && statement.declarations.some(({ init }) => init && requiredModule(unwrap(init))))).at(-1);
  if (last) return { at: rangeOf(last).end, before: '\n', after: '' };
  const [first] = source.body;
  if (!first) return { at: source.directives, before: source.directives > 0 ? '\n' : '', after: '\n' };
  const { start } = rangeOf(first);
  const doc = source.comments.filter((comment) => rangeOf(comment).end <= start).at(-1);
  const belongs = doc?.type === 'CommentBlock' && doc.value.startsWith('*') && /^[ \t]*\r?\n?[ \t]*$/u.test(source.code.slice(rangeOf(doc).end, start));
  return { at: belongs ? rangeOf(doc).start : start, before: '', after: '\n\n' };
}
