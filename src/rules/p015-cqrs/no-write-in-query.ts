import picomatch from 'picomatch/posix';
import { fileKind } from '../../analysis/files.js';
import type { Query } from '../../analysis/queries.js';
import { queryWrites } from '../../analysis/query-writes.js';
import { createRule } from '../../kit/create-rule.js';

/**
 * Browsers, proxies and crawlers repeat, prefetch and cache what is asked with GET, and clients retry it: a write behind a question
 * happens twice, or never. It also keeps the question from being answered by a replica.
 */
export default createRule({
  name: 'no-write-in-query',
  principle: 'P015',
  description: 'Disallow writes in queries: GET handlers, GraphQL and tRPC queries, CQRS query handlers',
  fix: null,
  presets: true,
  needs: ['orm', 'sql', 'cqrs'],
  crossFile: true,
  messages: {
    write: '`{{call}}` {{does}} though {{query}} is a query (P015): prefetches, retries and caches repeat or skip it. Move that into a command.',
    reached: '`{{call}}` {{does}} though {{query}}, which leads there through {{path}}, is a query (P015). Move that into a command.',
  },
  options: {
    otherFiles: {
      description: 'Whether a write counts that a function or method of another file makes. What such a function is for cannot always be seen.',
      type: 'boolean',
      default: false,
    },
    allow: { description: 'Globs on the tables, models and events that queries may write: `"report_*"`.', type: 'array', items: { type: 'string' }, default: [] },
  },
  *check({ source, options }) {
    const kind = fileKind(source);
    if (kind.cli || kind.script || kind.migration) return;
    const isAllowed = options.allow.length > 0 ? picomatch([...options.allow], { nocase: true }) : () => false;
    const seen = new Set<Query>();
    for (const { query, node, name, target, path, verb } of queryWrites(source, options.otherFiles)) {
      if ((target !== undefined && isAllowed(target)) || seen.has(query)) continue;
      seen.add(query);
      const data = { call: name, does: target === undefined || name.includes(target) ? verb : `${verb} \`${target}\``, query: query.name };
      if (path.length === 0) yield { node, messageId: 'write', data };
      else yield { node, messageId: 'reached', data: { ...data, path: path.map((one) => `\`${one}\``).join(' -> ') } };
    }
  },
});
