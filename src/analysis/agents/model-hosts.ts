import type { ModelVendor } from '../../catalog/models.js';
import { argumentAt } from '../arguments.js';
import type { Known } from '../known.js';
import type { SourceCode } from '../service.js';
import { propertyOf, stringOf, templateParts } from '../values.js';
import { behind, type AgentRequest } from './requests.js';

/**
 * Whether a request goes to the API of the model's own vendor: its SDK, and no other URL. The same ids are served by Azure,
 * Vertex AI, gateways and local servers, which keep models longer or shorter than the vendor does.
 * Takes a client that is not in sight for the vendor's, since another URL is the exception.
 */
export function asksVendor(request: AgentRequest, vendor: ModelVendor): boolean {
  const chain = [request, ...behind(request)].filter((at) => at !== 'unknown');
  const hosts = chain.flatMap((at) => hostsOf(at, vendor));
  if (hosts.includes('elsewhere')) return false;
  return hosts.includes('vendor') || chain.some(({ known }) => known !== undefined && isClient(known, vendor));
}

/** Clouds that serve the models of others; their classes and functions are named after them. */
const otherCloud = /azure|bedrock|vertex|foundry|aws/iu;

function isClient({ library, path }: Known, { clients }: ModelVendor): boolean {
  const exported = exportOf(library.package, path);
  return !otherCloud.test(exported) && clients.some((client) => {
    const [name, exports] = client.split('#');
    return name === library.package && (exports === undefined || exports.split('|').includes(exported));
  });
}

/** The export in a path like `openai.OpenAI().chat`. */
function exportOf(packageName: string, path: string): string {
  return /^\.(\w+)/u.exec(path.slice(packageName.length))?.[1] ?? '';
}

/** What one construction or call says of the host. */
function hostsOf({ source, args, action, known }: AgentRequest, vendor: ModelVendor): ('vendor' | 'elsewhere')[] {
  if (known && otherCloud.test(exportOf(known.library.package, known.path))) return ['elsewhere'];
  const path = action.args?.['url'];
  const url = path === undefined ? 'absent' : argumentAt(source, args, path);
  const found: ('vendor' | 'elsewhere')[] = [];
  if (url === 'unknown') found.push('elsewhere');
  else if (url !== 'absent') found.push(isVendors(source, url.found, vendor) ? 'vendor' : 'elsewhere');
  for (const argument of args) {
    if (argument.type !== 'SpreadElement' && vendor.elsewhere?.some((name) => typeof propertyOf(source, argument, name) === 'object')) found.push('elsewhere');
  }
  return found;
}

function isVendors(source: SourceCode, node: Parameters<typeof stringOf>[1], { hosts }: ModelVendor): boolean {
  if (node.type === 'Identifier' && node.name === 'undefined') return true;
  const [start] = templateParts(source, node);
  const text = start?.kind === 'static' ? start.text : stringOf(source, node);
  return text !== undefined && hosts.some((host) => new RegExp(`^https?://${host.replaceAll('.', '\\.')}(?:[/:]|$)`, 'u').test(text));
}
