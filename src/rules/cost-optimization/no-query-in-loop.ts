import { fileKind } from '../../analysis/files.js';
import { queriesInLoops } from '../../analysis/queries-in-loops.js';
import { createRule } from '../../kit/create-rule.js';
import { oneQuery } from '../../kit/fixers/one-query.js';

/**
 * A query per element pays the way to the database for each of them: fine with the ten rows of a test, seconds with the thousands of
 * production. Started all at once they take every connection of the pool.
 */
export default createRule({
  name: 'no-query-in-loop',
  principle: 'cost-optimization',
  description: 'Disallow one database query per element of a list',
  fix: 'suggestion',
  presets: false,
  needs: ['orm', 'sql', 'cache'],
  crossFile: true,
  messages: {
    sequential: '`{{call}}` sends one query after the other, one per element (cost-optimization). One statement can do for all: `{{batch}}`.',
    together: '`{{call}}` sends a query per element, all at once, which can exhaust the connections (cost-optimization). One statement can do for all: `{{batch}}`.',
    rewrite: 'Send one query for all.',
  },
  options: {
    otherFiles: {
      description: 'Whether a loop counts that calls a function of another file which does nothing but send a query. What such a function is for cannot always be seen.',
      type: 'boolean',
      default: false,
    },
  },
  *check({ source, options }) {
    const kind = fileKind(source);
    if (kind.script || kind.migration || kind.cli) return;
    for (const found of queriesInLoops(source, options.otherFiles)) {
      const { node, loop, query, batch, path } = found;
      const data = { call: [...path, query.name].join(' -> '), batch: batch.form };
      if (loop.order === 'in turn') {
        yield { node, messageId: 'sequential', data };
      } else {
        const fix = oneQuery(source, found);
        yield { node, messageId: 'together', data, suggest: [fix && { messageId: 'rewrite', fix }] };
      }
    }
  },
});
