import { argumentAt } from '../arguments.js';
import { behind, partOf, type AgentRequest, type RequestPart } from './requests.js';

/**
 * Whether a request may be told `part`, by itself or by what it is made with. A request that names its model itself has only a
 * client behind it, which says none of the parts of a prompt, so that a client out of sight hides nothing.
 */
export function maySay(request: AgentRequest, part: RequestPart): boolean {
  const place = partOf(request, part);
  if (place === 'absent') return false;
  if (typeof place === 'object') return !(place.found.type === 'ArrayExpression' && place.found.elements.length === 0);
  const chain = [request, ...behind(request)];
  if (chain.every((at) => at !== 'unknown' && at.action.args?.[part] === undefined)) return false;
  const { action, source, args } = request;
  if (action.args?.['model'] === undefined || typeof argumentAt(source, args, action.args['model']) === 'string') return true;
  const path = action.args[part];
  return path !== undefined && argumentAt(source, args, path) !== 'absent';
}
