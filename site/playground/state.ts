import type { Override } from './protocol.js';

/** Everything that a share link carries. */
export interface State {
  code: string;
  /** Relative path of the file, which says its language and, to some rules, its layer. */
  file: string;
  preset: string;
  overrides: Readonly<Record<string, Override>>;
  /** `settings.archprinciples` as JSON text, as the user has it. */
  settings: string;
}

/** The state as the text behind `#`: JSON, deflated, in base64 for addresses. */
export async function toHash(state: State): Promise<string> {
  const bytes = await through(new TextEncoder().encode(JSON.stringify(state)), new CompressionStream('deflate-raw'));
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/gu, '-').replace(/\//gu, '_').replace(/=+$/u, '');
}

/** The state of a share link; undefined for a text that is none. */
export async function fromHash(hash: string): Promise<State | undefined> {
  try {
    const binary = atob(hash.replace(/^#/u, '').replace(/-/gu, '+').replace(/_/gu, '/'));
    const bytes = await through(Uint8Array.from(binary, (char) => char.charCodeAt(0)), new DecompressionStream('deflate-raw'));
    return readState(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return undefined;
  }
}

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}

/** A link may come from anybody: only what has the right form is taken over. */
function readState(value: unknown): State | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { code, file, preset, overrides, settings } = value as Record<string, unknown>;
  if (typeof code !== 'string' || typeof file !== 'string' || typeof preset !== 'string') return undefined;
  const entries = typeof overrides === 'object' && overrides !== null ? Object.entries(overrides) : [];
  return {
    code,
    file,
    preset,
    overrides: Object.fromEntries(entries.filter((entry): entry is [string, Override] => ['off', 'warn', 'error'].includes(entry[1] as string))),
    settings: typeof settings === 'string' ? settings : '',
  };
}
