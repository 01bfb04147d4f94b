import type { Host } from '../host.js';

let current: Host | undefined;

/** States what reads files for the plugin; without a call each file is judged by itself, as in a browser. */
export function setHost(host: Host): void {
  current = host;
}

/** The host, if the plugin runs where there is one. */
export function currentHost(): Host | undefined {
  return current;
}
