import { expect, it } from 'vitest';
import { factsOf } from '../testing/tree.ts';

const plan = `apiVersion: planproof/v1
kind: DeploymentPlan
title: x
environments: [{ name: staging }, { name: production }]
timeline:
  freezes:
    - { from: 2026-12-19, to: 2027-01-06 }
    - { from: 2026-03-02, to: 2026-03-02, environments: [staging, production] }
    - { from: 2026-08-01, to: 2026-08-31, environments: [staging] }
`;
const workflow = (environment: string, cron: string): string =>
  `on: { schedule: [{ cron: '${cron}' }] }\njobs:\n  deploy:\n    environment: ${environment}\n    runs-on: x\n    steps: [{ run: kubectl apply -f k8s }]\n`;
const freezes = (environment: string, cron: string): Promise<string> =>
  factsOf(
    { 'deployment-plan.yaml': plan, '.github/workflows/w.yml': workflow(environment, cron) },
    'deploy-job',
    'freezes',
  );

it('gives a deploy the freezes of its environment, with the first day on which a schedule starts it', async () => {
  expect(await freezes('production', '0 0 * * 1')).toMatchInlineSnapshot(`
    "deploy (production)
      freezes.0.from: "2026-12-19" @deployment-plan.yaml:7:15
      freezes.0.to: "2027-01-06" @deployment-plan.yaml:7:31
      freezes.0.scheduled: "2026-12-21" @1:26
      freezes.1.from: "2026-03-02" @deployment-plan.yaml:8:15
      freezes.1.to: "2026-03-02" @deployment-plan.yaml:8:31
      freezes.1.scheduled: "2026-03-02" @1:26"
  `);
  expect(await freezes('staging', '0 6 * * 0')).toMatchInlineSnapshot(`
    "deploy (staging)
      freezes.0.from: "2026-03-02" @deployment-plan.yaml:8:15
      freezes.0.to: "2026-03-02" @deployment-plan.yaml:8:31
      freezes.0.scheduled: null
      freezes.1.from: "2026-08-01" @deployment-plan.yaml:9:15
      freezes.1.to: "2026-08-31" @deployment-plan.yaml:9:31
      freezes.1.scheduled: "2026-08-02" @1:26"
  `);
});

it('counts the last day to its end', async () => {
  expect(await freezes('production', '59 23 2 3 *')).toMatchInlineSnapshot(`
    "deploy (production)
      freezes.0.from: "2026-12-19" @deployment-plan.yaml:7:15
      freezes.0.to: "2027-01-06" @deployment-plan.yaml:7:31
      freezes.0.scheduled: null
      freezes.1.from: "2026-03-02" @deployment-plan.yaml:8:15
      freezes.1.to: "2026-03-02" @deployment-plan.yaml:8:31
      freezes.1.scheduled: "2026-03-02" @1:26"
  `);
});

it('takes what is no pattern for one that never runs', async () => {
  expect(await freezes('staging', 'nightly')).toMatchInlineSnapshot(`
    "deploy (staging)
      freezes.0.from: "2026-03-02" @deployment-plan.yaml:8:15
      freezes.0.to: "2026-03-02" @deployment-plan.yaml:8:31
      freezes.0.scheduled: null
      freezes.1.from: "2026-08-01" @deployment-plan.yaml:9:15
      freezes.1.to: "2026-08-31" @deployment-plan.yaml:9:31
      freezes.1.scheduled: null"
  `);
});
