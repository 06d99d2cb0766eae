import {
  known,
  unknown,
  type Fact,
  type TelemetryListenerFacts,
  type TelemetrySignal,
} from '../../model/index.ts';
import { isEveryInterface } from '../../monitoring/index.ts';
import type { Plugin } from './plugin.ts';

/** Inputs that others send to. */
const LISTENING: ReadonlySet<string> = new Set(
  'forward http tcp udp syslog opentelemetry elasticsearch splunk statsd mqtt collectd prometheus_remote_write'.split(
    ' ',
  ),
);

/** Inputs of metrics; all others that are not of several signals are of logs. */
const METRICS = /_metrics$|^prometheus_|^statsd$|^collectd$/;

export function signalsOf(inputs: readonly Plugin[]): readonly TelemetrySignal[] {
  const found = inputs.flatMap(({ type }): TelemetrySignal[] => {
    if (type === 'opentelemetry') return ['logs', 'metrics', 'traces'];
    if (type.startsWith('fluentbit_')) return [];
    return [METRICS.test(type) ? 'metrics' : 'logs'];
  });
  return [...new Set(found)].sort();
}

/** Inputs that others can reach, and the server that tells how it is. */
export function listenersOf(inputs: readonly Plugin[], service: Plugin): readonly TelemetryListenerFacts[] {
  const intake = inputs.flatMap((input) =>
    LISTENING.has(input.type) && input.text('mode')?.startsWith('unix') !== true
      ? [listener(input, `input ${input.label}`, 'intake', 'listen')]
      : [],
  );
  const serves = service.isOn(false, 'http_server').value === true;
  return serves ? [...intake, listener(service, 'HTTP server', 'metrics', 'http_listen')] : intake;
}

function listener(
  plugin: Plugin,
  name: string,
  purpose: TelemetryListenerFacts['purpose'],
  key: string,
): TelemetryListenerFacts {
  const address = plugin.get(key);
  const text = plugin.text(key);
  const keys = ['shared_key', 'splunk_token', 'security.users', 'tls.verify_client_cert'];
  const guard = keys.map((one) => plugin.get(one)).find((node) => node.exists);
  return {
    name: known(name, plugin.get('name').at),
    purpose,
    address: text?.includes('${') === true ? filledIn(text, plugin, key) : known(text ?? null, address.at),
    everyInterface:
      text?.includes('${') === true
        ? filledIn(text, plugin, key)
        : known(text === undefined || isEveryInterface(text), address.at),
    encrypted: plugin.isOn(false, 'tls'),
    authenticated: known(guard !== undefined, guard?.at ?? address.at),
    everyOrigin: known(false, address.at),
  };
}

function filledIn(text: string, plugin: Plugin, key: string): Fact<never> {
  return unknown(`${text} is given when Fluent Bit starts`, plugin.get(key).at);
}
