import { describe, expect, it } from 'vitest';
import { parseLogQuery } from '../syntax/logql/index.ts';
import { parseQuery } from '../syntax/promql/index.ts';
import { asQuery, isLogConditional, logSignal } from './logs.ts';
import { watchedServices } from './services.ts';
import { signalOf } from './signal.ts';

describe('watched services', () => {
  it.each([
    ['the value of a naming label', 'rate(http_requests_total{service="checkout"}[5m])', ['checkout']],
    ['each of an alternation', 'up{job=~"(storefront|catalog)"}', ['storefront', 'catalog']],
    ['the beginning of a pod', 'kube_pod_status_ready{pod=~"checkout-.*"}', ['checkout']],
    ['a pod with its hash', 'x_total{pod=~"checkout-[a-z0-9]+-.+"}', ['checkout']],
    ['a job without its namespace', 'up{job="shop/checkout"}', ['checkout']],
    ['a host without its domain', 'x_total{destination_service="cart.shop.svc.cluster.local"}', ['cart']],
    ['names of all selectors, each once', 'a_total{app="a"} / b_total{app="a", container="b"}', ['a', 'b']],
    ['a namespace, when nothing is narrower', 'http_requests_total{namespace="payments"}', ['payments']],
    ['the prefix of a metric, when no label says it', 'redis_connected_clients > 100', ['redis']],
    [
      'a prefix without its words for what it counts',
      'SearchBoxAsyncMetrics_Uptime < 9',
      ['SearchBox', 'searchbox'],
    ],
    ['a prefix that calls itself a service', 'order_service_requests_total > 1', ['order', 'order-service']],
    ['an exporter that is itself down', 'up{job="node-exporter"} == 0', ['node-exporter']],
    ['nothing for what an exporter measures', 'node_load1{job="node-exporter"} > 4', []],
    ['nothing for what all have', 'http_requests_total', []],
    ['nothing for what is excluded', 'http_requests_total{service!="checkout", job!~"cart"}', []],
    ['nothing for a pattern that says less', 'http_requests_total{job=~".*"}', []],
    ['nothing for a shared namespace', 'kube_pod_info{namespace=~"kube-.*|default"}', []],
    ['nothing for a placeholder', 'http_requests_total{job="$job", app="{{ app }}"}', []],
    ['nothing for a catch-all job', 'up{job="kubernetes-pods"}', []],
  ])('are %s', (_, expression, expected) => {
    expect(watchedServices(parseQuery(expression).selectors).map(({ name }) => name)).toEqual(expected);
  });
});

describe('the signal', () => {
  const of = (
    name: string,
    expression: string,
    stated: readonly string[] = [],
    summary = '',
  ): string | undefined => signalOf({ name, stated, summary }, parseQuery(expression), undefined);

  it.each([
    ['TargetMissing', 'up == 0', 'availability'],
    ['Site', 'probe_success < 1', 'availability'],
    ['Gone', 'absent(http_requests_total{job="x"})', 'availability'],
    [
      'Replicas',
      'kube_deployment_spec_replicas != kube_deployment_status_replicas_available',
      'availability',
    ],
    ['TooSlow', 'histogram_quantile(0.9, rate(request_duration_seconds_bucket[5m])) > 1', 'latency'],
    ['CheckoutSlowBurn', 'checkout:ratio_rate3d > 0.001', 'errors'],
    ['P95', 'request_latency_seconds{quantile="0.95"} > 1', 'latency'],
    ['Ratio', 'rate(http_requests_total{code=~"5.."}[5m]) / rate(http_requests_total[5m])', 'errors'],
    ['Ratio', 'rate(http_request_duration_seconds_count{status!~"2.."}[5m]) > 1', 'errors'],
    ['Jobs', 'increase(jobs_failed_total[1h]) > 0', 'errors'],
    ['NodeFilesystemSpaceFillingUp', 'node_filesystem_avail_bytes < 1', 'saturation'],
    ['Throttled', 'rate(container_cpu_cfs_throttled_periods_total[5m]) > 1', 'saturation'],
    ['DeadLetterQueueFillingUp', 'dead_letters > 1', 'saturation'],
    ['NoRequests', 'rate(http_requests_total[5m]) == 0', 'traffic'],
    ['Watchdog', 'vector(1)', undefined],
    [
      'KubeClientCertificateExpiration',
      'histogram_quantile(0.01, rate(apiserver_client_certificate_expiration_seconds_bucket[5m])) < 1',
      undefined,
    ],
  ])('of %s on %s is %s', (name, expression, expected) => {
    expect(of(name, expression)).toBe(expected);
  });

  it('is what the author states, before all else', () => {
    expect(of('CheckoutDown', 'up == 0', ['latency'])).toBe('latency');
    expect(of('CheckoutDown', 'up == 0', ['something'])).toBe('availability');
  });

  it('is what the name says outright, before the shape of the expression', () => {
    expect(of('CheckoutAvailability', 'rate(x_total{code=~"5.."}[5m])')).toBe('availability');
  });

  it('is told by the summary, when nothing else does', () => {
    expect(of('Odd', 'foo > 1', [], 'The orders service is unreachable')).toBe('availability');
  });
});

it('what repeats itself takes no longer than it should', () => {
  const before = process.cpuUsage();
  for (const pattern of ['\\\\'.repeat(60_000), '[ '.repeat(60_000), `${'.*'.repeat(60_000)}\\n`])
    watchedServices(parseQuery(`up{job=~"${pattern}"}`).selectors);
  signalOf({ name: 'A'.repeat(100_000), stated: [], summary: '' }, parseQuery('up'), undefined);
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(3);
});

describe('alerts on logs', () => {
  it.each([
    ['errors by the line', 'rate({app="a"} |= "error" [5m]) > 1', 'errors', true],
    ['errors by a pattern', 'rate({app="a"} |~ "(?i)panic|fatal" [5m])', 'errors', true],
    ['lines that are left out', 'rate({app="a"} != "error" [5m])', 'traffic', true],
    ['errors by the level', 'rate({app="a"} | logfmt | level="error" [5m])', 'errors', true],
    ['errors by the status', 'rate({app="a"} | json | status=~"5.." [5m])', 'errors', true],
    [
      'a time that is unwrapped',
      'max_over_time({app="a"} | json | unwrap request_time [5m]) > 2',
      'latency',
      true,
    ],
    [
      'bytes that are unwrapped',
      'sum_over_time({app="a"} | unwrap memory_used [5m]) > 2',
      'saturation',
      true,
    ],
    ['silence', 'absent_over_time({app="a"}[15m])', 'availability', true],
    ['what killed it', 'count_over_time({app="a"} |= "OOM killed" [5m]) > 0', 'availability', true],
    ['all lines', 'count_over_time({app="a"}[5m])', 'traffic', false],
    ['numbers of another kind', 'max_over_time({app="a"} | unwrap x [5m])', undefined, false],
  ] as const)('watch %s', (_, expression, signal, conditional) => {
    const logs = parseLogQuery(expression);
    expect(logSignal({ name: 'A', stated: [], summary: '' }, logs)).toBe(signal);
    expect(isLogConditional(logs)).toBe(conditional);
    expect(watchedServices(asQuery(logs).selectors).map(({ name }) => name)).toEqual(['a']);
  });
});
