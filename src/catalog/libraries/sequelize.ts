import { defineLibrary, type Action, type Entity } from '../schema.js';
import { method } from '../shorthand.js';

const construct: Action = {
  roles: ['expensive-client', 'orm'],
  returns: '#Sequelize',
  args: { url: '0', options: 'last' },
  resource: { cost: 'sets up a connection pool of its own', singleton: 'yes', connects: 'first-use', connectCall: 'authenticate', reconnects: true, close: ['close'] },
};
const statics: Record<string, Entity> = {
  'findAll|findAndCountAll': { call: { roles: ['orm', 'read'], async: true, args: { where: '0.where', limit: '0.limit' } } },
  'findOne|findByPk': { call: { roles: ['orm', 'read'], async: true, returns: '#Instance', args: { where: '0.where' } } },
  'count|max|min|sum|aggregate': method('orm', 'read'),
  create: { call: { roles: ['orm', 'write'], async: true, returns: '#Instance', args: { data: '0' } } },
  'bulkCreate|update|upsert|destroy|restore|increment|decrement|truncate|findOrCreate|findCreateFind|sync|drop': method('orm', 'write'),
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
        query: { call: { roles: ['orm', 'sql', 'raw-sql'], async: true, args: { sql: '0', params: '1.replacements|1.bind' } } },
        transaction: { call: { roles: ['orm', 'transaction'], async: true, returns: '#Transaction', passes: { last: ['#Transaction'] } } },
      },
    },
    Model: { new: { returns: '#Instance' }, members: statics },
    Instance: { members: { 'save|update|destroy|restore|increment|decrement': method('orm', 'write'), reload: method('orm', 'read') } },
    Transaction: { members: { 'commit|rollback': method('orm', 'transaction') } },
  },
});
