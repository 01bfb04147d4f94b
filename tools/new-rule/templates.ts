import type { PrincipleId } from '../../src/principles.js';

/** What the templates are filled with. */
export interface NewRule {
  name: string;
  principle: PrincipleId;
  /** Below `src/rules`. */
  folder: string;
}

/** A rule that is small but whole: it reports `process.abort()`, so that its test and page have something to show. */
export function ruleTemplate({ name, principle }: NewRule): string {
  return `import { globalReferences } from '../../analysis/imports.js';
import { propertyName } from '../../analysis/syntax.js';
import { createRule } from '../../kit/create-rule.js';

/**
 * An example to replace: \`process.abort()\` ends the process in the middle of everybody's work and writes a core file.
 * Say here why the rule exists and what the defect costs.
 */
export default createRule({
  name: '${name}',
  principle: '${principle}',
  description: 'Disallow aborting the process',
  fix: null,
  // Set to true when the rule's precision on real code has been judged: see CONTRIBUTING.md.
  presets: false,
  needs: [],
  needsText: /\\bprocess\\.abort\\b/u,
  messages: {
    aborts: '\`process.abort()\` drops all work in flight. Throw an error and let the process shut down in order.',
  },
  options: {},
  *check({ source }) {
    for (const { parent: member } of globalReferences(source, 'process')) {
      if (member.type !== 'MemberExpression' || propertyName(member) !== 'abort') continue;
      const call = member.parent;
      if (call.type === 'CallExpression' && call.callee === member) yield { node: call, messageId: 'aborts' };
    }
  },
});
`;
}

export function testTemplate({ name, folder }: NewRule): string {
  return `import rule from '../../src/rules/${folder}/${name}.js';
import { testRule } from '../helpers/rule-tester.js';

testRule(rule, {
  valid: {
    'another method': 'process.emitWarning("low on memory");',
    'a local object of the same name': 'function stop(process) { process.abort(); }',
    'a reference that is not called': 'setTimeout(process.abort, 1000);',
    'a text': 'log("process.abort()");',
    'JavaScript': { code: 'process.nextTick(() => {}); // not process.abort()', language: 'js' },
  },
  invalid: {
    'a call in a function': {
      code: 'export function stop() {\\n  process.abort();\\n}',
      errors: [{ messageId: 'aborts', line: 2, column: 3, endColumn: 18 }],
    },
    'CommonJS': { code: 'module.exports = () => process.abort();', language: 'js', sourceType: 'commonjs', errors: ['aborts'] },
  },
});
`;
}

export function pageTemplate({ name }: NewRule): string {
  return `# ${name}

\`process.abort()\` ends the process at once: requests in flight get no answer, buffered logs are lost, and connections are
cut instead of closed. An error that reaches the top does the same job and lets shutdown code run first.

## Bad

\`\`\`ts
export function onFatalError(error: Error) {
  console.error(error);
  process.abort();
}
\`\`\`

## Good

\`\`\`ts
export function onFatalError(error: Error) {
  console.error(error);
  throw error;
}
\`\`\`

## Options

## Limits

A method taken out of its object (\`const { abort } = process\`) is not followed.

## When not to use it

In programs whose crashes are analysed from core files.

## Related

- [Rules](README.md)
`;
}
