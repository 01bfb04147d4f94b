import { describe, expect, it } from 'vitest';
import { addImport, type WantedExport } from '../../../src/kit/fixers/add-import.js';
import { sourceOf, type SourceOptions } from '../../helpers/source.js';
import { applied, fixer, nodesOf } from './apply.js';

/** Imports for the call of `use`, replaces its callee and returns the text; asserts that a second run adds nothing. */
function imported(code: string, wanted: Partial<WantedExport> = {}, options: SourceOptions = {}): string {
  const run = (text: string) => {
    const source = sourceOf(text, options);
    const usedAt = nodesOf(source, 'Identifier').filter((node) => node.name === 'use');
    return { source, result: addImport(fixer, source, { module: 'node:fs/promises', name: 'readFile', usedAt, ...wanted }) };
  };
  const { source, result } = run(code);
  const output = applied(source, result.fixes);
  const again = run(output);
  expect(again.result.fixes).toEqual([]);
  expect(again.result.text).toBe(result.text);
  return output.replace(/\buse(?=\()/u, result.text);
}

const js: SourceOptions = { language: 'js', sourceType: 'commonjs' };

describe('addImport in modules', () => {
  it.each([
    ['adds below the last import', "import a from 'a';\nimport b from 'b';\n\nuse();\n", "import a from 'a';\nimport b from 'b';\nimport { readFile } from 'node:fs/promises';\n\nreadFile();\n"],
    ['keeps a comment behind the last import', "import a from 'a'; // why\nuse();", "import a from 'a'; // why\nimport { readFile } from 'node:fs/promises';\nreadFile();"],
    ['stands between code on one line', "import a from 'a'; use();", "import a from 'a'; import { readFile } from 'node:fs/promises'; readFile();"],
    ['uses what is there', "import { readFile } from 'node:fs/promises';\nuse();", "import { readFile } from 'node:fs/promises';\nreadFile();"],
    ['uses it under its alias', "import { readFile as rf } from 'fs/promises';\nuse();", "import { readFile as rf } from 'fs/promises';\nrf();"],
    ['uses a namespace', "import * as fs from 'fs/promises';\nuse();", "import * as fs from 'fs/promises';\nfs.readFile();"],
    ["uses the default of Node's modules", "import fs from 'node:fs/promises';\nuse();", "import fs from 'node:fs/promises';\nfs.readFile();"],
    ['uses import = require', "import fs = require('fs/promises');\nuse();", "import fs = require('fs/promises');\nfs.readFile();"],
    ['merges into named imports', "import { open } from 'node:fs/promises';\nuse();", "import { open, readFile } from 'node:fs/promises';\nreadFile();"],
    ['merges beside inline types', "import { type FileHandle } from 'node:fs/promises';\nuse();", "import { type FileHandle, readFile } from 'node:fs/promises';\nreadFile();"],
    ['merges into an empty list', "import {} from 'node:fs/promises';\nuse();", "import { readFile } from 'node:fs/promises';\nreadFile();"],
    ['leaves type imports alone', "import type { FileHandle } from 'node:fs/promises';\nuse();", "import type { FileHandle } from 'node:fs/promises';\nimport { readFile } from 'node:fs/promises';\nreadFile();"],
    ['leaves side-effect imports alone', "import 'node:fs/promises';\nuse();", "import 'node:fs/promises';\nimport { readFile } from 'node:fs/promises';\nreadFile();"],
    ['merges into lines', "import {\n  open,\n  stat,\n} from 'node:fs/promises';\nuse();", "import {\n  open,\n  stat,\n  readFile,\n} from 'node:fs/promises';\nreadFile();"],
    ['merges into lines without a last comma', "import {\n\topen,\n\tstat\n} from 'node:fs/promises';\nuse();", "import {\n\topen,\n\tstat,\n\treadFile\n} from 'node:fs/promises';\nreadFile();"],
    ['keeps the comment of the last name', "import {\n  open, // opens\n} from 'node:fs/promises';\nuse();", "import {\n  readFile,\n  open, // opens\n} from 'node:fs/promises';\nreadFile();"],
    ['writes the prefix as its neighbours do', "import fs from 'fs';\nuse();", "import fs from 'fs';\nimport { readFile } from 'fs/promises';\nreadFile();"],
    ['prefers the habit of the same module', "import p from 'node:path';\nimport fs from 'fs';\nuse();", "import p from 'node:path';\nimport fs from 'fs';\nimport { readFile } from 'fs/promises';\nreadFile();"],
    ['keeps quotes and missing semicolons', 'import a from "a"\nimport b from "b"\n\nuse()', 'import a from "a"\nimport b from "b"\nimport { readFile } from "node:fs/promises"\n\nreadFile()'],
    ['keeps braces tight', "import {a} from 'a';\nuse();", "import {a} from 'a';\nimport {readFile} from 'node:fs/promises';\nreadFile();"],
    ['keeps CRLF', "import a from 'a';\r\nuse();\r\n", "import a from 'a';\r\nimport { readFile } from 'node:fs/promises';\r\nreadFile();\r\n"],
    ['stands below directives', '"use server";\n\nexport async function f() { use(); }', '"use server";\n\nimport { readFile } from "node:fs/promises";\n\nexport async function f() { readFile(); }'],
    ['stands below a licence and above the comment of the code', '/* Copyright Me */\n\n// starts\nuse();\nexport {};', "/* Copyright Me */\n\nimport { readFile } from 'node:fs/promises';\n\n// starts\nreadFile();\nexport {};"],
    ['stands below a licence without a blank line', '// Licensed under MIT\nuse();\nexport {};', "// Licensed under MIT\nimport { readFile } from 'node:fs/promises';\n\nreadFile();\nexport {};"],
    ['stands below a shebang', '#!/usr/bin/env node\nuse();\nexport {};', "#!/usr/bin/env node\nimport { readFile } from 'node:fs/promises';\n\nreadFile();\nexport {};"],
    ['takes an alias when the name is taken', "const readFile = 1;\nexport const x = use();", "import { readFile as readFileAsync } from 'node:fs/promises';\n\nconst readFile = 1;\nexport const x = readFileAsync();"],
    ['takes an alias when the name is hidden', "import { readFile } from 'node:fs/promises';\nfunction f(readFile) { use(); }", "import { readFile, readFile as readFileAsync } from 'node:fs/promises';\nfunction f(readFile) { readFileAsync(); }"],
    ['is an import by the way the file is parsed', 'use();', "import { readFile } from 'node:fs/promises';\n\nreadFile();"],
    ['is an import beside import = require', "import a = require('a');\nuse();", "import a = require('a');\nimport { readFile } from 'node:fs/promises';\nreadFile();"],
  ])('%s', (_, code, output) => {
    expect(imported(code)).toBe(output);
  });

  it('keeps the byte order mark', () => {
    const source = sourceOf("\uFEFFimport a from 'a';\nuse();");
    const { fixes } = addImport(fixer, source, { module: 'b', name: 'c', usedAt: [] });
    expect(source.hasBOM).toBe(true);
    expect(fixes[0]!.range[0]).toBeGreaterThan(0);
  });

  it('imports defaults and whole modules', () => {
    expect(imported("import { x } from 'p-limit';\nuse();", { module: 'p-limit', name: 'default' })).toBe("import pLimit, { x } from 'p-limit';\npLimit();");
    expect(imported("import a from 'a';\nuse();", { module: 'p-limit', name: 'default' })).toBe("import a from 'a';\nimport pLimit from 'p-limit';\npLimit();");
    expect(imported("import a from 'a';\nuse();", { module: 'node:util', name: '*' })).toBe("import a from 'a';\nimport * as util from 'node:util';\nutil();");
    expect(imported("import bcrypt from 'bcrypt';\nuse();", { module: 'bcrypt', name: 'hash', defaultIsModule: true })).toBe("import bcrypt from 'bcrypt';\nbcrypt.hash();");
    expect(imported("import d from 'x';\nuse();", { module: 'x', name: 'y' })).toBe("import d, { y } from 'x';\ny();");
  });
});

describe('addImport in CommonJS', () => {
  it.each([
    ['adds below the last require', "const a = require('a');\n\nfunction f() { use(); }", "const a = require('a');\nconst { readFile } = require('node:fs/promises');\n\nfunction f() { readFile(); }"],
    ['merges into destructuring', "const { open } = require('fs/promises');\nuse();", "const { open, readFile } = require('fs/promises');\nreadFile();"],
    ['does not merge beside a rest', "const { open, ...rest } = require('node:fs/promises');\nuse();", "const { open, ...rest } = require('node:fs/promises');\nconst { readFile } = require('node:fs/promises');\nreadFile();"],
    ['uses the module', "const fs = require('fs/promises');\nuse();", "const fs = require('fs/promises');\nfs.readFile();"],
    ['uses a member of the module', "const read = require('fs/promises').readFile;\nuse();", "const read = require('fs/promises').readFile;\nread();"],
    ['stands below the directive', "'use strict';\n\nmodule.exports = function () { use(); };", "'use strict';\n\nconst { readFile } = require('node:fs/promises');\n\nmodule.exports = function () { readFile(); };"],
    ['stands above what needs it', "module.exports = () => use();\nconst a = require('a');", "const { readFile } = require('node:fs/promises');\n\nmodule.exports = () => readFile();\nconst a = require('a');"],
    ['renames with a colon', "const readFile = 1;\nmodule.exports = () => use();", "const { readFile: readFileAsync } = require('node:fs/promises');\n\nconst readFile = 1;\nmodule.exports = () => readFileAsync();"],
    ['ends where the next line would go on', "const a = require('a')\n;(function () { use() })()", "const a = require('a')\nconst { readFile } = require('node:fs/promises')\n;(function () { readFile() })()"],
    ['ends above code that starts with a bracket', "require('a')\n\n\nfunction f() {}\n\n[1].forEach(() => use())", "const { readFile } = require('node:fs/promises')\n\nrequire('a')\n\n\nfunction f() {}\n\n[1].forEach(() => readFile())"],
    ['keeps CRLF and the shebang', "#!/usr/bin/env node\r\nexports.f = () => use();\r\n", "#!/usr/bin/env node\r\nconst { readFile } = require('node:fs/promises');\r\n\r\nexports.f = () => readFile();\r\n"],
  ])('%s', (_, code, output) => {
    expect(imported(code, {}, js)).toBe(output);
    expect(imported(code, {}, { language: 'js', sourceType: 'script' })).toBe(output);
  });

  it('guards a require from the bracket that follows it', () => {
    expect(imported("(function () { use() })()", {}, js)).toBe("const { readFile } = require('node:fs/promises');\n\n(function () { readFile() })()");
  });

  it('is a require by the use of require, however the file is parsed', () => {
    expect(imported("const a = require('a');\nuse();", {}, { language: 'ts' })).toContain("const { readFile } = require('node:fs/promises');");
  });

  it('does not take a function of the file for require', () => {
    expect(imported("import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);\nuse();")).toContain("import { readFile } from 'node:fs/promises';");
  });

  it('imports defaults and whole modules', () => {
    expect(imported("const a = require('a');\nuse();", { module: 'p-limit', name: 'default' }, js)).toBe("const a = require('a');\nconst pLimit = require('p-limit');\npLimit();");
    expect(imported("const u = require('util');\nuse();", { module: 'node:util', name: '*' }, js)).toBe("const u = require('util');\nu();");
  });
});
