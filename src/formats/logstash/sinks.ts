import {
  known,
  unknown,
  type Fact,
  type TelemetryListenerFacts,
  type TelemetrySinkFacts,
} from '../../model/index.ts';
import { isEveryInterface, isNearby, readAddress, sinkFacts } from '../../monitoring/index.ts';
import type { DataNode } from '../data-node.ts';

/** Outputs of clouds and vendors, whose own libraries encrypt. */
const ENCRYPTED = /^(?:s3|sqs|sns|cloudwatch|kinesis|google_|azure|datadog|microsoft-)/;
/** How one says that a plugin speaks TLS, in its versions. */
const TLS = ['ssl_enabled', 'ssl', 'use_tls', 'ssl_enable'];

/** Facts of an output. */
export function sinkOf(plugin: DataNode): TelemetrySinkFacts {
  const named = plugin.get('<name>');
  const type = named.text ?? '';
  const name = known(type, named.at);
  if (type === 'stdout') return sinkFacts(name, type, 'console');
  if (type === 'null' || type === 'sink') return sinkFacts(name, type, 'nothing');
  if (type === 'file' || type === 'csv' || type === 'exec') return sinkFacts(name, type, 'file');
  if (type === 'pipeline') return sinkFacts(name, type, 'pipeline');
  const address = addressOf(plugin);
  const { text } = address;
  if (text?.includes('${') === true) {
    const open = unknown(`${text.slice(0, 80)} is given when Logstash starts`, address.at);
    return sinkFacts(name, type, 'remote', { address: open, nearby: open, encrypted: open });
  }
  return sinkFacts(name, type, 'remote', {
    address: known(text ?? null, address.at),
    nearby: known(text === undefined ? null : isNearby(readAddress(text)), address.at),
    encrypted: encryptedOf(plugin, type, address),
    verified: verifiedOf(plugin, named.at),
  });
}

function addressOf(plugin: DataNode): DataNode {
  const nodes = ['hosts', 'url', 'bootstrap_servers', 'host', 'uri'].map((key) => plugin.get(key));
  const found = nodes.find(({ exists }) => exists) ?? plugin.get('hosts');
  return found.isList ? (found.items()[0] ?? found) : found;
}

function encryptedOf(plugin: DataNode, type: string, { text = '', at }: DataNode): Fact<boolean> {
  if (ENCRYPTED.test(type)) return known(true, plugin.get('<name>').at);
  const { scheme } = readAddress(text);
  if (scheme === 'https') return known(true, at);
  const stated = TLS.map((key) => plugin.get(key)).find(({ exists }) => exists);
  if (stated) return known(stated.value === true || stated.text === 'true', stated.at);
  const protocol = plugin.get('security_protocol');
  if (protocol.text !== undefined) return known(/SSL/i.test(protocol.text), protocol.at);
  return known(plugin.get('cloud_id').exists, at);
}

function verifiedOf(plugin: DataNode, at: DataNode['at']): Fact<boolean | null> {
  const mode = plugin.get('ssl_verification_mode');
  if (mode.text !== undefined) return known(mode.text !== 'none', mode.at);
  const old = plugin.get('ssl_certificate_verification');
  return old.exists ? known(old.value !== false, old.at) : known(null, at);
}

/** Inputs that wait for others to send. */
const WAITING: Readonly<Record<string, string>> = {
  beats: '5044',
  elastic_agent: '5044',
  http: '8080',
  tcp: '',
  udp: '',
  syslog: '514',
  gelf: '12201',
  lumberjack: '',
};

/** Where others reach an input. They listen on every interface unless they are told otherwise. */
export function listenersOf(plugin: DataNode): readonly TelemetryListenerFacts[] {
  const named = plugin.get('<name>');
  const type = named.text ?? '';
  const port = WAITING[type];
  if (port === undefined || plugin.get('mode').text === 'client') return [];
  const host = plugin.get('host');
  const at = host.exists ? host.at : named.at;
  const tls = TLS.map((key) => plugin.get(key)).find(({ exists }) => exists);
  const asks = ['ssl_client_authentication', 'ssl_verify_mode', 'user']
    .map((key) => plugin.get(key))
    .find(({ exists, text }) => exists && text !== 'none');
  const address = `${host.text ?? '0.0.0.0'}:${plugin.get('port').written ?? port}`;
  return [
    {
      name: known(`input ${type}`, named.at),
      purpose: 'intake',
      address: known(address, at),
      everyInterface: known(isEveryInterface(address), at),
      encrypted: known(tls?.value === true || tls?.text === 'true', (tls ?? named).at),
      authenticated: known(asks !== undefined, (asks ?? named).at),
      everyOrigin: known(false, named.at),
    },
  ];
}
