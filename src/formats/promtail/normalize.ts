import {
  known,
  unknown,
  type Fact,
  type HolderFacts,
  type Subject,
  type TelemetryListenerFacts,
  type TelemetrySinkFacts,
} from '../../model/index.ts';
import {
  credentialsBelow,
  isEveryInterface,
  isNearby,
  readAddress,
  shipperSubjects,
  sinkFacts,
} from '../../monitoring/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../data-node.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { baseName } from '../paths.ts';
import { openedDocuments } from '../scalar-places.ts';
import { uniqueIds } from '../unique-ids.ts';
import { filesOf } from './files.ts';
import { agentConfigs, detect, isPromtail } from './detect.ts';

const FORMAT = 'promtail';

/** Each file of Promtail, and each part of an agent's that ships logs, is a collector with one pipeline. */
export function normalize(objects: readonly DataDocument[], context: FormatContext): Normalized {
  const { documents, diagnostics, holders } = openedDocuments(objects, 'promtail', detect);
  const uniqueId = uniqueIds();
  const subjects: Subject[] = [];
  for (const document of documents) {
    const { path } = document.file;
    const root = rootNode(document);
    const file = baseName(path).replace(/\.[^.]*$/, '');
    const parts = isPromtail(root) ? [root] : agentConfigs(root);
    for (const body of parts) {
      const name = body === root ? file : (body.get('name').text ?? file);
      const id = uniqueId(`${path}:${name}`);
      subjects.push(
        ...subjectsOf(body, {
          id,
          name,
          promtail: body === root,
          environment: context.environmentOf(path),
          heldBy: holders.get(document),
        }),
      );
      for (const one of credentialsOf(body, id))
        subjects.push({ ...one, id: uniqueId(one.id), format: FORMAT });
    }
  }
  return { subjects, diagnostics };
}

interface Naming {
  readonly id: string;
  readonly name: string;
  readonly promtail: boolean;
  readonly environment: string | undefined;
  readonly heldBy: HolderFacts | undefined;
}

function subjectsOf(body: DataNode, { promtail, ...naming }: Naming): readonly Subject[] {
  const jobs = body.get('scrape_configs').items();
  const location = body.get('scrape_configs').header;
  const off = body.get('server', 'disable');
  const level = body.get('server', 'log_level');
  const none = known(null, location);
  return shipperSubjects({
    system: promtail ? 'promtail' : 'grafana-agent',
    format: FORMAT,
    ...naming,
    location,
    signals: ['logs'],
    sources: jobs.map((job) => ({
      name: known(job.get('job_name').text ?? 'unnamed', job.header),
      type: KINDS.find((kind) => job.get(kind).exists) ?? 'static_configs',
    })),
    steps: jobs.flatMap((job) =>
      job
        .get('pipeline_stages')
        .items()
        .flatMap((stage) => {
          const [first] = stage.entries();
          return first ? [{ name: known(first[0], stage.header), type: first[0] }] : [];
        }),
    ),
    sinks: clientsOf(body).map(sinkOf),
    files: filesOf(jobs),
    listeners: jobs.flatMap(listenersOf),
    healthChecked: promtail ? known(off.value !== true, off.at) : none,
    tellsMetrics: promtail ? known(off.value !== true, off.at) : none,
    logLevel: known(level.text?.toLowerCase() ?? null, level.at),
  });
}

/** Kinds of sources, by the key that they have. */
const KINDS = [
  'journal',
  'syslog',
  'loki_push_api',
  'kafka',
  'gelf',
  'cloudflare',
  'docker_sd_configs',
  'kubernetes_sd_configs',
];

function clientsOf(body: DataNode): readonly DataNode[] {
  const old = body.get('client');
  return [...body.get('clients').items(), ...(old.isMap ? [old] : [])];
}

function sinkOf(client: DataNode): TelemetrySinkFacts {
  const url = client.get('url');
  const { text = '' } = url;
  const name = known(client.get('name').text ?? hostOf(text), url.at);
  const given = /\$\{|\$[a-z_]|\{\{/i.test(text)
    ? unknown(`${text} is given when it starts`, url.at)
    : undefined;
  const { scheme } = readAddress(text);
  const encrypted: Fact<boolean> =
    scheme === 'https'
      ? known(true, url.at)
      : scheme === 'http'
        ? known(false, url.at)
        : (given ?? known(false, url.at));
  const skip = client.get('tls_config', 'insecure_skip_verify');
  return sinkFacts(name, 'loki', 'remote', {
    address: given ?? known(text, url.at),
    nearby: given ?? known(isNearby(readAddress(text)), url.at),
    encrypted,
    verified:
      skip.value === true
        ? known(false, skip.at)
        : scheme === 'https'
          ? known(true, url.at)
          : known(null, url.at),
    retried: known(
      client.get('backoff_config', 'max_retries').value !== 0,
      client.get('backoff_config', 'max_retries').at,
    ),
    queued: known(true, url.at),
  });
}

function hostOf(url: string): string {
  return readAddress(url).host || 'client';
}

/** Only what others send to: the push API and syslog. */
function listenersOf(job: DataNode): readonly TelemetryListenerFacts[] {
  const push = job.get('loki_push_api', 'server');
  const syslog = job.get('syslog');
  const found: TelemetryListenerFacts[] = [];
  for (const [node, key, tls] of [
    [push, 'http_listen_address', push.get('http_tls_config')],
    [syslog, 'listen_address', syslog.get('tls_config')],
  ] as const) {
    if (!node.exists) continue;
    const address = node.get(key);
    const asks = ['ca_file', 'client_ca_file', 'client_auth_type']
      .map((one) => tls.get(one))
      .find(({ exists }) => exists);
    found.push({
      name: known(`job ${job.get('job_name').text ?? ''}`, job.header),
      purpose: 'intake',
      address: known(address.text ?? null, address.at),
      everyInterface: known(isEveryInterface(address.text ?? ''), address.at),
      encrypted: known(tls.exists, tls.header),
      authenticated: known(asks !== undefined, (asks ?? tls).header),
      everyOrigin: known(false, address.at),
    });
  }
  return found;
}

function credentialsOf(body: DataNode, id: string): ReturnType<typeof credentialsBelow> {
  const places = clientsOf(body);
  return places.flatMap((client) =>
    credentialsBelow({
      value: client.value,
      locate: (path) => {
        let node = client;
        for (const step of path)
          node = typeof step === 'number' ? (node.items()[step] ?? node) : node.get(step);
        return node.at;
      },
      owner: `client ${hostOf(client.get('url').text ?? '')}`,
      id: `${id}/client`,
    }),
  );
}
