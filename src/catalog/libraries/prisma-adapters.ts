import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@prisma/adapter-*',
  title: 'Prisma driver adapters',
  roles: ['orm'],
  evidence: 'd.ts; source: the driver is set up when the client connects',
  exports: {
    'PrismaPg|PrismaMariaDb|PrismaBetterSqlite3|PrismaNeon|PrismaNeonHTTP|PrismaNeonHttp|PrismaLibSql|PrismaLibSQL|PrismaPlanetScale|PrismaD1|PrismaMssql': { new: { roles: ['pure'], args: { options: '0', url: '0.connectionString|0.url' } } },
  },
});
