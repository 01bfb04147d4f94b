import { classDependencies } from '../../analysis/class-dependencies.js';
import { constructsCollaborator } from '../../analysis/collaborators.js';
import { isCompositionRoot } from '../../analysis/composition-root.js';
import { platformOf } from '../../analysis/platform.js';
import { isAllowedCollaborator } from '../../kit/allow.js';
import { createRule } from '../../kit/create-rule.js';
import { injectConstructor } from '../../kit/fixers/inject-constructor.js';
import { constructionName } from '../../kit/names.js';

/**
 * A class that makes its own collaborators is bound to these classes, to what their constructors want and to when they are
 * made; a test of it gets the real ones. What comes through the constructor can be another one.
 */
export default createRule({
  name: 'no-new-dependency-in-class',
  principle: 'P016',
  description: 'Disallow classes that create the services and clients they work with',
  fix: 'fix',
  presets: false,
  needs: ['expensive-client'],
  needsText: constructsCollaborator,
  messages: {
    created: '{{owner}} creates its own `{{made}}`, so tests and other programs cannot replace it (P016). Take it as a constructor parameter.',
  },
  options: {
    allow: {
      description: 'What a class may create: class names (`"OrderService"`), `"package"` or `"package.export"`.',
      type: 'array',
      items: { type: 'string' },
      default: [],
    },
  },
  *check({ source, options }) {
    for (const dependency of classDependencies(source)) {
      const { collaborator, owner } = dependency;
      if (isAllowedCollaborator(options.allow, collaborator) || platformOf(source) !== 'server' || isCompositionRoot(source)) continue;
      yield {
        node: collaborator.node,
        messageId: 'created',
        data: { owner: owner.id ? `\`${owner.id.name}\`` : 'This class', made: constructionName(source, collaborator.node) },
        fix: (fixer) => injectConstructor(fixer, source, dependency),
      };
    }
  },
});
