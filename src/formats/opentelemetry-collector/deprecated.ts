import { known, type TelemetryCollectorFacts } from '../../model/index.ts';
import type { DataNode } from '../data-node.ts';
import { plainType, type ComponentClass, type Components } from './component.ts';

/**
 * Components that are gone or going, and what does their work now.
 * https://github.com/open-telemetry/opentelemetry-collector-contrib/blob/main/CHANGELOG.md
 */
const TYPES: Readonly<Record<ComponentClass, Readonly<Record<string, string>>>> = {
  receiver: {
    opencensus: 'otlp',
    prometheusexec: 'prometheus',
    promexec: 'prometheus',
  },
  processor: {
    spanmetrics: 'the connector span_metrics',
    servicegraph: 'the connector servicegraph',
    routing: 'the connector routing',
    queuedretry: 'sending_queue and retry_on_failure of exporters',
    k8stagger: 'k8s_attributes',
  },
  exporter: {
    logging: 'debug',
    jaeger: 'otlp',
    jaegerthrifthttp: 'otlp',
    opencensus: 'otlp',
    loki: 'otlp_http',
    instana: 'otlp',
    otlplogs: 'otlp',
  },
  connector: {},
  extension: { memoryballast: 'GOMEMLIMIT', ballast: 'GOMEMLIMIT' },
};

export function deprecatedNames(
  body: DataNode,
  components: Components,
): TelemetryCollectorFacts['deprecatedNames'] {
  const found = Object.values(components).flatMap((some) =>
    [...some.values()].flatMap(({ class: kind, id, type, node }) => {
      const instead = ownProperty(TYPES[kind], plainType(type));
      return instead === undefined ? [] : [{ name: known(`${kind} ${id}`, node.keyAt), instead }];
    }),
  );
  const address = body.get('service', 'telemetry', 'metrics', 'address');
  if (address.exists)
    found.push({
      name: known('setting service.telemetry.metrics.address', address.header),
      instead: 'readers',
    });
  return found;
}

function ownProperty(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
