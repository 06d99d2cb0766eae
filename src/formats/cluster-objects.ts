import { known, unknown, type HolderFacts, type SubjectOf } from '../model/index.ts';
import { assembled, confSyntax, type AssembledPart, type DataDocument } from '../syntax/data/index.ts';
import { nativeOf, rootNode, type DataNode } from './data-node.ts';

/** An `alertmanager.yaml` inside a Secret or ConfigMap, as kube-prometheus keeps it, or a VMAlertmanager. */
export interface Embedded {
  readonly node: DataNode;
  readonly encoded: boolean;
}

/** Such an object is Alertmanager's and no longer Kubernetes': what tells the two formats apart. */
export function embeddedConfig(root: DataNode): Embedded | undefined {
  const kind = root.get('kind').text;
  if (kind === 'VMAlertmanager') {
    const node = root.get('spec', 'configRawYaml');
    return node.exists ? { node, encoded: false } : undefined;
  }
  if (kind !== 'Secret' && kind !== 'ConfigMap') return undefined;
  for (const part of ['stringData', 'data']) {
    for (const key of ['alertmanager.yaml', 'alertmanager.yml']) {
      const node = root.get(part, key);
      if (node.exists) return { node, encoded: kind === 'Secret' && part === 'data' };
    }
  }
  // Whoever mounts it may call it as they like.
  for (const [key, node] of root.get(kind === 'Secret' ? 'stringData' : 'data').entries())
    if (
      /\.ya?ml$/.test(key) &&
      /^route:/m.test(node.text ?? '') &&
      /^receivers:\s{0,9}\n\s{0,9}-/m.test(node.text ?? '')
    )
      return { node, encoded: false };
  return undefined;
}

/** An object of the OpenTelemetry operator that holds a collector's configuration: as text in v1alpha1, else as it is. */
export function isCollectorObject(root: DataNode): boolean {
  return (
    root.get('kind').text === 'OpenTelemetryCollector' &&
    (root.get('apiVersion').text?.startsWith('opentelemetry.io/') ?? false) &&
    root.get('spec', 'config').exists
  );
}

/** Collectors' configurations inside a ConfigMap, as the Helm chart keeps them. */
export function embeddedCollectors(root: DataNode): readonly DataNode[] {
  if (root.get('kind').text !== 'ConfigMap') return [];
  return root
    .get('data')
    .entries()
    .filter(
      ([, { text }]) =>
        text !== undefined &&
        /^service:/m.test(text) &&
        /^\s+pipelines:/m.test(text) &&
        /^receivers:/m.test(text),
    )
    .map(([, node]) => node);
}

/** Texts of a log shipper inside a ConfigMap. */
export function embeddedShippers(root: DataNode, syntax: 'fluent-bit' | 'fluentd'): readonly DataNode[] {
  if (root.get('kind').text !== 'ConfigMap') return [];
  return root
    .get('data')
    .entries()
    .filter(([, { text }]) => text !== undefined && confSyntax(text) === syntax)
    .map(([, node]) => node);
}

/** Does a format of its own read what this ConfigMap holds? */
export function holdsTelemetry(root: DataNode): boolean {
  return (
    embeddedCollectors(root).length > 0 ||
    embeddedShippers(root, 'fluent-bit').length > 0 ||
    embeddedShippers(root, 'fluentd').length > 0
  );
}

/** Is it the configuration of an OpenTelemetry collector, or a part of one that is merged with others? */
export function isCollectorBody(root: DataNode): boolean {
  if (root.get('service', 'pipelines').isMap) return true;
  const parts = ['receivers', 'exporters', 'processors', 'extensions', 'connectors'];
  const maps = parts.filter((part) => root.get(part).isMap);
  return (
    maps.length > 1 && (maps.includes('receivers') || maps.includes('exporters')) && !root.get('route').exists
  );
}

const ARGO_KINDS: ReadonlySet<string> = new Set([
  'Workflow',
  'CronWorkflow',
  'WorkflowTemplate',
  'ClusterWorkflowTemplate',
  'Sensor',
]);

/** Is it an object of Argo that is a workflow, holds templates of such, or starts one? */
export function isArgoWorkflow(root: DataNode): boolean {
  return (
    ARGO_KINDS.has(root.get('kind').text ?? '') &&
    (root.get('apiVersion').text?.startsWith('argoproj.io/') ?? false)
  );
}

/** Kinds of those who operate Prometheus and VictoriaMetrics in a cluster, and the format that reads them. */
const OPERATED: ReadonlyMap<string, 'prometheus' | 'alertmanager'> = new Map([
  ...[
    ...['PrometheusRule', 'VMRule', 'Rules', 'ClusterRules', 'GlobalRules'],
    ...['ServiceMonitor', 'PodMonitor', 'Probe', 'ScrapeConfig', 'PodMonitoring', 'ClusterPodMonitoring'],
    ...['VMServiceScrape', 'VMPodScrape', 'VMNodeScrape', 'VMProbe', 'VMStaticScrape', 'VMScrapeConfig'],
    ...['Prometheus', 'PrometheusAgent', 'ThanosRuler', 'VMAgent', 'VMSingle', 'VMAlert'],
    ...['AlertingRule', 'RecordingRule'],
  ].map((kind) => [kind, 'prometheus'] as const),
  ['AlertmanagerConfig', 'alertmanager'],
  ['VMAlertmanagerConfig', 'alertmanager'],
]);

const OPERATORS =
  /^(?:monitoring\.coreos\.com|azmonitoring\.coreos\.com|operator\.victoriametrics\.com|loki\.grafana\.com|monitoring\.googleapis\.com)\//;

/** The format that reads an object of an operator of Prometheus; nothing for what is Kubernetes' own to read. */
export function operatorFormat(root: DataNode): 'prometheus' | 'alertmanager' | undefined {
  const [kind = '', version = ''] = ['kind', 'apiVersion'].map((key) => root.get(key).text);
  return OPERATORS.test(version) ? OPERATED.get(kind) : undefined;
}

/** Objects of a cluster that state service level objectives, and files that look like such objects. */
const OBJECTIVES: readonly (readonly [group: RegExp, kinds: ReadonlySet<string>])[] = [
  [/^openslo(?:\.com)?\//, new Set(['SLO', 'SLI', 'AlertPolicy', 'AlertCondition', 'DataSource'])],
  [/^n9\//, new Set(['SLO'])],
  [/^sloth\.slok\.dev\//, new Set(['PrometheusServiceLevel'])],
  [/^pyrra\.dev\//, new Set(['ServiceLevelObjective'])],
];

/** Does an object state service level objectives, or what such are made of? */
export function isObjective(root: DataNode): boolean {
  const [kind = '', version = ''] = ['kind', 'apiVersion'].map((key) => root.get(key).text);
  return OBJECTIVES.some(([group, kinds]) => kinds.has(kind) && group.test(version));
}

const GRAFANA_KINDS: ReadonlySet<string> = new Set([
  'GrafanaAlertRuleGroup',
  'GrafanaContactPoint',
  'GrafanaNotificationPolicy',
  'GrafanaMuteTiming',
  'GrafanaDatasource',
]);

/** Is it an object of Grafana's operator that says itself what Grafana is to do? */
export function isGrafanaObject(root: DataNode): boolean {
  return GRAFANA_KINDS.has(root.get('kind').text ?? '') && isOfOperator(root);
}

function isOfOperator(root: DataNode): boolean {
  return root.get('apiVersion').text?.startsWith('grafana.integreatly.org/') ?? false;
}

/** What a dashboard has, and what a file has that gives something to an installation. */
const DASHBOARD = /"(?:schemaVersion|templating)"\s*:/;
const PROVISIONING = /^apiVersion:\s*1\s*$/m;
const PROVISIONED = /^(?:datasources|providers|groups|contactPoints|policies|muteTimes):/m;

/** Texts that Grafana reads, in ConfigMaps, Secrets, and the operator's objects for dashboards. */
export function grafanaTexts(root: DataNode): readonly DataNode[] {
  const kind = root.get('kind').text;
  if (kind === 'GrafanaDashboard') {
    const json = root.get('spec', 'json');
    return isOfOperator(root) && json.text !== undefined ? [json] : [];
  }
  if (kind !== 'ConfigMap' && kind !== 'Secret') return [];
  return root
    .get(kind === 'Secret' ? 'stringData' : 'data')
    .entries()
    .filter(([key, { text = '' }]) =>
      key.endsWith('.json')
        ? DASHBOARD.test(text) && /"(?:panels|rows|elements)"/.test(text)
        : /\.ya?ml$/.test(key) && PROVISIONING.test(text) && PROVISIONED.test(text),
    )
    .map(([, node]) => node);
}

/** Formats whose files stand as they are in ConfigMaps and Secrets, and what their texts have at the beginning of lines. */
const HELD: Readonly<Record<HeldFormat, readonly RegExp[]>> = {
  promtail: [/^clients:/m, /^scrape_configs:/m],
  prometheus: [/^(?:groups|scrape_configs|rule_files):/m, /^[ -]{0,40}(?:expr|job_name|scrape_interval):/m],
  loki: [/^schema_config:/m, /^(?:common|limits_config|storage_config|ingester):/m],
  vector: [/^sinks:/m, /^ {1,20}type:/m, /^ {1,20}inputs:/m],
};

export type HeldFormat = 'promtail' | 'prometheus' | 'loki' | 'vector';

/** Texts of a format in a ConfigMap, or in a Secret that is not encoded: the first that knows one of them reads the object. */
export function heldTexts(root: DataNode, format: HeldFormat): readonly DataNode[] {
  const held = holdsConfiguration(root);
  return held?.format === format ? held.texts : [];
}

/** What an object holds for one of these formats; nothing where others read it already. */
export function holdsConfiguration(
  root: DataNode,
): { readonly format: HeldFormat; readonly texts: readonly DataNode[] } | undefined {
  const kind = root.get('kind').text;
  if (kind !== 'ConfigMap' && kind !== 'Secret') return undefined;
  const texts = root
    .get(kind === 'Secret' ? 'stringData' : 'data')
    .entries()
    .filter(([key, { text }]) => text?.includes('\n') === true && !key.endsWith('.json'))
    .map(([, node]) => node);
  for (const format of ['promtail', 'prometheus', 'loki', 'vector'] as const) {
    const own = texts.filter(({ text = '' }) => HELD[format].every((sign) => sign.test(text)));
    if (own.length === 0) continue;
    const taken = embeddedConfig(root) ?? (holdsTelemetry(root) || grafanaTexts(root).length > 0);
    return taken === false ? { format, texts: own } : undefined;
  }
  return undefined;
}

/** An object that another format than Kubernetes' reads, as it is written, for policies of one's own. */
export function resourceOf(document: DataDocument, format: string): SubjectOf<'resource'> {
  const root = rootNode(document);
  const [kind, version] = ['kind', 'apiVersion'].map((key) => root.get(key).text ?? '');
  const metadata = root.get('metadata');
  const name = metadata.get('name').text ?? metadata.get('generateName').text ?? 'unnamed';
  return {
    kind: 'resource',
    id: `${document.file.path}:${[kind, metadata.get('namespace').text, name].filter(Boolean).join('/')}`,
    name,
    format,
    location: (metadata.get('name').text === undefined ? root.get('kind') : metadata.get('name')).at,
    facts: { type: `${version}/${kind}`, native: nativeOf(root) },
  };
}

/** An object that holds what a program is told. */
export function holderOf(root: DataNode, part: string | null): HolderFacts {
  const [name, namespace] = ['name', 'namespace'].map((key) => root.get('metadata', key));
  const fact = (node: DataNode | undefined): HolderFacts['name'] =>
    node?.text === undefined ? unknown('the object does not say it', node?.at) : known(node.text, node.at);
  return { kind: root.get('kind').text ?? '', name: fact(name), namespace: fact(namespace), part };
}

/** What a pipeline runs as one pod. */
export interface PodParts {
  readonly name: string;
  readonly namespace: string | undefined;
  /** The lists of its containers. Of what makes up one container, the first that has a key wins. */
  readonly lists: Readonly<Record<'initContainers' | 'containers', readonly (readonly DataNode[])[]>>;
  /** Other keys of the pod's spec. */
  readonly spec: Readonly<Record<string, DataNode>>;
  /** Keys of the spec that whoever runs it gives where it has none of its own, and who that is. */
  readonly given: Readonly<Record<string, string>>;
  /** What stands for the pod as a whole. */
  readonly otherwise: DataNode;
}

/** The pod that a pipeline runs, as the object of Kubernetes that it will be; every place is where the pipeline says it. */
export function podOf({ name, namespace, lists, spec, given, otherwise }: PodParts): DataDocument {
  const parts: AssembledPart[] = [];
  const pod: Record<string, unknown> = Object.fromEntries(
    Object.entries(given).map(([key, by]) => [key, `\${${by}}`]),
  );
  for (const [key, node] of Object.entries(spec)) {
    if (!node.exists) continue;
    pod[key] = node.value;
    parts.push({ at: ['spec', key], is: node.asDocument() });
  }
  for (const [list, containers] of Object.entries(lists)) {
    pod[list] = containers.map((makers, index) => {
      const container: Record<string, unknown> = {};
      const [first] = makers;
      if (first) parts.push({ at: ['spec', list, index], is: first.asDocument() });
      for (const [key, node] of makers.flatMap((maker) => maker.entries())) {
        if (Object.hasOwn(container, key) || key === '__proto__' || !node.exists || node.value === '')
          continue;
        container[key] = node.value;
        parts.push({ at: ['spec', list, index, key], is: node.asDocument() });
      }
      return { name: 'main', ...container };
    });
  }
  const metadata = { name, ...(namespace !== undefined && { namespace }) };
  const value = { apiVersion: 'v1', kind: 'Pod', metadata, spec: pod };
  return assembled(value, parts, otherwise.asDocument());
}
