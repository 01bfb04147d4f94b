import { unversionedAt } from '../../analysis/contracts/api-versions.js';
import { listsOf, type Lists } from '../../analysis/contracts/list-operations.js';
import { httpApisOf, type Operation } from '../../analysis/contracts/openapi.js';
import { unnamedOperations, withoutClientErrors, withoutServerErrors } from '../../analysis/contracts/operation-faults.js';
import { fileKind } from '../../analysis/files.js';
import { createRule } from '../../kit/create-rule.js';

/**
 * A description is what clients are built from. One that states no version leaves no way to change the API; names that are made
 * up from paths, errors that nobody wrote down and lists without an end become changes that break clients later.
 *
 * Fields: OpenAPI Specification 3.1.1, 3.0.4 and 2.0, checked 2026-11.
 */
export default createRule({
  name: 'openapi-versioning',
  principle: 'P018',
  description: 'Require OpenAPI documents to state a version, pages of lists, operation ids and client errors',
  fix: null,
  presets: false,
  language: 'YAML',
  needs: [],
  needsText: /^["']?(?:openapi|swagger)["']?[ \t]*:/mu,
  messages: {
    version: 'Neither `{{server}}` nor a path nor a header states a version of these {{count}} operations (P018), so a breaking change hits every client at once. Add one, such as `/v1`.',
    ids: '{{count}} of {{total}} operations have no `operationId`, like {{example}} (P018): generated clients name them after paths and break when those change. Name them.',
    clientErrors: '{{count}} of {{total}} operations document no client error, like {{example}} (P018), so clients cannot tell what to handle. Add the 4xx answers, or `default`.',
    serverErrors: '{{count}} of {{total}} operations document no server error, like {{example}} (P018), so clients cannot tell what to handle. Add `5XX`, or `default`.',
    pages: '{{example}} answers a whole list that grows with the data (P018), and adding pages later breaks its clients. Add parameters such as `limit` and `cursor`.',
    noPages: '{{count}} of {{total}} lists have no pages, like {{example}} (P018), and adding pages later breaks their clients. Add parameters such as `limit` and `cursor`.',
  },
  options: {
    minOperations: { description: 'A document with fewer operations than this needs no version.', type: 'integer', minimum: 1, default: 3 },
    requireOperationId: {
      description: 'Whether operations must have an `operationId`; `"consistent"`: where others of the document have one.',
      type: 'string',
      enum: ['consistent', 'always', 'never'],
      default: 'consistent',
    },
    requireErrors: { description: 'Which errors operations must document.', type: 'string', enum: ['client', 'all', 'none'], default: 'client' },
    requirePagination: {
      description: 'Which lists must have parameters for pages: those of things that pile up (`/orders`, `/users`), or all.',
      type: 'string',
      enum: ['growing', 'all', 'none'],
      default: 'growing',
    },
  },
  strict: { requireOperationId: 'always', requireErrors: 'all', requirePagination: 'all' },
  *check({ source, context, options }) {
    if (fileKind(source).example) return;
    for (const api of httpApisOf(source, context.filename)) {
      const total = api.operations.length;
      if (!api.callbacks && total >= options.minOperations) {
        const at = unversionedAt(api, source.text, context.filename);
        if (at) yield { node: at.node, messageId: 'version', data: { server: at.text, count: total } };
      }
      const unnamed = options.requireOperationId === 'never' ? [] : unnamedOperations(api);
      if (unnamed.length > 0 && (options.requireOperationId === 'always' || unnamed.length < total)) yield { node: unnamed[0]!.node, messageId: 'ids', data: { ...example(unnamed), total } };
      const client = options.requireErrors === 'none' ? [] : withoutClientErrors(api);
      if (client.length > 0) yield { node: client[0]!.node, messageId: 'clientErrors', data: { ...example(client), total } };
      const server = options.requireErrors === 'all' ? withoutServerErrors(api) : [];
      if (server.length > 0) yield { node: server[0]!.node, messageId: 'serverErrors', data: { ...example(server), total } };
      if (options.requirePagination !== 'none' && !api.callbacks) yield* inLists(listsOf(api, options.requirePagination));
    }
  },
});

/** Most lists have pages: some were forgotten. Else the API has none, which is one thing to mend. */
function* inLists({ paged, whole }: Lists) {
  if (whole.length > 1 && paged.length <= whole.length) yield { node: whole[0]!.node, messageId: 'noPages', data: { ...example(whole), total: paged.length + whole.length } } as const;
  else for (const operation of whole) yield { node: operation.node, messageId: 'pages', data: { example: nameOf(operation) } } as const;
}

function example(operations: readonly Operation[]) {
  return { count: operations.length, example: nameOf(operations[0]!) };
}

function nameOf({ method, path }: Operation): string {
  return `\`${method} ${path}\``;
}
