import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import type { RecordedEdit } from '../tests/helpers/rule-tester.js';
import { root } from './shared/build.js';

/**
 * `npm run check-edits`: compiles every edit that the tests of the rules made to TypeScript, against the types of the libraries,
 * and fails when one has a type error that the text before it had not. `npm test` has the tests write the edits first.
 */
const file = process.env['ARCHPRINCIPLES_EDITS'];
if (!file || !existsSync(file)) {
  console.error('ARCHPRINCIPLES_EDITS names no file. Run the unit tests with it first.');
  process.exit(2);
}

const edits = [...new Set(readFileSync(file, 'utf8').split('\n').filter(Boolean))].map((line) => JSON.parse(line) as RecordedEdit);
const folder = path.join(root, 'tests', '.edits');
const texts = new Map<string, string>();
const places = edits.map(({ filename, before, after }, index) => {
  const name = path.basename(filename);
  const place = (state: string) => path.join(folder, String(index), state, /\.[cm]?tsx?$/u.test(name) ? name : 'file.ts');
  texts.set(place('before'), before);
  texts.set(place('after'), after);
  return { before: place('before'), after: place('after') };
});

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.Preserve,
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  types: ['node'],
  experimentalDecorators: true,
};
const host = ts.createCompilerHost(options, true);
const { fileExists, readFile, getSourceFile, directoryExists } = host;
host.fileExists = (name) => texts.has(path.normalize(name)) || fileExists(name);
host.readFile = (name) => texts.get(path.normalize(name)) ?? readFile(name);
host.directoryExists = (name) => path.normalize(name).startsWith(folder) || directoryExists!(name);
host.getSourceFile = (name, target, ...rest) => {
  const text = texts.get(path.normalize(name));
  return text === undefined ? getSourceFile(name, target, ...rest) : ts.createSourceFile(name, text, target, true);
};
const program = ts.createProgram([...texts.keys()], options, host);

/** A module or a name that is not there; and values without a type, which that leaves behind. */
const unresolved = new Set([2304, 2307]);
const implicitAny = new Set([7005, 7006, 7018, 7031, 7034]);
let resolved = 0;
let broken = 0;
for (const [index, { rule, after: text }] of edits.entries()) {
  const before = errorsOf(places[index]!.before);
  const known = new Set(before.map(({ message }) => message));
  const after = errorsOf(places[index]!.after);
  const isResolved = !after.some(({ code }) => unresolved.has(code));
  const added = after.filter(({ message, code }) => !known.has(message) && !unresolved.has(code) && (isResolved || !implicitAny.has(code)));
  if (isResolved) resolved++;
  if (added.length === 0) continue;
  broken++;
  console.error(`\n${rule}: an edit adds type errors\n${added.map(({ message, line }) => `  line ${line}: ${message}`).join('\n')}\n${text.replace(/^/gmu, '  | ')}`);
}
console.log(`${edits.length} edits compiled, ${resolved} of them with the types of all that they import; ${broken} add type errors`);
process.exitCode = broken > 0 || edits.length === 0 ? 1 : 0;

function errorsOf(name: string): { code: number; message: string; line: number }[] {
  const source = program.getSourceFile(name)!;
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(({ code, messageText, start = 0 }) => ({
    code,
    message: `TS${code}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    line: source.getLineAndCharacterOfPosition(start).line + 1,
  }));
}
