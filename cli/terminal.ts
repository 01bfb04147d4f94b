import { styleText } from 'node:util';

/** How a piece of text may look. */
export type Look = 'bold' | 'cyan' | 'dim' | 'green' | 'red' | 'underline' | 'yellow';

/** Where a command writes to. */
export interface Terminal {
  write(text: string): void;
  /** Puts a look on a text, or returns it as it is where colours are not wanted. */
  style(look: Look, text: string): string;
  /** Columns to wrap at. */
  readonly width: number;
}

/** Whether colours are wanted: NO_COLOR and FORCE_COLOR decide, else whether somebody watches. */
export function wantsColour(env: Readonly<Record<string, string | undefined>>, isTTY: boolean): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR'] !== undefined) return env['FORCE_COLOR'] !== '0';
  return isTTY && env['TERM'] !== 'dumb';
}

/** A terminal on a stream. */
export function terminalOn(stream: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number }, env: Readonly<Record<string, string | undefined>>): Terminal {
  const colours = wantsColour(env, stream.isTTY === true);
  return {
    write: (text) => void stream.write(text),
    style: (look, text) => (colours ? styled(look, text) : text),
    width: Math.min(100, Math.max(40, stream.columns ?? 100)),
  };
}

function styled(look: Look, text: string): string {
  // Newer releases of Node check the stream themselves, which has been done here.
  return (styleText as (look: Look, text: string, options: { validateStream: boolean }) => string)(look, text, { validateStream: false });
}
