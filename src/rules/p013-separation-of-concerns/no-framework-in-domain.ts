import { fileLayer } from '../../analysis/file-layer.js';
import { frameworkParameters } from '../../analysis/framework-parameters.js';
import { infrastructureImports, mapsTables } from '../../analysis/infrastructure-imports.js';
import { platformOf } from '../../analysis/platform.js';
import { functionName } from '../../analysis/syntax.js';
import { createRule } from '../../kit/create-rule.js';

/**
 * The domain says what the business does, whatever carries it. What it imports decides what can be tested alone, and what a
 * change of framework, database or vendor costs. A service that takes a request object can only be called by that framework.
 */
export default createRule({
  name: 'no-framework-in-domain',
  principle: 'P013',
  description: 'Disallow web frameworks, databases and network clients in domain code',
  fix: null,
  presets: false,
  needs: ['web-framework', 'serverless', 'orm', 'sql', 'cache', 'search', 'storage', 'http-client', 'rpc-client', 'queue', 'queue-worker', 'mail', 'sms', 'push', 'payment', 'websocket', 'di-container'],
  needsText: /\b(?:res|response|reply|ctx)\s*\.\s*(?:json|send|status|end|render|redirect|code|body)\b/u,
  messages: {
    import: 'The domain imports {{library}} (P013). Declare in the domain what it needs, as an interface or a plain type, and implement that outside of it.',
    container: 'The domain imports {{library}}, a container (P013). Leave the wiring to the composition root: domain classes take what they need in their constructors.',
    parameter: '{{function}} takes {{framework}} {{what}} `{{names}}` into the {{layer}} (P013). Read it in the handler and pass plain values.',
  },
  options: {
    allow: {
      description: 'Packages that domain code may import.',
      type: 'array',
      items: { type: 'string' },
      default: [],
    },
    strict: {
      description: 'Also report containers of dependencies, and files that map tables with decorators or a schema.',
      type: 'boolean',
      default: false,
    },
  },
  *check({ source, options }) {
    const layer = fileLayer(source);
    if (!layer || platformOf(source) !== 'server') return;
    if (layer === 'domain' && (options.strict || !mapsTables(source))) {
      for (const { node, library, from, kind } of infrastructureImports(source)) {
        if (options.allow.includes(from) || options.allow.includes(library.package)) continue;
        if (kind === 'infrastructure') yield { node, messageId: 'import', data: { library: library.title } };
        else if (options.strict) yield { node, messageId: 'container', data: { library: library.title } };
      }
    }
    for (const { fn, nodes, names, library } of frameworkParameters(source)) {
      if (library && options.allow.includes(library.package)) continue;
      const name = functionName(fn);
      const data = {
        function: name === undefined ? 'This function' : `\`${name}\``,
        framework: library ? `${possessive(library.title)}` : 'the',
        what: names.length > 1 ? 'objects' : 'object',
        names: names.join('`, `'),
        layer: layer === 'domain' ? 'domain' : 'service layer',
      };
      yield { node: nodes[0]!, messageId: 'parameter', data };
    }
  },
});

function possessive(title: string): string {
  return title.endsWith('s') ? `${title}'` : `${title}'s`;
}
