import { handlers } from '../../src/analysis/handlers.js';
import type { Host } from '../../src/host.js';
import { sourceOf, type SourceOptions } from './source.js';

export interface HandlerOptions extends SourceOptions {
  /** Dependency ranges of the nearest package.json. */
  dependencies?: Record<string, string>;
}

/** A host whose only fact is a package.json with these dependencies. */
export function hostWith(dependencies: Record<string, string>): Host {
  return { resolve: () => undefined, read: () => undefined, manifest: () => ({ directory: '/', dependencies }) };
}

/** The handlers of `code`, one line each: kind, framework, method and path where known, name, and what becomes of rejections. */
export function handlersIn(code: string, { dependencies, ...options }: HandlerOptions = {}): string[] {
  const host = dependencies ? { host: hostWith(dependencies) } : {};
  const source = sourceOf(code, { ...options, context: { ...options.context, ...host } });
  return handlers(source).map((handler) => [
    handler.kind, handler.framework, handler.method, handler.path, handler.name, handler.rejections,
  ].filter((part) => part !== undefined && part !== '').join(' | '));
}
