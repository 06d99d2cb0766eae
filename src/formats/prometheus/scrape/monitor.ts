import {
  known,
  unknown,
  type Fact,
  type LabelRequirement,
  type ScrapeFacts,
  type ScrapeSelection,
} from '../../../model/index.ts';
import { namesOfAddress } from '../../../monitoring/index.ts';
import { rootNode, type DataNode } from '../../data-node.ts';
import type { DataDocument } from '../../../syntax/data/index.ts';
import { jobFacts } from './job.ts';
import { commonFacts, relabelings, setting, textFact } from './settings.ts';

interface MonitorKind {
  readonly source: ScrapeFacts['source'];
  readonly of: ScrapeSelection['of'];
  /** Name of the list of endpoints; absent where the object itself is one. */
  readonly endpoints?: string;
}

const KINDS: Readonly<Record<string, MonitorKind>> = {
  ServiceMonitor: { source: 'service-monitor', of: 'services', endpoints: 'endpoints' },
  VMServiceScrape: { source: 'service-monitor', of: 'services', endpoints: 'endpoints' },
  PodMonitor: { source: 'pod-monitor', of: 'pods', endpoints: 'podMetricsEndpoints' },
  VMPodScrape: { source: 'pod-monitor', of: 'pods', endpoints: 'podMetricsEndpoints' },
  PodMonitoring: { source: 'pod-monitor', of: 'pods', endpoints: 'endpoints' },
  ClusterPodMonitoring: { source: 'pod-monitor', of: 'pods', endpoints: 'endpoints' },
  VMNodeScrape: { source: 'node-monitor', of: 'nodes' },
};

/** What an object makes Prometheus collect, one for each of its endpoints; none for kinds that make none. */
export function monitorScrapes(document: DataDocument): readonly ScrapeFacts[] {
  const root = rootNode(document);
  const kind = root.get('kind').text ?? '';
  const name = root.get('metadata', 'name');
  const spec = root.get('spec');
  const interval = unknown('whoever collects decides how often', name.at);
  if (kind === 'Probe' || kind === 'VMProbe') return [probeFacts(root, interval)];
  if (kind === 'ScrapeConfig' || kind === 'VMScrapeConfig') {
    const stated = setting(spec, 'job_name');
    const facts = jobFacts(spec, 'scrape-config', interval, stated.exists ? stated : name);
    return [{ ...facts, system: systemOf(root) }];
  }
  if (kind === 'VMStaticScrape') return staticScrapes(root, interval);
  const monitor = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (!monitor) return [];
  const endpoints = monitor.endpoints === undefined ? [spec] : spec.get(monitor.endpoints).items();
  return endpoints.map((endpoint) => monitorFacts(root, monitor, endpoint, interval));
}

function monitorFacts(
  root: DataNode,
  { source, of }: MonitorKind,
  endpoint: DataNode,
  interval: Fact<number>,
): ScrapeFacts {
  const name = root.get('metadata', 'name');
  const spec = root.get('spec');
  const labels = requirements(spec.get('selector'));
  const jobLabel = spec.get('jobLabel').text ?? null;
  return {
    system: systemOf(root),
    source,
    job: jobFact(root, of, jobLabel, labels, endpoint),
    targets: [],
    discoveries: ['kubernetes'],
    selection: {
      of,
      namespaces: namespacesOf(root),
      labels,
      port: portOf(endpoint),
      namesJob: of === 'services' && !makesJob(endpoint),
      jobLabel,
    },
    services: known(ownNames(labels, name), name.at),
    workloads: [],
    mismatch: known(null, spec.get('selector').header),
    ...commonFacts(endpoint, interval),
  };
}

function makesJob(endpoint: DataNode): DataNode | undefined {
  return relabelings(endpoint, 'relabel_configs', 'relabelings').find(
    (step) => setting(step, 'target_label').text === 'job',
  );
}

/** A job is called like the Service, or like the object that selects pods, if no label is named for it. */
function jobFact(
  root: DataNode,
  of: ScrapeSelection['of'],
  jobLabel: string | null,
  labels: readonly LabelRequirement[],
  endpoint: DataNode,
): Fact<string> {
  const name = root.get('metadata', 'name');
  const makes = makesJob(endpoint);
  if (makes) return unknown('relabeling makes the label job', makes.header);
  if (jobLabel !== null) {
    const { at } = root.get('spec', 'jobLabel');
    const demanded = labels.find(({ label, operator }) => label === jobLabel && operator === 'in');
    const [value] = demanded?.values ?? [];
    if (demanded?.values.length === 1 && value !== undefined) return known(value, at);
    return unknown(`the label ${jobLabel} of what it finds is the name of its job`, at);
  }
  const namespace = root.get('metadata', 'namespace').text;
  if (of === 'pods' && namespace !== undefined && name.text !== undefined)
    return known(`${namespace}/${name.text}`, name.at);
  return unknown('its job is called like what it finds', name.at);
}

/** Labels that name what carries them. */
const NAMING: ReadonlySet<string> = new Set([
  'app',
  'app.kubernetes.io/name',
  'app.kubernetes.io/instance',
  'k8s-app',
  'component',
  'service',
  'name',
]);

function ownNames(labels: readonly LabelRequirement[], name: DataNode): readonly string[] {
  const stated = labels
    .filter(({ label, operator }) => operator === 'in' && NAMING.has(label))
    .flatMap(({ values }) => values);
  return [...new Set([...stated, ...(name.text === undefined ? [] : [name.text])])];
}

function requirements(selector: DataNode): readonly LabelRequirement[] {
  const plain = selector.get('matchLabels').entries();
  const operators: Readonly<Record<string, LabelRequirement['operator']>> = {
    In: 'in',
    NotIn: 'not-in',
    Exists: 'exists',
    DoesNotExist: 'absent',
  };
  return [
    ...plain.flatMap(([label, { written }]) =>
      written === undefined ? [] : [{ label, operator: 'in' as const, values: [written] }],
    ),
    ...selector
      .get('matchExpressions')
      .items()
      .flatMap((one) => {
        const operator = operators[one.get('operator').text ?? ''];
        const label = one.get('key').text;
        return operator === undefined || label === undefined
          ? []
          : [{ label, operator, values: one.get('values').texts() }];
      }),
  ];
}

/** Where it looks: in its own namespace, if it does not say so. */
function namespacesOf(root: DataNode): readonly string[] | null {
  const selector = root.get('spec', 'namespaceSelector');
  const named = selector.get('matchNames').texts();
  if (selector.get('any').value === true || root.get('kind').text === 'ClusterPodMonitoring') return null;
  if (named.length > 0) return named;
  const own = root.get('metadata', 'namespace').text;
  return own === undefined ? null : [own];
}

function portOf(endpoint: DataNode): Fact<string | null> {
  const port = endpoint.get('port');
  return port.text === undefined || /^\d+$/.test(port.text)
    ? known(null, endpoint.header)
    : textFact(port, null);
}

function probeFacts(root: DataNode, interval: Fact<number>): ScrapeFacts {
  const name = root.get('metadata', 'name');
  const spec = root.get('spec');
  const config = spec.get('targets', 'staticConfig');
  const list = config.get('static').exists ? config.get('static') : config.get('targets');
  const targets = list.items().flatMap((target) => (target.text === undefined ? [] : [textFact(target, '')]));
  const job = setting(spec, 'job_name');
  const hosts = targets.flatMap(({ value }) => (typeof value === 'string' ? namesOfAddress(value) : []));
  return {
    system: systemOf(root),
    source: 'probe',
    job:
      job.text === undefined
        ? known(`probe/${root.get('metadata', 'namespace').text ?? 'default'}/${name.text ?? ''}`, name.at)
        : textFact(job, ''),
    targets,
    discoveries: spec.get('targets', 'ingress').exists ? ['kubernetes'] : [],
    selection: null,
    services: known([...new Set([...hosts, ...(name.text === undefined ? [] : [name.text])])], name.at),
    workloads: [],
    mismatch: known(null, name.at),
    ...commonFacts(spec, interval),
  };
}

function staticScrapes(root: DataNode, interval: Fact<number>): readonly ScrapeFacts[] {
  const name = root.get('metadata', 'name');
  const job = setting(root.get('spec'), 'job_name');
  return root
    .get('spec', 'targetEndpoints')
    .items()
    .map((endpoint) => {
      const targets = endpoint.get('targets').texts();
      const names = [...targets.flatMap(namesOfAddress), ...(name.text === undefined ? [] : [name.text])];
      return {
        system: 'victoria-metrics',
        source: 'scrape-config',
        job: textFact(job.exists ? job : name, ''),
        targets: targets.map((target) => known(target, endpoint.get('targets').at)),
        discoveries: [],
        selection: null,
        services: known([...new Set(names)], name.at),
        workloads: [],
        mismatch: known(null, name.at),
        ...commonFacts(endpoint, interval),
      };
    });
}

function systemOf(root: DataNode): ScrapeFacts['system'] {
  return root.get('apiVersion').text?.startsWith('operator.victoriametrics.com/') === true
    ? 'victoria-metrics'
    : 'prometheus';
}
