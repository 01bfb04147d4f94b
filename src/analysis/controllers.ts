import type { TSESTree } from '@typescript-eslint/utils';
import { argumentAt } from './arguments.js';
import { useOf, type Use } from './facts.js';
import { emptyPath, joinPaths, pathsAt, type RoutePath } from './route-paths.js';
import type { Route } from './routes.js';
import type { SourceCode } from './service.js';
import { decoratorsOf } from './syntax.js';
import { stringOf, expressionOf } from './values.js';

type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/**
 * Routes that decorators of classes and their methods make: `@Controller('users')` around `@Get(':id')`, with the versions that
 * `@Controller({ version })` and `@Version()` state.
 * What stands before them is decided where the program is started, which is another file: they are never `decided`.
 *
 * @param uses the uses of the file that register routes.
 */
export function* controllerRoutes(source: SourceCode, uses: readonly Use[]): Generator<Route> {
  for (const use of uses) {
    const method = use.node.type === 'Decorator' ? use.node.parent : undefined;
    if (method?.type !== 'MethodDefinition') continue;
    const controller = method.parent.parent;
    const { paths, version } = ownerOf(source, controller);
    const place = argumentAt(source, use.args, use.action.registers?.path ?? '0');
    const own = typeof place === 'string' ? [emptyPath] : pathsAt(source, place.found).map(rooted);
    const stated = versionAmong(source, decoratorsOf(method)) ?? version;
    yield {
      node: use.node,
      method: (use.known.path.split('.').at(-1) ?? '').toUpperCase(),
      ...(typeof place !== 'string' && { pathNode: place.found }),
      own,
      paths: joinPaths(paths, own),
      decided: false,
      controller,
      ...(stated !== undefined && { version: stated }),
      library: use.known.library,
      handlers: [method.value],
    };
  }
}

function ownerOf(source: SourceCode, controller: ClassNode): { paths: readonly RoutePath[]; version: string | undefined } {
  for (const decorator of decoratorsOf(controller)) {
    const use = useOf(source, decorator);
    const path = use?.action.args?.['path'];
    if (!use || path === undefined) continue;
    const place = argumentAt(source, use.args, path);
    const paths = typeof place === 'string' || place.found.type === 'ObjectExpression' ? [emptyPath] : pathsAt(source, place.found).map(rooted);
    return { paths, version: versionIn(source, use) ?? versionAmong(source, decoratorsOf(controller)) };
  }
  return { paths: [emptyPath], version: undefined };
}

function versionAmong(source: SourceCode, decorators: readonly TSESTree.Decorator[]): string | undefined {
  for (const decorator of decorators) {
    const use = useOf(source, decorator);
    const version = use && versionIn(source, use);
    if (version !== undefined) return version;
  }
  return undefined;
}

/** The first version that a decorator states; `*` where it is computed. */
function versionIn(source: SourceCode, use: Use): string | undefined {
  const path = use.action.args?.['version'];
  const place = path === undefined ? 'absent' : argumentAt(source, use.args, path);
  if (typeof place === 'string') return place === 'unknown' ? '*' : undefined;
  const at = expressionOf(source, place.found);
  const first = at.type === 'ArrayExpression' ? at.elements[0] : at;
  return (first && stringOf(source, first)) ?? '*';
}

/** Decorators may leave the slash in front out. */
function rooted(path: RoutePath): RoutePath {
  return path.text === '' || path.text.startsWith('/') ? path : { ...path, text: `/${path.text}` };
}
