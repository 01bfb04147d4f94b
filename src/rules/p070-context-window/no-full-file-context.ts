import { importedRoles } from '../../analysis/facts.js';
import { loopAround } from '../../analysis/repeats.js';
import { mayAskAgents } from '../../analysis/agents/agent-imports.js';
import { readingTools } from '../../analysis/agents/reading-tools.js';
import { wholeContents } from '../../analysis/agents/whole-content.js';
import { createRule } from '../../kit/create-rule.js';
import { constructionName } from '../../kit/names.js';

/**
 * Each token of a prompt is paid for on each call and competes for the model's attention. A file or page that is read whole has
 * any size: mostly it crowds out the question, and one day it exceeds what the model takes.
 */
export default createRule({
  name: 'no-full-file-context',
  principle: 'P070',
  description: 'Disallow whole files and pages in prompts',
  fix: null,
  presets: true,
  needs: ['agent-call', 'llm', 'agent', 'llm-tool'],
  crossFile: true,
  messages: {
    prompt: '`{{read}}` puts {{content}} into the prompt of `{{call}}` (P070). Pass the part it needs, or cut it to a token budget.',
    tool: 'Tool `{{tool}}` returns {{content}} to the model (P070). Take `offset` and `limit` and return only that part.',
  },
  options: {},
  *check({ source }) {
    if (!(importedRoles(source).has('llm-tool') || mayAskAgents(source)) || !/\breadFile|\breadJson|\.text\(\)|\baxios\b|\.data\b|\.body\b/iu.test(source.text)) return;
    for (const { request, read } of wholeContents(source)) {
      const isMany = loopAround(source, read.node) !== undefined;
      const content = read.kind === 'file' ? (isMany ? 'whole files' : 'a whole file') : isMany ? 'whole pages' : 'a whole page';
      yield { node: read.node, messageId: 'prompt', data: { read: constructionName(source, read.node), content, call: constructionName(source, request.node) } };
    }
    for (const { node, name, read } of readingTools(source)) {
      yield { node, messageId: 'tool', data: { tool: name, content: read.kind === 'file' ? 'whole files' : 'whole pages' } };
    }
  },
});
