import { expect, it } from 'vitest';
import { factsOf } from '../testing/tree.ts';

const plan = `apiVersion: planproof/v1
kind: DeploymentPlan
title: x
environments: [{ name: production }]
timeline: { freezes: [{ from: 2026-12-19, to: 2027-01-06 }] }
`;

/** The first day of the freeze that these windows leave open. */
async function open(...windows: readonly string[]): Promise<string | undefined> {
  const argo = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: shop }
spec: { project: p, source: { repoURL: x }, destination: { namespace: production }, syncPolicy: { automated: {} } }
---
apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata: { name: p }
spec: { syncWindows: [${windows.map((window) => `{ ${window}, applications: ['*'] }`).join(', ')}] }
`;
  const files = { 'deployment-plan.yaml': plan, 'production/argo.yaml': argo };
  const text = await factsOf(files, 'gitops-release', 'freezes');
  return /freezes\.0\.open: ("[^"]*"|null|unknown because [^@]*)/.exec(text)?.[1]?.trim();
}

it.each([
  ['a window denies all days', ["kind: deny, schedule: '0 0 19 12 *', duration: 456h"], 'null'],
  ['windows follow each other', ["kind: deny, schedule: '0 0 * * *', duration: 24h"], 'null'],
  ['it ends too early', ["kind: deny, schedule: '0 0 19 12 *', duration: 455h"], '"2027-01-06"'],
  ['it begins too late', ["kind: deny, schedule: '0 0 20 12 *', duration: 500h"], '"2026-12-19"'],
  ['it began before', ["kind: deny, schedule: '0 0 1 12 *', duration: 1000h"], 'null'],
  ['nothing is allowed in it', ["kind: allow, schedule: '0 9 * 2-11 *', duration: 8h"], 'null'],
  ['some of it is allowed', ["kind: allow, schedule: '0 9 * * 1', duration: 8h"], '"2026-12-21"'],
  [
    'what is allowed is denied',

    ["kind: allow, schedule: '0 9 * * 1', duration: 8h", "kind: deny, schedule: '0 0 * * 1', duration: 24h"],
    'null',
  ],
])('tells the first day that is open where %s', async (_, windows, day) => {
  expect(await open(...windows)).toBe(day);
});

it('does not tell where a duration cannot be read, or windows are many', async () => {
  expect(await open("kind: deny, schedule: '0 0 19 12 *', duration: '{{x}}'")).toContain('unknown because');
  expect(await open("kind: deny, schedule: '* * * * *', duration: 1m")).toContain('too often');
});
