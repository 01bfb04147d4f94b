import type { Context, Result } from '../../formatters/eslint.js';
import { cwd, message, rules } from './results.js';

/** Text that would do something if a report took it for markup. */
export const hostile = '</script></style><script>hacked = 1</script><img src=x onerror="hacked = 1">\' " & ]]> --> `code <b>` {{x}} \u202Etxt.exe';

/** Results in which everything that comes from a project is hostile. */
export const hostileResults: Result[] = [
  {
    filePath: `${cwd}/src/"><script>hacked = 1</script>/${hostile.replaceAll('/', '')}.ts`,
    source: `${hostile}\nconst a = '${hostile}';\u0000\n`,
    messages: [
      message(rules.high, 1, { message: hostile, endColumn: 30 }),
      message('arch/<b onclick=hacked()>', 2, { message: hostile, endColumn: 30 }),
      message(`<i>${hostile}</i>/rule`, 1),
    ],
  },
  { filePath: `${cwd}/<b>broken`, source: '', messages: [message(null, 1, { fatal: true, message: hostile })] },
];
export const hostileContext: Context = {
  cwd,
  rulesMeta: { 'arch/<b onclick=hacked()>': { docs: { description: hostile, url: `https://example.com/"onclick="hacked=1`, principle: 'P013' } } },
};
