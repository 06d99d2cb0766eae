import {
  known,
  unknown,
  type Fact,
  type TelemetryListenerFacts,
  type TelemetrySinkFacts,
} from '../../model/index.ts';
import { isEveryInterface, isNearby, readAddress, sinkFacts } from '../../monitoring/index.ts';
import type { DataNode } from '../data-node.ts';
import type { Component } from './components.ts';

/** Sinks of clouds and vendors, whose own libraries encrypt. */
const ENCRYPTED =
  /^(?:aws_|gcp_|azure_|datadog_|new_relic|honeycomb|axiom|appsignal|sematext_|mezmo|papertrail|keep)/;

/** Sources that others send to. */
const LISTENING: ReadonlySet<string> = new Set(
  (
    'http http_server socket syslog fluent logstash splunk_hec opentelemetry vector datadog_agent statsd heroku_logs ' +
    'prometheus_remote_write prometheus_pushgateway aws_kinesis_firehose websocket_server'
  ).split(' '),
);

export function sinkOf({ id, type, node }: Component): TelemetrySinkFacts {
  const name = known(id, node.keyAt);
  if (type === 'console') return sinkFacts(name, type, 'console');
  if (type === 'blackhole') return sinkFacts(name, type, 'nothing');
  if (type === 'file') return sinkFacts(name, type, 'file');
  if (type === 'prometheus_exporter') return sinkFacts(name, type, 'remote');
  const address = addressOf(node);
  const { text } = address;
  const given = text === undefined ? undefined : filledIn(text, address);
  const encrypted = encryptedOf(type, node, address);
  const retries = node.get('request', 'retry_attempts');
  const buffer = node.get('buffer', 'type');
  return sinkFacts(name, type, 'remote', {
    address: given ?? known(text ?? null, address.at),
    nearby: given ?? known(text === undefined ? null : isNearby(readAddress(text)), address.at),
    encrypted,
    verified: verifiedOf(node, encrypted),
    retried: known(retries.value !== 0, retries.at),
    queued: known(true, name.at),
    persisted: known(buffer.text === 'disk', buffer.exists ? buffer.at : node.keyAt),
  });
}

function addressOf(node: DataNode): DataNode {
  const keys = ['endpoint', 'uri', 'address', 'bootstrap_servers', 'url', 'default_api_host'];
  const key = keys.find((one) => node.get(one).text !== undefined);
  return key === undefined ? (node.get('endpoints').items()[0] ?? node.get('endpoint')) : node.get(key);
}

function encryptedOf(type: string, node: DataNode, address: DataNode): Fact<boolean | null> {
  const { text = '' } = address;
  const { scheme = '' } = readAddress(text);
  if (scheme === 'unix' || node.get('mode').text?.startsWith('unix') === true) return known(null, address.at);
  if (/^(?:https|tls|wss|amqps|rediss)$/.test(scheme)) return known(true, address.at);
  if (/^(?:http|ws|amqp|redis|nats)$/.test(scheme)) return known(false, address.at);
  const enabled = node.get('tls', 'enabled');
  if (typeof enabled.value === 'boolean') return known(enabled.value, enabled.at);
  if (ENCRYPTED.test(type)) return known(true, node.keyAt);
  if (['kafka', 'socket', 'vector', 'papertrail'].includes(type)) return known(false, node.keyAt);
  return filledIn(text, address) ?? unknown(`it is not known how the sink ${node.label} sends`, node.keyAt);
}

function verifiedOf(node: DataNode, encrypted: Fact<boolean | null>): Fact<boolean | null> {
  const keys = ['verify_certificate', 'verify_hostname'];
  const off = keys.map((key) => node.get('tls', key)).find(({ value }) => value === false);
  if (off) return known(false, off.at);
  return encrypted.value === true
    ? known(true, encrypted.at)
    : encrypted.value === false
      ? known(null, encrypted.at)
      : encrypted;
}

/** Where others reach a source; undefined for one that fetches by itself. */
export function listenerOf({ id, type, node }: Component): TelemetryListenerFacts | undefined {
  if (!LISTENING.has(type) || node.get('mode').text?.startsWith('unix') === true) return undefined;
  const address =
    [node.get('address'), node.get('grpc', 'address')].find(({ exists }) => exists) ?? node.get('address');
  const { text } = address;
  const given = text === undefined ? undefined : filledIn(text, address);
  const tls = node.get('tls', 'enabled');
  const asks = ['auth', 'valid_tokens', 'token'].map((key) => node.get(key)).find(({ exists }) => exists);
  const certificate = node.get('tls', 'verify_certificate');
  return {
    name: known(`source ${id}`, node.keyAt),
    purpose: 'intake',
    address: given ?? known(text ?? null, address.at),
    everyInterface: given ?? known(text !== undefined && isEveryInterface(text), address.at),
    encrypted: known(tls.value === true, tls.at),
    authenticated: known(asks !== undefined || certificate.value === true, (asks ?? certificate).at),
    everyOrigin: known(false, address.at),
  };
}

function filledIn(text: string, node: DataNode): Fact<never> | undefined {
  if (!/\$\{|\$[a-z_]/i.test(readAddress(text).host)) return undefined;
  return unknown(`${text} is given when Vector starts`, node.at);
}
