import type { Rule } from 'eslint';
import { libraries } from '../../src/generated/libraries.js';
import { handlerKinds, roles } from '../../src/catalog/schema.js';

/** Words of the plugin's own vocabulary, its rules' options among them, and of the code it reads (a middleware's `next`), that some package bears too. */
const ruleOptions = Array.from(JSON.stringify(libraries).matchAll(/"optIn":"(?<option>[^"]+)"/gu), ({ groups }) => groups?.['option'] ?? '');
const vocabulary = new Set<string>([...roles, ...handlerKinds, ...ruleOptions, 'global', 'next']);
const names = new Set(libraries.flatMap((library) => [library.package, ...(library.aliases ?? [])]).filter((name) => !vocabulary.has(name)));

/** What a package is stands in the catalog; code that names one breaks with the next package like it. */
export const noPackageNames: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { named: 'This names the package `{{name}}`. Say in the catalog what it is, and ask for its role here.' },
  },
  create: (context) => ({
    Literal(node) {
      if (node.parent.type !== 'ImportDeclaration' && typeof node.value === 'string' && names.has(node.value)) context.report({ node, messageId: 'named', data: { name: node.value } });
    },
  }),
};
