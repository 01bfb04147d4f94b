import { defineLibrary, type Action, type Batch, type Entity } from '../schema.js';
import { method } from '../shorthand.js';

const construct: Action = {
  roles: ['expensive-client', 'orm'],
  returns: '#Sequelize',
  args: { url: '0', options: 'last', engine: 'last.dialect' },
  resource: { cost: 'sets up a connection pool of its own', singleton: 'yes', connects: 'first-use', connectCall: 'authenticate', reconnects: true, close: ['close'] },
};
const byIds = 'findAll({ where: { id: ids } })';
const updateMany: Batch = { form: 'Model.update(values, { where: { id: ids } })', same: ['0'] };
const destroyMany: Batch = { form: 'Model.destroy({ where: { id: ids } })' };
const statics: Record<string, Entity> = {
  findAll: { call: { roles: ['orm', 'read'], async: true, args: { where: '0.where', limit: '0.limit' }, batch: { form: byIds, unless: ['limit', 'offset', 'lock'] } } },
  findAndCountAll: { call: { roles: ['orm', 'read'], async: true, args: { where: '0.where', limit: '0.limit' } } },
  findOne: { call: { roles: ['orm', 'read'], async: true, returns: '#Instance', args: { where: '0.where' }, batch: { form: byIds, unless: ['order', 'offset', 'lock'] } } },
  findByPk: { call: { roles: ['orm', 'read'], async: true, returns: '#Instance', args: { where: '0.where' }, batch: { form: byIds, key: '0', unless: ['lock'] } } },
  count: { call: { roles: ['orm', 'read'], async: true, batch: { form: "count({ group: ['id'] })", unless: ['distinct'] } } },
  'max|min|sum|aggregate': method('orm', 'read'),
  create: { call: { roles: ['orm', 'write'], async: true, returns: '#Instance', args: { data: '0' }, batch: { form: 'bulkCreate(rows)', key: '0', unless: ['include'], returns: true } } },
  update: { call: { roles: ['orm', 'write'], async: true, batch: updateMany } },
  destroy: { call: { roles: ['orm', 'write'], async: true, batch: destroyMany } },
  upsert: { call: { roles: ['orm', 'write'], async: true, batch: { form: 'bulkCreate(rows, { updateOnDuplicate })', key: '0' } } },
  'bulkCreate|restore|increment|decrement|truncate|findOrCreate|findCreateFind|sync|drop': method('orm', 'write'),
  'build|findOrBuild': { call: { returns: '#Instance' } },
  'scope|unscoped|schema': { call: { returns: '#Model' } },
};

export default defineLibrary({
  package: 'sequelize',
  aliases: ['sequelize-typescript'],
  title: 'Sequelize',
  roles: ['orm'],
  checked: ['5.22.5', '6.37.8'],
  evidence: 'probe: the first query connects; d.ts',
  exports: {
    default: { new: construct },
    Sequelize: { new: construct },
    Model: { is: '#Instance', new: { returns: '#Instance' }, members: statics },
    'ModelStatic|ModelCtor': { is: '#Model' },
    Transaction: { is: '#Transaction' },
    'DataTypes|Op': {},
    'literal|fn|col|cast|json|where': { call: { roles: ['pure'] } },
  },
  types: {
    Sequelize: {
      members: {
        'define|model': { call: { returns: '#Model' } },
        'authenticate|close': method(),
        'sync|drop': method('orm', 'write'),
        query: { call: { roles: ['orm', 'sql', 'raw-sql'], async: true, args: { sql: '0', params: '1.replacements|1.bind' }, batch: 'sql' } },
        transaction: { call: { roles: ['orm', 'transaction'], async: true, returns: '#Transaction', passes: { last: ['#Transaction'] } } },
      },
    },
    Model: { new: { returns: '#Instance' }, members: statics },
    Instance: {
      members: {
        update: { call: { roles: ['orm', 'write'], async: true, batch: { ...updateMany, key: 'this' } } },
        destroy: { call: { roles: ['orm', 'write'], async: true, batch: { ...destroyMany, key: 'this' } } },
        'save|restore|increment|decrement': method('orm', 'write'),
        reload: method('orm', 'read'),
      },
    },
    Transaction: { members: { 'commit|rollback': method('orm', 'transaction') } },
  },
});
