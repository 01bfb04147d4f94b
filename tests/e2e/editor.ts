import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter, type MessageConnection } from 'vscode-jsonrpc/node';

/** Places are the protocol's: lines and characters from 0. */
interface Position { line: number; character: number }
interface Range { start: Position; end: Position }
interface TextEdit { range: Range; newText: string }

/** A squiggle. */
export interface Diagnostic {
  range: Range;
  /** 1 is an error, 2 a warning. */
  severity: number;
  /** The rule. */
  code?: string;
  codeDescription?: { href: string };
  message: string;
}

/** What the light bulb offers. */
export interface Action { title: string; kind?: string; isPreferred?: boolean; command?: { command: string; arguments?: unknown[] } }

interface WorkspaceEdit { changes?: Record<string, TextEdit[]>; documentChanges?: { textDocument: { uri: string }; edits: TextEdit[] }[] }

const server = path.join(path.dirname(createRequire(import.meta.url).resolve('vscode-langservers-extracted/package.json')), 'bin/vscode-eslint-language-server');
/** After so many milliseconds without an answer something is broken. */
const patience = 60_000;

/** The language server of VS Code's ESLint extension, as the extension drives it, on one folder. */
export class Editor {
  private readonly process: ChildProcess;
  private readonly connection: MessageConnection;
  private readonly texts = new Map<string, { text: string; version: number }>();
  private said = '';

  private constructor(private readonly directory: string) {
    this.process = spawn(process.execPath, [server, '--stdio'], { cwd: directory, env: { ...process.env, NODE_OPTIONS: '' }, stdio: 'pipe' });
    this.process.stderr!.on('data', (part: Buffer) => (this.said += part.toString()));
    this.connection = createMessageConnection(new StreamMessageReader(this.process.stdout!), new StreamMessageWriter(this.process.stdin!));
  }

  /** Starts the server on a folder. Close it afterwards. */
  static async open(directory: string): Promise<Editor> {
    const editor = new Editor(directory);
    await editor.start();
    return editor;
  }

  private async start(): Promise<void> {
    const { connection } = this;
    const folder = { uri: pathToFileURL(this.directory).href, name: path.basename(this.directory) };
    const configuration = {
      validate: 'on', run: 'onType', useESLintClass: true, useFlatConfig: true, experimental: {}, options: {}, rulesCustomizations: [], problems: {}, nodePath: null, quiet: false, onIgnoredFiles: 'off', format: false,
      workingDirectory: { mode: 'location' }, codeAction: { disableRuleComment: { enable: true, location: 'separateLine' }, showDocumentation: { enable: true } },
      codeActionOnSave: { enable: true, mode: 'all' }, workspaceFolder: folder,
    };
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => configuration));
    connection.onRequest('workspace/workspaceFolders', () => [folder]);
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('client/unregisterCapability', () => null);
    // 4: this ESLint may always run.
    connection.onRequest('eslint/confirmESLintExecution', () => 4);
    connection.onRequest('eslint/noConfig', () => ({}));
    connection.onRequest('eslint/noLibrary', () => ({}));
    connection.onRequest('eslint/probeFailed', () => ({}));
    connection.onRequest('eslint/openDoc', () => ({}));
    connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => ({ applied: this.take(edit) }));
    connection.onNotification((method, parameters) => {
      if (/log|showMessage|error/iu.test(method)) this.said += `${JSON.stringify(parameters)}\n`;
    });
    connection.listen();
    await this.ask('initialize', {
      processId: process.pid, rootUri: folder.uri, workspaceFolders: [folder],
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true, applyEdit: true, workspaceEdit: { documentChanges: true } },
        textDocument: { diagnostic: { codeDescriptionSupport: true }, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll.eslint'] } }, disabledSupport: true } },
      },
    });
    await connection.sendNotification('initialized', {});
  }

  private uri(file: string): string {
    return pathToFileURL(path.join(this.directory, file)).href;
  }

  /** The text of an open file as the editor shows it, edits included. */
  text(file: string): string {
    return this.texts.get(this.uri(file))!.text;
  }

  /** Opens a file of the folder and gives its squiggles, in order. */
  async show(file: string, languageId = file.endsWith('.yaml') ? 'yaml' : 'typescript'): Promise<Diagnostic[]> {
    const uri = this.uri(file);
    const text = readFileSync(path.join(this.directory, file), 'utf8');
    this.texts.set(uri, { text, version: 1 });
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    return this.diagnostics(file);
  }

  /** Types: replaces the text of an open file and gives its squiggles. */
  async type(file: string, text: string): Promise<Diagnostic[]> {
    this.texts.get(this.uri(file))!.text = text;
    return this.changed(file);
  }

  /** Closes a file without saving. */
  async hide(file: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri(file) } });
    this.texts.delete(this.uri(file));
  }

  /** The squiggles of an open file, in order. */
  async diagnostics(file: string): Promise<Diagnostic[]> {
    const { items } = await this.ask<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri: this.uri(file) } });
    return [...items].sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
  }

  /** What the light bulb offers at a squiggle. */
  async actions(file: string, diagnostic: Diagnostic): Promise<Action[]> {
    const parameters = { textDocument: { uri: this.uri(file) }, range: diagnostic.range, context: { diagnostics: [diagnostic] } };
    return (await this.ask<Action[] | null>('textDocument/codeAction', parameters)) ?? [];
  }

  /** Runs what the light bulb offers and gives the text that comes of it. */
  async run(file: string, action: Action): Promise<string> {
    if (action.command) await this.ask('workspace/executeCommand', action.command);
    await this.changed(file);
    return this.text(file);
  }

  /** Does what the editor does on saving with `"source.fixAll.eslint": "explicit"`. */
  async save(file: string): Promise<string> {
    const text = this.texts.get(this.uri(file))!.text;
    const end = { line: text.split('\n').length, character: 0 };
    const parameters = { textDocument: { uri: this.uri(file) }, range: { start: { line: 0, character: 0 }, end }, context: { diagnostics: [], only: ['source.fixAll.eslint'] } };
    const actions = (await this.ask<(Action & { edit?: WorkspaceEdit })[] | null>('textDocument/codeAction', parameters)) ?? [];
    for (const { edit, command } of actions) {
      if (edit) this.take(edit);
      if (command) await this.ask('workspace/executeCommand', command);
    }
    await this.changed(file);
    return this.text(file);
  }

  async close(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    this.connection.dispose();
    this.process.kill();
  }

  private take({ changes, documentChanges }: WorkspaceEdit): boolean {
    const lists = [...Object.entries(changes ?? {}), ...(documentChanges ?? []).map(({ textDocument, edits }) => [textDocument.uri, edits] as const)];
    for (const [uri, edits] of lists) {
      const known = this.texts.get(uri);
      if (!known) return false;
      known.text = applied(known.text, edits);
    }
    return true;
  }

  /** Tells the server of the new text and gives what it says of it. */
  private async changed(file: string): Promise<Diagnostic[]> {
    const uri = this.uri(file);
    const known = this.texts.get(uri)!;
    known.version += 1;
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: known.version }, contentChanges: [{ text: known.text }] });
    return this.diagnostics(file);
  }

  /** Sends a request; a server that is silent fails with what it logged. */
  private async ask<T>(method: string, parameters: object): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error(`No answer to ${method}.\n${this.said}`)), patience)));
    try {
      return await Promise.race([this.connection.sendRequest<T>(method, parameters), silence]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** The text a range covers. */
export function under(text: string, { start, end }: Range): string {
  return text.slice(offsetOf(text, start), offsetOf(text, end));
}

function applied(text: string, edits: readonly TextEdit[]): string {
  const placed = edits.map(({ range, newText }) => ({ from: offsetOf(text, range.start), to: offsetOf(text, range.end), newText })).sort((a, b) => b.from - a.from);
  return placed.reduce((result, { from, to, newText }) => result.slice(0, from) + newText + result.slice(to), text);
}

function offsetOf(text: string, { line, character }: Position): number {
  const lines = text.split('\n');
  if (line >= lines.length) return text.length;
  return lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
}
