import './shims/process.js';
import { calls } from './linting.js';
import type { Request, Response } from './protocol.js';

/** Parsing and linting happen here, so that typing never waits for them. */

const scope = globalThis as unknown as { onmessage: (event: MessageEvent<Request>) => void; postMessage(response: Response): void };

scope.onmessage = ({ data: { id, name, parameters } }) => {
  try {
    const call = calls[name] as (...parameters: readonly unknown[]) => unknown;
    scope.postMessage({ id, result: call(...parameters) });
  } catch (error) {
    scope.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
};
