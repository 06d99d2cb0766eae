import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

const REQUESTS = 'metric.type = \\"loadbalancing.googleapis.com/https/request_count\\"';
const LATENCIES = 'metric.type = \\"loadbalancing.googleapis.com/https/total_latencies\\"';

async function signalOf(name: string, sli: string): Promise<string | undefined> {
  const text = `resource "google_monitoring_slo" "orders" {
  service      = "orders"
  display_name = "${name}"
  goal         = 0.99
  request_based_sli {
    ${sli}
  }
}
`;
  return /signal: (\S+)/.exec(await terraformSubjects(text, 'objective'))?.[1];
}

test.each([
  [
    'Orders answer',
    `good_total_ratio { good_service_filter = "${REQUESTS} AND metric.label.\\"response_code_class\\" = 200" }`,
    '"availability"',
  ],
  [
    'Orders answer',
    `good_total_ratio { bad_service_filter = "${REQUESTS} AND metric.label.\\"response_code_class\\" = 500" }`,
    '"availability"',
  ],
  ['Orders', `distribution_cut { distribution_filter = "${LATENCIES}" }`, '"latency"'],
  ['Orders', `good_total_ratio { good_service_filter = "${REQUESTS}" }`, 'null'],
  ['Latency of orders', `good_total_ratio { good_service_filter = "${REQUESTS}" }`, '"latency"'],
])('an objective %s with %s is about %s', async (name, sli, signal) => {
  expect(await signalOf(name, sli)).toBe(signal);
});
