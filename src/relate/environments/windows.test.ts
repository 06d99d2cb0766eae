import { expect, it } from 'vitest';
import { factsOf } from '../testing/tree.ts';

const plan = (windows: string, more = ''): string => `apiVersion: planproof/v1
kind: DeploymentPlan
title: x
environments: [{ name: staging }, { name: production }]
delivery: { environments: { production: { windows: [${windows}] } } }
${more}`;
const WORK = "{ days: [monday, tuesday], from: '09:00', to: '16:00', timeZone: Europe/Berlin }";

const scheduled = async (
  windows: string,
  cron: string,
  more?: string,
  environment = 'production',
): Promise<string | undefined> => {
  const facts = await factsOf(
    {
      'deployment-plan.yaml': plan(windows, more),
      '.github/workflows/w.yml': `on: { schedule: [{ cron: '${cron}' }] }\njobs:\n  deploy:\n    environment: ${environment}\n    runs-on: x\n    steps: [{ run: kubectl apply -f k8s }]\n`,
    },
    'deploy-job',
    'windows',
  );
  return facts
    .split('\n')
    .find((line) => /scheduled|windows: /.test(line))
    ?.trim();
};

it('tells when a schedule starts a deploy outside the windows of its environment, in their time', async () => {
  expect(await scheduled(WORK, '30 3 * * 0')).toBe('windows.scheduled: "Sunday 04:30 Europe/Berlin" @1:26');
  expect(await scheduled(WORK, '0 10 * * 1,2')).toBe('windows.scheduled: null');
  expect(await scheduled(WORK, '0 10 * * 1-3')).toBe(
    'windows.scheduled: "Wednesday 11:00 Europe/Berlin" @1:26',
  );
  expect(await scheduled(WORK, '30 3 * * 0', '', 'staging')).toBe('windows: null');
});

it('knows that clocks are put forward, and that a day of the month is any day of the week', async () => {
  expect(await scheduled(WORK, '30 14 * * 1')).toBe('windows.scheduled: "Monday 16:30 Europe/Berlin" @1:26');
  expect(await scheduled(WORK, '30 13 * * 1')).toBe('windows.scheduled: null');
  expect(await scheduled(WORK, '0 10 1 * *')).toBe('windows.scheduled: "Thursday 11:00 Europe/Berlin" @1:26');
});

it('looks through what runs each minute', async () => {
  expect(await scheduled(WORK, '* 9-14 * * 1,2')).toBe(
    'windows.scheduled: "Monday 16:01 Europe/Berlin" @1:26',
  );
  expect(await scheduled(WORK, '* 9-13 * * 1,2')).toBe('windows.scheduled: null');
});

it('keeps a window open over midnight, and all day where it states no times', async () => {
  const night = "{ days: [friday], from: '22:00', to: '02:00', timeZone: UTC }";
  expect(await scheduled(night, '30 1 * * 6')).toBe('windows.scheduled: null');
  expect(await scheduled(night, '30 2 * * 6')).toBe('windows.scheduled: "Saturday 02:30 UTC" @1:26');
  expect(await scheduled(night, '30 1 * * 5')).toBe('windows.scheduled: "Friday 01:30 UTC" @1:26');
  expect(await scheduled('{ days: [friday], timeZone: UTC }', '59 23 * * 5')).toBe('windows.scheduled: null');
});

it('takes the zone of the timeline, and decides nothing without one', async () => {
  const days = '{ days: [sunday] }';
  expect(await scheduled(days, '0 23 * * 6', 'timeline: { timeZone: Europe/Berlin }')).toBe(
    'windows.scheduled: null',
  );
  expect(await scheduled(days, '0 23 * * 6')).toBe(
    'windows.scheduled: unknown because the plan names no time zone of its windows @1:26',
  );
});
