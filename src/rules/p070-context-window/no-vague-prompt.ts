import { vaguePrompts } from '../../analysis/agents/vague-prompts.js';
import { createRule } from '../../kit/create-rule.js';
import { excerpt } from '../../kit/names.js';

/**
 * An agent that is told to fix "the bugs" reads everything to find out which ones: the search fills the context window before
 * the work begins.
 */
export default createRule({
  name: 'no-vague-prompt',
  principle: 'P070',
  description: 'Disallow prompts that ask for work and name nothing to work on',
  fix: null,
  presets: true,
  needs: ['agent-call', 'llm', 'agent'],
  crossFile: true,
  messages: {
    vague: 'The prompt "{{prompt}}" names nothing to work on, so the model guesses or searches everything (P070). Name the file, symbol or lines, or pass the material.',
  },
  options: {
    minWords: { description: 'An order about a kind of trouble ("Fix authentication bugs") with fewer words than this is too short to say where.', type: 'integer', minimum: 1, default: 6 },
  },
  *check({ source, options }) {
    for (const { node, text } of vaguePrompts(source, options.minWords)) {
      yield { node, messageId: 'vague', data: { prompt: excerpt(text, 60) } };
    }
  },
});
