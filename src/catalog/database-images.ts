/**
 * Databases and message brokers among container images: what an image is when it stands in a compose file. A list of the
 * common ones, not a complete one; it says only what was looked up.
 *
 * None of these images has a `HEALTHCHECK` of its own, but for those that say so. For the official images of Docker Hub that
 * is their policy (https://github.com/docker-library/faq#healthcheck); of the others the Dockerfile was read. Checked 2026-11.
 */
export interface DatabaseImage {
  /** What it is called in a message. */
  readonly title: string;
  /** The program that its documentation names for asking whether it can answer; it is part of the image. */
  readonly probe: string;
  /** Nobody needs to wait for it: it answers within a moment of its start, or its clients wait by themselves. */
  readonly quick?: boolean;
  /** Its releases open what all before them wrote, or it keeps nothing. */
  readonly opensOlder?: boolean;
  /** Whether the image has a `HEALTHCHECK` of its own; `unknown` where its Dockerfile was not found. Default: it has none. */
  readonly checked?: boolean | 'unknown';
}

const postgres: DatabaseImage = { title: 'PostgreSQL', probe: 'pg_isready' };
const mysql: DatabaseImage = { title: 'MySQL', probe: 'mysqladmin ping' };
const mariadb: DatabaseImage = { title: 'MariaDB', probe: 'healthcheck.sh --connect --innodb_initialized' };
// Its drivers look for a server for 30 seconds before they give up (`serverSelectionTimeoutMS`).
const mongo: DatabaseImage = { title: 'MongoDB', probe: 'mongosh --eval "db.adminCommand(\'ping\')"', quick: true };
const redis: DatabaseImage = { title: 'Redis', probe: 'redis-cli ping', quick: true, opensOlder: true };
const valkey: DatabaseImage = { title: 'Valkey', probe: 'valkey-cli ping', quick: true, opensOlder: true };
const rabbitmq: DatabaseImage = { title: 'RabbitMQ', probe: 'rabbitmq-diagnostics ping' };
const kafka: DatabaseImage = { title: 'Kafka', probe: 'kafka-broker-api-versions' };
const elasticsearch: DatabaseImage = { title: 'Elasticsearch', probe: 'curl' };
const clickhouse: DatabaseImage = { title: 'ClickHouse', probe: 'wget' };
const cassandra: DatabaseImage = { title: 'Cassandra', probe: 'nodetool status' };
const neo4j: DatabaseImage = { title: 'Neo4j', probe: 'cypher-shell' };
const redpanda = unread({ title: 'Redpanda', probe: 'rpk cluster health' });

function unread(image: DatabaseImage): DatabaseImage {
  return { ...image, checked: 'unknown' };
}

/** By repository, without the registry's part that says Docker Hub or a mirror of it and without `library/`. */
export const databaseImages: Readonly<Record<string, DatabaseImage>> = {
  // Docker Hub's official images.
  postgres, mysql, mariadb, mongo, redis, valkey, rabbitmq, elasticsearch, clickhouse, cassandra, neo4j,
  percona: mysql,
  couchdb: { title: 'CouchDB', probe: 'curl' },
  nats: { title: 'NATS', probe: 'nats-server --healthz', quick: true, opensOlder: true },
  memcached: { title: 'Memcached', probe: 'nc', quick: true, opensOlder: true },
  'eclipse-mosquitto': { title: 'Mosquitto', probe: 'mosquitto_sub', quick: true, opensOlder: true },
  // Built on them.
  'pgvector/pgvector': postgres, 'ankane/pgvector': unread(postgres), 'postgis/postgis': postgres, 'timescale/timescaledb': postgres, 'timescale/timescaledb-ha': unread(postgres),
  'pgautoupgrade/pgautoupgrade': { ...postgres, checked: true },
  'mysql/mysql-server': { ...mysql, checked: true }, 'percona/percona-server': unread(mysql),
  'mongodb/mongodb-community-server': unread(mongo),
  'redis/redis-stack': unread(redis), 'redis/redis-stack-server': unread(redis), 'eqalpha/keydb': unread({ title: 'KeyDB', probe: 'keydb-cli ping', quick: true, opensOlder: true }),
  'valkey/valkey': valkey,
  'docker.dragonflydb.io/dragonflydb/dragonfly': { title: 'Dragonfly', probe: 'redis-cli ping', quick: true, opensOlder: true, checked: true },
  // Of their own projects.
  'apache/kafka': kafka, 'confluentinc/cp-kafka': kafka, 'confluentinc/cp-server': unread(kafka),
  'redpandadata/redpanda': redpanda, 'docker.redpanda.com/redpandadata/redpanda': redpanda, 'docker.redpanda.com/vectorized/redpanda': redpanda, 'vectorized/redpanda': redpanda,
  'docker.elastic.co/elasticsearch/elasticsearch': elasticsearch, 'elastic/elasticsearch': elasticsearch,
  'opensearchproject/opensearch': { title: 'OpenSearch', probe: 'curl' },
  'clickhouse/clickhouse-server': clickhouse, 'yandex/clickhouse-server': unread(clickhouse),
  'cockroachdb/cockroach': { title: 'CockroachDB', probe: 'curl' },
  'mcr.microsoft.com/mssql/server': unread({ title: 'SQL Server', probe: 'sqlcmd' }),
  'scylladb/scylla': unread({ title: 'ScyllaDB', probe: 'nodetool status' }),
  // Bitnami's, under their new name too; all are made after one pattern, of which PostgreSQL's was read.
  ...Object.fromEntries(['bitnami', 'bitnamilegacy'].flatMap((folder) => Object.entries({ postgresql: postgres, mysql, mariadb, mongodb: mongo, redis, valkey, rabbitmq, kafka, elasticsearch, clickhouse, cassandra, neo4j, 'redis-cluster': redis })
    .map(([name, image]) => [`${folder}/${name}`, image]))),
};

/** Programs that look into a database or stand before it, and ask it only when somebody asks them: the last part of their image's name. */
export const databaseTools: readonly string[] = [
  'adminer', 'pgadmin4', 'phpmyadmin', 'mongo-express', 'redis-commander', 'redisinsight', 'kafka-ui', 'kafdrop', 'akhq', 'console', 'cmak', 'kibana', 'opensearch-dashboards', 'elasticvue', 'elasticsearch-head', 'cerebro', 'dbgate', 'cloudbeaver',
  'pgweb', 'sqlpad', 'bull-board', 'bullboard', 'bullmq-dashboard', 'grafana', 'prometheus', 'logstash', 'filebeat', 'fluent-bit', 'vector', 'pgbouncer', 'haproxy', 'nginx', 'traefik', 'caddy', 'serverless-redis-http', 'wsproxy', 'ps-http-sim', 'neon-proxy',
  'postgres-backup-local', 'postgres-backup-s3', 'kafkacat', 'kcat', 'wait-for', 'wait', 'docker-compose-wait',
];
