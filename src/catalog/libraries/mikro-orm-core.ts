import { defineLibrary, type Action, type Entity } from '../schema.js';
import { method } from '../shorthand.js';

const open: Action = {
  roles: ['expensive-client', 'orm'],
  returns: '#Orm',
  args: { options: '0' },
  resource: { cost: 'reads all entities and sets up a connection pool of its own', singleton: 'yes', connects: 'varies', connectCall: 'connect', close: ['close'] },
};
const byIds = 'find(Entity, { id: { $in: ids } })';
const operations = (args: Record<string, string> = {}): Record<string, Entity> => ({
  find: { call: { roles: ['orm', 'read'], async: true, args, batch: { form: byIds, unless: ['limit', 'offset'] } } },
  'findOne|findOneOrFail': { call: { roles: ['orm', 'read'], async: true, args, batch: { form: byIds, key: '0|1', unless: ['orderBy', 'offset', 'lockMode'] } } },
  'findAll|findAndCount|findByCursor|count|refresh|populate': { call: { roles: ['orm', 'read'], async: true, args } },
  insert: { call: { roles: ['orm', 'write'], async: true, args, batch: { form: 'insertMany(Entity, rows)', key: '0|1' } } },
  nativeDelete: { call: { roles: ['orm', 'write'], async: true, args, batch: { form: 'nativeDelete(Entity, { id: { $in: ids } })', key: '0|1' } } },
  upsert: { call: { roles: ['orm', 'write'], async: true, args, batch: { form: 'upsertMany(Entity, rows)', key: '0|1', returns: true } } },
  'insertMany|nativeUpdate|upsertMany': { call: { roles: ['orm', 'write'], async: true, args } },
});

export default defineLibrary({
  package: '@mikro-orm/core',
  aliases: ['@mikro-orm/postgresql', '@mikro-orm/mysql', '@mikro-orm/mariadb', '@mikro-orm/sqlite', '@mikro-orm/better-sqlite', '@mikro-orm/libsql', '@mikro-orm/mongodb', '@mikro-orm/mssql'],
  title: 'MikroORM',
  roles: ['orm'],
  checked: ['5.9.8', '6.6.16', '7.2.2'],
  evidence: 'source: init() connects up to version 6, with the first query from 7; an EntityManager belongs to one request',
  exports: {
    MikroORM: { new: { ...open, versions: '>=7' }, members: { init: { call: { ...open, async: true } }, initSync: { call: { ...open, versions: '<7' } } } },
    'EntityManager|SqlEntityManager': { is: '#EntityManager' },
    'EntityRepository|SqlEntityRepository': { is: '#Repository' },
    // In a package of their own since version 7.
    'Entity|Embeddable|CreateRequestContext|EnsureRequestContext': { decorate: { roles: ['orm'], versions: '<7' } },
    Transactional: { decorate: { roles: ['transaction'], versions: '<7' } },
    RequestContext: { members: { 'create|getEntityManager': { call: { roles: ['orm'] } } } },
  },
  types: {
    Orm: { members: { em: { is: '#EntityManager' }, connect: method() } },
    EntityManager: {
      members: {
        ...operations({ entity: '0' }),
        fork: { call: { returns: '#EntityManager' } },
        getRepository: { call: { returns: '#Repository' } },
        flush: method('orm', 'write'),
        'persistAndFlush|removeAndFlush': { call: { roles: ['orm', 'write'], async: true, versions: '<7' } },
        transactional: { call: { roles: ['orm', 'transaction'], async: true, passes: { 0: ['#EntityManager'] } } },
        'begin|commit|rollback': method('orm', 'transaction'),
        execute: { call: { roles: ['orm', 'raw-sql'], async: true, args: { sql: '0' } } },
        'persist|remove': { call: { returns: '#EntityManager' } },
      },
    },
    Repository: { members: { ...operations(), getEntityManager: { call: { returns: '#EntityManager' } } } },
  },
});
