import type { TSESTree } from '@typescript-eslint/utils';
import { knownOf, useOf, usesOfPackages } from './facts.js';
import { nodesOf } from './nodes.js';
import { defineService, type SourceCode } from './service.js';
import { propertyName, unwrap } from './syntax.js';
import type { Use } from './use.js';
import { expressionOf, stringOf } from './values.js';

/**
 * Where this file reads and parses a configuration file: `JSON.parse(readFileSync(path))`, `yaml.parse(await readFile(path))`,
 * `readJson(path)`. The path must be the same on every call, and its name that of something that does not change while a
 * program runs; a file that this code also writes is data.
 * Does not see: paths and names from other files, parsers and file systems that the catalog does not know.
 */
export interface ConfigRead {
  /** The call whose result is the configuration. */
  readonly node: TSESTree.CallExpression;
  /** The call that reads the file; the same where one call does both. */
  readonly read: Use;
  /** What is fixed of the path, without the directories that only the running program knows. */
  readonly path: string;
  /** Whether parsing takes its time: YAML costs milliseconds, JSON, which the engine itself parses, microseconds. */
  readonly slow: boolean;
}

/** Names of configuration, and formats in which people write it by hand. */
const configName = /(?:^|[/._-])(?:config|conf|configuration|settings|manifest|credentials?|secrets?|service-?account|package|swagger|openapi|(?:feature-?)?flags|features)(?:[._-][^/]*)?\.(?:json[5c]?|ya?ml|toml|ini)$|\.(?:ya?ml|toml|ini)$|(?:^|\/)\.env[^/]*$/iu;

/** See above; in source order. */
export const configReads = defineService((source: SourceCode): readonly ConfigRead[] =>
  usesOfPackages(source, 'parse').flatMap((parse): ConfigRead[] => {
    const read = readBehind(source, parse);
    const path = read?.args[0] && fixedPath(source, read.args[0]);
    if (!read || path === undefined || !configName.test(path) || parse.node.type !== 'CallExpression' || writes(source, path)) return [];
    return [{ node: parse.node, read, path: path.replace(/^[./]+/u, ''), slow: !/\.json$/iu.test(path) }];
  }));

/** The call that reads the text that `parse` is given. */
function readBehind(source: SourceCode, parse: Use): Use | undefined {
  if (parse.action.roles?.includes('file-read')) return parse;
  let at = parse.args[0] && expressionOf(source, parse.args[0]);
  for (let depth = 0; at && depth < 6; depth += 1) {
    const use = useOf(source, at);
    if (use) return use.action.roles?.includes('file-read') ? use : undefined;
    if (at.type === 'AwaitExpression') at = expressionOf(source, at.argument);
    // What makes a text of a buffer, or trims it.
    else if (at.type === 'CallExpression' && at.callee.type === 'MemberExpression') at = expressionOf(source, at.callee.object);
    else return undefined;
  }
  return undefined;
}

/** A path that is the same on every call, with `/` between its parts; what only the running program knows is left empty. */
function fixedPath(source: SourceCode, node: TSESTree.Node, depth = 0): string | undefined {
  const text = stringOf(source, node);
  if (text !== undefined) return text;
  const at = expressionOf(source, node);
  if (depth > 6) return undefined;
  const joined = (parts: readonly TSESTree.Node[], separator: string) => {
    const fixed = parts.map((part) => fixedPath(source, part, depth + 1));
    return fixed.includes(undefined) ? undefined : fixed.join(separator);
  };
  switch (at.type) {
    case 'Identifier':
      return at.name === '__dirname' || at.name === '__filename' ? '' : undefined;
    case 'MemberExpression':
      return /^(?:import\.meta\.\w+|process\.env\.\w+)$/u.test(source.getText(at)) ? '' : undefined;
    case 'TemplateLiteral':
      return joined(at.quasis.flatMap((quasi, index) => [quasi, ...(at.expressions[index] ? [at.expressions[index]] : [])]), '');
    case 'TemplateElement':
      return at.value.cooked ?? undefined;
    case 'BinaryExpression':
      return at.operator === '+' ? joined([at.left, at.right], '') : undefined;
    case 'NewExpression':
    case 'CallExpression': {
      if (!useOf(source, at)?.action.roles?.includes('pure') || knownOf(source, at.callee)?.path.endsWith('.parse')) return undefined;
      return joined(at.type === 'NewExpression' ? at.arguments.slice(0, 1) : at.arguments, '/');
    }
    default:
      return undefined;
  }
}

/** Whether the file writes to a path with the same end. */
function writes(source: SourceCode, path: string): boolean {
  return nodesOf(source, 'CallExpression').some(({ callee, arguments: [target] }) => {
    const at = unwrap(callee);
    const name = at.type === 'Identifier' ? at.name : at.type === 'MemberExpression' ? propertyName(at) : undefined;
    return target !== undefined && /^(?:write|output|save|append)/u.test(name ?? '') && fixedPath(source, target) === path;
  });
}
