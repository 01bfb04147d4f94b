import { parseArgs, type ParseArgsConfig } from 'node:util';

/**
 * Reads the command line of a tool: its options, and what is left. `--help` prints the usage and ends with 0; an option that is not
 * there prints what is wrong and the usage and ends with 2.
 */
export function readArguments<const O extends NonNullable<ParseArgsConfig['options']>>(usage: string, options: O) {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { ...options, help: { type: 'boolean' } } });
    if ('help' in values) {
      console.log(usage);
      process.exit(0);
    }
    return { values: values as ReturnType<typeof parseArgs<{ options: O }>>['values'], positionals };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exit(2);
  }
}
