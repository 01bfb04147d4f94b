import type { Calls, Request, Response } from './protocol.js';

/** The worker's functions, each answering with a promise. */
export type Client = { [Name in keyof Calls]: (...parameters: Parameters<Calls[Name]>) => Promise<ReturnType<Calls[Name]>> };

/**
 * Starts the worker and calls it.
 *
 * @param onFailure what to do when the worker cannot be loaded at all.
 */
export function startWorker(onFailure: (reason: string) => void): { client: Client; stop(): void } {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let last = 0;
  worker.onmessage = ({ data }: MessageEvent<Response>) => {
    const call = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) call?.reject(new Error(data.error));
    else call?.resolve(data.result as never);
  };
  worker.onerror = (event) => onFailure(event.message || 'The linter could not be loaded.');
  const call = <Name extends keyof Calls>(name: Name) => (...parameters: Parameters<Calls[Name]>) =>
    new Promise<ReturnType<Calls[Name]>>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, name, parameters } satisfies Request<Name>);
    });
  return { client: { offer: call('offer'), lint: call('lint'), fixAll: call('fixAll') }, stop: () => worker.terminate() };
}
