import * as v from 'valibot';

/**
 * The form of a service specification: what `service-spec` checks, and what `npm run gen` writes to
 * `schemas/architecture.schema.json` for editors. Keys that start with `x-` are the user's own, and no part of it.
 */

const text = v.pipe(v.string(), v.nonEmpty());
const names = v.array(text);

const api = v.pipe(text, v.description('One operation: the HTTP method and the path, like `GET /v1/users/{id}`. Other protocols in their own words.'), v.examples(['GET /users/{id}', 'POST /orders']));

const database = v.union([
  v.pipe(text, v.description('The engine, or `none` for a service that keeps no data.'), v.examples(['postgresql', 'mysql', 'mongodb', 'none'])),
  v.pipe(
    v.strictObject({
      engine: v.pipe(text, v.description('The engine: `postgresql`, `mysql`, `mongodb` ...'), v.examples(['postgresql', 'mysql', 'mongodb'])),
      name: v.pipe(text, v.description('The name of the database. No other service has the same on the same engine.')),
    }),
    v.description('The engine with the name of the database, which tells whether two services share one.'),
  ),
]);

const events = v.strictObject({
  publishes: v.pipe(names, v.description('Events that this service tells others of; `[]` for none.'), v.examples([['order_created', 'order_completed']])),
  subscribes: v.pipe(names, v.description('Events that this service waits for; `[]` for none. Some service publishes each, or `external_events` names it.'), v.examples([['payment_confirmed']])),
});

const service = v.strictObject({
  description: v.optional(v.pipe(text, v.description('What a reader should know of the service.'))),
  path: v.optional(v.pipe(text, v.description('The folder of its code, relative to this file, where it is not named like the service.'), v.examples(['services/orders']))),
  domain: v.pipe(text, v.description('The part of the business that the service is about, in one name.'), v.examples(['order_management'])),
  responsibilities: v.pipe(names, v.minLength(1), v.description('What the service alone does.'), v.examples([['order_creation', 'order_processing']])),
  apis: v.pipe(v.array(api), v.description('The operations that the service offers; `[]` for none.')),
  database: v.pipe(database, v.description('The database that the service owns: an engine, `{ engine, name }`, or `none`.')),
  cache: v.optional(v.pipe(text, v.description('The engine of its cache.'), v.examples(['redis', 'memcached']))),
  message_queue: v.optional(v.pipe(text, v.description('The broker that carries its events and jobs.'), v.examples(['rabbitmq', 'kafka']))),
  events: v.pipe(events, v.description('The events that the service publishes and subscribes to.')),
  calls: v.optional(v.pipe(names, v.description('Services that this one calls and waits for. They form no circle.'), v.examples([['user_service']]))),
});

export const specificationSchema = v.pipe(
  v.strictObject({
    version: v.optional(v.pipe(v.union([text, v.number()]), v.description('The version of this specification, as you count it.'))),
    description: v.optional(v.pipe(text, v.description('What a reader should know of the system.'))),
    services: v.pipe(v.record(v.string(), service), v.description('The services by name.')),
    external_events: v.optional(v.pipe(names, v.description('Events that come from outside this system or are for somebody outside.'), v.examples([['account_verified']]))),
  }),
  v.title('Service specification'),
  v.description('What each service of a system is for, offers, owns, publishes and subscribes to. Checked by eslint-plugin-archprinciples.'),
);
