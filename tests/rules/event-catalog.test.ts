import rule from '../../src/rules/event-schema/event-catalog.js';
import { testRule, yaml, yamlInvalid as invalid } from '../helpers/rule-tester.js';

const naming = { options: { fields: [] } };
const all = { options: { fields: ['id', 'type', 'timestamp', 'version', 'correlationId'] } };

/** A document of AsyncAPI 3 whose broker is Kafka. */
const api = (channels: string, messages = '', protocol = 'kafka') => `asyncapi: 3.0.0
info: { title: Shop, version: 1.0.0 }
servers:
  main: { host: broker.example.com, protocol: ${protocol} }
channels:
${channels}components:
  messages:
    Unused: { payload: { type: object, properties: { a: { type: string } } } }
${messages}`;
const channel = (address: string, ...messages: string[]) => `  ${address.replaceAll(/\W/gu, '_')}:\n    address: ${address}\n    messages: { ${messages.map((name) => `${name}: { $ref: "#/components/messages/${name}" }`).join(', ')} }\n`;
const channels = (...addresses: string[]) => addresses.map((address) => channel(address)).join('');
const message = (name: string, fields: string, more = '') => `    ${name}: { ${more}payload: { type: object, properties: { ${fields} } } }\n`;
const field = (...names: string[]) => names.map((name) => `${name}: { type: string }`).join(', ');
/** One event on a channel of its own. */
const event = (fields: string, more = '', protocol = 'kafka') => api(channel('orders', 'OrderPlaced'), message('OrderPlaced', fields, more), protocol);
const complete = field('eventId', 'occurredAt', 'orderId');
const names = (...given: string[]) => api(channel('orders', ...given), given.map((name) => message(name, complete)).join(''), 'ws');
const second = (addresses: string) => `asyncapi: 2.6.0\ninfo: { title: Shop, version: 1.0.0 }\nservers: { main: { url: broker, protocol: amqp } }\nchannels:\n${addresses}`;
const lacks = (name: string, words: string, count = 1, total = 1) => ({ messageId: 'envelope', data: { name, field: words, count, total, loss: losses[words]!, example: examples[words]! } });
const losses: Record<string, string> = { 'id of their own': 'tell a repeated delivery from a new event', type: 'tell the kinds of events of a channel apart', time: 'tell when it happened or which came first', version: 'read old events when the schema has changed', 'correlation id': 'find out which request they belong to' };
const examples: Record<string, string> = { 'id of their own': 'eventId', type: 'eventType', time: 'occurredAt', version: 'eventVersion', 'correlation id': 'correlationId' };

testRule(rule, {
  valid: {
    'channels of one style': yaml(api(channels('order.placed', 'order.paid', 'order.shipped', 'customer.joined'))),
    'few channels': yaml(api(channels('order.placed', 'order.paid', 'order_shipped'))),
    'half of the channels': yaml(api(channels('order.placed', 'order.paid', 'order_shipped', 'order_lost'))),
    'channels of one word have no style': yaml(api(channels('order.placed', 'order.paid', 'order.shipped', 'customer.joined', 'orders', '{queue}'))),
    'parts with a style of their own': yaml(api(channels('order.placed', 'order.line_added', 'order.line-removed', 'shop.orderLost'))),
    'channels whose address is not known, by any key': yaml(api(`${channels('order.placed', 'order.paid', 'order.shipped', 'customer.joined')}  reply_to: { address: null }\n`)),
    'messages of one style': yaml(names('OrderPlaced', 'OrderPaid', 'OrderShipped', 'CustomerJoined')),
    'titles are no names': yaml(api('', ['Order placed', 'Order paid', 'Order shipped', 'OrderLost'].map((name, index) => `    m${index}: { name: ${name} }\n`).join(''))),
    'keys that a converter made up': yaml(api(['a', 'b', 'c'].map((name) => `  ${name}: { messages: { subscribe.message: {}, publish.message.0: {} } }\n`).join('') + '  d: { messages: { userJoined: {} } }\n')),
    'commands that do not call themselves events': yaml(names('CreateOrder', 'DeleteOrder', 'SendMail', 'PayBill')),
    'an update is a noun too': yaml(names('StatusUpdateEvent', 'OrderCancelEvent', 'EventCreated', 'CreateEvent')),
    'any names, where nobody asks': { ...yaml(api(channels('order.placed', 'order.paid', 'order.shipped', 'order_lost'))), options: { naming: false } },

    'an id and a time': yaml(event(complete)),
    'in snake_case': yaml(event(field('event_id', 'occurred_on'))),
    'in an object for them': yaml(event(`metadata: { type: object, properties: { ${field('id', 'timestamp')} } }, orderId: { type: string }`)),
    'in the headers': yaml(event(field('orderId'), `headers: { type: object, properties: { ${field('X-Message-Id', 'time')} } }, `)),
    'in a trait': yaml(event(field('orderId'), 'traits: [{ $ref: "#/components/messageTraits/Common" }], ') + `  messageTraits:\n    Common: { headers: { type: object, properties: { ${field('id', 'time')} } } }\n`),
    'in a trait of another file': yaml(event(field('orderId'), 'traits: [{ $ref: "./common.yaml#/Common" }], ')),
    'in headers of another file': yaml(event(field('orderId'), 'headers: { $ref: "./common.yaml#/Headers" }, ')),
    'in metadata of another file': yaml(event('metadata: { $ref: "./common.yaml#/Meta" }, orderId: { type: string }')),
    'in a payload of another file': yaml(api(channel('orders', 'OrderPlaced'), '    OrderPlaced: { payload: { $ref: "./order.avsc" } }\n')),
    'in a base of all events': yaml(api(channel('orders', 'OrderPlaced'), `    OrderPlaced: { payload: { allOf: [{ $ref: "#/components/schemas/Base" }, { type: object, properties: { orderId: {} } }] } }\n  schemas:\n    Base: { type: object, properties: { ${field('id', 'time')} } }\n`)),
    'CloudEvents': yaml(event(field('specversion', 'source', 'data'))),
    'CloudEvents, by their media type': yaml(event(field('orderId'), 'contentType: application/cloudevents+json, ')),
    'Avro': yaml(event(field('orderId'), 'schemaFormat: application/vnd.apache.avro;version=1.9.0, ')),
    'a payload that may be anything': yaml(api(channel('orders', 'OrderPlaced'), '    OrderPlaced: { payload: { type: object } }\n')),
    'a payload that is no object': yaml(api(channel('orders', 'OrderPlaced'), '    OrderPlaced: { payload: { type: string } }\n')),
    'a request': yaml(api(channel('orders', 'OrderRequest'), message('OrderRequest', field('orderId')))),
    'a reading of a sensor': yaml(api(channel('lights', 'LightMeasured'), message('LightMeasured', field('lumens')))),
    'over a socket': yaml(event(field('orderId'), '', 'ws')),
    'over MQTT': yaml(event(field('orderId'), '', 'mqtt')),
    'a broker that gives messages ids': yaml(event(field('orderId'), '', 'sqs')),
    'a broker that nobody names': yaml(event(field('orderId')).replace(/servers:\n.*\n/u, '')),
    'the channel says the type': yaml(event(complete)),
    'a type where a channel carries several': yaml(api(channel('orders', 'OrderPlaced', 'OrderPaid'), message('OrderPlaced', `${complete}, ${field('eventType')}`) + message('OrderPaid', `${complete}, ${field('kind')}`))),
    'all fields': { ...yaml(event(field('id', 'type', 'time', 'schema_version', 'correlation_id'))), ...all },
    'a version in the name of the channel, a correlation id of AsyncAPI': { ...yaml(api(channel('orders.v1', 'OrderPlaced'), message('OrderPlaced', complete, 'correlationId: { location: "$message.header#/x" }, '))), ...all },
    'a version in the name of the event': { ...yaml(api(channel('orders', 'OrderPlacedV2'), message('OrderPlacedV2', `${complete}, ${field('traceId')}`))), ...all },
    'no fields at all, where none are asked for': { ...yaml(event(field('orderId'))), ...naming },
    'what was generated': yaml(`# This file was generated by the build.\n${event(field('orderId'))}`),
    'somebody else\'s': { ...yaml(event(field('orderId'))), filename: 'vendor/shop/asyncapi.yaml' },
    'odd values': yaml('asyncapi: 2.6.0\nchannels:\n  a:\n  b: []\n  c: { publish: { message: { oneOf: [1, ~] } }, subscribe: x }\nservers: [x]\ncomponents: { messages: { A: , B: [] } }\n'),
    'references in a circle': yaml(api('  a: { $ref: "#/channels/a" }\n', '    A: { $ref: "#/components/messages/A" }\n')),
    'an old or empty document': yaml('asyncapi: 1.2.0\ntopics: {}\n---\nasyncapi:\n'),
  },
  invalid: {
    'a channel in another style': { ...invalid(api(channels('order.placed', 'order.paid', 'order.shipped', 'order_lost')), [{ messageId: 'channelStyle', data: { name: 'order_lost', style: 'snake_case', count: 3, most: 'dot.case' }, line: 16, column: 14 }]), ...naming },
    'channels of AsyncAPI 2, in two other styles': invalid(second('  order-placed: {}\n  order-paid: {}\n  order-shipped: {}\n  orderLost: {}\n  "order/found": {}\n  order-returned: {}\n'), [{ messageId: 'channelStyle', data: { name: 'orderLost', style: 'camelCase', count: 4, most: 'kebab-case' } }, { messageId: 'channelStyle', data: { name: 'order/found', style: 'slash/case', count: 4, most: 'kebab-case' } }]),
    'a message in another style': { ...invalid(names('OrderPlaced', 'OrderPaid', 'OrderShipped', 'customer_joined'), [{ messageId: 'messageStyle', data: { name: 'customer_joined', style: 'snake_case', count: 3, most: 'PascalCase' }, line: 15 }]), ...naming },
    'an event that is a command': invalid(names('CreateOrderEvent'), [{ messageId: 'command', data: { name: 'CreateOrderEvent', verb: 'create', fact: 'Created' }, line: 12, column: 5 }]),
    'a command behind its object': invalid(names('order_delete_event'), [{ messageId: 'command', data: { name: 'order_delete_event', verb: 'delete', fact: 'Deleted' } }]),

    'no id and no time': invalid(event(field('orderId', 'total')), [{ ...lacks('OrderPlaced', 'id of their own'), line: 12, column: 5 }, lacks('OrderPlaced', 'time')]),
    'one of two events lacks a time': invalid(api(channel('placed', 'OrderPlaced') + channel('paid', 'OrderPaid'), message('OrderPlaced', complete) + message('OrderPaid', field('id'))), [lacks('OrderPaid', 'time', 1, 2)]),
    'several kinds of events without a type': invalid(api(channel('orders', 'OrderPlaced', 'OrderPaid'), message('OrderPlaced', complete) + message('OrderPaid', complete)), [lacks('OrderPlaced', 'type', 2, 2)]),
    'nothing but an id': { ...invalid(event(field('eventId')), [lacks('OrderPlaced', 'time'), lacks('OrderPlaced', 'version'), lacks('OrderPlaced', 'correlation id')]), ...all },
    'AsyncAPI 2, behind anchors': invalid(second('  order.placed:\n    publish: { message: { oneOf: [&placed { name: OrderPlaced, payload: { properties: { eventId: {} } } }, &paid { name: OrderPaid, payload: { properties: { eventId: {}, at: {} } } }] } }\n    subscribe: { message: *placed }\n'), [lacks('OrderPlaced', 'type', 2, 2), lacks('OrderPlaced', 'time', 1, 2)]),
    'merged keys': invalid(`x-base: &base { type: object, properties: { orderId: {} } }\n${api(channel('orders', 'OrderPlaced'), '    OrderPlaced:\n      payload:\n        <<: *base\n', 'amqp')}`, [lacks('OrderPlaced', 'id of their own'), lacks('OrderPlaced', 'time')]),
    'a payload of several forms': invalid(api(channel('orders', 'OrderPlaced'), '    OrderPlaced: { payload: { oneOf: [{ properties: { id: {} } }, { properties: { uuid: {} } }] } }\n'), [lacks('OrderPlaced', 'time')]),
    'the channel names the broker': invalid(event(field('eventId')).replace(/servers:\n.*\n/u, '').replace('address: orders', 'address: orders\n    bindings: { amqp: { is: routingKey } }'), [lacks('OrderPlaced', 'time')]),
    'an event by its channel': invalid(api(channel('order.placed', 'OrderEvent'), message('OrderEvent', field('eventId'))), [lacks('OrderEvent', 'time')]),
  },
});
