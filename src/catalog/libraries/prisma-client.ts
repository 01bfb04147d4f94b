import { defineLibrary, type Action, type Batch, type Entity } from '../schema.js';

const construct: Action = {
  roles: ['expensive-client', 'orm'],
  returns: '#Client',
  args: { options: '0', url: '0.datasourceUrl', adapter: '0.adapter' },
  resource: {
    cost: 'sets up a connection pool of its own',
    singleton: 'yes',
    connects: 'first-use',
    connectCall: '$connect',
    reconnects: true,
    close: ['$disconnect'],
  },
};
const sql: Entity = { call: { roles: ['orm', 'sql', 'raw-sql'], async: true, args: { sql: '0' }, batch: 'sql' } };

const reads = 'findMany({ where: { id: { in: ids } } })';
/** Related rows in the data, and what asks for the row that was written: statements for many rows take neither. */
const nested = ['create', 'createMany', 'connect', 'connectOrCreate', 'disconnect', 'include', 'select'];
const read = (batch?: Batch): Entity => ({ call: { roles: ['orm', 'read'], async: true, args: { where: '0.where', limit: '0.take' }, ...(batch && { batch }) } });
const write = (batch?: Batch): Entity => ({ call: { roles: ['orm', 'write'], async: true, args: { data: '0.data', where: '0.where' }, ...(batch && { batch }) } });

/** What clients and their transactions have in common. */
const queries: Record<string, Entity> = {
  '$queryRaw|$queryRawUnsafe|$queryRawTyped|$runCommandRaw': sql,
  '$executeRaw|$executeRawUnsafe': { call: { roles: ['orm', 'sql', 'raw-sql', 'write'], async: true, args: { sql: '0' }, batch: 'sql' } },
  // One property for each model.
  '*': {
    members: {
      // Those of one tick become one query by the client's own data loader.
      'findUnique|findUniqueOrThrow': read({ form: reads, sameTick: true }),
      'findFirst|findFirstOrThrow': read({ form: reads, unless: ['orderBy', 'skip', 'cursor'] }),
      findMany: read({ form: reads, unless: ['take', 'skip', 'cursor', 'distinct'] }),
      count: read({ form: 'groupBy({ by: [...], _count: true })', unless: ['take', 'skip', 'cursor', 'select'] }),
      'aggregate|groupBy|findRaw|aggregateRaw': read(),
      create: write({ form: 'createMany({ data: rows })', key: '0.data', unless: nested }),
      'update|updateMany': write({ form: 'updateMany({ where: { id: { in: ids } }, data })', same: ['0.data'], unless: nested }),
      'delete|deleteMany': write({ form: 'deleteMany({ where: { id: { in: ids } } })', unless: ['include', 'select'] }),
      'createMany|createManyAndReturn|updateManyAndReturn|upsert': write(),
    },
  },
};

export default defineLibrary({
  package: '@prisma/client',
  aliases: ['@prisma/client/edge', '@prisma/client/extension', '.prisma/client'],
  // Since version 7 the client is generated into the project; these are the folders its documentation shows.
  generated: ['/generated/prisma/client', '/generated/prisma', '/generated/client', '/prisma/client', '/generated/prisma-client', '/prisma/generated/client'],
  title: 'Prisma',
  roles: ['orm'],
  // It has an entry for browsers with the enums of the schema, and the types of the rows are the rest.
  sharesRest: true,
  checked: ['5.22.0', '6.19.3', '7.10.0'],
  evidence: 'probe: the first query connects; calls are lazy until awaited; source: findUnique and findUniqueOrThrow of one tick are batched; d.ts',
  exports: {
    PrismaClient: { new: construct },
    Prisma: {
      members: {
        TransactionClient: { is: '#Transaction' },
        'sql|join|raw|empty': { call: { roles: ['pure'] } },
        defineExtension: { call: { roles: ['pure'] } },
      },
    },
  },
  types: {
    Client: {
      members: {
        ...queries,
        '$connect|$disconnect': { call: { async: true } },
        $transaction: { call: { roles: ['orm', 'transaction'], async: true, passes: { 0: ['#Transaction'] } } },
        '$extends|$on|$use': { call: { returns: '#Client' } },
      },
    },
    Transaction: { members: queries },
  },
});
