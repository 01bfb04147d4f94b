import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { useOf } from '../../analysis/facts.js';
import type { ServedRoute } from '../../analysis/served-routes.js';
import type { SourceCode } from '../../analysis/service.js';

/**
 * Serves routes under a path with a version beside the old one: `'/users'` becomes `['/v1/users', '/users']`, at the outermost
 * call of the file that leads to each route and takes a list of paths. Nothing where one of them has no such call.
 *
 * @param version what to put into the paths, without slashes: `v1`.
 */
export function versionedPaths(fixer: TSESLint.RuleFixer, source: SourceCode, routes: readonly ServedRoute[], version: string): TSESLint.RuleFix[] | null {
  const places = new Set<PathText>();
  for (const { chain } of routes) {
    const place = chain.map((call) => pathLiteral(source, call)).find((literal) => literal !== undefined);
    if (!place) return null;
    places.add(place);
  }
  return [...places].map((place) => {
    const text = source.getText(place);
    const quote = text.charAt(0);
    return fixer.replaceText(place, `[${quote}${withVersion(text.slice(1, -1), version)}${quote}, ${text}]`);
  });
}

/** `/v1/users` for `/users`, `/api/v1/users` for `/api/users`. */
export function withVersion(path: string, version: string): string {
  const [, api = '', rest = ''] = /^(\/api(?=\/|$))?(.*)$/u.exec(path) ?? [];
  return `${api}/${version}${rest === '/' ? '' : rest}`;
}

type PathText = TSESTree.StringLiteral | TSESTree.TemplateLiteral;

/** The path of a registering or mounting call, or of the `route('/x')` before it in a chain, where a list may stand instead. */
function pathLiteral(source: SourceCode, call: TSESTree.Node): PathText | undefined {
  for (let at = call; at.type === 'CallExpression'; at = at.callee.type === 'MemberExpression' ? at.callee.object : at.callee) {
    const action = useOf(source, at)?.action;
    const [first] = at.arguments;
    if (action?.pathList && ((first?.type === 'Literal' && typeof first.value === 'string') || first?.type === 'TemplateLiteral')) {
      // Patterns with groups mean something else inside a list of paths in some versions of the routers.
      return /^.\/[\w\-./:]*.$/u.test(source.getText(first)) ? first : undefined;
    }
    if (action?.registers?.path !== undefined || action?.args?.['path'] !== undefined) return undefined;
  }
  return undefined;
}
