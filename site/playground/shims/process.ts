/** What the parsers and ESLint ask of Node's `process` while they load. */
const shim = { env: {}, argv: [], versions: {}, platform: 'linux', cwd: () => '/', emitWarning: () => undefined, hrtime: () => [0, 0] };

(globalThis as { process?: unknown }).process ??= shim;

export {};
