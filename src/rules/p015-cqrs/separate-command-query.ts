import { cqrsOf } from '../../analysis/cqrs.js';
import { sideImports } from '../../analysis/cqrs-imports.js';
import { createRule } from '../../kit/create-rule.js';
import { withWord } from '../../kit/texts.js';

/** Commands and queries are kept apart so that each side can change, scale and store by itself. One import ties them together again. */
export default createRule({
  name: 'separate-command-query',
  principle: 'P015',
  description: 'Disallow mixing the command side and the query side of CQRS',
  fix: null,
  presets: false,
  needs: ['cqrs'],
  needsText: withWord(['Handler', 'UseCase', '/commands/', '/queries/'], /(?:Command|Query)Handler|\bfrom\s*['"][^'"]*\/(?:commands|queries)\/|\bclass\s+\w+(?:Handler|UseCase)\b/u),
  messages: {
    both: '`{{name}}` handles commands and queries (P015), so neither side can change or scale alone. Split it into two handlers.',
    side: 'The {{side}} side imports `{{name}}` of the {{other}} side (P015), so neither can change alone. Move it to a place both share, or send a message.',
    aggregate: 'The query side imports the aggregate `{{name}}` (P015): reads then follow the rules of the write model. Read a projection or the tables directly.',
    repository: 'The query side imports `{{name}}`, which writes (P015). Read through a repository of its own or a port that only reads.',
  },
  options: {},
  *check({ source }) {
    const { handlers, inUse } = cqrsOf(source);
    if (!inUse) return;
    for (const { owner, side } of handlers) {
      const isBoth = side === 'command' && handlers.some((other) => other.owner === owner && other.side === 'query');
      if (isBoth) yield { node: owner.id ?? owner, messageId: 'both', data: { name: owner.id?.name ?? 'This class' } };
    }
    for (const { node, name, kind, from } of sideImports(source)) {
      if (kind === 'side') yield { node, messageId: 'side', data: { name, side: from, other: from === 'command' ? 'query' : 'command' } };
      else yield { node, messageId: kind, data: { name } };
    }
  },
});
