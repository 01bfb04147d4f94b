import { unversionedApis } from '../../analysis/unversioned-apis.js';
import { unversionedFileRoutes } from '../../analysis/file-routes.js';
import { fileKind } from '../../analysis/files.js';
import { createRule } from '../../kit/create-rule.js';
import { versionedPaths, withVersion } from '../../kit/fixers/versioned-path.js';

/** Clients upgrade when they want to. An API without a version has no way to change that does not break all of them at once. */
export default createRule({
  name: 'require-api-version',
  principle: 'P018',
  description: 'Require a version in the paths of an HTTP API',
  fix: 'suggestion',
  presets: false,
  needs: ['route'],
  needsText: /\bexport\s+(?:default\b|(?:async\s+function|const|function)\s+(?:GET|POST|PUT|PATCH|DELETE)\b)/u,
  messages: {
    unversioned: 'This API states no version in its {{count}} routes, such as `{{route}}` (P018): a breaking change hits every client at once. Serve `{{path}}` too.',
    unversionedFile: '`{{route}}` has no version (P018): a breaking change hits every client at once. Serve it below a folder such as `{{path}}`.',
    both: 'Serve the routes under `{{path}}` beside the old paths.',
  },
  options: {
    minRoutes: { description: 'An application with fewer API routes than this is left alone.', type: 'integer', minimum: 1, default: 3 },
    headers: {
      description: 'Headers that carry the version: a file that names one has a versioning scheme.',
      type: 'array',
      items: { type: 'string' },
      default: ['Accept-Version', 'API-Version', 'X-API-Version'],
    },
    mediaTypes: { description: 'Beginnings of media types that carry the version.', type: 'array', items: { type: 'string' }, default: ['application/vnd.'] },
    hosts: { description: 'Hosts that stand for a version (`v1.api.example.com`).', type: 'array', items: { type: 'string' }, default: [] },
    version: { description: 'The version that the suggestion adds.', type: 'string', default: 'v1' },
    next: { description: 'Also report API routes of Next.js, whose clients are mostly its own pages.', type: 'boolean', default: false },
  },
  *check({ source, options }) {
    if (fileKind(source).example) return;
    const text = source.text.toLowerCase();
    if ([...options.headers, ...options.mediaTypes, ...options.hosts].some((scheme) => text.includes(scheme.toLowerCase()))) return;
    for (const { router, routes } of unversionedApis(source)) {
      const first = routes.find(({ paths }) => paths.some(({ text }) => text.startsWith('/api/'))) ?? routes[0];
      if (!first || routes.length < options.minRoutes) continue;
      const path = first.paths[0]?.text ?? '';
      const at = { count: routes.length, route: `${first.route.method ?? ''} ${path}`, path: withVersion(path, options.version) };
      yield {
        node: router.node,
        messageId: 'unversioned',
        data: at,
        suggest: [{ messageId: 'both', data: { path: at.path }, fix: (fixer) => versionedPaths(fixer, source, routes, options.version) }],
      };
    }
    if (!options.next) return;
    for (const { node, path } of unversionedFileRoutes(source)) {
      yield { node, messageId: 'unversionedFile', data: { route: path, path: withVersion(path, options.version) } };
    }
  },
});
