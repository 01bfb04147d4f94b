/** Stands in for modules of Node that ESLint and the parsers load and never call in a browser. */
const nothing = (): undefined => undefined;

export const createRequire = () => nothing;
export const existsSync = () => false;
export const fileURLToPath = String;
export const glob = nothing;
export const globSync = () => [];
export const inspect = String;
export const lstatSync = nothing;
export const pathToFileURL = (path: string) => ({ href: `file://${path}` });
export const platform = () => 'linux';
export const promisify = (value: unknown) => value;
export const readFileSync = nothing;
export const realpathSync = Object.assign((path: string) => path, { native: (path: string) => path });
export const statSync = nothing;
export const types = {};

export default { createRequire, existsSync, fileURLToPath, glob, globSync, inspect, lstatSync, pathToFileURL, platform, promisify, readFileSync, realpathSync, statSync, types };
