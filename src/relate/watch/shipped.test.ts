import { describe, expect, it } from 'vitest';
import { componentFacts, planOf, type Files } from '../testing/components.ts';

const PLAN = planOf(
  '[{ name: checkout, criticality: critical }]',
  'observability: { logs: { destination: loki } }\n',
);

function workload(kind: string, name: string, image: string, more: string, pod = ''): string {
  return `apiVersion: apps/v1
kind: ${kind}
metadata: { name: ${name}, namespace: shop }
spec:
  template:
    spec:
      ${pod}
      containers: [{ name: app, image: ${image}, ${more} }]
`;
}

const CHECKOUT = workload('Deployment', 'checkout', 'shop/checkout:1', 'ports: []');
const MOUNTED =
  'volumeMounts: [{ name: logs, mountPath: /var/log, readOnly: true }, { name: config, mountPath: /etc/agent }]';
const VOLUME =
  'volumes: [{ name: logs, hostPath: { path: /var/log } }, { name: config, configMap: { name: agent } }]';
const DAEMON = workload('DaemonSet', 'fluent-bit', 'fluent/fluent-bit:4.2.0', MOUNTED, VOLUME);

function fluentBit(path: string, more = '', output = 'Name loki\n    Match *'): string {
  return `[INPUT]\n    Name tail\n    Path ${path}\n${more}[OUTPUT]\n    ${output}\n`;
}

/** What a ConfigMap holds. */
function held(text: string, key = 'agent.conf', name = 'agent'): string {
  const lines = text.replaceAll('\n', '\n    ').trimEnd();
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name}, namespace: shop }\ndata:\n  ${key}: |\n    ${lines}\n`;
}

const FILELOG = `receivers: { filelog: { include: [/var/log/pods/*/*/*.log] } }
exporters: { otlp: { endpoint: 'loki:4317' } }
service:
  pipelines:
    logs: { receivers: [filelog], exporters: [otlp] }`;

const shipper = (path: string, more = '', output?: string): string => held(fluentBit(path, more, output));

/** What Kustomize makes a ConfigMap of. */
function generated(file: string): string {
  return `configMapGenerator: [{ name: agent, files: ['${file}'] }]\n`;
}

async function aspect(name: 'logs' | 'traces', files: Files): Promise<string> {
  const facts = await componentFacts({ ...PLAN, ...files }, 'watch');
  const [, found = ''] = new RegExp(`aspect: "${name}"\n.*\n {2}watch\\.\\d+\\.by: (.*)`).exec(facts) ?? [];
  return found;
}

describe('the logs of a workload', () => {
  it.for([
    [
      'are kept where a shipper on every machine reads them and hands them on',
      { 'fluent-bit.yaml': shipper('/var/log/containers/*.log'), 'ds.yaml': DAEMON },
    ],
    [
      'are not where it leaves their namespace out',
      {
        'fluent-bit.yaml': shipper(
          '/var/log/containers/*.log',
          '    Exclude_Path /var/log/containers/*_shop_*.log\n',
        ),
        'ds.yaml': DAEMON,
      },
    ],
    [
      'are open where the program on every machine is given another configuration',
      {
        'other.yaml': held(fluentBit('/var/log/containers/*.log'), 'agent.conf', 'other'),
        'ds.yaml': DAEMON,
      },
    ],
    [
      'are open where its command names another text of what it is given',
      {
        'otelcol.yaml': held(FILELOG, 'left.yaml'),
        'ds.yaml': workload(
          'DaemonSet',
          'agent',
          'otel/opentelemetry-collector:1',
          `args: [--config=/etc/agent/right.yaml], ${MOUNTED}`,
          VOLUME,
        ),
      },
    ],
    [
      'are open where what leaves them out is given to nothing',
      { 'fluent-bit.yaml': shipper('/var/log/containers/*_other_*.log') },
    ],
    [
      'are kept where an operator runs it on every machine',
      {
        'otelcol.yaml': `apiVersion: opentelemetry.io/v1beta1
kind: OpenTelemetryCollector
metadata: { name: logs, namespace: shop }
spec:
  mode: daemonset
  volumes: [{ name: pods, hostPath: { path: /var/log/pods } }]
  config:
    ${FILELOG.replaceAll('\n', '\n    ')}
`,
      },
    ],
    ['are open where nothing runs it', { 'fluent-bit.yaml': shipper('/var/log/containers/*.log') }],
    [
      'are open where a filter chooses among them',
      {
        'fluent-bit.yaml': shipper(
          '/var/log/containers/*.log',
          '[FILTER]\n    Name grep\n    Match *\n    Exclude $kubernetes["namespace_name"] shop\n',
        ),
        'ds.yaml': DAEMON,
      },
    ],
    [
      'are open where what it reads leads to no output that keeps it',
      {
        'fluent-bit.yaml': shipper(
          '/var/log/containers/*.log',
          '    Tag kube\n',
          'Name loki\n    Match host.*',
        ),
        'ds.yaml': DAEMON,
      },
    ],
    [
      'are open where it sees no files of the machine',
      {
        'fluent-bit.yaml': shipper('/var/log/containers/*.log'),
        'ds.yaml': workload('DaemonSet', 'fluent-bit', 'fluent/fluent-bit:4.2.0', 'ports: []'),
      },
    ],
  ] as const)('%s', async ([, files]) => {
    expect(await aspect('logs', { 'checkout.yaml': CHECKOUT, ...files })).toMatchSnapshot();
  });

  it.for([
    ['awslogs', ''],
    ['none', ''],
    ['fluentd', ''],
    ['fluentd', '[INPUT]\n    Name forward\n[OUTPUT]\n    Name loki\n    Match *\n'],
    ['json-file', ''],
    ['$DRIVER', ''],
  ] as const)('of Compose are where the driver %s puts them %#', async ([driver, shipper]) => {
    const compose = `services:
  checkout: { image: 'a:1', logging: { driver: ${driver} } }
  logs: { image: 'fluent/fluent-bit:4', volumes: ['./:/fluent-bit/etc'] }
`;
    const files = { 'compose.yaml': compose, ...(shipper && { 'fluent-bit.conf': shipper }) };
    expect(await aspect('logs', files)).toMatchSnapshot();
  });

  it.for([
    [
      'Vector',
      'vector.yaml',
      'sources: { k: { type: kubernetes_logs } }\nsinks: { l: { type: loki, inputs: [k], endpoint: "https://loki.example" } }\n',
      'timberio/vector:0.50',
    ],
    [
      'Promtail',
      'promtail.yaml',
      'clients: [{ url: "https://loki.example/x" }]\nscrape_configs: [{ job_name: pods, kubernetes_sd_configs: [{ role: pod, namespaces: { names: [shop] } }] }]\n',
      'grafana/promtail:3',
    ],
    [
      'Fluentd',
      'fluentd.conf',
      '<source>\n  @type tail\n  path /var/log/containers/*.log\n  tag kube\n  exclude_path ["/var/log/containers/*_shop_*.log"]\n</source>\n<match **>\n  @type s3\n  s3_bucket logs\n</match>\n',
      'fluent/fluentd:v1',
    ],
    [
      'the OpenTelemetry Collector',
      'otelcol.yaml',
      'receivers: { filelog: { include: [/var/log/pods/*/*/*.log] } }\nexporters: { otlp: { endpoint: "loki:4317" } }\nservice: { pipelines: { logs: { receivers: [filelog], exporters: [otlp] } } }\n',
      'otel/opentelemetry-collector-contrib:0.140.0',
    ],
  ] as const)('are told by the files that %s reads', async ([, path, text, image]) => {
    const daemon = workload('DaemonSet', 'agent', image, MOUNTED, VOLUME);
    expect(
      await aspect('logs', {
        'checkout.yaml': CHECKOUT,
        'ds.yaml': daemon,
        'kustomization.yaml': generated(path),
        [path]: text,
      }),
    ).toMatchSnapshot();
  });
});

const COLLECTOR = workload(
  'Deployment',
  'otel-collector',
  'otel/opentelemetry-collector:0.140.0',
  'volumeMounts: [{ name: config, mountPath: /etc/agent }]',
  'volumes: [{ name: config, configMap: { name: agent } }]',
);

function pipeline(exporter: string): string {
  return `receivers: { otlp: { protocols: { grpc: {} } } }
exporters: { ${exporter}: {} }
service: { pipelines: { traces: { receivers: [otlp], exporters: [${exporter}] } } }
`;
}

function sending(value: string): string {
  const env = `env: [{ name: OTEL_EXPORTER_OTLP_ENDPOINT, ${value} }]`;
  return workload('Deployment', 'checkout', 'shop/checkout:1', env);
}

describe('the traces of a workload', () => {
  it.for([
    ['are taken by the collector that it sends to', 'otel-collector.shop.svc:4317', 'otlp/tempo', COLLECTOR],
    ['are not where that one keeps none', 'otel-collector:4317', 'debug', COLLECTOR],
    ['are open where it sends to another', 'tempo:4317', 'otlp/tempo', COLLECTOR],
    [
      'are open where the collector is given another configuration',
      'otel-collector:4317',
      'otlp/tempo',
      COLLECTOR.replace('name: agent', 'name: other'),
    ],
    ['are open where nothing runs the collector', 'otel-collector:4317', 'otlp/tempo', ''],
  ] as const)('%s', async ([, host, exporter, collector]) => {
    const files = {
      'checkout.yaml': sending(`value: 'http://${host}'`),
      'otelcol.yaml': pipeline(exporter),
      'kustomization.yaml': generated('otelcol.yaml'),
      ...(collector && { 'collector.yaml': collector }),
    };
    expect(await aspect('traces', files)).toMatchSnapshot();
  });

  it('are open where it says nothing of them, or takes from elsewhere where to send them', async () => {
    const files = { 'otelcol.yaml': pipeline('otlp/tempo'), 'collector.yaml': COLLECTOR };
    const from = 'valueFrom: { configMapKeyRef: { name: otel, key: endpoint } }';
    expect([
      await aspect('traces', { ...files, 'checkout.yaml': CHECKOUT }),
      await aspect('traces', { ...files, 'checkout.yaml': sending(from) }),
    ]).toMatchSnapshot();
  });

  it('of Compose go where variables and the .env file say', async () => {
    const files = {
      '.env': 'HOST=otel-collector\n',
      'compose.yaml':
        "services:\n  otel-collector: { image: 'otel/opentelemetry-collector:1', command: [--config=/etc/otelcol.yaml], volumes: ['./otelcol.yaml:/etc/otelcol.yaml'] }\n  checkout: { image: 'a:1', environment: ['OTEL_EXPORTER_OTLP_ENDPOINT=http://${HOST}:4317'] }\n",
      'otelcol.yaml': pipeline('otlp/tempo'),
    };
    expect(await aspect('traces', files)).toMatchSnapshot();
  });

  it('go to the Service of a collector that an operator runs', async () => {
    const object = `apiVersion: opentelemetry.io/v1beta1\nkind: OpenTelemetryCollector\nmetadata: { name: main }\nspec:\n  config: { ${pipeline('otlp/tempo').trim().split('\n').join(', ')} }\n`;
    const files = { 'checkout.yaml': sending("value: 'http://main-collector:4317'"), 'otelcol.yaml': object };
    expect(await aspect('traces', files)).toMatchSnapshot();
  });
});
