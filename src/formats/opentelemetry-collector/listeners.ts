import { known, type Fact, type TelemetryListenerFacts } from '../../model/index.ts';
import { isEveryInterface, readAddress } from '../../monitoring/index.ts';
import type { DataNode } from '../data-node.ts';
import { filledIn, isFilledIn, plainType, type Component, type Components } from './component.ts';

/** Receivers that wait for others to send, at the address in `endpoint`, `listen_address` or the like. */
const TAKING: ReadonlySet<string> = new Set(
  (
    'zipkin opencensus fluentforward statsd influxdb splunkhec splunkhecraw signalfx collectd carbon loki webhookevent ' +
    'datadog skywalking wavefront awsfirehose awsxray prometheusremotewrite faro tcplog udplog syslog sapm ' +
    'pushgateway otelarrow stef netflow snmptrap lumberjack'
  ).split(' '),
);

/** Extensions that listen, and what for. */
const EXTENSIONS: Readonly<Record<string, TelemetryListenerFacts['purpose']>> = {
  healthcheck: 'health',
  healthcheckv2: 'health',
  pprof: 'diagnostics',
  zpages: 'diagnostics',
  remotetap: 'diagnostics',
  expvar: 'diagnostics',
};

/** Where a collector listens, as far as it uses what listens. */
export function listenersOf(
  components: Components,
  used: (one: Component) => boolean,
  telemetry: DataNode,
): readonly TelemetryListenerFacts[] {
  const receivers = [...components.receiver.values()].filter(used).flatMap(receiverListeners);
  const extensions = [...components.extension.values()].filter(used).flatMap(extensionListeners);
  const exporters = [...components.exporter.values()]
    .filter((one) => used(one) && plainType(one.type) === 'prometheus')
    .map(({ id, node }) => listener(`exporter ${id}`, 'metrics', node, node.get('endpoint')));
  return [...receivers, ...extensions, ...exporters, ...ownMetrics(telemetry)];
}

function receiverListeners({ id, type, node }: Component): readonly TelemetryListenerFacts[] {
  const protocols = node.get('protocols');
  if (protocols.isMap)
    return protocols
      .entries()
      .map(([key, protocol]) =>
        listener(`receiver ${id} (${key})`, 'intake', protocol, protocol.get('endpoint')),
      );
  if (!TAKING.has(plainType(type))) return [];
  const inner = ['tcp', 'udp'].map((key) => node.get(key)).find((one) => one.exists) ?? node;
  return [listener(`receiver ${id}`, 'intake', inner, addressIn(inner))];
}

function addressIn(node: DataNode): DataNode {
  const listens = node.get('listen_address');
  return listens.exists ? listens : node.get('endpoint');
}

function extensionListeners({ id, type, node }: Component): readonly TelemetryListenerFacts[] {
  const purpose = EXTENSIONS[plainType(type)];
  if (!purpose) return [];
  const parts = [node, node.get('http'), node.get('grpc')].filter((part) => part.get('endpoint').exists);
  return (parts.length > 0 ? parts : [node]).map((part) =>
    listener(`extension ${id}`, purpose, part, part.get('endpoint')),
  );
}

/** What Prometheus reads of the collector itself. */
function ownMetrics(telemetry: DataNode): readonly TelemetryListenerFacts[] {
  const address = telemetry.get('metrics', 'address');
  const old = address.exists
    ? [listener('its own metrics', 'metrics', telemetry.get('metrics'), address)]
    : [];
  const readers = telemetry
    .get('metrics', 'readers')
    .items()
    .map((reader) => reader.get('pull', 'exporter', 'prometheus'))
    .filter((one) => one.get('host').exists)
    .map((one) => listener('its own metrics', 'metrics', one, one.get('host')));
  return [...old, ...readers];
}

function listener(
  name: string,
  purpose: TelemetryListenerFacts['purpose'],
  node: DataNode,
  address: DataNode,
): TelemetryListenerFacts {
  const tls = node.get('tls');
  const auth = node.get('auth');
  const clients = ['client_ca_file', 'client_ca_pem'].map((key) => tls.get(key)).find((one) => one.exists);
  const origins = [node.get('cors', 'allowed_origins'), node.get('cors_allowed_origins')].find(
    (one) => one.isList,
  );
  const open = origins?.items().find(({ text }) => text !== undefined && /^(?:https?:\/\/)?\*$/.test(text));
  return {
    name: known(name, node.keyAt),
    purpose,
    address: addressFact(address),
    everyInterface: everyInterface(address),
    encrypted: known(tls.exists, tls.header),
    authenticated: known(
      auth.exists || clients !== undefined,
      (auth.exists ? auth : (clients ?? auth)).header,
    ),
    everyOrigin: known(open !== undefined, (open ?? origins ?? node).at),
  };
}

function addressFact(node: DataNode): Fact<string | null> {
  const { text } = node;
  if (text === undefined) return known(null, node.at);
  return isFilledIn(text) ? filledIn(text, node) : known(text, node.at);
}

/** Addresses that Kubernetes fills in are of the pod or its node, and name one interface each. */
const ONE_INTERFACE = /^\$(?:\{(?:env:)?)?\w*(?:POD|NODE|HOST)_?IP\}?$/i;

/** Since version 0.104 the default is this machine only. */
function everyInterface(node: DataNode): Fact<boolean> {
  const { text } = node;
  if (text === undefined) return known(false, node.at);
  const host = text.replace(/:\d+$|:\$\{[^}]*\}$/, '');
  if (ONE_INTERFACE.test(host)) return known(false, node.at);
  if (isFilledIn(host) || isFilledIn(readAddress(text).host)) return filledIn(text, node);
  return known(isEveryInterface(text), node.at);
}
