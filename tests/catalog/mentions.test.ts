import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/catalog/catalog.js';
import type { Library } from '../../src/catalog/schema.js';

const libraries: readonly Library[] = [
  { package: 'node:fs', title: 'files', exports: { readFileSync: { call: { roles: ['blocking'] } } } },
  { package: 'mailer', aliases: ['@mail/*'], title: 'mail', roles: ['mail'], exports: { send: { call: { roles: ['mail'], async: true } }, 'open|close': {} } },
  {
    package: 'db', title: 'database', roles: ['orm'], generated: ['/generated/client'],
    exports: {
      Column: { decorate: {} },
      Pool: { new: { roles: ['expensive-client'], returns: '#Pool' } },
      pool: { is: '#Pool' },
      default: { call: { returns: '#Pool' } },
      withPool: { call: { passes: { 0: ['#Pool'] } } },
    },
    types: { Pool: { members: { query: { call: { roles: ['sql'], returns: '#Pool' } } } } },
  },
];
const catalog = createCatalog(libraries);

describe('mentionedIn', () => {
  it.each([
    ['imports', `import { send } from 'mailer';`, ['mail']],
    ['re-exports and require', `export * from "mailer"; const fs = require( 'fs' );`, ['mail', 'blocking']],
    ['imports for their side effects, and dynamic ones', `import 'mailer'; await import('node:fs')`, ['mail', 'blocking']],
    ['what a name ending in a star covers', `import x from '@mail/smtp';`, ['mail']],
    ['generated code by its ending', `import { A } from '../src/generated/client.js';`, ['orm', 'sql', 'expensive-client']],
    ['no other names', `import a from 'mailer2'; import b from './mailer'; const c = 'mailer';`, []],
    ['nothing in a text without imports', 'const a = 1;', []],
  ])('sees %s', (_, text, roles) => {
    expect([...catalog.mentionedIn(text)].sort()).toEqual([...roles].sort());
  });

  it('gives the same answer for the same text', () => {
    const text = `import { send } from 'mailer';`;
    expect(catalog.mentionedIn(text)).toBe(catalog.mentionedIn(text));
  });
});

describe('rolesOfExport', () => {
  const db = libraries[2]!;
  it.each([
    ['Column', ['orm']],
    ['Pool', ['orm', 'expensive-client', 'sql']],
    ['pool', ['orm', 'sql']],
    ['withPool', ['orm', 'sql']],
    ['default', ['orm', 'expensive-client', 'sql']],
    ['*', ['orm', 'expensive-client', 'sql']],
    ['Unknown', ['orm']],
  ])('%s', (name, roles) => {
    expect([...catalog.rolesOfExport(db, name)].sort()).toEqual([...roles].sort());
  });
});

describe('callTest', () => {
  const test = catalog.callTest('mail');
  it('needs the import and a name', () => {
    expect(test.test(`import { send } from 'mailer'; send(a);`)).toBe(true);
    expect(test.test(`import { open } from 'mailer'; open(a);`)).toBe(false);
    expect(test.test(`import { send } from 'other'; send(a);`)).toBe(false);
  });
});
