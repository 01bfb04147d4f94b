import type { Project } from './project.js';

/** The settings that `init` can tell by itself. */
export interface ProposedSettings {
  readonly mesh?: 'istio' | 'linkerd';
  readonly spec?: string;
}

/** One preset with what speaks for it. */
export interface ProposedPreset {
  readonly name: string;
  readonly reason: string;
  /** Whether it is taken unless somebody says otherwise. */
  readonly chosen: boolean;
}

export interface Proposal {
  readonly presets: readonly ProposedPreset[];
  readonly settings: ProposedSettings | undefined;
  /** What the settings follow from, one sentence each. */
  readonly settingReasons: readonly string[];
}

/** From this many source files on, the first step is what is an error today and nothing else. */
export const manyFiles = 1500;

/** What presets and settings suit a project, each with its reason. */
export function propose(project: Project): Proposal {
  const presets = [base(project), ...agents(project), ...manifests(project)];
  const { mesh } = project;
  const [spec] = project.manifests.specification;
  const settings: ProposedSettings = { ...(mesh && { mesh }), ...(spec && { spec }) };
  return {
    presets,
    settings: mesh || spec ? settings : undefined,
    settingReasons: [
      ...(mesh ? [`mesh: '${mesh}': manifests name it, so calls through the mesh are not reported`] : []),
      ...(spec ? [`spec: '${spec}': the code is held against this service specification`] : []),
    ],
  };
}

function base(project: Project): ProposedPreset {
  const { size, packages, mesh } = project;
  const services = packages.filter(({ service }) => service).map(({ folder }) => folder);
  const uses = (kind: 'broker' | 'cqrs') => packages.flatMap((each) => each.uses[kind]);
  if (size.files >= manyFiles) return { name: 'critical', chosen: true, reason: `${size.more ? 'more than ' : ''}${size.files} source files: begin with what breaks production, then move on to \`recommended\`` };
  if (services.length > 1 && uses('cqrs').length > 0 && uses('broker').length > 0) return { name: 'enterprise', chosen: true, reason: `${services.length} services with ${uses('cqrs')[0]} and ${uses('broker')[0]}: events and CQRS carry the system` };
  if (services.length > 1) return { name: 'microservices', chosen: true, reason: `${services.length} services (${listed(services)}): the calls between them count` };
  if (mesh) return { name: 'microservices', chosen: true, reason: `the manifests have a service mesh (${mesh})` };
  if (services.length === 1) return { name: 'single-api', chosen: true, reason: `one service (${packages.find(({ service }) => service)!.uses.web[0]}): \`recommended\` without the rules for several services or versions` };
  return { name: 'recommended', chosen: true, reason: 'what most teams want: CRITICAL rules as errors, HIGH ones as warnings' };
}

function agents({ packages }: Project): ProposedPreset[] {
  const found = [...new Set(packages.flatMap(({ uses }) => uses.agents))];
  return found.length > 0 ? [{ name: 'agents', chosen: true, reason: `the code calls language models (${listed(found)})` }] : [];
}

/** Beside somebody's configuration the rules of other plugins would meet YAML files too, so there nobody gets it unasked. */
function manifests({ manifests: found, config }: Project): ProposedPreset[] {
  // The rules of compose files and OpenAPI documents are in `manifests-strict`, which nobody should begin with.
  const kinds = (['kubernetes', 'istio', 'asyncapi', 'specification'] as const).filter((kind) => found[kind].length > 0);
  if (kinds.length === 0) return [];
  const counts = kinds.map((kind) => `${found[kind].length} ${kind}`).join(', ');
  const caution = config ? '; `eslint .` will then read YAML files, so other entries of your configuration need `files`' : '';
  return [{ name: 'manifests', chosen: !config, reason: `YAML files it has rules for (${counts})${caution}` }];
}

function listed(names: readonly string[]): string {
  return names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
}
