import { defineLibrary, type Action, type Entity } from '../schema.js';

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
const sql: Entity = { call: { roles: ['orm', 'sql', 'raw-sql'], async: true, args: { sql: '0' } } };

/** What clients and their transactions have in common. */
const queries: Record<string, Entity> = {
  '$queryRaw|$queryRawUnsafe|$queryRawTyped|$runCommandRaw': sql,
  '$executeRaw|$executeRawUnsafe': { call: { roles: ['orm', 'sql', 'raw-sql', 'write'], async: true, args: { sql: '0' } } },
  // One property for each model.
  '*': {
    members: {
      'findUnique|findUniqueOrThrow|findFirst|findFirstOrThrow|findMany|count|aggregate|groupBy|findRaw|aggregateRaw': {
        call: { roles: ['orm', 'read'], async: true, args: { where: '0.where', limit: '0.take' } },
      },
      'create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany': {
        call: { roles: ['orm', 'write'], async: true, args: { data: '0.data', where: '0.where' } },
      },
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
  checked: ['5.22.0', '6.19.3', '7.10.0'],
  evidence: 'probe: the first query connects; calls are lazy until awaited; d.ts',
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
