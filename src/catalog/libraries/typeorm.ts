import { defineLibrary, type Entity, type Resource } from '../schema.js';
import { method } from '../shorthand.js';

const resource: Resource = {
  cost: 'sets up a connection pool of its own',
  singleton: 'yes',
  connects: 'explicit',
  connectCall: 'initialize',
  close: ['destroy', 'close'],
};
const reads = 'find|findBy|findOne|findOneBy|findOneOrFail|findOneByOrFail|findAndCount|findAndCountBy|count|countBy|exists|existsBy|exist|sum|average|minimum|maximum';
const writes = 'save|insert|update|updateAll|upsert|remove|delete|deleteAll|softRemove|softDelete|recover|restore|increment|decrement|clear';
const query: Entity = { call: { roles: ['orm', 'sql', 'raw-sql'], async: true, args: { sql: '0', params: '1' } } };
/** What repositories, active records and, with the entity as first argument, entity managers have in common. */
const operations = (args?: Record<string, string>): Record<string, Entity> => ({
  [reads]: { call: { roles: ['orm', 'read'], async: true, ...(args && { args }) } },
  [writes]: { call: { roles: ['orm', 'write'], async: true, ...(args && { args }) } },
  'findByIds|findOneById': { call: { roles: ['orm', 'read'], async: true, versions: '<1', ...(args && { args }) } },
  query,
  createQueryBuilder: { call: { returns: '#QueryBuilder', ...(args && { args }) } },
});
const store = operations();
const repository: Entity = { call: { returns: '#Repository' } };
const transaction: Entity = { call: { roles: ['orm', 'transaction'], async: true, passes: { last: ['#EntityManager'] } } };
const legacy: Entity = { call: { returns: '#Repository', versions: '<1' } };

export default defineLibrary({
  package: 'typeorm',
  title: 'TypeORM',
  roles: ['orm'],
  checked: ['0.2.45', '0.3.31', '1.1.1'],
  evidence: 'probe: initialize() connects, and throws when it is called twice; d.ts of 0.2, 0.3 and 1',
  exports: {
    DataSource: { new: { roles: ['expensive-client', 'orm'], returns: '#DataSource', args: { options: '0', url: '0.url' }, resource } },
    Connection: { is: '#DataSource' },
    createConnection: {
      call: {
        roles: ['expensive-client', 'orm'], returns: '#DataSource', async: true, args: { options: '0' }, versions: '<1',
        resource: { ...resource, cost: 'opens a connection pool of its own', connects: 'construct' },
      },
    },
    getConnection: { call: { returns: '#DataSource', versions: '<1' } },
    getManager: { call: { returns: '#EntityManager', versions: '<1' } },
    'getRepository|getCustomRepository|getTreeRepository|getMongoRepository': legacy,
    'Repository|TreeRepository|MongoRepository': { is: '#Repository' },
    'EntityManager|MongoEntityManager': { is: '#EntityManager' },
    'SelectQueryBuilder|QueryBuilder|UpdateQueryBuilder|DeleteQueryBuilder|InsertQueryBuilder': { is: '#QueryBuilder' },
    QueryRunner: { is: '#QueryRunner' },
    BaseEntity: { new: { returns: '#ActiveRecord' }, members: { ...store, createQueryBuilder: { call: { returns: '#QueryBuilder' } }, getRepository: repository } },
    'Entity|ViewEntity|ChildEntity': { decorate: { roles: ['orm'] } },
    EventSubscriber: { decorate: { roles: ['orm'] } },
    EntityRepository: { decorate: { roles: ['orm'], versions: '<1' } },
    'In|Like|ILike|Not|IsNull|Between|MoreThan|LessThan|MoreThanOrEqual|LessThanOrEqual|Any|Raw': { call: { roles: ['pure'] } },
  },
  types: {
    DataSource: {
      members: {
        initialize: { call: { async: true, returns: '#DataSource' } },
        connect: { call: { async: true, returns: '#DataSource', versions: '<1' } },
        'getRepository|getTreeRepository|getMongoRepository': repository,
        getCustomRepository: legacy,
        manager: { is: '#EntityManager' },
        createEntityManager: { call: { returns: '#EntityManager' } },
        createQueryRunner: { call: { returns: '#QueryRunner' } },
        createQueryBuilder: { call: { returns: '#QueryBuilder' } },
        query,
        transaction,
        'synchronize|runMigrations|undoLastMigration|dropDatabase': method('orm', 'write'),
      },
    },
    Repository: { members: { ...store, manager: { is: '#EntityManager' }, extend: repository } },
    EntityManager: { members: { ...operations({ entity: '0' }), 'getRepository|withRepository|getTreeRepository|getMongoRepository': repository, getCustomRepository: legacy, transaction } },
    QueryRunner: {
      members: {
        manager: { is: '#EntityManager' },
        query,
        'startTransaction|commitTransaction|rollbackTransaction': method('orm', 'transaction'),
        'connect|release': method(),
      },
    },
    ActiveRecord: { members: { 'save|remove|softRemove|recover': method('orm', 'write'), reload: method('orm', 'read') } },
    QueryBuilder: {
      members: {
        'getMany|getOne|getOneOrFail|getRawMany|getRawOne|getRawAndEntities|getManyAndCount|getCount|getExists|stream': method('orm', 'read'),
        execute: method('orm', 'write'),
        '*': { call: { returns: '#QueryBuilder' } },
      },
    },
  },
});
