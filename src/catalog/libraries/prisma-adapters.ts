import { defineLibrary, type Action } from '../schema.js';

const adapter: Action = { roles: ['pure'], args: { options: '0', url: '0.connectionString|0.url' } };

export default defineLibrary({
  package: '@prisma/adapter-*',
  title: 'Prisma driver adapters',
  roles: ['orm'],
  checked: ['7.10.1'],
  evidence: 'd.ts; source: the driver is set up when the client connects',
  exports: {
    'PrismaPg|PrismaMariaDb|PrismaBetterSqlite3|PrismaNeon|PrismaNeonHttp|PrismaLibSql|PrismaPlanetScale|PrismaD1|PrismaMssql': { new: adapter },
    // Their names before version 7.
    'PrismaNeonHTTP|PrismaLibSQL': { new: { ...adapter, versions: '<7' } },
  },
});
