import { functionsAt } from './handler-functions.js';
import type { RoutePath } from './route-paths.js';
import type { ServedRoute } from './served-routes.js';

/**
 * Is a route part of an API that clients program against, or something that needs no version: a probe, a page, a file, a
 * callback that another system calls under a fixed address, a protocol with versions of its own? Judged by the words of
 * its path and by what its handler answers with.
 * Does not see: what handlers of other files answer with, addresses that mean something else than they say.
 */

/** First or later segments of paths, by what they are. */
const unversionedSegments = {
  // Probes and what operates the process
  operation: 'health healthz healthcheck health-check health_check live livez liveness alive ready readyz readiness ping heartbeat status up metrics version info debug internal _internal test admin dev _dev stats config env setup install hello hello-world echo',
  // Documentation
  documentation: 'docs doc api-docs apidocs swagger swagger.json swagger-ui openapi openapi.json openapi.yaml redoc reference spec schema schema.json',
  // What other systems call
  inbound: 'webhook webhooks hook hooks callback callbacks cb oauth oauth2 saml sso auth login logout signin signout signup register authorize token cron slack telegram stripe github twilio inngest events notify redirect',
  // Protocols that are versioned within
  protocols: 'graphql graphiql playground trpc mcp sse ws websocket socket socket.io rpc jsonrpc a2a messages events stream',
  // Files
  files: 'static assets public uploads upload images img css js fonts media files dist favicon.ico robots.txt sitemap.xml manifest.json .well-known',
};
const unversioned = new Set(Object.values(unversionedSegments).flatMap((names) => names.split(' ')));

/** Whether the path alone says that no version is wanted; the root and catch-all paths count among them. */
export function isExempt(path: RoutePath): boolean {
  const segments = path.text.toLowerCase().split('/').filter((segment) => segment !== '');
  const rest = segments.filter((segment) => segment !== 'api').join('/');
  // `*`, `/*splat`, `{*rest}`, `(.*)`, `/:slug*`: what is left over, and short links.
  if (rest === '' || /^(?:\*\w*|\{?\*.*|\(\.\*\)|:\w+(?:\(.*\)|\{.*\})?[*+?]?)$/u.test(rest)) return true;
  return segments.some((segment) => unversioned.has(segment) || /webhook|callback|healthz?$|^setup-|^install-/u.test(segment) || /\.(?:html?|xml|txt|ico|png|svg|js|css|json|ya?ml|rss|php)$/u.test(segment));
}

/** What a route's handler answers with, by its text: data, or a page, a file or a redirect. */
export function answerOf({ route, source }: ServedRoute): 'data' | 'page' | 'unknown' {
  const last = route.handlers.at(-1);
  const functions = last ? functionsAt(source, last).map(({ fn }) => fn) : [];
  if (functions.length === 0) return 'unknown';
  const text = functions.map((fn) => source.getText(fn)).join('\n');
  if (/\.json\s*\(|\bResponse\.json\b|application\/json|\.jsonp\s*\(/u.test(text)) return 'data';
  if (/\.(?:render|sendFile|sendfile|view|html|redirect|download|attachment|pipe)\s*\(|<(?:!doctype|html|head|body|div|form|\?xml|Response)\b|(?:text|application)\/(?:html|plain|xml|event-stream)|serveStatic|createReadStream/u.test(text)) return 'page';
  if (/\.send\s*\(\s*[{[]|\.body\s*=\s*(?:[{[]|await)|\breturn\s+(?:\{|\[|await)|=>\s*\(\{|\.send\s*\(\s*[a-z][\w.]*\s*\)|\.body\s*=\s*[a-z]/u.test(text)) return 'data';
  return 'unknown';
}
