import { defineLibrary, type Batch, type Entity, type Resource } from '../schema.js';
import { method } from '../shorthand.js';

const resource: Resource = {
  cost: 'sets up a connection pool of its own',
  singleton: 'yes',
  connects: 'explicit',
  connectCall: 'initialize',
  close: ['destroy', 'close'],
};
const query: Entity = { call: { roles: ['orm', 'sql', 'raw-sql'], async: true, args: { sql: '0', params: '1' }, batch: 'sql' } };
const byIds = 'find({ where: { id: In(ids) } })';
const within = "where('id IN (:...ids)', { ids })";
const counted: Batch = { form: "createQueryBuilder().where('id IN (:...ids)').groupBy('id')" };
/** What repositories, active records and, with the entity as first argument, entity managers have in common. */
const operations = (args?: Record<string, string>): Record<string, Entity> => {
  const read = (batch?: Batch): Entity => ({ call: { roles: ['orm', 'read'], async: true, ...(args && { args }), ...(batch && { batch }) } });
  const write = (batch?: Batch): Entity => ({ call: { roles: ['orm', 'write'], async: true, ...(args && { args }), ...(batch && { batch }) } });
  /** The first and the second argument after the entity. */
  const [first, second, third] = args ? ['1', '2', '3'] : ['0', '1', '2'];
  return {
    'find|findBy': read({ form: byIds, unless: ['take', 'skip'] }),
    'findOne|findOneBy|findOneOrFail|findOneByOrFail': read({ form: byIds, key: first, unless: ['order', 'lock', 'skip'] }),
    'count|countBy|exists|existsBy|exist': read(counted),
    'findAndCount|findAndCountBy|sum|average|minimum|maximum': read(),
    save: write({ form: 'save(entities)', key: '0|1', returns: true }),
    insert: write({ form: 'insert(entities)', key: first }),
    update: write({ form: 'update({ id: In(ids) }, values)', key: first, same: [second] }),
    upsert: write({ form: 'upsert(entities, conflictPaths)', key: first }),
    'remove|softRemove|recover': write({ form: 'remove(entities)', key: '0|1', returns: true }),
    'delete|softDelete|restore': write({ form: 'delete({ id: In(ids) })', key: first }),
    'increment|decrement': write({ form: 'increment({ id: In(ids) }, column, value)', key: first, same: [second, third] }),
    'updateAll|deleteAll|clear': write(),
    'findByIds|findOneById': { call: { roles: ['orm', 'read'], async: true, versions: '<1', ...(args && { args }) } },
    query,
    createQueryBuilder: { call: { returns: '#QueryBuilder', ...(args && { args }) } },
  };
};
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
    DataSource: { new: { roles: ['expensive-client', 'orm'], returns: '#DataSource', args: { options: '0', url: '0.url', engine: '0.type' }, resource } },
    Connection: { is: '#DataSource' },
    createConnection: {
      call: {
        roles: ['expensive-client', 'orm'], returns: '#DataSource', async: true, args: { options: '0', engine: '0.type' }, versions: '<1',
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
    ActiveRecord: {
      members: {
        'save|remove|softRemove|recover': { call: { roles: ['orm', 'write'], async: true, batch: { form: 'save(entities)', key: 'this', returns: true } } },
        reload: method('orm', 'read'),
      },
    },
    QueryBuilder: {
      members: {
        'getMany|getRawMany|getRawAndEntities': { call: { roles: ['orm', 'read'], async: true, batch: { form: within, unless: ['limit', 'take', 'skip', 'offset', 'setLock'] } } },
        'getOne|getOneOrFail|getRawOne|getCount|getExists': { call: { roles: ['orm', 'read'], async: true, batch: { form: within, unless: ['orderBy', 'addOrderBy', 'skip', 'offset', 'setLock'] } } },
        'getManyAndCount|stream': method('orm', 'read'),
        execute: { call: { roles: ['orm', 'write'], async: true, batch: { form: within, same: ['.set'], unless: ['values', 'returning'] } } },
        '*': { call: { returns: '#QueryBuilder' } },
      },
    },
  },
});
