/**
 * What well-known container images are, by the last part of their name (`bitnami/postgresql:16` is `postgresql`). Names as
 * their projects and Docker Hub publish them; a list of the common ones, not a complete one.
 */

/** Databases, brokers and stores that keep data in the pod or beside it, so that a second pod is no second worker. */
export const statefulImages: readonly string[] = [
  'postgres', 'postgresql', 'postgis', 'timescaledb', 'pgvector', 'mysql', 'mysql-server', 'mariadb', 'percona', 'percona-server', 'mongo', 'mongodb', 'mongodb-community-server', 'redis', 'redis-stack', 'redis-stack-server',
  'valkey', 'keydb', 'dragonfly', 'memcached', 'cassandra', 'scylla', 'couchdb', 'couchbase', 'neo4j', 'arangodb', 'cockroach', 'cockroachdb', 'influxdb', 'clickhouse', 'clickhouse-server', 'elasticsearch', 'opensearch', 'solr',
  'rabbitmq', 'kafka', 'cp-kafka', 'redpanda', 'zookeeper', 'cp-zookeeper', 'nats', 'nats-streaming', 'activemq', 'activemq-artemis', 'pulsar', 'mosquitto', 'etcd', 'consul', 'vault', 'minio', 'seaweedfs', 'mssql-server',
  'mssql', 'oracle-xe', 'prometheus', 'pushgateway', 'grafana', 'alertmanager', 'loki', 'tempo', 'jaeger', 'all-in-one', 'zipkin', 'kibana', 'sonarqube', 'jenkins', 'registry', 'nexus3', 'milvus', 'qdrant', 'weaviate', 'chroma', 'ollama', 'hazelcast', 'hub', 'openldap',
  'phpmyadmin', 'pgadmin4', 'adminer', 'mongo-express',
];

/** Ends of tunnels and private networks: whoever connects stays with one pod, through which others then reach it. */
export const tunnelImages: readonly string[] = ['inlets', 'inlets-pro', 'frps', 'chisel', 'wg-easy', 'wireguard', 'openvpn', 'headscale'];

/** Programs that answer only to show that they were reached, as pages on routing and autoscaling use them. */
export const stubImages: readonly string[] = ['whoami', 'whereami', 'echo', 'echo-server', 'echoserver', 'http-echo', 'http-https-echo', 'tcp-echo-server', 'hello-world', 'hello-app', 'hello-kubernetes', 'nginx-hello', 'helloworld-http', 'hpa-example'];

/** Servers of language models: a pod takes minutes to load one, and mostly a graphics card of its own. */
export const modelServerImages: readonly string[] = ['vllm-openai', 'vllm', 'sglang', 'text-generation-inference', 'text-embeddings-inference', 'tritonserver', 'llama.cpp', 'ollama', 'localai', 'local-ai', 'xinference', 'infinity'];

/** Programs that stand beside a service in its pod: proxies, shippers of logs and measurements, loaders of secrets. */
export const sidecarImages: readonly string[] = [
  'proxyv2', 'proxy-agent', 'linkerd-proxy', 'proxy', 'envoy', 'envoy-alpine', 'daprd', 'cloud-sql-proxy', 'gce-proxy', 'alloydb-auth-proxy', 'kube-rbac-proxy', 'oauth2-proxy', 'vault-agent', 'vault', 'consul-dataplane', 'consul-k8s-control-plane',
  'fluentd', 'fluent-bit', 'filebeat', 'promtail', 'vector', 'opentelemetry-collector', 'opentelemetry-collector-contrib', 'aws-otel-collector', 'jaeger-agent', 'aws-xray-daemon', 'cloudwatch-agent', 'statsd-exporter', 'node-exporter', 'configmap-reload', 'prometheus-config-reloader',
  'k8s-sidecar', 'git-sync', 'pause', 'busybox', 'prometheus-to-sd',
];

/** Images of Docker Hub's library that services run as, beside the stateful ones: a name without a folder is one of these, or one that a build makes. */
export const libraryImages: readonly string[] = [
  'nginx', 'httpd', 'caddy', 'traefik', 'haproxy', 'node', 'python', 'php', 'ruby', 'golang', 'openjdk', 'eclipse-temurin', 'tomcat', 'jetty', 'wordpress', 'drupal', 'joomla', 'ghost', 'nextcloud', 'redmine', 'alpine',
  'debian', 'ubuntu', 'fedora', 'busybox', 'varnish', 'telegraf', 'logstash',
];
