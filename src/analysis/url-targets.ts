import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from './service.js';
import { propertyOf } from './values.js';
import { textOf, type TextPiece } from './url-text.js';
import { unwrap } from './syntax.js';

/** What the code tells of where a URL leads. */
export interface UrlTarget {
  /**
   * Where the text comes from that names the host (or the path of a relative URL): written at the call, put together there, a
   * constant of the file, or a default that counts when configuration says nothing (`process.env.X ?? 'http://users:3000'`).
   */
  readonly from: 'literal' | 'template' | 'constant' | 'default' | undefined;
  /** The node that holds that text. */
  readonly at: TSESTree.Node | undefined;
  /** `http`, `https` ... in lower case; `undefined` where it is not fixed. */
  readonly scheme: string | undefined;
  /** The host in lower case, without user and port; `*` stands for a part that is only known at run time. */
  readonly hostPattern: string | undefined;
  /** The same where all of it is fixed. */
  readonly host: string | undefined;
  readonly port: string | undefined;
  /** What follows the host, with `*` as above. */
  readonly path: string | undefined;
  /** Surely without a host (`/api/users`): it leads to where the page came from, or nowhere. */
  readonly relative: boolean;
}

export const unknownTarget: UrlTarget = { from: undefined, at: undefined, scheme: undefined, hostPattern: undefined, host: undefined, port: undefined, path: undefined, relative: false };

/** Surely this machine: `localhost`, `127.0.0.1`, `[::1]`. A default that configuration replaces is not meant. */
export function isLoopback({ host, from }: UrlTarget): boolean {
  return from !== 'default' && isLoopbackHost(host);
}

export function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])$/u.test(host);
}

/** Stands for what is only known at run time; no URL contains it. */
const hole = '\0';

/**
 * What the expression of a URL tells. Looks through templates, constants of the file, defaults, `new URL(...)`, fields that one
 * place sets and option objects with a host.
 *
 * @param base what the instance that is called has as base URL; a URL without host is joined to it.
 * @param addressed the text is an address (`users:50051`) rather than a URL.
 */
export function urlTarget(source: SourceCode, node: TSESTree.Node, base?: UrlTarget, addressed = false): UrlTarget {
  const at = unwrap(node);
  if (at.type === 'ObjectExpression') return fromOptions(source, at);
  const target = read(textOf(source, at), addressed);
  return base && target.hostPattern === undefined ? { ...base, path: target.path ?? base.path } : target;
}

function read(pieces: readonly TextPiece[], addressed: boolean): UrlTarget {
  const text = pieces.map((piece) => piece.text ?? hole).join('');
  const [first] = pieces;
  if (first?.text === undefined) {
    // Scheme and host are in the part that nobody knows, or before a text that goes on.
    return { ...unknownTarget, path: /^\0(?=[/?#])/u.test(text) ? shown(text.slice(1)) : undefined };
  }
  const absolute = /^(?:([a-z][a-z\d+.-]*):)?\/\/([^/?#]*)((?:[/?#].*)?)$/isu.exec(text) ?? (addressed ? /^()([^/?#]*)((?:[/?#].*)?)$/su.exec(text) : null);
  if (!absolute) return { ...unknownTarget, from: origin(pieces, text.length), at: first.node, path: shown(text), relative: !text.startsWith(hole) && !/^[a-z][a-z\d+.-]*:/iu.test(text) };
  const [, scheme, authority = '', path = ''] = absolute;
  const end = text.length - path.length;
  const server = authority.slice(authority.lastIndexOf('@') + 1);
  const parts = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/su.exec(server);
  const name = parts?.[1]?.toLowerCase() ?? '';
  const known = name.replaceAll(hole, '') !== '';
  return {
    from: known ? origin(pieces, end) : undefined,
    at: known ? (pieceAt(pieces, text.indexOf(server))?.node ?? first.node) : undefined,
    scheme: scheme?.toLowerCase() || undefined,
    hostPattern: known ? shown(name) : undefined,
    host: known && !name.includes(hole) ? name : undefined,
    port: parts?.[2] === undefined || parts[2].includes(hole) ? undefined : parts[2],
    path: path === '' ? undefined : shown(path),
    relative: false,
  };
}

/** `{ hostname: 'users', port: 3000, path: '/' }`, and the same in part. */
function fromOptions(source: SourceCode, object: TSESTree.ObjectExpression): UrlTarget {
  const text = (name: string): TextPiece | undefined => {
    const property = propertyOf(source, object, name);
    const pieces = typeof property === 'string' ? [] : textOf(source, property.found);
    return pieces.length === 1 && pieces[0]?.text !== undefined ? pieces[0] : undefined;
  };
  const host = text('hostname') ?? text('host');
  if (!host) return unknownTarget;
  const target = read([host], true);
  return { ...target, scheme: text('protocol')?.text?.replace(/:$/u, ''), port: text('port')?.text ?? target.port, path: text('path')?.text };
}

function shown(text: string): string {
  return text.replaceAll(hole, '*');
}

/** How the first `length` characters came about. */
function origin(pieces: readonly TextPiece[], length: number): UrlTarget['from'] {
  let end = 0;
  const used = pieces.filter((piece) => {
    const counts = end < length;
    end += piece.text?.length ?? 1;
    return counts;
  });
  if (used.some((piece) => piece.by === 'default')) return 'default';
  if (used.some((piece) => piece.by === 'constant')) return 'constant';
  const [only] = used;
  const isWhole = only?.node.type === 'Literal' || (only?.node.type === 'TemplateLiteral' && only.node.expressions.length === 0);
  return used.length === 1 && isWhole ? 'literal' : 'template';
}

function pieceAt(pieces: readonly TextPiece[], index: number): TextPiece | undefined {
  let end = 0;
  return pieces.find((piece) => (end += piece.text?.length ?? 1) > index);
}
