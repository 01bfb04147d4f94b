import rule from '../../src/rules/load-balancing/compose-health.js';
import { testRule, yaml, yamlInvalid as invalid, type Case, type InvalidCase } from '../helpers/rule-tester.js';

const check = (test: string) => `    healthcheck: { test: ["CMD-SHELL", "${test}"] }\n`;
/** A database, with a healthcheck unless `more` says otherwise. */
const db = (more = check('pg_isready'), image = 'postgres:17') => `  db:\n    image: ${image}\n${more}`;
const app = (more = '') => `  app:\n    build: .\n${more}`;
const short = '    depends_on:\n      - db\n';
const healthy = '    depends_on:\n      db:\n        condition: service_healthy\n';
const services = (...parts: string[]) => `services:\n${parts.join('')}`;
const named = <C extends Case>(filename: string, given: C): C => ({ ...given, filename });
const optioned = (options: object, code: string, errors: InvalidCase['errors']) => ({ ...invalid(code, errors), options });
const random = 'b7Qx92LmZp04TcVn81RsKw63HdYf';

testRule(rule, {
  valid: {
    'waits for the healthcheck': yaml(services(app(healthy), db())),
    'waits in one line': yaml(services('  app: { build: ., depends_on: { db: { condition: service_healthy } } }\n', db())),
    'waits for a job that has waited': yaml(services(app('    depends_on: [db, migrate]\n'), `  migrate:\n    build: .\n${healthy}`, db())),
    'says that the container is enough': yaml(services(app('    depends_on:\n      db:\n        condition: service_started\n'), db())),
    'can do without': yaml(services(app('    depends_on: { db: { condition: service_started, required: false } }\n'), db())),
    'no dependency': yaml(services(app(), db(''))),
    'depends on no database': yaml(services(app('    depends_on: [api]\n'), '  api:\n    image: shop/api:1\n    healthcheck: { test: "curl -f localhost" }\n')),
    'the command waits': yaml(services(app(`    command: ["./wait-for-it.sh", "db:5432", "--", "node", "server.js"]\n${short}`), db(''))),
    'the entrypoint waits': yaml(services(app(`    entrypoint: sh -c "until nc -z db 5432; do sleep 1; done; node ."\n${short}`), db())),
    'a tool that waits reads its variable': yaml(services(app(`    environment: ["WAIT_HOSTS=db:5432"]\n${short}`), db())),
    'restarted until it works': yaml(services(app(`    restart: unless-stopped\n${short}`), db(''))),
    'restarted, as its deployment says': yaml(services(app(`    deploy: { restart_policy: { condition: on-failure } }\n${short}`), db(''))),
    'restarted, and the check is the image\'s': yaml(services(app(`    restart: always\n${short}`), db('', 'pgautoupgrade/pgautoupgrade:18-alpine'))),
    'a pulled program, which nobody here can look into': yaml(services('  app:\n    image: shop/app:1\n', short, db(''))),
    'an administration tool': yaml(services(`  adminer:\n    image: adminer:4\n${short}`, db())),
    'a proxy before the database': yaml(services(`  db-proxy:\n    image: shop/x:1\n${short}`, db())),
    'a replica that depends on its primary': yaml(services(`  replica:\n    image: postgres:17\n${short}`, db())),
    'a cache answers at once': yaml(services(app('    depends_on: [cache, broker]\n'), '  cache:\n    image: redis:7\n', `  broker:\n    image: shop/broker:1\n${check('redis-cli ping')}`)),
    'drivers of MongoDB wait by themselves': yaml(services(app(short), db('', 'mongo:8'))),
    'connects to something else': yaml(services(app(`    environment: { API_URL: "http://api:8080" }\n${short}`), db(''))),
    'an image that nobody here knows': yaml(services(app(short), db('', 'shop/postgres:17'))),
    'a database that is built': yaml(services(app(short), '  db:\n    build: ./db\n    image: postgres:17\n')),
    'a healthcheck that is switched off': yaml(services(app(short), db('    healthcheck: { disable: true }\n'))),
    'a healthcheck that is NONE': yaml(services(app(short), db('    healthcheck: { test: [NONE] }\n'))),
    'a healthcheck whose command the image may have': yaml(services(app(healthy), db('    healthcheck: { interval: 5s }\n'))),
    'a database of another file': yaml(`include: [db.yaml]\n${services(app(short))}`),
    'extends a service of another file': yaml(services(app(short), '  db:\n    image: postgres:17\n    extends: { file: common.yaml, service: db }\n')),
    'extends a service that has the healthcheck': yaml(services(app(healthy), '  base:\n    image: postgres:17\n', check('pg_isready'), '  db:\n    extends: base\n')),
    'a healthcheck by a merge key': yaml(`x-db: &db\n  image: postgres:17\n  healthcheck: { test: pg_isready }\n${services(app(healthy), '  db:\n    <<: *db\n')}`),
    'an override file': named('docker-compose.override.yml', yaml(services(app(short), db('')))),
    'services that another file completes': yaml(services('  app:\n    depends_on: [db]\n', db('', 'postgres'))),
    'Swarm, which knows no conditions': yaml(services(app(short), db(''), '  web:\n    image: shop/web:1\n    deploy: { placement: { constraints: [node.role == manager] } }\n')),
    'a stack file': named('docker-stack.yml', yaml(services(app(short), db()))),
    'a test': named('docker-compose.test.yml', yaml(services(app(short), db('', 'postgres')))),
    'a template': yaml(services(app(short), db('    command: {{ args }}\n'))),
    'services of something else': yaml('services:\n  orders:\n    database: postgresql\n    apis: [GET /orders]\n'),
    'a pipeline with services': yaml('jobs:\n  test:\n    steps: []\nservices:\n  db: { image: postgres }\n'),
    'the old format': yaml('app:\n  build: .\n  links: [db]\ndb:\n  image: postgres\n# services:\n'),
    'a version that whoever runs it chooses': yaml(services(db(undefined, 'postgres:${PG_VERSION:-latest}'))),
    'a version with a default': yaml(services(db(undefined, 'postgres:${PG_VERSION:-17}'))),
    'a digest': yaml(services(db(undefined, 'postgres@sha256:12ba4f45a7c3e1d0f076acd616cb230834e75a77e8516dde382720af32832d6d'))),
    'a built image named latest': yaml(services('  db:\n    build: .\n    image: shop/db:latest\n')),
    'latest of one\'s own program and of a cache': yaml(services('  app:\n    image: shop/app:latest\n', '  cache:\n    image: redis\n    volumes: [data:/data]\n')),
    'latest, where nothing is kept': yaml(services(db('', 'postgres'), '  b:\n    image: mysql\n    volumes:\n      - ./init.sql:/docker-entrypoint-initdb.d/init.sql\n      - ./my.cnf:/etc/mysql/my.cnf\n      - { type: bind, source: ./certs, target: /certs }\n      - "./data:/seed:ro"\n')),
    'Bitnami has no versions': yaml(services(db(undefined, 'bitnami/postgresql:latest'))),
    'well-known passwords': yaml(services(db(`    environment: { POSTGRES_PASSWORD: postgres, MYSQL_ROOT_PASSWORD: "S3cure-Example-Password-1234", AWS_ACCESS_KEY_ID: AKIAIOSFODNN7EXAMPLE }\n${check('pg_isready')}`))),
    'secrets from elsewhere': yaml(services(app('    environment:\n      - API_KEY\n      - JWT_SECRET=${JWT_SECRET:-b7Qx92LmZp04TcVn81RsKw63HdYf}\n      - DB_PASSWORD_FILE=/run/secrets/db-password-of-7-shops\n      - TOKEN=\n'))),
    'random texts that are no secrets': yaml(services(app(`    environment:\n      BUILD_ID: ${random}\n      TOKEN_URL: https://login.shop/oauth/7f3c/b81e4d22a9\n      API_KEY: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1\n`))),
    'a random secret on one\'s own machine': named('docker-compose.dev.yml', yaml(services(app(`    environment: { JWT_SECRET: ${random} }\n`)))),
    'one database with a schema for each': { ...yaml(services('  orders:\n    build: ./orders\n    environment: { DATABASE_URL: "postgres://db/shop?schema=orders" }\n', '  billing:\n    build: ./billing\n    environment: { DATABASE_URL: "postgres://db/shop?schema=billing" }\n', db())), options: { sharedDatabases: true } },
    'one owner with its worker and migrations': { ...yaml(services('  api:\n    build: ./api\n    environment: [DATABASE_URL=postgres://db/shop]\n', '  jobs:\n    build: ./jobs\n    environment: [DATABASE_URL=postgres://db/shop]\n', '  api2:\n    build: ./api/\n    environment: [DATABASE_URL=postgres://db/shop]\n', '  migrate:\n    build: ./db\n    environment: [DATABASE_URL=postgres://db/shop]\n', db())), options: { sharedDatabases: true } },
    'two databases on one server': { ...yaml(services('  orders:\n    build: ./orders\n    environment: { DATABASE_URL: "postgres://u:p@db:5432/orders" }\n', '  billing:\n    build: ./billing\n    environment: { DATABASE_URL: "postgres://u:p@db:5432/billing" }\n', db())), options: { sharedDatabases: true } },
    'one database, when nobody asks': yaml(services('  orders:\n    build: ./orders\n    environment: { DATABASE_URL: "postgres://db/shop" }\n', '  billing:\n    build: ./billing\n    environment: { DATABASE_URL: "postgres://db/shop" }\n', db())),
    'odd values': yaml('services:\n  a: { image: 1, depends_on: text, environment: [~, 5, { x: y }], healthcheck: text }\n  b: { image: ~, build: [], depends_on: { c: ~, d: text }, extends: 7, restart: [] }\n'),
    'null services': yaml('services:\n  a: ~\n'),
    'services that extend each other': yaml('services:\n  a: { extends: b }\n  b: { extends: { service: a } }\n'),
  },
  invalid: {
    'starts before the healthcheck': invalid(services(app('    depends_on:\n      # the shop\n      - db # orders\n      - mail\n    ports: ["80:80"]\n'), '  mail:\n    image: shop/mail:1\n', db()), [{
      messageId: 'early', data: { service: 'app', databases: '`db`' }, line: 6, column: 9,
      suggestions: [{ messageId: 'wait', data: { databases: '`db`' }, output: services(app('    depends_on:\n      # the shop\n      db: # orders\n        condition: service_healthy\n      mail:\n        condition: service_started\n    ports: ["80:80"]\n'), '  mail:\n    image: shop/mail:1\n', db()) }],
    }]),
    'in one line, with a cache that has a healthcheck too': invalid(services(app('    depends_on: [db, "cache"] # both\n'), db(), `  cache:\n    image: redis:7\n${check('redis-cli ping')}`), [{
      messageId: 'early',
      suggestions: [{ messageId: 'wait', data: { databases: '`db`' }, output: services(app('    depends_on: { db: { condition: service_healthy }, "cache": { condition: service_healthy } } # both\n'), db(), `  cache:\n    image: redis:7\n${check('redis-cli ping')}`) }],
    }]),
    'a database known by its healthcheck': invalid(services(app(`    restart: always\n${short}`), db(check('mysqladmin ping'), 'shop/own:3')), [{ messageId: 'early', suggestions: 1 }]),
    'a healthcheck of the image': invalid(services(app(short), db('', 'mysql/mysql-server:8.0')), [{ messageId: 'early', suggestions: 1 }]),
    'a list by a merge key is one cause without an edit': invalid(`x-app: &app\n  build: .\n  depends_on: [db]\n${services('  api:\n    <<: *app\n', '  worker:\n    <<: *app\n', db())}`, [{ messageId: 'early', data: { service: 'api', databases: '`db`' } }]),
    'who starts after the one that should wait is no other cause': invalid(services(app(short), '  worker:\n    build: .\n    depends_on: [db, app]\n', db()), [{ messageId: 'early', data: { service: 'app', databases: '`db`' }, suggestions: 1 }]),
    'connects to what its environment names': invalid(services(app(`    environment: [DB_HOST=db, API_URL=http://api]\n${short}`), db()), [{ messageId: 'early', suggestions: 1 }]),
    'connects to what variables say': invalid(services(app(`    environment: ["DB_URL=\${DB_URL}", API_URL=http://api]\n${short}`), db('')), ['unchecked']),
    'nothing to wait for': invalid(services(app(short), '  worker:\n    build: ./worker\n    depends_on: [db]\n', db('')), [{
      messageId: 'unchecked', data: { database: 'db', title: 'PostgreSQL', probe: 'pg_isready', services: '`app`, `worker`' }, line: 9, column: 3,
    }]),
    'images by other names': invalid(services(app('    depends_on: [a, b, c]\n'), '  a:\n    image: docker.io/library/mysql:8\n', '  b:\n    image: bitnami/mariadb:11\n', '  c:\n    image: public.ecr.aws/docker/library/rabbitmq:4\n'), ['unchecked', 'unchecked', 'unchecked']),
    'restarts, where they do not count': optioned({ allowRestarts: false }, services(app(`    restart: always\n${short}`), db('')), ['unchecked']),
    'every database': optioned({ everyDatabase: true }, services(app('    depends_on: [cache]\n'), '  cache:\n    image: redis:7\n', db('')), [
      { messageId: 'unchecked', data: { database: 'cache', title: 'Redis', probe: 'redis-cli ping', services: '`app`' } },
      { messageId: 'unwatched', data: { database: 'db', probe: 'pg_isready' } },
    ]),
    'waits for what nothing checks': invalid(services(app(healthy), '  job:\n    image: shop/job:1\n', healthy, db('')), [{ messageId: 'never', data: { services: '`app`, `job`', database: 'db' }, line: 6, column: 20 }]),
    'latest, by the tag or without one, once each': invalid(services('  a:\n    image: mongo:latest\n    volumes: [a:/data/db]\n', '  b:\n    image: mongo:latest\n    volumes: [b:/data/db]\n', '  c:\n    image: "postgres"\n    volumes: ["${DATA:-./data}:/var/lib/postgresql"]\n', '  d:\n    image: postgres:alpine\n    volumes: [{ type: volume, source: d, target: /var/lib/postgresql }]\n'), [
      { messageId: 'version', data: { image: 'mongo:latest' }, line: 3, column: 12 }, { messageId: 'version', data: { image: 'postgres' }, line: 9 }, { messageId: 'version', data: { image: 'postgres:alpine' } },
    ]),
    'a provider\'s key, also on one\'s own machine': named('docker-compose.dev.yml', invalid(services(app('    environment:\n      - OPENAI=sk-proj-8fK2mQ7xVb91LzRt4WcYp60NsHdJ3GaE5uXo\n')), [{ messageId: 'secret', data: { name: 'OPENAI' }, line: 5, column: 9 }])),
    'a random secret': invalid(services(app(`    environment:\n      JWT_SECRET: ${random}\n`)), [{ messageId: 'secret', data: { name: 'JWT_SECRET' }, line: 5, column: 19 }]),
    'a private key': invalid(services(app('    environment:\n      PRIVATE_KEY: |\n        -----BEGIN RSA PRIVATE KEY-----\n        MIIEow9Qx7LmZp04TcVn81RsKw63HdYf\n')), ['secret']),
    'two owners of one database': optioned({ sharedDatabases: true }, services('  orders:\n    build: ./orders\n    environment: { DATABASE_URL: "postgres://u:p@db:5432/shop" }\n', '  billing:\n    build: { context: ./billing }\n    environment:\n      - DATABASE_URL=postgresql://u:p@db/shop\n', db()), [
      { messageId: 'shared', data: { database: 'shop', services: '`orders`, `billing`' }, line: 5, column: 3 },
    ]),
    'Windows line ends': invalid(services(app(short), db()).replaceAll('\n', '\r\n'), [{ messageId: 'early', suggestions: [{ messageId: 'wait', output: services(app(healthy), db()).replaceAll('\n', '\r\n') }] }]),
  },
});
