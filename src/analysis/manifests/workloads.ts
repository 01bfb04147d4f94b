import type { YamlEntry, YamlValue } from '../../languages/yaml/value.js';
import { imageOf, isModelServerImage, isSidecarImage, isStatefulImage, isStubImage, type Image } from './images.js';
import type { Manifest } from './manifests.js';

/**
 * The pods that Kubernetes objects make: their template, containers and ports. Kubernetes API reference 1.34 (apps/v1, batch/v1,
 * core/v1), checked 2026-11.
 *
 * Does not see: what admission webhooks add (sidecars, default limits), workloads of other operators.
 */
export interface Workload {
  readonly manifest: Manifest;
  readonly kind: string;
  /** Runs until it is replaced, not until it is done. */
  readonly serves: boolean;
  /** `spec.template.spec`. */
  readonly pod: YamlValue;
  readonly labels: ReadonlyMap<string, string>;
  /** Without init containers. */
  readonly containers: readonly Container[];
  readonly replicas: YamlEntry | undefined;
}

export interface Container {
  readonly value: YamlValue;
  readonly name: string;
  /** What to mark in a report about the whole container. */
  readonly mark: YamlValue;
  readonly image: Image | undefined;
  readonly ports: readonly Port[];
  /** A known proxy, shipper of logs or exporter beside another container. */
  readonly sidecar: boolean;
}

export interface Port {
  readonly name: string | undefined;
  readonly number: number | undefined;
  readonly protocol: string;
  /** For measurements, profiles or the health of the process itself: no caller of the service comes here. */
  readonly internal: boolean;
}

const serving: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);

const kept = new WeakMap<Manifest, { readonly workload: Workload | undefined }>();

/** The workload that an object is; `undefined` for every other object, and for patches. */
export function workloadOf(manifest: Manifest): Workload | undefined {
  let known = kept.get(manifest);
  if (!known) kept.set(manifest, (known = { workload: read(manifest) }));
  return known.workload;
}

function read(manifest: Manifest): Workload | undefined {
  const { kind, group, root, partial } = manifest;
  const template = kind === 'CronJob' ? root.get('spec', 'jobTemplate', 'spec', 'template') : root.get('spec', 'template');
  const pod = template?.get('spec');
  const known = serving.has(kind) ? group === 'apps' || group === 'extensions' : group === 'batch' && (kind === 'Job' || kind === 'CronJob');
  if (partial || !known || pod?.get('containers')?.isSequence !== true) return undefined;
  const labels = new Map((template?.get('metadata', 'labels')?.entries() ?? []).map(({ key, value }) => [key, value.text ?? '']));
  return { manifest, kind, serves: serving.has(kind), pod, labels, containers: containersOf(pod), replicas: root.get('spec')?.entry('replicas') };
}

function containersOf(pod: YamlValue): Container[] {
  const all = (pod.get('containers')?.items() ?? []).filter(({ isMapping }) => isMapping);
  return all.map((value) => {
    const image = imageOf(value.get('image')?.text);
    const name = value.get('name');
    return {
      value,
      name: name?.text ?? value.get('image')?.text ?? '?',
      mark: value.shared ? value : name ?? value,
      image,
      ports: (value.get('ports')?.items() ?? []).map((port) => portOf(port)),
      sidecar: all.length > 1 && (isSidecarImage(image) || /(?:^|-)(?:sidecar|proxy|exporter|agent|reloader)$/u.test(name?.text ?? '')),
    };
  });
}

/** Whether a container is there to sleep: for somebody to work in, as a step that waits, or to keep a pod open. */
export function sleeps({ value, image }: Container): boolean {
  const [program = '', ...rest] = commandOf(value);
  if (image?.name === 'pause') return true;
  return isSleep([program, ...rest].join(' ')) || (/(?:^|\/)(?:ba|a)?sh$/u.test(program) && isSleep(rest.at(-1)?.split(/[;&\n]/u).map((step) => step.trim()).filter((step) => step !== '').at(-1) ?? ''));
}

function isSleep(command: string): boolean {
  return /^(?:exec )?(?:\S*\/)?(?:sleep \S+|tail -f \/dev\/null)$/u.test(command.trim());
}

/** Whether a container runs jobs by the clock, which a second one would run a second time. */
export function keepsSchedule({ value }: Container): boolean {
  const command = commandOf(value).join(' ');
  return /\bcelery\b.*\s(?:beat|-B)(?:\s|$)|(?:^|[/\s])(?:crond?|supercronic|scheduler|schedule:(?:work|run))(?:\s|$)/u.test(command);
}

/** What a container is told to run: its command and arguments. */
function commandOf(value: YamlValue): readonly string[] {
  return ['command', 'args'].flatMap((key) => value.get(key)?.items().map(({ text }) => text ?? '') ?? []);
}

function portOf(port: YamlValue): Port {
  const name = port.get('name')?.text;
  const number = Number(port.get('containerPort')?.text ?? Number.NaN);
  return { name, number: Number.isNaN(number) ? undefined : number, protocol: port.get('protocol')?.text ?? 'TCP', internal: isInternalPort(name) };
}

/** Whether a port is by its name for measurements, profiles or the health of the process. */
export function isInternalPort(portName: string | undefined): boolean {
  return /(?:^|-)(?:metrics?|prom|prometheus|monitoring|telemetry|profil\w*|pprof|debug|jmx|admin|health\w*|liveness|readiness|probes?|dogstatsd|statsd)(?:-|$)/u.test(portName ?? '');
}

/** The Services of a bundle that send requests to a workload's pods. */
export function servicesOf({ manifest, labels }: Workload, bundle: readonly Manifest[]): readonly Manifest[] {
  return bundle.filter(({ kind, group, root, namespace }) => {
    const selector = root.get('spec', 'selector')?.entries() ?? [];
    return kind === 'Service' && group === '' && selector.length > 0 && isSameNamespace(namespace, manifest.namespace)
      && selector.every(({ key, value }) => value.text !== undefined && labels.get(key) === value.text);
  });
}

/**
 * The ports of a container to which requests of others come: those that a Service of the bundle sends requests to; all that
 * it declares where no Service is in sight. Ports for measurements and the like are none, and of an operator's only its webhooks
 * are: its Service is there for what scrapes it.
 */
export function servedPorts(workload: Workload, container: Container, bundle: readonly Manifest[]): readonly Port[] {
  const own = container.ports.filter(({ internal, number }) => !internal && number !== undefined);
  if (own.length === 0 || !bundle.some(({ kind, group }) => kind === 'Service' && group === '')) return isController(workload, bundle) ? [] : own;
  const targets = servicesOf(workload, bundle).flatMap(({ root }) => root.get('spec', 'ports')?.items() ?? [])
    .filter((port) => !isInternalPort(port.get('name')?.text) && (!isOperator(workload) || isWebhookPort(port))).map((port) => (port.get('targetPort') ?? port.get('port'))?.text);
  return own.filter(({ name, number }) => targets.includes(String(number)) || (name !== undefined && targets.includes(name)));
}

function isOperator({ manifest }: Workload): boolean {
  return /(?:^|-)operator(?:-|$)/u.test(manifest.name ?? '');
}

/** The API server calls webhooks, and by default on the port of HTTPS. */
function isWebhookPort(port: YamlValue): boolean {
  return port.get('port')?.number === 443 || /webhook|https/u.test(`${port.get('name')?.text} ${port.get('targetPort')?.text}`);
}

/** Whether something in the bundle sets the number of pods: an autoscaler, or a controller that works on a copy of the workload. */
export function isScaled({ manifest }: Workload, bundle: readonly Manifest[]): boolean {
  return bundle.some(({ root, namespace }) => [['scaleTargetRef'], ['targetRef'], ['workloadRef']].some((path) => {
    const target = root.get('spec', ...path);
    return target?.get('name')?.text === manifest.name && (target?.get('kind')?.text ?? manifest.kind) === manifest.kind && isSameNamespace(namespace, manifest.namespace);
  }));
}

/** Whether pods keep data that only one of them may have: a database, or a volume that outlives the pod. */
export function keepsData({ pod, containers }: Workload): boolean {
  const volumes = pod.get('volumes')?.items() ?? [];
  return containers.some(({ image, sidecar }) => !sidecar && isStatefulImage(image)) || volumes.some((volume) => !holdsSecrets(volume) && lasting.some((key) => volume.get(key) !== undefined));
}

/**
 * Whether one pod is enough by choice: it answers from a model that another pod would need another graphics card for, or only
 * to show that it was reached.
 */
export function isDearOrStub({ containers }: Workload): boolean {
  const own = containers.filter(({ sidecar }) => !sidecar);
  return own.some(({ image, value }) => isModelServerImage(image) || holdsAccelerator(value)) || (own.length > 0 && own.every(({ image }) => isStubImage(image)));
}

/** Extended resources for graphics cards and the like, as the device plugins of their makers name them. */
function holdsAccelerator(container: YamlValue): boolean {
  return ['limits', 'requests'].some((key) => container.get('resources', key)?.entries().some(({ key: name, value }) => /^(?:nvidia\.com\/(?:gpu|mig)|amd\.com\/gpu|gpu\.intel\.com\/|google\.com\/tpu|aws\.amazon\.com\/neuron|habana\.ai\/)/u.test(name) && value.text !== '0') === true);
}

/** A volume of the Secrets Store driver, which every pod gets anew. */
function holdsSecrets(volume: YamlValue): boolean {
  return volume.get('csi', 'driver')?.text === 'secrets-store.csi.k8s.io';
}

/** Kinds of volumes that outlive a pod. A host's own folders are among them, except what every pod may read. */
const lasting = ['persistentVolumeClaim', 'awsElasticBlockStore', 'gcePersistentDisk', 'azureDisk', 'azureFile', 'nfs', 'iscsi', 'csi', 'hostPath', 'ephemeral', 'cephfs', 'glusterfs'] as const;

/**
 * Whether a workload watches other objects (an operator, a controller): one pod works, others stand by. Told by names, by
 * a leader that is elected, and by a role that may watch.
 */
export function isController({ manifest, containers, pod }: Workload, bundle: readonly Manifest[]): boolean {
  const account = pod.get('serviceAccountName')?.text;
  const names = [manifest.name, ...containers.map(({ name }) => name), account];
  if (names.some((name) => /(?:^|[-_])(?:operator|controller|controllers|manager|webhook|provisioner|scheduler|csi|admission|istiod|autoscaler)(?:[-_]|$)/u.test(name ?? ''))) return true;
  if (containers.some(({ value }) => ['args', 'command'].some((key) => value.get(key)?.items().some(({ text }) => text?.includes('leader-elect')) === true))) return true;
  return account !== undefined && rolesOf(account, bundle).some((role) => role.root.get('rules')?.items().some((rule) => rule.get('verbs')?.items().some(({ text }) => text === 'watch')) === true);
}

function rolesOf(account: string, bundle: readonly Manifest[]): readonly Manifest[] {
  const bindings = bundle.filter(({ kind, root }) => kind.endsWith('RoleBinding') && root.get('subjects')?.items().some((subject) => subject.get('name')?.text === account) === true);
  const bound = new Set(bindings.map(({ root }) => root.get('roleRef', 'name')?.text));
  return bundle.filter(({ kind, name }) => (kind === 'Role' || kind === 'ClusterRole') && bound.has(name));
}

export function isSameNamespace(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}
