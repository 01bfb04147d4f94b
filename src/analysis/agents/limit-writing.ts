import type { ArgPath, Writing } from '../../catalog/schema.js';
import { versionFits } from '../facts.js';
import type { AgentRequest } from './requests.js';

/**
 * How a limit is written where a request or an agent has none: where it goes, and as what, in the version of the package that
 * the project declares.
 *
 * @param part `maxTurns` or `maxTokens`.
 * @returns `undefined` where the catalog knows no place for it.
 */
export function limitWriting({ source, action, known }: AgentRequest, part: 'maxTokens' | 'maxTurns'): Writing | undefined {
  const stated = action.agent?.mend?.[part];
  if (stated) return known && stated.find(({ versions }) => versionFits(source, known, versions));
  const at: ArgPath | undefined = action.args?.[part]?.split('|')[0];
  return at === undefined ? undefined : { at };
}
