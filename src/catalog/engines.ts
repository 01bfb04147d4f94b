/**
 * Database engines by what they speak: the name that libraries state in their `engine`, and the names under which people and
 * options of libraries know the engine itself and those that take the same clients.
 */
export const engines: Readonly<Record<string, readonly string[]>> = {
  postgresql: ['postgresql', 'postgres', 'pg', 'aurora postgresql', 'aurora postgres', 'cockroachdb', 'cockroach', 'timescaledb', 'timescale', 'yugabytedb', 'redshift', 'neon', 'supabase', 'alloydb', 'citus', 'postgis', 'questdb', 'pgvector'],
  mysql: ['mysql', 'mysql2', 'mariadb', 'aurora mysql', 'planetscale', 'tidb', 'percona', 'vitess', 'singlestore'],
  mongodb: ['mongodb', 'mongo', 'documentdb', 'mongodb atlas', 'ferretdb'],
  redis: ['redis', 'valkey', 'keydb', 'dragonfly', 'dragonflydb', 'elasticache', 'upstash', 'memorydb'],
  memcached: ['memcached', 'memcache'],
  sqlite: ['sqlite', 'sqlite3', 'better sqlite3', 'libsql', 'turso', 'sqljs'],
  mssql: ['mssql', 'sql server', 'azure sql', 'tedious'],
  oracle: ['oracle', 'oracledb'],
  cassandra: ['cassandra', 'scylladb', 'scylla', 'keyspaces'],
  couchbase: ['couchbase'],
  couchdb: ['couchdb', 'cloudant'],
  arangodb: ['arangodb', 'arango'],
  neo4j: ['neo4j', 'memgraph'],
  clickhouse: ['clickhouse'],
};

/** Engines that most services use beside their database: as a cache, for sessions, limits and queues. */
export const helperEngines: ReadonlySet<string> = new Set(['redis', 'memcached']);
