import { known, unknown, valueOf, type Fact, type TelemetrySinkFacts } from '../../model/index.ts';
import { isNearby, readAddress, sinkFacts } from '../../monitoring/index.ts';
import type { Plugin } from './plugin.ts';

const CONSOLE: ReadonlySet<string> = new Set(['stdout', 'counter', 'flowcounter', 'plot']);

/** Outputs to clouds and vendors, which are encrypted whatever the settings say. */
const ENCRYPTED: ReadonlySet<string> = new Set(
  (
    'cloudwatch_logs cloudwatch kinesis_streams kinesis firehose kinesis_firehose s3 stackdriver bigquery azure azure_blob ' +
    'azure_kusto azure_logs_ingestion logdna nrlogs oracle_log_analytics chronicle td'
  ).split(' '),
);

/** Outputs that wait to be asked. */
const ASKED: ReadonlySet<string> = new Set(['prometheus_exporter']);

/** An output, as a sink. `stored` says where what waits for it is kept. */
export function outputSink(output: Plugin, stored: Fact<boolean>): TelemetrySinkFacts {
  const { type, name } = output;
  if (CONSOLE.has(type)) return sinkFacts(name, type, 'console');
  if (type === 'null') return sinkFacts(name, type, 'nothing');
  if (type === 'file') return sinkFacts(name, type, 'file');
  if (ASKED.has(type)) return sinkFacts(name, type, 'remote');
  const encrypted = encryptedOf(output);
  return sinkFacts(name, type, 'remote', {
    ...addressOf(output),
    encrypted,
    verified: verifiedOf(output, encrypted),
    retried: known(!/^no_retries$/i.test(output.text('retry_limit') ?? ''), output.get('retry_limit').at),
    queued: known(true, name.at),
    persisted: stored,
  });
}

function addressOf(output: Plugin): Pick<TelemetrySinkFacts, 'address' | 'nearby'> {
  const node = output.get('host', 'brokers', 'endpoint', 'upstream');
  const text = output.text('host', 'brokers', 'endpoint');
  const { at } = output.name;
  if (text === undefined) {
    // Without a host most outputs send to this machine.
    const local = ['es', 'opensearch', 'loki', 'forward', 'http', 'opentelemetry', 'tcp', 'gelf', 'influxdb'];
    const nearby = output.get('upstream').exists
      ? unknown('the file of its upstream is not read', node.at)
      : known(local.includes(output.type) ? true : null, at);
    return { address: known(null, at), nearby };
  }
  if (/\$\{|\{\{/.test(text)) {
    const given = unknown(`${text} is given when Fluent Bit starts`, node.at);
    return { address: given, nearby: given };
  }
  return { address: known(text, node.at), nearby: known(isNearby(readAddress(text)), node.at) };
}

function encryptedOf(output: Plugin): Fact<boolean> {
  if (ENCRYPTED.has(output.type)) return known(true, output.name.at);
  if (output.type === 'kafka') {
    const node = output.get('rdkafka.security.protocol');
    return known(/ssl/i.test(node.text ?? ''), node.at);
  }
  return output.isOn(false, 'tls');
}

function verifiedOf(output: Plugin, encrypted: Fact<boolean>): Fact<boolean | null> {
  const verify = output.isOn(true, 'tls.verify');
  if (valueOf(encrypted) === false) return known(null, encrypted.at);
  if (verify.value === false || valueOf(encrypted) === undefined)
    return verify.value === false ? verify : encrypted;
  return verify;
}
