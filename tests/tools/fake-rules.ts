import type { TSESTree } from '@typescript-eslint/utils';
import type { Rule, RuleContext } from '../../src/kit/create-rule.js';

/** A rule for testing tools: `visit` does what a rule file would, without the kit. */
export function fakeRule(name: string, messages: Record<string, string>, visit: (identifier: TSESTree.Identifier, context: RuleContext) => void, options: Rule['definition']['options'] = {}): Rule {
  return {
    meta: {
      type: 'problem',
      docs: { description: `Disallow ${name}`, url: `https://example.test/docs/rules/${name}.md`, principle: 'P012', tier: 'high', fix: 'fix' },
      fixable: 'code',
      hasSuggestions: true,
      messages,
      schema: [],
      defaultOptions: [],
    },
    definition: { name, options, presets: true, strict: undefined },
    create: (context) => ({ Identifier: (node) => visit(node, context) }),
  };
}

/** Reports `bad` and renames it to `good`. */
export const renames = fakeRule('no-bad', { bad: 'This is bad.' }, (node, context) => {
  if (node.name === 'bad') context.report({ node, messageId: 'bad', fix: (fixer) => fixer.replaceText(node, 'good') });
});

/** A fix that never comes to rest. */
export const flips = fakeRule('no-rest', { flip: 'Flip it.' }, (node, context) => {
  if (node.name === 'ping' || node.name === 'pong') {
    context.report({ node, messageId: 'flip', fix: (fixer) => fixer.replaceText(node, node.name === 'ping' ? 'pong' : 'ping') });
  }
});

/** A fix whose result does not parse. */
export const breaks = fakeRule('no-sense', { broken: 'Break it.' }, (node, context) => {
  if (node.name === 'bad') context.report({ node, messageId: 'broken', fix: (fixer) => fixer.replaceText(node, '(') });
});

/** A rule that throws. */
export const crashes = fakeRule('no-luck', { never: 'Never said.' }, (node) => {
  if (node.name === 'boom') throw new TypeError('no luck');
});
