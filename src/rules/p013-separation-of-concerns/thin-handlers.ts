import { logicOf, type Logic } from '../../analysis/business-logic.js';
import { endpoints, headOf } from '../../analysis/endpoints.js';
import { fileKind } from '../../analysis/files.js';
import { isGuess } from '../../analysis/handler.js';
import { translatesHttp } from '../../analysis/http-adapters.js';
import { createRule } from '../../kit/create-rule.js';

/**
 * Rules of the business that stand in a handler can only be tested through HTTP, and the next entry point (a job, a command,
 * another version of the API) has to copy them.
 */
export default createRule({
  name: 'thin-handlers',
  principle: 'P013',
  description: 'Require handlers to leave business logic to services',
  fix: null,
  presets: true,
  needs: ['route', 'graphql', 'web-framework'],
  needsText: /,\s*_*(?:res|response|reply)\s*[,:)=?]|\bctx\s*[,:)=?]|\b(?:Query|Mutation)\b|[pP]rocedure\b|[eE]ventHandler\b|\bexport\s+(?:async\s+)?(?:function|const)\s+(?:GET|POST|PUT|PATCH|DELETE)\b/u,
  messages: {
    logic: '{{handler}} holds business logic: {{figures}} (P013). Move it into a service function and call that.',
    logicIn: '{{handler}} holds business logic: {{figures}}, most of it in {{part}} (P013). Move it into a service function and call that.',
  },
  options: {
    maxComplexity: { description: 'Highest cognitive complexity of a handler, without what is its duty: guards, error handling, logging.', type: 'integer', minimum: 0, default: 12 },
    maxStatements: { description: 'Most statements in a handler, counted the same way.', type: 'integer', minimum: 1, default: 30 },
  },
  // Of 183 judged findings 168 were right with 8 and 25, 111 of 116 with 12 and 30.
  strict: { maxComplexity: 8, maxStatements: 25 },
  *check({ source, options }) {
    const kind = fileKind(source);
    if (kind.cli || kind.script) return;
    for (const { handler, name } of endpoints(source)) {
      if (isGuess(handler)) continue;
      const logic = logicOf(source, handler);
      const exceeded = [
        ...(logic.complexity > options.maxComplexity ? [{ figure: 'complexity' as const, text: `cognitive complexity ${logic.complexity} (at most ${options.maxComplexity})` }] : []),
        ...(logic.statements > options.maxStatements ? [{ figure: 'statements' as const, text: `${logic.statements} statements (at most ${options.maxStatements})` }] : []),
      ];
      if (exceeded.length === 0 || translatesHttp(source, handler)) continue;
      const part = partOf(logic, exceeded.map(({ figure }) => figure));
      const data = { handler: name.charAt(0).toUpperCase() + name.slice(1), figures: exceeded.map(({ text }) => text).join(', ') };
      yield { node: handler.node, loc: headOf(source, handler.node), ...(part === undefined ? { messageId: 'logic', data } : { messageId: 'logicIn', data: { ...data, part } }) };
    }
  },
});

/** "the `if` at line 12", if more than half of each figure that is too high stands there. */
function partOf(logic: Logic, figures: readonly ('complexity' | 'statements')[]): string | undefined {
  const part = logic.parts.find((one) => figures.every((figure) => one[figure] * 2 > logic[figure]));
  if (!part) return undefined;
  const { node } = part;
  const keyword = /^(If|For|While|DoWhile|Switch)/u.exec(node.type)?.[1];
  const names: Record<string, string> = { If: '`if`', For: 'loop', While: 'loop', DoWhile: 'loop', Switch: '`switch`' };
  return `the ${keyword ? names[keyword] : 'statement'} at line ${node.loc.start.line}`;
}
