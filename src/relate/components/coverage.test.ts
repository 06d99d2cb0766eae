import { describe, expect, it } from 'vitest';
import { componentFacts, planOf, type Files } from '../testing/components.ts';

const SIGNALS = 'observability: { signals: [errors] }\n';

describe('the alerts about a component', () => {
  const rules = (...alerts: readonly string[]): Files => ({
    'rules.yaml': `groups:\n  - name: g\n    rules:\n${alerts.map((alert) => `      - ${alert}\n`).join('')}`,
  });
  const errors = (name: string, labels: string, query = 'rate(http_errors_total[5m]) > 1'): string =>
    `{ alert: ${name}, expr: '${query}', labels: { signal: errors, ${labels} } }`;
  const coverage = (component: string, files: Files): Promise<string> =>
    componentFacts({ ...planOf(`[${component}]`, SIGNALS), ...files }, 'coverage');

  it.each(['checkout', 'Checkout', 'checkout-service', 'checkout_svc', 'checkoutservice'])(
    'name it as %s',
    async (service) => {
      expect(await coverage('{ name: checkout }', rules(errors('E', `service: ${service}`)))).toContain(
        'coverage.0.alerts: ["rules.yaml:g/E"]',
      );
    },
  );

  it('carry the labels that the plan states, all of them', async () => {
    const component = '{ name: shop, alerts: { match: { team: web, app: front } } }';
    expect(
      await coverage(
        component,
        rules(
          errors('A', 'team: web, app: front'),
          errors('B', 'team: web, app: other'),
          errors('C', 'app: front'),
        ),
      ),
    ).toMatchInlineSnapshot(`
      "shop
        coverage.0.signal: "errors"
        coverage.0.alerts: ["rules.yaml:g/A"] (the alert is here @rules.yaml:4:18)
        coverage.0.routed: unknown because no alert route was found in the files (the alert is here @rules.yaml:4:18)
        coverage.0.runbook: false (has no runbook that tells how to find and mend the cause @rules.yaml:4:18)"
    `);
  });

  it('watch a resource that the plan names', async () => {
    const files = {
      'infra/main.tf': `resource "aws_lb" "front" {}
resource "aws_lb" "other" {}
resource "aws_cloudwatch_metric_alarm" "mine" {
  namespace     = "AWS/ApplicationELB"
  metric_name   = "HTTPCode_Target_5XX_Count"
  dimensions    = { LoadBalancer = aws_lb.front.arn_suffix }
  alarm_actions = ["arn:aws:sns:eu-west-1:111122223333:ops"]
}
resource "aws_cloudwatch_metric_alarm" "others" {
  namespace   = "AWS/ApplicationELB"
  metric_name = "HTTPCode_Target_5XX_Count"
  dimensions  = { LoadBalancer = aws_lb.other.arn_suffix }
}
`,
    };
    const facts = await coverage('{ name: shop, resources: [aws_lb.front] }', files);
    expect(facts).toContain('coverage.0.alerts: ["infra:aws_cloudwatch_metric_alarm.mine"]');
    expect(facts).toContain('coverage.0.routed: true');
  });

  it('are not known when only the name of an alert says so', async () => {
    expect(
      await coverage(
        '{ name: checkout-service }',
        rules(
          errors('CheckoutErrorRateHigh', 'team: web'),
          errors('CheckoutsErrors', 'team: web'),
          errors('CheckoutDatabaseErrors', 'service: orders-db'),
        ),
      ),
    ).toMatchInlineSnapshot(`
      "checkout-service
        coverage.0.signal: "errors"
        coverage.0.alerts: unknown because only its name says what CheckoutErrorRateHigh watches: no label or expression does (the alert is here @rules.yaml:4:18)
        coverage.0.routed: unknown because only its name says what CheckoutErrorRateHigh watches: no label or expression does
        coverage.0.runbook: unknown because only its name says what CheckoutErrorRateHigh watches: no label or expression does"
    `);
  });

  it('are not known when one watches what may be a part of it, and is no component of its own', async () => {
    const alerts = rules(errors('Failing', 'service: orders-api'));
    expect(await coverage('{ name: orders }', alerts)).toContain(
      'coverage.0.alerts: unknown because Failing watches orders-api, which may be orders',
    );
    expect(await coverage('{ name: orders }, { name: orders-api }', alerts)).toMatch(
      /^orders\n.*\n {2}coverage\.0\.alerts: \[\]\n/,
    );
  });

  it('are those that name it, though the names of others sound like it', async () => {
    expect(
      await coverage(
        '{ name: checkout }',
        rules(errors('CheckoutErrorRateHigh', 'team: web'), errors('E', 'service: checkout')),
      ),
    ).toContain('coverage.0.alerts: ["rules.yaml:g/E"]');
  });

  it('are none when alerts are about others or about other signals', async () => {
    expect(
      await coverage(
        '{ name: checkout }',
        rules(
          errors('A', 'service: catalog'),
          `{ alert: B, expr: x > 1, labels: { service: checkout, signal: latency } }`,
        ),
      ),
    ).toMatchInlineSnapshot(`
      "checkout
        coverage.0.signal: "errors"
        coverage.0.alerts: []
        coverage.0.routed: false
        coverage.0.runbook: false"
    `);
  });

  it('are not known without any rules', async () => {
    expect(await coverage('{ name: checkout }', {})).toMatchInlineSnapshot(`
      "checkout
        coverage.0.signal: "errors"
        coverage.0.alerts: unknown because no alerting rules were scanned
        coverage.0.routed: unknown because no alerting rules were scanned
        coverage.0.runbook: unknown because no alerting rules were scanned"
    `);
  });

  it('are not known when one watches whichever services there are', async () => {
    expect(
      await coverage(
        '{ name: checkout }',
        rules(errors('A', 'team: web', 'sum by (service) (rate(x[5m])) > 1')),
      ),
    ).toMatchInlineSnapshot(`
      "checkout
        coverage.0.signal: "errors"
        coverage.0.alerts: unknown because A watches whichever services there are, without naming them
        coverage.0.routed: unknown because A watches whichever services there are, without naming them
        coverage.0.runbook: unknown because A watches whichever services there are, without naming them"
    `);
  });

  it.each([
    ['count(up == 0) BY (job, namespace)', true],
    ['rate(http_requests_total{code=~"5.."}[5m]) > 1', true],
    ['max_over_time(kube_pod_container_status_waiting_reason[5m]) >= 1', true],
    ['sum(rate(http_requests_total{code=~"5.."}[5m])) > 1', false],
    ['absent(up)', false],
    ['node_network_receive_errs_total > 1', false],
    ['kube_node_status_condition{condition="Ready"} == 0', false],
  ])('are not known when %s fires for each: %s', async (query, each) => {
    const told = await coverage('{ name: checkout }', rules(errors('A', 'team: web', query)));
    expect(told.includes('A watches whichever services there are')).toBe(each);
  });

  it('of another environment than production do not count', async () => {
    expect(
      await coverage('{ name: checkout }', {
        'staging/rules.yaml': rules(errors('A', 'service: checkout'))['rules.yaml'] ?? '',
      }),
    ).toMatchInlineSnapshot(`
      "checkout
        coverage.0.signal: "errors"
        coverage.0.alerts: []
        coverage.0.routed: false
        coverage.0.runbook: false"
    `);
  });

  const alertmanager = (receiver: string): Files => ({
    'alertmanager.yaml': `route: { receiver: ${receiver} }\nreceivers: [{ name: pager, webhook_configs: [{ url: http://x.example }] }, { name: nobody }]\n`,
  });
  const withRunbook = (anchor: string): string =>
    `{ alert: E, expr: x > 1, labels: { service: checkout, signal: errors }, annotations: { runbook_url: run.md${anchor} } }`;
  const runbook = {
    'run.md':
      '# Run\n\n## Errors\n\n### Diagnosis\n\nLook.\n\n### Mitigation\n\nRestart it.\n\n## Latency\n\n### Diagnosis\n\nLook.\n\n### Mitigation\n\n## Other\n',
  };

  it('reach someone and have a runbook that helps', async () => {
    expect(
      await coverage('{ name: checkout }', {
        ...rules(withRunbook('')),
        ...alertmanager('pager'),
        ...runbook,
      }),
    ).toMatchInlineSnapshot(`
      "checkout
        coverage.0.signal: "errors"
        coverage.0.alerts: ["rules.yaml:g/E"] (the alert is here @rules.yaml:4:18)
        coverage.0.routed: true
        coverage.0.runbook: true"
    `);
  });

  it('are held against the section that they name', async () => {
    const part = (anchor: string): Promise<string> =>
      coverage('{ name: checkout }', {
        ...rules(withRunbook(anchor)),
        ...alertmanager('nobody'),
        ...runbook,
      });
    expect(await part('#errors')).toContain('runbook: true');
    expect(await part('#latency')).toMatchInlineSnapshot(`
      "checkout
        coverage.0.signal: "errors"
        coverage.0.alerts: ["rules.yaml:g/E"] (the alert is here @rules.yaml:4:18)
        coverage.0.routed: false (reaches nobody @rules.yaml:4:18)
        coverage.0.runbook: false (has no runbook that tells how to find and mend the cause @rules.yaml:4:18)"
    `);
    expect(await part('#gone')).toContain('runbook: false');
  });
});
