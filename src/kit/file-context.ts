import type { TSESLint } from '@typescript-eslint/utils';
import type { FileContext } from '../analysis/context.js';
import { catalogFor, defaultSettings, readSettings } from '../settings.js';
import { currentHost } from './host-slot.js';

type RuleContext = Readonly<TSESLint.RuleContext<string, readonly unknown[]>>;

interface LanguageOptions {
  readonly parser?: unknown;
  readonly ecmaVersion?: unknown;
  readonly sourceType?: unknown;
  readonly parserOptions?: unknown;
}

/**
 * Where the linted file stands, from what ESLint tells a rule. Bad settings count as none here; the kit reports them.
 *
 * The parser object is at `languageOptions.parser` in flat configs of all majors and in eslintrc from ESLint 8.40 on (espree
 * too). A tool that hides it gets no cross-file reading. Text without a file and code blocks of other files have no host:
 * an import in them leads nowhere.
 */
export function fileContext(context: RuleContext): FileContext {
  const { filename } = context;
  const read = readSettings((context.settings as Record<string, unknown> | undefined)?.['archprinciples']);
  const settings = read.ok ? read.settings : defaultSettings;
  const options = (context.languageOptions as LanguageOptions | undefined) ?? {};
  const isFile = isAbsolute(filename) && (context.physicalFilename ?? filename) === filename;
  const host = isFile ? currentHost() : undefined;
  return {
    filename,
    cwd: context.cwd ?? '/',
    settings,
    catalog: catalogFor(settings),
    ...(host && { host }),
    parser: options.parser,
    languageOptions: {
      ...(typeof options.ecmaVersion === 'number' && { ecmaVersion: options.ecmaVersion }),
      ...(typeof options.sourceType === 'string' && { sourceType: options.sourceType }),
      ...(typeof options.parserOptions === 'object' && options.parserOptions !== null && { parserOptions: options.parserOptions }),
    },
    depth: 0,
  };
}

/** An absolute path of either system; `<input>`, `<text>` and bare names are none. */
function isAbsolute(path: string): boolean {
  return /^(?:\/|\\\\|[A-Za-z]:[\\/])/u.test(path);
}
