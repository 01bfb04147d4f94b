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
  needs: ['web-framework', 'serverless', 'orm', 'sql', 'cache', 'search', 'storage', 'http-client', 'rpc-client', 'queue', 'queue-worker', 'mail', 'sms', 'push', 'payment', 'websocket', 'expensive-client', 'di-container'],
  needsText: /\b(?:res|response|reply|ctx)\s*\.\s*(?:json|send|status|end|render|redirect|code|body)\b/u,
  messages: {
    import: 'The domain imports {{library}} (P013). Declare in the domain what it needs, as an interface or a plain type, and implement that outside of it.',
    container: 'The domain imports {{library}}, a container (P013). Leave the wiring to the composition root: domain classes take what they need in their constructors.',
    parameter: '{{function}} takes `{{names}}`{{framework}} into the {{layer}} (P013). Read in the handler what is needed, and pass plain values.',
  },
  options: {
    allow: {
      description: 'Packages that the domain may know.',
      type: 'array',
      items: { type: 'string' },
      default: [],
    },
    strict: {
      description: 'Also report containers of dependencies, and domain files that map tables with decorators or a schema.',
      type: 'boolean',
      default: false,
    },
  },
  *check({ source, options }) {
    const layer = fileLayer(source);
    if (!layer) return;
    const isAllowed = (name: string) => options.allow.includes(name);
    const imports = layer === 'domain'
      ? infrastructureImports(source).filter(({ from, library, kind }) => !isAllowed(from) && !isAllowed(library.package) && (options.strict || kind === 'infrastructure'))
      : [];
    const parameters = frameworkParameters(source).filter(({ library }) => !library || !isAllowed(library.package));
    // What only pages or nobody knows who run is not asked to have layers.
    if ((imports.length === 0 && parameters.length === 0) || platformOf(source) !== 'server') return;

    if (options.strict || !mapsTables(source)) {
      for (const { node, library, kind } of imports) yield { node, messageId: kind === 'container' ? kind : 'import', data: { library: library.title } };
    }
    for (const { fn, nodes, library } of parameters) {
      const name = functionName(fn);
      const data = {
        function: name === undefined ? 'This function' : `\`${name}\``,
        names: nodes.map((node) => node.name).join('`, `'),
        framework: library ? ` of ${library.title}` : '',
        layer: layer === 'domain' ? 'domain' : 'service layer',
      };
      yield { node: nodes[0]!, messageId: 'parameter', data };
    }
  },
});
