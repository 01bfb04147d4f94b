import { mayAskAgents, namesAgents } from '../../analysis/agents/agent-imports.js';
import { agentLimits } from '../../analysis/agents/agent-limits.js';
import { openLoops, unboundedAgentLoops } from '../../analysis/agents/agent-loops.js';
import { createRule } from '../../kit/create-rule.js';
import { agentLimit, replaceLimit } from '../../kit/fixers/agent-limit.js';
import { countedLoop } from '../../kit/fixers/counted-loop.js';
import { constructionName, excerpt } from '../../kit/names.js';

/**
 * A model that misreads the answer of a tool asks for the tool again, and again. Where nothing counts the turns, it goes on
 * until somebody looks at the bill.
 */
export default createRule({
  name: 'require-agent-limits',
  principle: 'P066',
  description: 'Require agents and loops around agent calls to have a limit',
  fix: 'suggestion',
  presets: true,
  needs: ['agent-call', 'llm', 'agent'],
  crossFile: true,
  messages: {
    missing: '`{{call}}` has no limit of turns by default: a confused agent goes on and costs until somebody stops it (P066). Give it one{{option}}.',
    removed: '`{{value}}` takes the limit of turns away: a confused agent goes on and costs until somebody stops it (P066). Give a number.',
    high: 'A confused agent uses all of these {{turns}} turns, and each costs more than the one before (P066). Allow as many as the task needs, or set a budget.',
    loop: 'Only the model\'s answer ends this loop around `{{call}}`: a confused model repeats it for ever (P066). Count the rounds and stop at a limit.',
    limit: 'Allow {{steps}} turns.',
    count: 'Count the rounds and throw after {{steps}}.',
  },
  options: {
    maxSteps: { description: 'A limit above this many turns counts as none.', type: 'integer', minimum: 1, default: 1000 },
    steps: { description: 'The limit that suggestions write.', type: 'integer', minimum: 1, default: 20 },
  },
  strict: { maxSteps: 100 },
  *check({ source, context, options: { maxSteps, steps } }) {
    // Asked by all rules about agents, so it costs nothing more.
    if (!mayAskAgents(source)) return;
    const isNamed = namesAgents(source);
    if (!isNamed && (!context.settings.crossFile || openLoops(source).length === 0)) return;

    for (const found of isNamed ? agentLimits(source) : []) {
      const { request } = found;
      if (found.kind === 'missing') {
        const edit = agentLimit(request, 'maxTurns', steps);
        const data = { call: constructionName(source, request.node), option: edit ? ` (\`${edit.option}\`)` : '' };
        yield { node: calleeOf(request.node), messageId: 'missing', data, suggest: [edit && { messageId: 'limit', data: { steps }, fix: edit.fix }] };
      } else {
        const suggest = [{ messageId: 'limit', data: { steps }, fix: replaceLimit(request, 'maxTurns', found.node, steps) }] as const;
        if (found.kind === 'removed') yield { node: found.node, messageId: 'removed', data: { value: excerpt(source.getText(found.node)) }, suggest };
        else if (found.turns > maxSteps) yield { node: found.node, messageId: 'high', data: { turns: found.turns }, suggest };
      }
    }

    for (const { loop, call } of unboundedAgentLoops(source)) {
      const fix = countedLoop(source, loop, steps);
      const end = loop.type === 'DoWhileStatement' ? source.getFirstToken(loop)! : source.getTokenBefore(loop.body)!;
      yield {
        node: loop,
        loc: { start: loop.loc.start, end: end.loc.end },
        messageId: 'loop',
        data: { call: constructionName(source, call) },
        suggest: [fix && { messageId: 'count', data: { steps }, fix }],
      };
    }
  },
});

function calleeOf(node: Parameters<typeof constructionName>[1]): typeof node {
  return node.type === 'CallExpression' || node.type === 'NewExpression' ? node.callee : node;
}
