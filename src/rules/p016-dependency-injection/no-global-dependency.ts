import { constructsCollaborator } from '../../analysis/collaborators.js';
import { isCompositionRoot } from '../../analysis/composition-root.js';
import { globalDependencies } from '../../analysis/global-dependencies.js';
import { platformOf } from '../../analysis/platform.js';
import { functionName } from '../../analysis/syntax.js';
import { isAllowedCollaborator } from '../../kit/allow.js';
import { createRule } from '../../kit/create-rule.js';
import { injectParameter, takesParameter } from '../../kit/fixers/inject-parameter.js';
import { parameterNames } from '../../kit/fixers/parameter-names.js';
import { listed } from '../../kit/names.js';

/**
 * A function that reaches for an instance of its module can only be run with that one: a test of it needs the real database
 * or has to replace the module, and whoever imports the module gets the connection too.
 */
export default createRule({
  name: 'no-global-dependency',
  principle: 'P016',
  description: 'Disallow functions that use a service or client of module level directly',
  fix: 'suggestion',
  presets: true,
  needs: ['expensive-client'],
  needsText: constructsCollaborator,
  messages: {
    global: '`{{instance}}` is created at module level and {{users}} it directly, so tests can only replace it by mocking its module (P016). Pass it in as a parameter.',
    inject: 'Give {{functions}} a parameter with `{{instance}}` as its default.',
  },
  options: {
    allow: {
      description: 'What may be used from module level: class names (`"OrderService"`), `"package"` or `"package.export"`.',
      type: 'array',
      items: { type: 'string' },
      default: [],
    },
  },
  *check({ source, options }) {
    for (const { collaborator, variable, id, users } of globalDependencies(source)) {
      if (isAllowedCollaborator(options.allow, collaborator) || platformOf(source) !== 'server' || isCompositionRoot(source)) continue;
      const open = users.filter((fn) => takesParameter(source, fn));
      const names = parameterNames(collaborator);
      yield {
        node: id,
        messageId: 'global',
        data: { instance: id.name, users: usersOf(users.map((fn) => functionName(fn))) },
        suggest: open.length === 0 ? [] : [{
          messageId: 'inject',
          data: { functions: listed(open.map((fn) => functionName(fn) ?? '')), instance: id.name },
          fix: (fixer) => open.flatMap((fn) => injectParameter(fixer, source, fn, { variable, names })),
        }],
      };
    }
  },
});

/** "`a` uses", "`a` and 2 more use", "a function uses". */
function usersOf(names: readonly (string | undefined)[]): string {
  const known = names.filter((name) => name !== undefined);
  const verb = names.length === 1 ? 'uses' : 'use';
  if (known.length === names.length) return `${listed(known)} ${verb}`;
  return names.length === 1 ? 'a function uses' : `${names.length} functions use`;
}
