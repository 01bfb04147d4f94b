import ts from 'typescript';

let library: Map<string, ts.SourceFile> | undefined;

/** The messages of the strict TypeScript compiler for `code`,; of the outside world it sees `declarations` only. */
export function typeErrors(code: string, declarations = ''): string[] {
  const files = new Map([['file.ts', code], ['declarations.d.ts', `declare const process: { env: Record<string, string | undefined> };\n${declarations}`]]);
  const options: ts.CompilerOptions = { target: ts.ScriptTarget.ES2022, lib: ['lib.es2022.d.ts'], module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, strict: true, noEmit: true, noResolve: true, types: [] };
  const host = ts.createCompilerHost(options);
  library ??= new Map();
  const fromDisk = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version) => {
    const text = files.get(name);
    if (text !== undefined) return ts.createSourceFile(name, text, version, true);
    let file = library!.get(name);
    if (!file && (file = fromDisk(name, version))) library!.set(name, file);
    return file;
  };
  host.fileExists = (name) => files.has(name) || ts.sys.fileExists(name);
  host.getCurrentDirectory = () => '';
  const program = ts.createProgram([...files.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
}
