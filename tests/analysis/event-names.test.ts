import { describe, expect, it } from 'vitest';
import { commandIn, namingStyleOf, saysWhatHappened, wordsOf } from '../../src/analysis/manifests/event-names.js';

describe('namingStyleOf', () => {
  it.each([
    ['order_created', 'snake_case'],
    ['order_created_v2', 'snake_case'],
    ['ORDER_CREATED', 'SCREAMING_SNAKE_CASE'],
    ['order-line-added', 'kebab-case'],
    ['order-created.v1', 'kebab-case'],
    ['orderCreated', 'camelCase'],
    ['OrderCreated', 'PascalCase'],
    ['OrderCreatedV2', 'PascalCase'],
    ['HTTPRequestSent', 'PascalCase'],
    ['order.created', 'dot.case'],
    ['com.example.order_line.added.v1', 'dot.case'],
    ['smartylighting.streetlights.1.0.action.{streetlightId}.dim', 'dot.case'],
    ['user/signedup', 'slash/case'],
    ['/user/{userId}/signedup', 'slash/case'],
    ['order:created', 'colon:case'],
    ['/order_created', 'snake_case'],
    ['order_created_{tenant}', undefined],
  ])('%s is %s', (name, style) => {
    expect(namingStyleOf(name)).toBe(style);
  });

  it.each(['', 'created', 'Created', 'CREATED', 'user', '/users', 'users.v1', 'usersV2', '{id}', '/{id}', 'Order_created', 'order-line_added', 'Order-Created', 'order created', 'hello world/x', '$default', '2024'])('%s has no style', (name) => {
    expect(namingStyleOf(name)).toBeUndefined();
  });
});

describe('wordsOf', () => {
  it.each([
    ['OrderLineAdded', ['order', 'line', 'added']],
    ['order.line_added', ['order', 'line', 'added']],
    ['/orders/{orderId}/HTTPFailed', ['orders', 'http', 'failed']],
    ['', []],
  ])('%s', (name, words) => {
    expect(wordsOf(name)).toEqual(words);
  });
});

describe('saysWhatHappened', () => {
  it.each(['OrderPlaced', 'order.placed', 'order_payment_failed', 'OrderPlacedEvent', 'OrderPlacedEventV2', 'order.sent.v1', 'UserSignedUp', 'user/signed-up', 'InvoicePaidMessage'])('%s does', (name) => {
    expect(saysWhatHappened(name)).toBe(true);
  });

  it.each(['', 'OrderPlace', 'CreateOrder', 'OrderRequest', 'NewsFeed', 'DatabaseSeed', 'created', 'OrderStatus', 'OrderEvent', 'RandomSeedEvent'])('%s does not', (name) => {
    expect(saysWhatHappened(name)).toBe(false);
  });
});

describe('commandIn', () => {
  it.each([
    ['CreateUserEvent', { verb: 'create', fact: 'Created' }],
    ['user.delete.event', { verb: 'delete', fact: 'Deleted' }],
    ['send_mail_event', { verb: 'send', fact: 'Sent' }],
  ])('%s', (name, command) => {
    expect(commandIn(name)).toEqual(command);
  });

  it.each(['', 'CreateUser', 'UserCreatedEvent', 'StatusUpdateEvent', 'CreateEvent', 'SendEvent', 'UserEvent', 'CreateOrderFailedEvent'])('%s is none', (name) => {
    expect(commandIn(name)).toBeUndefined();
  });
});
