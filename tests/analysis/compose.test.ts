import { describe, expect, it } from 'vitest';
import { connectsElsewhere, databasesOf, dependenciesOf, isRestarted, leavesWaiting } from '../../src/analysis/manifests/compose-health.js';
import { databaseImage, followsReleases, pulledImage } from '../../src/analysis/manifests/compose-images.js';
import { sharedDatabases } from '../../src/analysis/manifests/compose-owners.js';
import { literalSecrets } from '../../src/analysis/manifests/compose-secrets.js';
import { waitsItself } from '../../src/analysis/manifests/compose-startup.js';
import { composeOf } from '../../src/analysis/manifests/compose.js';
import { isLocal } from '../../src/analysis/manifests/environments.js';
import type { FileContext } from '../../src/analysis/context.js';
import { defaultSettings } from '../../src/settings.js';
import yamlParser from '../../src/node/yaml-parser.js';

const compose = (text: string, filename = '/shop/compose.yaml') => {
  const { ast, services } = yamlParser.parseForESLint(text);
  return composeOf({ text, ast, parserServices: services } as never, filename);
};
const file = (text: string) => compose(`services:\n${text}`)!;
const service = (text: string) => file(`  app: ${text}\n`).services.get('app')!;

describe('composeOf', () => {
  it('knows compose files by what they say', () => {
    const none = ['services: { a: { database: postgres } }', 'services: {}', 'services: [a]', 'services: { a: { image: x } }\njobs: {}', 'services: { a: { image: x } }\n---\na: 1\n', 'a: { image: x } # services', 'services: { a: { image: x }, b: { ports: [1] } }', 'services: { a: { image: "{{ x }}" } }'];
    expect(none.map((text) => compose(text))).toEqual(none.map(() => undefined));
    expect(compose('name: shop\nx-a: &a { image: x }\nservices: { a: *a, b: { build: . }, c: { extends: { file: o.yaml, service: c } } }')?.services.size).toBe(3);
  });

  it('knows what files are for by their names', () => {
    const of = (name: string) => compose('services: { a: { image: x } }', name);
    expect([of('/s/compose.override.yaml'), of('/s/docker-compose.override.yml')]).toEqual([undefined, undefined]);
    expect(['/s/docker-stack.yml', '/s/compose.swarm.yaml', '/s/stackoverflow.yml'].map((name) => of(name)?.swarm)).toEqual([true, true, false]);
    expect(isLocal({ filename: '/home/dev/shop-demo/compose.yml', cwd: '/home/dev/shop-demo' } as FileContext)).toBe(true);
    const local = (filename: string) => isLocal({ filename, cwd: '/home/dev/shop' } as FileContext);
    expect(['/home/dev/shop/docker-compose.dev.yml', '/home/dev/shop/.devcontainer/compose.yml', '/home/dev/shop/examples/compose.yml', '/home/dev/shop/compose.yml', '/home/dev/shop/devices/compose.yml', '/home/dev/shop/my.env/compose.yml', '/else/compose.local.yml', '/home/dev/shop/staging/compose.yml'].map((name) => local(name))).toEqual([true, true, true, false, false, false, true, false]);
  });

  it('reads what a service extends in the same file', () => {
    const { services } = file('  base: { image: x, restart: always }\n  a: { extends: { service: base }, restart: "no" }\n  b: { extends: { file: o.yaml, service: b }, image: y }\n');
    expect(['image', 'restart'].map((key) => services.get('a')!.get(key)?.value.text)).toEqual(['x', 'no']);
    expect([services.get('a')!.open, services.get('b')!.open]).toEqual([false, true]);
  });
});

describe('images of services', () => {
  it.each([
    ['postgres', 'PostgreSQL'], ['docker.io/library/postgres:17', 'PostgreSQL'], ['arm64v8/mysql:8', 'MySQL'], ['public.ecr.aws/docker/library/redis', 'Redis'], ['bitnamilegacy/kafka:3', 'Kafka'],
    ['mcr.microsoft.com/mssql/server:2022-latest', 'SQL Server'], ['postgres:${TAG}', 'PostgreSQL'], ['${REGISTRY:-docker.io}/postgres:17', 'PostgreSQL'],
    ['shop/postgres', undefined], ['quay.io/shop/redis:1', undefined], ['${REGISTRY}/postgres:17', undefined], ['${IMAGE}', undefined], ['postgres-exporter', undefined],
  ])('%s is %s', (image, title) => {
    expect(databaseImage(pulledImage(service(`{ image: "${image}" }`)))?.title).toBe(title);
  });

  it.each([['postgres', true], ['postgres:latest', true], ['rabbitmq:management', true], ['postgres:17-alpine', false], ['postgres:${TAG}', false], ['postgres:${TAG:-latest}', false], ['postgres@sha256:12ba4f45', false]])('whether %s follows releases: %s', (image, follows) => {
    expect(followsReleases(pulledImage(service(`{ image: "${image}" }`))!)).toBe(follows);
  });
});

describe('databases and who waits for them', () => {
  it('tells whether something checks a database', () => {
    const health = (more: string) => databasesOf(file(`  app: { image: postgres:17${more} }\n`)).get('app')?.health;
    expect([health(''), health(', healthcheck: { test: pg_isready }'), health(', healthcheck: { disable: true }'), health(', healthcheck: { interval: 1s }'), health(', extends: { file: a.yaml, service: b }')]).toEqual(['unchecked', 'checked', 'disabled', 'unknown', 'unknown']);
    expect(databasesOf(file('  a: { image: mysql/mysql-server:8 }\n  b: { image: percona/percona-server:8 }\n  c: { image: shop/x, healthcheck: { test: [CMD, redis-cli, ping] } }\n  d: { image: shop/x }\n'))).toMatchObject(new Map([['a', { health: 'checked', quick: false }], ['b', { health: 'unknown' }], ['c', { health: 'checked', quick: true }]]));
  });

  it('reads both forms of dependencies', () => {
    const of = (text: string) => dependenciesOf(service(`{ image: x, depends_on: ${text} }`)).map(({ name, short, condition }) => [name, short, condition?.text]);
    expect(of('[a, [b], ~]')).toEqual([['a', true, undefined]]);
    expect(of('{ a: { condition: service_healthy }, b: { required: false }, c: ~ }')).toEqual([['a', false, 'service_healthy'], ['c', false, undefined]]);
    expect(of('text')).toEqual([]);
  });

  it('follows chains, also in circles', () => {
    const given = file('  a: { image: x, depends_on: [b] }\n  b: { image: x, depends_on: [c, a] }\n  c: { image: x, depends_on: { db: { condition: service_healthy } } }\n  d: { image: x, depends_on: [db, e] }\n  e: { image: x, depends_on: { db: { condition: service_started } } }\n  f: { image: x, depends_on: [db, d] }\n  db: { image: postgres:17 }\n');
    expect(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => leavesWaiting(given, given.services.get(name)!, 'db'))).toEqual([true, true, true, false, false, true]);
  });

  it('tells from the environment who connects to something else', () => {
    const of = (more: string) => {
      const given = file(`  app: { build: ., ${more} }\n  db: { image: postgres:17, container_name: shop-db }\n`);
      return connectsElsewhere(given.services.get('app')!, databasesOf(given).get('db')!);
    };
    expect(['environment: { API: "http://api" }', 'environment: [API_HOST=api]'].map((more) => of(more))).toEqual([true, true]);
    expect(['environment: { A: "http://api", B: "postgres://db:5432" }', 'environment: [HOST=shop-db]', 'environment: [HOST=api], env_file: .env', 'environment: [HOST=api, DB]', 'environment: [HOST=api, "URL=${URL}"]', 'environment: { NODE_ENV: production }', 'init: true'].map((more) => of(more))).toEqual([false, false, false, true, false, false, false]);
  });

  it('reads restart policies', () => {
    expect(['restart: always', 'restart: on-failure:3', 'restart: "no"', 'deploy: { restart_policy: { condition: any } }', 'deploy: { restart_policy: { condition: none } }', 'init: true'].map((more) => isRestarted(service(`{ image: x, ${more} }`)))).toEqual([true, true, false, true, false, false]);
  });
});

describe('waitsItself', () => {
  const context = (files: Record<string, string>, crossFile = true) => ({ filename: '/shop/deploy/compose.yaml', settings: { ...defaultSettings, crossFile }, host: { read: (path: string) => (files[path] === undefined ? undefined : { text: files[path], modified: 1 }) } }) as unknown as FileContext;

  it.each([
    ['command: ./wait-for-it.sh db:5432', true], ['entrypoint: [dockerize, -wait, "tcp://db:5432"]', true], ['command: sh -c "while ! nc -z db 5432; do sleep 1; done"', true], ['environment: { WAIT_HOSTS: "db:5432" }', true],
    ['command: npm start', false], ['command: node waiter.js', false], ['environment: { AWAIT: 1 }', false],
  ])('%s: %s', (more, expected) => {
    expect(waitsItself(service(`{ image: x, ${more} }`), context({}))).toBe(expected);
  });

  it('reads the Dockerfile and the scripts that it starts', () => {
    const script = { '/shop/api/Dockerfile': 'FROM node\nRUN sleep 5\nCOPY entrypoint.sh /\nENTRYPOINT ["/entrypoint.sh"]\n', '/shop/api/entrypoint.sh': 'python manage.py wait_for_db\n' };
    const api = service('{ build: { context: ../api } }');
    expect(waitsItself(api, context(script))).toBe(true);
    expect(waitsItself(api, context(script, false))).toBe(false);
    expect(waitsItself(api, context({ ...script, '/shop/api/entrypoint.sh': 'exec node .\n' }))).toBe(false);
    expect(waitsItself(service('{ build: ../api, command: bash bin/start.sh }'), context({ '/shop/api/bin/start.sh': 'until pg_isready; do :; done' }))).toBe(true);
    expect(waitsItself(service('{ build: "${FOLDER}" }'), context(script))).toBe(false);
  });
});

describe('literalSecrets', () => {
  const names = (environment: string) => literalSecrets(service(`{ image: x, environment: ${environment} }`)).map(({ name, issued }) => [name, issued]);

  it('finds issued keys under any name, and random texts under the name of a secret', () => {
    expect(names('{ A: ghp_8fK2mQ7xVb91LzRt4WcYp60NsHdJ3GaE5uXoBb, JWT_SECRET: b7Qx92LmZp04TcVn81RsKw63HdYf, ID: b7Qx92LmZp04TcVn81RsKw63HdYf }')).toEqual([['A', true], ['JWT_SECRET', false]]);
    expect(names('["SECRET_KEY_BASE=b7Qx92LmZp04TcVn81RsKw63HdYf==", "PLAIN"]')).toEqual([['SECRET_KEY_BASE', false]]);
  });

  it.each(['postgres', 'changeme-b7Qx92LmZp04TcVn81RsKw63HdYf', '${SECRET}', 'b7Qx92LmZp04', '00000000000000000000000000000000', 'local-dev-auth-token-32-bytes-long', '/run/secrets/token', 'https://a.example/b7Qx92LmZp04TcVn81RsKw63', '12'])('leaves %s alone', (value) => {
    expect(names(`{ API_TOKEN: "${value}" }`)).toEqual([]);
  });
});

describe('sharedDatabases', () => {
  it('names the owners of a database', () => {
    const given = file('  a: { build: ./a, environment: { URL: "postgres://u:p@db:5432/shop" } }\n  b: { build: b/, environment: ["URL=postgresql+asyncpg://u:p@db/shop"] }\n  c: { build: ., environment: { URL: "postgres://db/shop" } }\n  d: { image: shop/d, environment: { URL: "postgres://db/shop" } }\n  e: { build: ./e, environment: { URL: "postgres://elsewhere/shop" } }\n  db: { image: postgres:17 }\n');
    expect(sharedDatabases(given, databasesOf(given)).map(({ database, server, owners }) => [database, server, owners.map(({ name }) => name)])).toEqual([['shop', 'db', ['a', 'b']]]);
  });
});
