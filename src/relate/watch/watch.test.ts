import { describe, expect, it } from 'vitest';
import { componentFacts, planOf, type Files } from '../testing/components.ts';
import { factsOf } from '../testing/tree.ts';

const OBSERVED = `observability:
  logs: { destination: loki }
  metrics: { system: prometheus, covers: [applications, infrastructure] }
  signals: [errors]
  dashboards: [{ title: Shop, components: [checkout] }, https://dashboards.example/d/other]
  objectives: [{ component: checkout, signal: availability, target: 99.9 }]
  notMonitored: [{ what: certificates, reason: The load balancer is run by others. }]
`;
const CHECKOUT =
  '{ name: checkout, criticality: critical, notMonitored: [{ what: runbook, reason: One step only., approvedBy: shop }] }';

/** Aspect, exemption, watchers. */
async function watch(files: Files, components = `[${CHECKOUT}]`, more = OBSERVED): Promise<string> {
  const facts = await componentFacts({ ...planOf(components, more), ...files }, 'watch');
  return facts
    .replaceAll(
      /\n {2}watch\.\d+\.aspect: "(\w+)"\n {2}watch\.\d+\.exempt: (.*)\n {2}watch\.\d+\.by: /g,
      '\n$1 | $2 | ',
    )
    .trim();
}

describe('what watches a component', () => {
  it('is not known where nothing of the kind is among the files, and exempt where the plan does not ask', async () => {
    expect(await watch({})).toMatchInlineSnapshot(`
      "checkout
      logs | null | unknown because nothing in the files says where its logs go
      metrics | null | unknown because nothing in the files says what collects its metrics
      traces | "The plan asks for no traces." | unknown because nothing in the files says where its traces go
      availability | "The plan asks for no alerts on availability." | unknown because no alerting rules were scanned
      latency | "The plan asks for no alerts on latency." | unknown because no alerting rules were scanned
      errors | null | unknown because no alerting rules were scanned
      traffic | "The plan asks for no alerts on traffic." | unknown because no alerting rules were scanned
      saturation | "The plan asks for no alerts on saturation." | unknown because no alerting rules were scanned
      dashboard | null | unknown because the plan's dashboard https://dashboards.example/d/other is kept outside the files
      objective | null | unknown because no service level objectives were scanned
      route | null | unknown because no alerting rules were scanned
      runbook | "The plan leaves it out: One step only. Approved by shop." | unknown because no alerting rules were scanned"
    `);
  });

  it('asks little of what is not critical, and nothing of what others run', async () => {
    const all = await watch(
      {},
      '[{ name: checkout, kind: external, criticality: critical }, { name: catalog }]',
    );
    expect(all).toMatchInlineSnapshot(`
      "checkout
      logs | "It is run by others." | unknown because nothing in the files says where its logs go
      metrics | "It is run by others." | unknown because nothing in the files says what collects its metrics
      traces | "It is run by others." | unknown because nothing in the files says where its traces go
      availability | "It is run by others." | unknown because no alerting rules were scanned
      latency | "It is run by others." | unknown because no alerting rules were scanned
      errors | "It is run by others." | unknown because no alerting rules were scanned
      traffic | "It is run by others." | unknown because no alerting rules were scanned
      saturation | "It is run by others." | unknown because no alerting rules were scanned
      dashboard | "It is run by others." | unknown because the plan's dashboard https://dashboards.example/d/other is kept outside the files
      objective | "It is run by others." | unknown because no service level objectives were scanned
      route | "It is run by others." | unknown because no alerting rules were scanned
      runbook | "It is run by others." | unknown because no alerting rules were scanned
      catalog
      logs | null | unknown because nothing in the files says where its logs go
      metrics | null | unknown because nothing in the files says what collects its metrics
      traces | "The plan asks for no traces." | unknown because nothing in the files says where its traces go
      availability | "The plan asks for no alerts on availability." | unknown because no alerting rules were scanned
      latency | "The plan asks for no alerts on latency." | unknown because no alerting rules were scanned
      errors | "The plan asks for it of critical components, and this one is standard." | unknown because no alerting rules were scanned
      traffic | "The plan asks for no alerts on traffic." | unknown because no alerting rules were scanned
      saturation | "The plan asks for no alerts on saturation." | unknown because no alerting rules were scanned
      dashboard | "No dashboard of the plan is said to show it, and it is not critical." | unknown because the plan's dashboard https://dashboards.example/d/other is kept outside the files
      objective | "The plan states no objective for it." | []
      route | "The plan asks for no alert about it." | unknown because no alerting rules were scanned
      runbook | "The plan asks for no alert about it." | unknown because no alerting rules were scanned"
    `);
  });

  it('is found by the names of services', async () => {
    const rules = `groups: [{ name: g, rules: [{ alert: E, expr: x > 1, labels: { service: checkout, signal: errors } }] }]`;
    const dashboard = JSON.stringify({
      title: 'Checkout',
      uid: 'c',
      schemaVersion: 39,
      panels: [
        { type: 'timeseries', title: 'p', targets: [{ expr: 'rate(x_total{service="checkout"}[5m])' }] },
      ],
    });
    const told = await watch({ 'rules.yaml': rules, 'dashboard.json': dashboard });
    expect(told.split('\n').filter((line) => /^(?:errors|dashboard|route|runbook)/.test(line)))
      .toMatchInlineSnapshot(`
      [
        "errors | null | [{"kind":"alert","id":"rules.yaml:g/E"}] (the alert is here @rules.yaml:1:38)",
        "dashboard | null | [{"kind":"dashboard","id":"dashboard.json:Checkout"}] (the dashboard is here @dashboard.json:1:10)",
        "route | null | unknown because no alert route was found in the files (the alert is here @rules.yaml:1:38)",
        "runbook | "The plan leaves it out: One step only. Approved by shop." | [] (has no runbook that tells how to find and mend the cause @rules.yaml:1:38)",
      ]
    `);
  });
});

describe('what watches the infrastructure', () => {
  const rule = (name: string, expr: string): string =>
    `{ alert: ${name}, expr: '${expr}', labels: { severity: warning } }`;
  const infrastructure = async (...rules: readonly string[]): Promise<string> => {
    const files = {
      ...planOf('[{ name: checkout }]', OBSERVED),
      'main.tf': 'resource "aws_instance" "a" {}\n',
      'rules.yaml': `groups:\n  - name: g\n    rules:\n${rules.map((one) => `      - ${one}\n`).join('')}`,
    };
    const facts = await factsOf(files, 'plan', 'monitoring.infrastructure');
    return facts
      .replaceAll(/ {2}monitoring\.infrastructure\.\d+\.concern: "(\w+)"/g, '$1')
      .replaceAll(
        / {2}monitoring\.infrastructure\.\d+\.watch\.\d+\.aspect: "(\w+)"\n.*exempt: (.*)\n.*by: /g,
        '  $1 | $2 | ',
      );
  };

  it('is told by what its alerts ask for', async () => {
    expect(
      await infrastructure(
        rule('A', 'kube_node_status_condition{condition="Ready",status="true"} == 0'),
        rule('B', 'node_filesystem_avail_bytes / node_filesystem_size_bytes < 0.1'),
        rule('Watchdog', 'vector(1)'),
      ),
    ).toMatchInlineSnapshot(`
      "x
      nodes
        alert | null | [{"kind":"alert","id":"rules.yaml:g/A"}] @8:42 (the alert is here @rules.yaml:4:18)
        route | null | unknown because no alert route was found in the files @8:42
        runbook | null | [] @8:42 (the alert is here @rules.yaml:4:18)
      disks
        alert | null | [{"kind":"alert","id":"rules.yaml:g/B"}] @8:42 (the alert is here @rules.yaml:5:18)
        route | null | unknown because no alert route was found in the files @8:42
        runbook | null | [] @8:42 (the alert is here @rules.yaml:5:18)
      certificates
        alert | "The plan leaves it out: The load balancer is run by others." | [] @8:42
        route | "The plan leaves it out: The load balancer is run by others." | [] @8:42
        runbook | "The plan leaves it out: The load balancer is run by others." | [] @8:42
      backups
        alert | "The plan has no statement on backups." | [] @8:42
        route | "The plan has no statement on backups." | [] @8:42
        runbook | "The plan has no statement on backups." | [] @8:42
      heartbeat
        alert | null | [{"kind":"alert","id":"rules.yaml:g/Watchdog"}] @8:22 (the alert is here @rules.yaml:6:18)
        route | null | unknown because no alert route was found in the files @8:22
        runbook | "It fires all the time, and nobody is to look into it." | [] @8:22 (the alert is here @rules.yaml:6:18)"
    `);
  });
});

describe('what a cloud runs', () => {
  const PLAN = `observability: { logs: { destination: cloudwatch }, metrics: { system: cloudwatch }, traces: { system: x-ray } }\n`;
  const FUNCTION = 'resource "aws_lambda_function" "checkout" {\n  function_name = "pay"\n';

  it('has its logs, metrics and traces in the cloud where the code says so, and is open where it does not', async () => {
    const component = '[{ name: checkout, resources: [aws_lambda_function.checkout] }]';
    const group = 'resource "aws_cloudwatch_log_group" "g" { name = "/aws/lambda/pay" }\n';
    const cells = async (main: string): Promise<readonly string[]> =>
      (await watch({ 'production/main.tf': main }, component, PLAN)).split('\n').slice(1, 4);
    expect([
      await cells(`${FUNCTION}  tracing_config { mode = "Active" }\n}\n${group}`),
      await cells(`${FUNCTION}}\n`),
    ]).toMatchInlineSnapshot(`
      [
        [
          "logs | null | [{"kind":"managed-workload","id":"production:aws_lambda_function.checkout"}] (logs are kept here @production/main.tf:1:1)",
          "metrics | null | [{"kind":"managed-workload","id":"production:aws_lambda_function.checkout"}] (its metrics are collected here @production/main.tf:1:1)",
          "traces | null | [{"kind":"managed-workload","id":"production:aws_lambda_function.checkout"}] (its traces are taken here @production/main.tf:1:1)",
        ],
        [
          "logs | null | unknown because nothing in the files says where its logs go",
          "metrics | null | [{"kind":"managed-workload","id":"production:aws_lambda_function.checkout"}] (its metrics are collected here @production/main.tf:1:1)",
          "traces | null | unknown because nothing in the files says where its traces go",
        ],
      ]
    `);
  });

  it('has its logs and metrics from a cluster that keeps the output of all that runs on it, whichever it is', async () => {
    const plan = PLAN.replace('cloudwatch }, traces', 'google-monitoring }, traces');
    const deployment =
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: checkout }\nspec: { template: { spec: { containers: [{ name: app, image: app }] } } }\n';
    const cells = async (main: string): Promise<readonly string[]> =>
      (await watch({ 'main.tf': main, 'checkout.yaml': deployment }, '[{ name: checkout }]', plan))
        .split('\n')
        .slice(1, 3);
    const google = (more: string): string => `resource "google_container_cluster" "shop" {\n${more}}\n`;
    const amazon = (name: string): string => `resource "aws_eks_cluster" "${name}" { name = "${name}" }\n`;
    const addOn = `resource "aws_eks_addon" "a" {
  cluster_name = aws_eks_cluster.one.name
  addon_name   = "amazon-cloudwatch-observability"
}
`;
    expect([
      await cells(google('')),
      await cells(google('logging_config { enable_components = ["SYSTEM_COMPONENTS"] }\n')),
      await cells(google('logging_service = "none"\nmonitoring_service = "none"\n')),
      await cells(amazon('one') + addOn),
      await cells(amazon('one') + amazon('other') + addOn),
      await cells(
        'resource "azurerm_kubernetes_cluster" "shop" {\n  oms_agent { log_analytics_workspace_id = "w" }\n}\n',
      ),
    ]).toMatchInlineSnapshot(`
      [
        [
          "logs | null | [{"kind":"cluster","id":":google_container_cluster.shop"}] (logs are kept here @main.tf:1:1)",
          "metrics | null | [{"kind":"cluster","id":":google_container_cluster.shop"}] (it is measured here @main.tf:1:1)",
        ],
        [
          "logs | null | unknown because nothing in the files says where its logs go",
          "metrics | null | [{"kind":"cluster","id":":google_container_cluster.shop"}] (it is measured here @main.tf:1:1)",
        ],
        [
          "logs | null | unknown because nothing in the files says where its logs go",
          "metrics | null | unknown because nothing in the files says what collects its metrics",
        ],
        [
          "logs | null | [{"kind":"cluster","id":":aws_eks_cluster.one"}] (logs are kept here @main.tf:1:1)",
          "metrics | null | unknown because nothing in the files says what collects its metrics",
        ],
        [
          "logs | null | unknown because nothing in the files says where its logs go",
          "metrics | null | unknown because nothing in the files says what collects its metrics",
        ],
        [
          "logs | null | [{"kind":"cluster","id":":azurerm_kubernetes_cluster.shop"}] (logs are kept here @main.tf:1:1)",
          "metrics | null | [{"kind":"cluster","id":":azurerm_kubernetes_cluster.shop"}] (it is measured here @main.tf:1:1)",
        ],
      ]
    `);
  });
});
