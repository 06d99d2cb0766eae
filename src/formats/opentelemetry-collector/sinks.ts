import { known, unknown, valueOf, type Fact, type TelemetrySinkFacts } from '../../model/index.ts';
import { isNearby, readAddress, sinkFacts } from '../../monitoring/index.ts';
import type { Location } from '../../source/index.ts';
import type { DataNode } from '../data-node.ts';
import { filledIn, isFilledIn, plainType, switchOf, type Component } from './component.ts';

/** Exporters that show what arrives and keep nothing of it. */
const CONSOLE: ReadonlySet<string> = new Set(['debug', 'logging']);

/** Exporters that wait to be asked, or that hand to an extension, which has the settings. */
const ASKED: ReadonlySet<string> = new Set(['prometheus', 'jaegerstorageexporter']);

/** Exporters over gRPC, and those of clouds and vendors: encrypted unless they are told otherwise. */
const ENCRYPTED: ReadonlySet<string> = new Set(
  (
    'otlp otlpgrpc opencensus loadbalancing googlecloud googlemanagedprometheus googlecloudpubsub awsxray awsemf awss3 ' +
    'awscloudwatchlogs awskinesis azuremonitor azureblob azuredataexplorer datadog coralogix logzio sapm signalfx ' +
    'honeycombmarker mezmo sumologic alibabacloudlogservice tencentcloudlogservice bmchelix dynatrace'
  ).split(' '),
);

/** Keys that an exporter has its address in. */
const ADDRESSES = ['endpoint', 'traces_endpoint', 'metrics_endpoint', 'logs_endpoint', 'url', 'dsn'];

/** An exporter, as the sink of a pipeline that uses it. */
export function exporterSink(
  { id, type, node }: Component,
  used: Location,
  storages: ReadonlySet<string>,
): TelemetrySinkFacts {
  const plain = plainType(type);
  const name = known(id, used);
  if (CONSOLE.has(plain)) return sinkFacts(name, type, 'console');
  if (plain === 'nop') return sinkFacts(name, type, 'nothing');
  if (plain === 'file') return sinkFacts(name, type, 'file');
  const address = addressOf(node);
  if (ASKED.has(plain)) return sinkFacts(name, type, 'remote');
  const encrypted = encryptedOf(plain, node, address);
  return {
    name,
    type,
    target: known('remote', node.keyAt),
    address: address.exists ? written(address) : known(null, node.keyAt),
    nearby: address.exists ? nearbyOf(address) : known(null, node.keyAt),
    encrypted,
    verified: verifiedOf(node, encrypted),
    retried: switchOf(node.get('retry_on_failure', 'enabled'), true),
    queued: switchOf(queueOf(node).get('enabled'), true),
    persisted: persistedOf(node, storages),
  };
}

/** An exporter that no file defines, or that other files may define. */
export function unknownSink(name: Fact<string>, type: string, reason: string): TelemetrySinkFacts {
  const lacking = unknown(reason, name.at);
  return {
    name,
    type,
    target: lacking,
    address: lacking,
    nearby: lacking,
    encrypted: lacking,
    verified: lacking,
    retried: lacking,
    queued: lacking,
    persisted: lacking,
  };
}

function addressOf(node: DataNode): DataNode {
  for (const part of [node, node.get('http'), node.get('otlp')])
    for (const key of ADDRESSES) if (part.get(key).text !== undefined) return part.get(key);
  const lists = ['brokers', 'endpoints', 'urls'].flatMap((key) => node.get(key).items());
  return lists[0] ?? node.get('endpoint');
}

function written(node: DataNode): Fact<string> {
  const { text = '' } = node;
  return isFilledIn(text) ? filledIn(text, node) : known(text, node.at);
}

function nearbyOf(node: DataNode): Fact<boolean> {
  const { text = '' } = node;
  const address = readAddress(text);
  return isFilledIn(address.host) ? filledIn(text, node) : known(isNearby(address), node.at);
}

function encryptedOf(type: string, node: DataNode, address: DataNode): Fact<boolean | null> {
  const { text = '' } = address;
  const byScheme = encryptedByScheme(text);
  if (byScheme !== undefined) return known(byScheme, address.at);
  if (isFilledIn(text.slice(0, 8)) && type.includes('http')) return filledIn(text, address);
  for (const tls of tlsOf(node)) {
    const insecure = switchOf(tls.get('insecure'), false);
    if (insecure.value === true) return known(false, tls.get('insecure').at);
    if (insecure.value !== false) return insecure;
    if (tls.exists) return known(true, tls.header);
  }
  if (type === 'kafka') return known(node.get('auth', 'tls').exists, node.keyAt);
  if (ENCRYPTED.has(type)) return known(true, node.keyAt);
  return unknown(`it is not known how the exporter ${node.label} sends`, node.keyAt);
}

/** Undefined where the scheme does not say; `null` where nothing goes over a network. */
function encryptedByScheme(text: string): boolean | null | undefined {
  const { scheme = '', host } = readAddress(text);
  if (scheme === 'unix' || host.startsWith('unix:')) return null;
  if (scheme === 'http' || scheme === 'ws') return false;
  return scheme === 'https' || scheme === 'wss' ? true : undefined;
}

function tlsOf(node: DataNode): readonly DataNode[] {
  return [node.get('tls'), node.get('http', 'tls'), node.get('protocol', 'otlp', 'tls')];
}

function verifiedOf(node: DataNode, encrypted: Fact<boolean | null>): Fact<boolean | null> {
  for (const tls of tlsOf(node)) {
    const skipped = switchOf(tls.get('insecure_skip_verify'), false);
    if (skipped.value === true) return known(false, tls.get('insecure_skip_verify').at);
    if (skipped.value !== false) return skipped;
  }
  if (valueOf(encrypted) === true) return known(true, encrypted.at);
  return valueOf(encrypted) === undefined ? encrypted : known(null, encrypted.at);
}

/** Prometheus' remote write has a queue of its own. */
function queueOf(node: DataNode): DataNode {
  const queue = node.get('remote_write_queue');
  return queue.exists ? queue : node.get('sending_queue');
}

function persistedOf(node: DataNode, storages: ReadonlySet<string>): Fact<boolean> {
  const wal = node.get('wal');
  if (wal.exists) return known(true, wal.header);
  const storage = node.get('sending_queue', 'storage');
  if (storage.text === undefined) return known(false, node.keyAt);
  return isFilledIn(storage.text)
    ? filledIn(storage.text, storage)
    : known(storages.has(storage.text), storage.at);
}
