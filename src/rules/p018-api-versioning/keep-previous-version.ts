import type { TSESTree } from '@typescript-eslint/utils';
import { silentlyDeprecated } from '../../analysis/deprecated-routes.js';
import { fileKind } from '../../analysis/files.js';
import { servedVersions } from '../../analysis/served-versions.js';
import { createRule } from '../../kit/create-rule.js';

/** A new version helps nobody whose clients still call the one before it. */
export default createRule({
  name: 'keep-previous-version',
  principle: 'P018',
  description: 'Require that an API serves the version before its newest one',
  fix: null,
  presets: true,
  needs: ['route'],
  messages: {
    missing: 'This application serves `{{newest}}` but no `{{missing}}` (P018): clients that have not moved yet fail. Keep `{{missing}}` mounted, or list it under `retired`.',
    sunset: 'This route is marked as deprecated, but no response says so (P018). Send a `Deprecation` or `Sunset` header, so that clients notice.',
  },
  options: {
    supported: { description: 'How many versions are served at once, the newest among them.', type: 'integer', minimum: 1, default: 2 },
    retired: { description: 'Versions that are gone on purpose, as they stand in paths: `["v1"]`.', type: 'array', items: { type: 'string' }, default: [] },
    sunset: { description: 'Also report routes that are marked as deprecated and send no `Sunset` or `Deprecation` header.', type: 'boolean', default: false },
  },
  *check({ source, options }) {
    if (fileKind(source).example) return;
    for (const { majors } of servedVersions(source)) {
      const newest = Math.max(...majors.keys());
      const node = majors.get(newest);
      let missing = newest - 1;
      while (majors.has(missing) || options.retired.includes(`v${missing}`)) missing -= 1;
      if (node && missing >= 1 && newest - missing < options.supported) yield { node: headOf(node), messageId: 'missing', data: { newest: `v${newest}`, missing: `v${missing}` } };
    }
    if (options.sunset) for (const { node } of silentlyDeprecated(source)) yield { node: headOf(node), messageId: 'sunset' };
  },
});

/** Of a call that may span a page, its path or else its method's name. */
function headOf(node: TSESTree.Node): TSESTree.Node {
  if (node.type !== 'CallExpression') return node;
  const [first] = node.arguments;
  if (first && ['ArrayExpression', 'Literal', 'TemplateLiteral'].includes(first.type)) return first;
  return node.callee.type === 'MemberExpression' ? node.callee.property : node.callee;
}
