import { expect, it } from 'vitest';
import { componentFacts, planOf, type Files } from '../testing/components.ts';
import { factsOf } from '../testing/tree.ts';

const PLAN = planOf(
  '[{ name: checkout }, { name: orders }]',
  `observability:
  objectives:
    - { component: checkout, signal: errors, target: 99.9, window: 28d }
    - { component: checkout, signal: latency, target: 99 }
    - { component: checkout, signal: latency, target: 95 }
    - { component: orders, signal: availability, target: 99 }\n`,
);

const SLOTH: Files = {
  'slo.yaml': `version: prometheus/v1
service: Checkout-Service
slos:
  - { name: requests-availability, objective: 99.5, sli: { raw: { error_ratio_query: 'a:b' } } }
  - { name: speed, objective: 99, sli: { plugin: { id: x } }, alerting: { page_alert: { disable: true }, ticket_alert: { disable: true } } }
  - { name: traffic, objective: 99, sli: { plugin: { id: x } } }`,
  'rules.yaml':
    'groups: [{ name: g, rules: [{ alert: A, expr: up == 0, labels: { slo: speed } }, { alert: B, expr: up == 0, labels: { sloth_slo: speed, sloth_service: other } }] }]',
};

it('finds what the files have of an objective of the plan; errors are what most call availability', async () => {
  expect(await factsOf({ ...PLAN, ...SLOTH }, 'plan-objective', 'found')).toMatchInlineSnapshot(`
    "checkout errors
      found: ["slo.yaml:Checkout-Service/requests-availability"] @8:20 (the objective is here @slo.yaml:4:13)
      foundTargets: [99.5] @8:54 (the objective is here @slo.yaml:4:13)
      foundWindowHours: unknown because the period is an option of Sloth's command line, thirty days unless it says otherwise @8:68 (the objective is here @slo.yaml:4:13)
    checkout latency
      found: unknown because what speed is about is not known @9:20
      foundTargets: unknown because what speed is about is not known @9:55
      foundWindowHours: unknown because what speed is about is not known @9:7
    checkout latency
      found: unknown because what speed is about is not known @10:20
      foundTargets: unknown because what speed is about is not known @10:55
      foundWindowHours: unknown because what speed is about is not known @10:7
    orders availability
      found: [] @11:20
      foundTargets: [] @11:58
      foundWindowHours: [] @11:7"
  `);
});

it('says nothing of objectives where no file states any', async () => {
  expect(await factsOf(PLAN, 'plan-objective', 'foundTargets')).toMatchInlineSnapshot(`
    "checkout errors
      foundTargets: unknown because no service level objectives were scanned @8:54
    checkout latency
      foundTargets: unknown because no service level objectives were scanned @9:55
    checkout latency
      foundTargets: unknown because no service level objectives were scanned @10:55
    orders availability
      foundTargets: unknown because no service level objectives were scanned @11:58"
  `);
});

it('finds the objectives of a component, but not those of staging', async () => {
  const staging = {
    'staging/slo.yaml': 'version: prometheus/v1\nservice: orders\nslos: [{ name: errors, objective: 9 }]',
  };
  expect(await componentFacts({ ...PLAN, ...SLOTH, ...staging }, 'objectives')).toMatchInlineSnapshot(`
    "checkout
      objectives: ["slo.yaml:Checkout-Service/requests-availability","slo.yaml:Checkout-Service/speed","slo.yaml:Checkout-Service/traffic"] (the objective is here @slo.yaml:4:13) (the objective is here @slo.yaml:5:13) (the objective is here @slo.yaml:6:13)
    orders
      objectives: []"
  `);
});

it('finds the component of an objective, whether the plan states it, and the alerts on it', async () => {
  const facts = await factsOf({ ...PLAN, ...SLOTH }, 'objective', 'component', 'planned', 'alerts');
  expect(facts).toMatchInlineSnapshot(`
    "requests-availability
      alerts: ["slo.yaml:Checkout-Service/requests-availability/page","slo.yaml:Checkout-Service/requests-availability/ticket"] @4:13 (the alert is here @4:7) (the alert is here @4:7)
      component: "checkout" @2:10
      planned: true @2:10
    speed
      alerts: ["rules.yaml:g/A"] @5:13 (the alert is here @rules.yaml:1:38)
      component: "checkout" @2:10
      planned: unknown because what the objective is about is not known @5:13
    traffic
      alerts: ["slo.yaml:Checkout-Service/traffic/page","slo.yaml:Checkout-Service/traffic/ticket"] @6:13 (the alert is here @6:7) (the alert is here @6:7)
      component: "checkout" @2:10
      planned: false @2:10"
  `);
});

it('leaves what only a plan tells open without one', async () => {
  expect(await factsOf(SLOTH, 'objective', 'component')).toMatchInlineSnapshot(`
    "requests-availability
      component: unknown because there is no deployment plan @4:13
    speed
      component: unknown because there is no deployment plan @5:13
    traffic
      component: unknown because there is no deployment plan @6:13"
  `);
});
