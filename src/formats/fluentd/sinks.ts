import {
  known,
  unknown,
  type Fact,
  type TelemetryListenerFacts,
  type TelemetrySinkFacts,
} from '../../model/index.ts';
import { isEveryInterface, isNearby, readAddress, sinkFacts } from '../../monitoring/index.ts';
import type { DataNode } from '../data-node.ts';
import type { Element } from './element.ts';

/** Outputs that hand records on inside Fluentd. */
const INSIDE: ReadonlySet<string> = new Set([
  'relabel',
  'rewrite_tag_filter',
  'route',
  'retag',
  'record_modifier',
  'concat',
  'detect_exceptions',
]);

/** Outputs of clouds and vendors, whose own libraries encrypt. */
const ENCRYPTED =
  /^(?:s3|cloudwatch|kinesis|google_cloud|gcs|bigquery|azure|datadog|newrelic|logzio|sumologic|logdna|td)/;

const SWITCHES = [
  'ssl_verify',
  'tls_verify_hostname',
  'verify_ssl',
  'tls_allow_self_signed_cert',
  'tls_insecure_mode',
  'insecure_tls',
  'insecure_ssl',
];

/** The sinks of a match: of a copy those of its stores. */
export function sinksOf(match: Element): readonly TelemetrySinkFacts[] {
  if (match.type === 'copy' || match.type === 'roundrobin' || match.type === 'forest')
    return match.elements('store').map((store) => sinkOf(store));
  return [sinkOf(match)];
}

function sinkOf(element: Element): TelemetrySinkFacts {
  const { type, fact: name } = element;
  if (type === 'stdout') return sinkFacts(name, type, 'console');
  if (type === 'null') return sinkFacts(name, type, 'nothing');
  if (type === 'file' || type === 'exec') return sinkFacts(name, type, 'file');
  if (INSIDE.has(type)) return sinkFacts(name, type, 'pipeline');
  const address = addressOf(element);
  const { text } = address;
  const given =
    text !== undefined && /#\{|\$\{|\{\{/.test(text)
      ? unknown(`${text.slice(0, 80)} is given when Fluentd starts`, address.at)
      : undefined;
  const encrypted = encryptedOf(element, address);
  const [buffer] = element.elements('buffer');
  return sinkFacts(name, type, 'remote', {
    address: given ?? known(text ?? null, address.at),
    nearby: given ?? known(text === undefined ? null : isNearby(readAddress(text)), address.at),
    encrypted,
    verified: verifiedOf(element, encrypted),
    retried: known(true, name.at),
    queued: known(true, name.at),
    persisted: known(
      buffer?.type === 'file' || element.text('buffer_type') === 'file',
      buffer?.node.get('<name>').at ?? name.at,
    ),
  });
}

function addressOf(element: Element): DataNode {
  const [server] = element.elements('server');
  const holder = server ?? element;
  const keys = ['endpoint', 'endpoint_url', 'url', 'hosts', 'host', 'hec_host', 'brokers', 'remote_syslog'];
  const key = keys.find((one) => holder.text(one) !== undefined);
  return holder.get(key ?? 'host');
}

function encryptedOf(element: Element, address: DataNode): Fact<boolean> {
  const { type } = element;
  const { scheme } = readAddress(address.text ?? '');
  const stated = element.get('scheme').exists ? element.get('scheme') : element.get('protocol');
  if (ENCRYPTED.test(type)) return known(true, element.fact.at);
  if (scheme === 'https' || scheme === 'http') return known(scheme === 'https', address.at);
  if (stated.text !== undefined) {
    if (/#\{|\$\{/.test(stated.text))
      return unknown(`${stated.text.slice(0, 80)} is given when Fluentd starts`, stated.at);
    return known(/^(?:https|tls|ssl)$/i.test(stated.text), stated.at);
  }
  if (type === 'forward' || type === 'secure_forward') {
    const transport = element.get('transport');
    return known(transport.text === 'tls' || type === 'secure_forward', transport.at);
  }
  if (type === 'splunk_hec') return known(true, element.fact.at);
  if (type.startsWith('kafka'))
    return known(
      ['ssl_ca_cert', 'ssl_ca_certs_from_system'].some((key) => element.get(key).exists),
      element.fact.at,
    );
  if (['elasticsearch', 'opensearch', 'elasticsearch_dynamic'].includes(type))
    return known(false, element.fact.at);
  return unknown(`it is not known how the output ${type} sends`, element.fact.at);
}

function verifiedOf(element: Element, encrypted: Fact<boolean>): Fact<boolean | null> {
  if (encrypted.value === false) return known(null, encrypted.at);
  const off = SWITCHES.find((key) => (key.includes('verify') ? element.isOff(key) : element.isOn(key)));
  if (off !== undefined) return known(false, element.get(off).at);
  return encrypted.value === true ? known(true, encrypted.at) : encrypted;
}

/** Sources that others send to, or that tell how Fluentd is. */
const SOURCES: Readonly<Record<string, TelemetryListenerFacts['purpose']>> = {
  forward: 'intake',
  http: 'intake',
  tcp: 'intake',
  udp: 'intake',
  syslog: 'intake',
  gelf: 'intake',
  prometheus: 'metrics',
  monitor_agent: 'metrics',
  debug_agent: 'diagnostics',
};

/** Where others reach a source; undefined for one that fetches by itself. */
export function listenerOf(source: Element): TelemetryListenerFacts | undefined {
  const purpose = Object.hasOwn(SOURCES, source.type) ? SOURCES[source.type] : undefined;
  if (purpose === undefined) return undefined;
  const bind = source.get('bind');
  const { text } = bind;
  const given =
    text !== undefined && /#\{|\$\{/.test(text)
      ? unknown(`${text.slice(0, 80)} is given when Fluentd starts`, bind.at)
      : undefined;
  const at = bind.exists ? bind.at : source.fact.at;
  const [transport] = source.elements('transport');
  const [security] = source.elements('security');
  const [certificates] = [transport].filter((one) => one?.isOn('client_cert_auth'));
  return {
    name: known(`source ${source.label}`, source.node.get('<name>').at),
    purpose,
    address: given ?? known(text ?? null, at),
    everyInterface:
      given ?? known(source.type !== 'debug_agent' && (text === undefined || isEveryInterface(text)), at),
    encrypted: known(transport?.argument === 'tls', transport?.fact.at ?? at),
    authenticated: known(security !== undefined || certificates !== undefined, security?.fact.at ?? at),
    everyOrigin: known(
      source.text('cors_allow_origins')?.includes('"*"') === true,
      source.get('cors_allow_origins').at,
    ),
  };
}
