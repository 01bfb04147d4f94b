import { describe, expect, it } from 'vitest';
import { isDevelopmentOnly } from '../../src/analysis/development-only.js';
import { isFirstOnly } from '../../src/analysis/once.js';
import { nodeOf, sourceOf } from '../helpers/source.js';

const ask = (question: typeof isDevelopmentOnly, code: string): boolean => {
  const source = sourceOf(code);
  return question(source, nodeOf(source, 'CallExpression', 'run()'));
};

describe('code of development only', () => {
  it.each([
    'if (isDev) run();', 'if (config.isTestMode) { go(() => run()); }', "if (process.env.NODE_ENV !== 'production') run();", "if (process.env.NODE_ENV === 'test') run();",
    "if (process.env.NODE_ENV === 'production') serve(); else run();", 'import.meta.env.DEV && run();', "process.env['NODE_ENV'] === 'development' ? run() : serve();",
    "function start() { if (process.env.NODE_ENV === 'production') { log(); return; } run(); }", 'function start() { if (env.isProd) return; run(); }', 'function start() { if (isProduction) throw new Error(); run(); }',
    "config.get('isDevelopment') ? run() : serve();", "if (this.config.get<boolean>('app.isTest')) run();", 'if (isLocal) run();', 'if (env.isLocalhost && ready) run();', 'if (app.isDev()) run();', 'if (!isProd) run();',
    "config.get('isProduction') ? serve() : run();", 'isProd || run();', 'function start() { if (!isDev) return; run(); }', "function start() { if (process.env.NODE_ENV !== 'development') return; run(); }", 'if (isDev || isTest) run();',
  ])('%s', (code) => {
    expect(ask(isDevelopmentOnly, code)).toBe(true);
  });

  it.each([
    'run();', 'if (!isDev) run();', 'if (device) run();', "if (process.env.NODE_ENV === 'production') run();", "if (process.env.NODE_ENV !== 'test') run();", 'if (isDev) serve(); else run();',
    'if (isDev || request.debug) run();', 'if (run()) { isDev = true; }', "if (config.get('devices')) run();", 'if (local) run();', 'if (isLocale) run();', 'if (isProd && run()) serve();', "if (process.env.NODE_ENV !== 'production' || forced) run();", 'isDev || run();',
    'function start() { if (isProduction && !forced) return; run(); }', 'function start() { if (isProduction) log(); run(); }', 'function start() { if (isDev) return; run(); }', 'function start() { if (isProduction) return; } run();',
  ])('not %s', (code) => {
    expect(ask(isDevelopmentOnly, code)).toBe(false);
  });
});

describe('code that makes a file the first time', () => {
  it.each(['if (!existsSync(file)) run();', 'if (!fs.existsSync(dir)) { run(); }', 'if (!(await exists(file))) run();'])('%s', (code) => {
    expect(ask(isFirstOnly, code)).toBe(true);
  });

  it.each(['if (existsSync(file)) run();', 'if (!existsSync(file)) throw new Error(); run();', 'if (!found) run();', 'if (!existsSync(file)) later(() => run());'])('not %s', (code) => {
    expect(ask(isFirstOnly, code)).toBe(false);
  });
});
