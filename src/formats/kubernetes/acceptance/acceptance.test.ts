import { expect, it } from 'vitest';
import { readTexts } from '../../../../test/support/read-samples.ts';
import { format } from '../index.ts';

async function refusals(kind: string, spec: string): Promise<readonly unknown[]> {
  const apiVersion = kind === 'Rollout' ? 'argoproj.io/v1alpha1' : 'apps/v1';
  const template =
    'template: { metadata: { labels: { app: web } }, spec: { containers: [{ image: "web:1" }] } }';
  const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: web }\nspec: { ${template}, ${spec} }`;
  const { subjects } = await readTexts(format, { 'web.yaml': text });
  return subjects.flatMap((subject) =>
    subject.kind === 'workload' ? (subject.facts.refused ?? []).map(({ why }) => why.value) : [],
  );
}

const selector = 'selector: { matchLabels: { app: web } }';

it.each([
  ['a strategy that is no map', 'Rollout', `${selector}, strategy: fast`],
  ['an empty canary', 'Rollout', `${selector}, strategy: { canary: }`],
  ['a strategy that is filled in', 'Rollout', `${selector}, strategy: "\${STRATEGY}"`],
  [
    'traffic split by a mesh',
    'Rollout',
    `${selector}, strategy: { canary: { trafficRouting: { istio: { destinationRule: {} } } } }`,
  ],
  ['a selector that is filled in', 'Deployment', 'selector: { matchLabels: { app: "${APP}" } }'],
  ['a deadline of text', 'Deployment', `${selector}, progressDeadlineSeconds: "\${SECONDS}"`],
  [
    'no surge, but one pod less',
    'Deployment',
    `${selector}, strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } }`,
  ],
  [
    'a StatefulSet without a surge',
    'StatefulSet',
    `${selector}, updateStrategy: { rollingUpdate: { maxUnavailable: 0 } }`,
  ],
])('refuses nothing of %s', async (_, kind, spec) => {
  expect(await refusals(kind, spec)).toEqual([]);
});

it.each([
  [
    'StatefulSet',
    'selector: { matchLabels: { app: shop } }',
    'its selector wants app: shop, and its pods have web',
  ],
  [
    'Deployment',
    `${selector}, minReadySeconds: 600`,
    'its progressDeadlineSeconds (600) is not more than its minReadySeconds (600)',
  ],
  [
    'Rollout',
    `${selector}, strategy: { canary: { trafficRouting: { istio: {} }, stableService: web } }`,
    'its trafficRouting needs a canaryService',
  ],
])('says of a %s what is refused', async (kind, spec, why) => {
  expect(await refusals(kind, spec)).toEqual([why]);
});
