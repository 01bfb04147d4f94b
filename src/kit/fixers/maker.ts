import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../../analysis/service.js';
import { walk } from '../../analysis/syntax.js';
import { upperFirst, type ClientFacts } from './construction.js';
import { awaited } from './construction-type.js';
import { freshName } from './fresh-name.js';
import { reindented } from './reindent.js';
import { indentOf, isTypeScript, semicolonOf } from './style.js';

/** How a getter makes its value, and of what type that is; `type` is absent in JavaScript. */
export interface Maker { readonly names: readonly string[]; readonly lines: readonly string[]; readonly value: string; readonly type: string | undefined }

interface Made {
  readonly made: TSESTree.Node;
  /** What `typeOf` says of it. */
  readonly type: string | undefined;
  /** The getter keeps a promise of it. */
  readonly isAsync: boolean;
  /** The name of the client. */
  readonly base: string;
  readonly client: ClientFacts;
  /** Indentation of the value where it stands in the getter. */
  readonly indent: string;
  /** Names that other fixes declare. */
  readonly taken: ReadonlySet<string>;
  /** A parameter that the value depends on, with its type, and what is to be replaced by its name. */
  readonly parameter?: { readonly name: string; readonly type: string; readonly uses: ReadonlyMap<TSESTree.Node, string> };
}

/**
 * The value of a getter. What a function makes often has a type of its arguments (`createClient` of node-redis), which
 * `ReturnType<typeof createClient>` does not name: in TypeScript such a value gets a function of its own, whose type is exact.
 *
 *     const openClient = () => createClient({ url });
 *     let client: ReturnType<typeof openClient> | undefined;
 */
export function makerOf(source: SourceCode, { made, type, isAsync, base, client, indent, taken, parameter }: Made): Maker {
  const text = (at: string) => reindented(source, made, indentOf(source, made), at, parameter?.uses);
  const isNamed = isTypeScript(source) && type?.includes('ReturnType<') === true;
  if (!isNamed) return { names: [], lines: [], value: isAsync ? promised(source, made, text(indent), client) : text(indent), type: type && isAsync ? `Promise<${awaited(type)}>` : type };
  const waits = hasAwait(source, made);
  const open = freshName(source, [`open${upperFirst(base)}`, `openShared${upperFirst(base)}`], { usedAt: [], taken });
  const call = `${open}(${parameter?.name ?? ''})`;
  const result = `ReturnType<typeof ${open}>`;
  return {
    names: [open],
    lines: [`const ${open} = ${waits ? 'async ' : ''}(${parameter ? `${parameter.name}: ${parameter.type}` : ''}) => ${text('')}${semicolonOf(source)}`],
    value: !isAsync || waits || isPromise(made, client) ? call : `Promise.resolve(${call})`,
    type: isAsync ? `Promise<Awaited<${result}>>` : result,
  };
}

/** The value as something that surely has a `catch`: not every awaited call gives a promise. */
function promised(source: SourceCode, made: TSESTree.Node, text: string, client: ClientFacts): string {
  if (hasAwait(source, made)) return `(async () => ${text})()`;
  return isPromise(made, client) ? text : `Promise.resolve(${text})`;
}

function isPromise(made: TSESTree.Node, client: ClientFacts): boolean {
  return client.async === true && made.type === 'CallExpression';
}

function hasAwait(source: SourceCode, made: TSESTree.Node): boolean {
  for (const node of walk(made, source.visitorKeys)) if (node.type === 'AwaitExpression') return true;
  return false;
}
