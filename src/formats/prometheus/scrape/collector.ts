import {
  known,
  unknown,
  type Fact,
  type MetricsCollectorFacts,
  type RemoteWriteFacts,
} from '../../../model/index.ts';
import { durationSeconds } from '../../../syntax/promql/index.ts';
import type { DataNode } from '../../data-node.ts';
import type { FormatContext } from '../../format.ts';
import { secondsFact, setting, textFact } from './settings.ts';

/** Prometheus asks and evaluates each minute if nothing says otherwise. */
const DEFAULT_SECONDS = 60;

/** Facts of a configuration file. */
export function configFacts(root: DataNode, context: FormatContext): MetricsCollectorFacts {
  const global = root.get('global');
  const writes = root.get('remote_write').items();
  const judges = root.get('rule_files').exists || root.get('alerting').exists;
  return {
    system: 'prometheus',
    role: 'server',
    intervalSeconds: intervalOf(global, 'scrape_interval'),
    evaluationSeconds: intervalOf(global, 'evaluation_interval'),
    notifies: notifiesOf(root, judges || writes.length === 0),
    ruleFiles: root
      .get('rule_files')
      .items()
      .filter(({ text }) => text !== undefined)
      .map((pattern) => ({ pattern: textFact(pattern, ''), found: foundFact(pattern, context) })),
    selectsRules: false,
    remoteWrites: writes.map(remoteWrite),
    retentionDays: retentionOf(root.get('storage', 'tsdb', 'retention', 'time'), root.header),
  };
}

/** How often the jobs of a configuration are asked that do not say so. */
export function intervalOf(global: DataNode, name: 'scrape_interval' | 'evaluation_interval'): Fact<number> {
  const node = setting(global, name);
  return secondsFact(node) ?? known(DEFAULT_SECONDS, node.at);
}

/** An agent that passes on what it collects cannot be told by its file from a server that has no rules. */
function notifiesOf(root: DataNode, isServer: boolean): Fact<boolean> {
  const list = root.get('alerting', 'alertmanagers');
  const told = list.items().some((manager) => manager.entries().some(([key, value]) => finds(key, value)));
  if (told) return known(true, list.header);
  if (!isServer) return unknown('an agent that only sends on has no rules', root.header);
  return known(false, list.exists ? list.header : root.get('alerting').header);
}

/** Does this setting of `alertmanagers` name one, or ask for some? */
function finds(key: string, value: DataNode): boolean {
  if (key === 'static_configs') return value.items().some((group) => group.get('targets').items().length > 0);
  return key.endsWith('_sd_configs') && value.items().length > 0;
}

function foundFact(pattern: DataNode, context: FormatContext): Fact<boolean> {
  const text = pattern.text ?? '';
  if (text.startsWith('/')) return unknown('the path is one of another machine', pattern.at);
  const folder = pattern.at.file.path.split('/').slice(0, -1).join('/');
  const path = [folder, text.replace(/^\.\//, '')].filter(Boolean).join('/');
  if (/[*?[\]{]/.test(text) || text.includes('..'))
    return unknown('patterns of files are not followed', pattern.at);
  return known(context.exists(path), pattern.at);
}

/** One entry of `remote_write`, of files and objects alike. */
function remoteWrite(write: DataNode): RemoteWriteFacts {
  const url = write.get('url');
  const unchecked = setting(setting(write, 'tls_config'), 'insecure_skip_verify');
  const address = textFact(url, '');
  if (unchecked.value === true) return { url: address, safe: known(false, unchecked.at) };
  if (url.text === undefined) return { url: address, safe: unknown('it has no address', write.header) };
  if (typeof address.value !== 'string') return { url: address, safe: address as Fact<never> };
  return { url: address, safe: known(!/^http:\/\//i.test(url.text) || isNear(url.text), url.at) };
}

/** An address of this machine or cluster, or without a domain: what is sent there stays in one network. */
function isNear(url: string): boolean {
  const host = /^http:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]*)/i.exec(url)?.[1] ?? '';
  return !host.includes('.') || /^127\.|^\[|\.svc(?:\.|$)|\.(?:local|internal)$/.test(host);
}

const DAY = 86_400;

/** Days that samples are kept; Prometheus keeps them for 15 days if nothing says otherwise, which arguments may. */
function retentionOf(node: DataNode, at: MetricsAt): Fact<number | null> {
  const seconds = durationSeconds(node.written ?? '');
  return seconds === undefined
    ? unknown('arguments of the program say how long it keeps samples', at)
    : known(seconds / DAY, node.at);
}

type MetricsAt = DataNode['header'];

/** Facts of an object of an operator that runs such a program; nothing for other kinds. */
export function operatedFacts(root: DataNode): MetricsCollectorFacts | undefined {
  const kind = root.get('kind').text ?? '';
  const found = Object.hasOwn(OPERATED, kind) ? OPERATED[kind] : undefined;
  if (!found) return undefined;
  const [system, role] = found;
  const spec = root.get('spec');
  const name = root.get('metadata', 'name');
  const interval = secondsFact(spec.get('scrapeInterval'));
  const evaluation = secondsFact(spec.get('evaluationInterval'));
  const own = kind === 'Prometheus' || kind === 'PrometheusAgent';
  const managers = spec.get('alerting', 'alertmanagers');
  const notifier = [
    spec.get('alertmanagersUrl'),
    spec.get('alertmanagersConfig'),
    spec.get('notifier'),
    spec.get('notifiers'),
  ];
  const retention = spec.get('retention');
  const tells = managers.items().length > 0 || notifier.some(({ exists }) => exists);
  const secret = spec.get('additionalAlertManagerConfigs');
  return {
    system,
    role,
    intervalSeconds:
      interval ?? (own ? known(30, name.at) : unknown('the program’s own default counts', name.at)),
    evaluationSeconds:
      evaluation ?? (own ? known(30, name.at) : unknown('the program’s own default counts', name.at)),
    notifies:
      role === 'agent' || kind === 'VMSingle' || kind === 'VMCluster'
        ? unknown('something else evaluates rules', name.at)
        : secret.exists
          ? known(true, secret.header)
          : known(tells, managers.exists ? managers.header : spec.header),
    ruleFiles: [],
    selectsRules: ['ruleSelector', 'selectAllByDefault'].some((key) => spec.has(key)),
    remoteWrites: spec.get('remoteWrite').items().map(remoteWrite),
    retentionDays: retention.exists ? daysOf(retention) : unknown('the operator’s default counts', name.at),
  };
}

const OPERATED: Readonly<
  Record<string, readonly [MetricsCollectorFacts['system'], MetricsCollectorFacts['role']]>
> = {
  Prometheus: ['prometheus', 'server'],
  PrometheusAgent: ['prometheus', 'agent'],
  ThanosRuler: ['thanos', 'ruler'],
  VMAgent: ['victoria-metrics', 'agent'],
  VMSingle: ['victoria-metrics', 'server'],
  VMAlert: ['victoria-metrics', 'ruler'],
};

/** VictoriaMetrics takes a bare number for months. */
function daysOf(node: DataNode): Fact<number> {
  const text = node.written ?? '';
  const seconds = durationSeconds(text);
  if (seconds !== undefined) return known(seconds / DAY, node.at);
  return /^\d+$/.test(text)
    ? known(Number(text) * 31, node.at)
    : unknown(`${JSON.stringify(text.slice(0, 40))} is no duration`, node.at);
}
