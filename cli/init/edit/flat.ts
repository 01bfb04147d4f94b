import { appendTo, applyEdits, listOf, type Edit, type List } from './edits.js';
import { bindingsOf, exportOf, isCommonjs, placeOfImport, type Binding } from './bindings.js';
import { hasNested, parseSource, rangeOf, unwrap, type CallNode, type Expression, type Source } from './parse.js';
import { packageName, presetsIn, type Patch, type Wanted } from './patch.js';
import { settingsCode } from './settings-code.js';

/** Functions that take configurations and return them, and from which argument on those stand. */
const configFunctions: readonly { from: string; name: string; method?: string; least: number }[] = [
  { from: 'eslint/config', name: 'defineConfig', least: 0 },
  { from: 'typescript-eslint', name: 'default', method: 'config', least: 0 },
  { from: 'typescript-eslint', name: '*', method: 'config', least: 0 },
  { from: 'typescript-eslint', name: 'config', least: 0 },
  { from: '@antfu/eslint-config', name: 'default', least: 1 },
  { from: '@antfu/eslint-config', name: 'antfu', least: 1 },
];

/** Adds presets and settings to the text of an `eslint.config.*` file. */
export function patchFlat(code: string, wanted: Wanted): Patch {
  const source = parseSource(code);
  if (!source) return { kind: 'manual', reason: 'the file does not parse' };
  const bindings = bindingsOf(source);
  const local = [...bindings].find(([, binding]) => binding.from === packageName)?.[0];
  const present = presetsIn(source.bare, local);
  const mentioned = source.bare.includes(`${packageName}'`) || source.bare.includes(`${packageName}"`);
  const missing = wanted.presets.filter((preset) => !present.includes(preset));
  if (mentioned && (missing.length === 0 || !wanted.explicit)) return { kind: 'unchanged', presets: present };
  if (mentioned && !local) return { kind: 'manual', reason: 'it brings the plugin in a way of its own' };

  const name = local ?? freeName(bindings);
  const withSettings = wanted.settings && !hasNested(source.body, 'settings', 'archprinciples');
  const quote = quoteOf(source.bare);
  const additions = [
    ...missing.map((preset) => `${name}.configs[${quote}flat/${preset}${quote}]`),
    ...(withSettings ? [settingsCode(wanted.settings!, name, quote)] : []),
  ];
  const imports = local ? [] : [importEdit(source, name, quote)];
  const exported = exportOf(source);
  if (!exported) return { kind: 'manual', reason: 'it exports nothing that can be seen' };
  const list = configList(exported.value, bindings);
  if (typeof list === 'string') return { kind: 'manual', reason: list, suggestion: wrapped(source, exported.value, imports, additions, bindings, quote) };
  const patched = applyEdits(code, [...imports, ...appendTo(code, source.bare, list, additions)]);
  // The tree is asked again: an edit that does not parse, or has no effect, is not handed out.
  const again = parseSource(patched);
  if (!again || missing.some((preset) => !presetsIn(again.bare, name).includes(preset))) return { kind: 'manual', reason: 'it is written in a form that could not be edited' };
  return { kind: 'patched', code: patched };
}

/** The list that a configuration is appended to, or why there is none. */
function configList(expression: Expression, bindings: ReadonlyMap<string, Binding>, seen: readonly string[] = []): List | string {
  const value = unwrap(expression);
  if (value.type === 'ArrayExpression') return listOf(value, value.elements);
  if (value.type === 'Identifier') {
    const binding = bindings.get(value.name);
    if (binding?.value && !seen.includes(value.name)) return configList(binding.value, bindings, [...seen, value.name]);
    return binding?.from ? `what it exports comes from ${binding.from}` : `what \`${value.name}\` is cannot be seen`;
  }
  if (value.type === 'CallExpression') return callList(value, bindings);
  return value.type === 'ObjectExpression' ? 'it exports one object, and not a list' : 'what it exports is computed';
}

function callList(call: CallNode, bindings: ReadonlyMap<string, Binding>): List | string {
  const known = configFunctions.find((candidate) => isCallOf(call, candidate, bindings));
  if (!known) return 'what it exports is the result of a function that is not known';
  if (call.arguments.length < known.least || call.arguments.slice(0, known.least).some(({ type }) => type === 'SpreadElement')) return 'the arguments of the function cannot be told apart';
  const [only, ...others] = call.arguments;
  if (known.least === 0 && only && others.length === 0) {
    const inner = unwrap(only as Expression);
    if (inner.type === 'ArrayExpression') return listOf(inner, inner.elements);
    if (inner.type === 'Identifier') {
      const list = configList(inner, bindings);
      if (typeof list !== 'string') return list;
    }
  }
  const callee = rangeOf(call.typeParameters ?? call.typeArguments ?? call.callee).end;
  return listOf(call, call.arguments, callee + 1);
}

function isCallOf({ callee }: CallNode, { from, name, method }: (typeof configFunctions)[number], bindings: ReadonlyMap<string, Binding>): boolean {
  const isIt = (local: string) => bindings.get(local)?.from === from && bindings.get(local)?.imported === name;
  if (!method) return callee.type === 'Identifier' && isIt(callee.name);
  return callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && isIt(callee.object.name) && callee.property.type === 'Identifier' && callee.property.name === method;
}

function freeName(bindings: ReadonlyMap<string, Binding>): string {
  return ['archprinciples', 'archPrinciplesPlugin', 'eslintPluginArchprinciples'].find((name) => !bindings.has(name)) ?? 'archprinciplesConfigs';
}

function quoteOf(bare: string): '"' | '\'' {
  return (bare.match(/"/gu) ?? []).length > (bare.match(/'/gu) ?? []).length ? '"' : '\'';
}

function importEdit(source: Source, name: string, quote: string, from = packageName): Edit {
  const statements = source.bare.split(/\r?\n/u).filter((line) => /^(?:import|const|module\.exports|export|\}|\])/u.test(line) && line.trim().length > 1);
  const semicolon = statements.length === 0 || statements.some((line) => line.trimEnd().endsWith(';')) ? ';' : '';
  const line = isCommonjs(source) ? `const ${name} = require(${quote}${from}${quote})${semicolon}` : `import ${name} from ${quote}${from}${quote}${semicolon}`;
  const { at, before, after } = placeOfImport(source);
  return { start: at, end: at, text: before + line + after };
}

/** The file with what it exports inside `defineConfig`, which takes objects and lists alike. Wrong for promises, so nobody writes it unasked. */
function wrapped(source: Source, value: Expression, imports: readonly Edit[], additions: readonly string[], bindings: ReadonlyMap<string, Binding>, quote: string): string {
  const { start, end } = rangeOf(value);
  const text = source.code.slice(start, end);
  const lines = [text, ...additions].map((line) => line.split('\n').map((each, index) => (index > 0 && line === text ? each : `  ${each}`)).join('\n'));
  const own = [...bindings].find(([, { from, imported }]) => from === 'eslint/config' && imported === 'defineConfig')?.[0];
  const name = own ?? (bindings.has('defineConfig') ? 'defineEslintConfig' : 'defineConfig');
  const specifier = name === 'defineConfig' ? name : `defineConfig${isCommonjs(source) ? ':' : ' as'} ${name}`;
  const define = own ? [] : [importEdit(source, `{ ${specifier} }`, quote, 'eslint/config')];
  return applyEdits(source.code, [...imports, ...define, { start, end, text: `${name}([\n${lines.join(',\n')},\n])` }]);
}
