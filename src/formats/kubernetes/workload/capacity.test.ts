import { expect, it } from 'vitest';
import { printSubjects } from '../../../../test/support/facts.ts';
import { readTexts } from '../../../../test/support/read-samples.ts';
import { format } from '../index.ts';

async function linesOf(text: string, ...prefixes: readonly string[]): Promise<string> {
  const { subjects } = await readTexts(format, { 'k8s/a.yaml': text });
  return printSubjects(subjects)
    .split('\n')
    .filter((line) => prefixes.some((prefix) => line.includes(prefix)))
    .join('\n');
}

const deployment = (containers: string, more = ''): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a, namespace: shop }\nspec:\n  replicas: 2\n  template: { spec: { ${more} containers: [${containers}] } }\n`;

it('asks for the request, else the limit, and for what runs alone before it where that is more', async () => {
  const text = deployment(
    '{ name: a, image: a, resources: { requests: { cpu: 250m }, limits: { cpu: 1, memory: 128Mi } } }',
    'initContainers: [{ name: b, resources: { requests: { cpu: 2 } } }],',
  );
  expect(await linesOf(text, 'odRequests', 'requests.', 'ostReplicas')).toMatchInlineSnapshot(`
    "  mostReplicas: 2 @5:13
      podRequests.cpu: 2 @6:81
      podRequests.memory: 134217728 @6:64
      containers.0.requests.cpu: 2 @6:81
      containers.0.requests.memory: null @6:64
      containers.1.requests.cpu: 0.25 @6:155
      containers.1.requests.memory: 134217728 @6:189"
  `);
});

it('takes what a LimitRange gives, and does not know what is filled in or no quantity', async () => {
  const range =
    'apiVersion: v1\nkind: LimitRange\nmetadata: { name: l, namespace: shop }\nspec: { limits: [{ type: Container, default: { memory: 256Mi }, defaultRequest: { cpu: 100m } }] }\n';
  expect(
    await linesOf(
      `${deployment('{ name: a, image: a }')}---\n${range}`,
      'requests.',
      'cpuRequest',
      'memoryLimit',
    ),
  ).toMatchInlineSnapshot(`
    "  containers.0.cpuRequest: true @11:88
      containers.0.memoryLimit: true @11:56
      containers.0.requests.cpu: 0.1 @11:88
      containers.0.requests.memory: 268435456 @11:56"
  `);
  const odd = '{ name: a, image: a, resources: { requests: { cpu: 1 core, memory: "${MEMORY}" } } }';
  expect(await linesOf(deployment(odd), 'odRequests', 'requests.')).toMatchInlineSnapshot(`
    "  podRequests.cpu: unknown because cpu is the text "1 core", not a quantity such as 2, 0.5, 500m, 128Mi, 1Gi or 1e9 @6:88
      podRequests.memory: unknown because \${MEMORY} in memory is filled in when the manifest is applied @6:104
      containers.0.requests.cpu: unknown because cpu is the text "1 core", not a quantity such as 2, 0.5, 500m, 128Mi, 1Gi or 1e9 @6:88
      containers.0.requests.memory: unknown because \${MEMORY} in memory is filled in when the manifest is applied @6:104"
  `);
});

it('may run as many as its autoscaler goes up to', async () => {
  const scaler = (kind: string, spec: string): string =>
    `${deployment('{ name: a, image: a }')}---\napiVersion: x/v1\nkind: ${kind}\nmetadata: { name: s, namespace: shop }\nspec: { scaleTargetRef: { kind: Deployment, name: a }, ${spec} }\n`;
  const most = (text: string): Promise<string> => linesOf(text, '  replicas', 'mostReplicas');
  expect(await most(scaler('HorizontalPodAutoscaler', 'minReplicas: 3, maxReplicas: 9')))
    .toMatchInlineSnapshot(`
    "  replicas: 3 @11:69
      mostReplicas: 9 @11:85"
  `);
  expect(await most(scaler('HorizontalPodAutoscaler', 'minReplicas: 3'))).toMatchInlineSnapshot(`
    "  replicas: 3 @11:69
      mostReplicas: unknown because the HorizontalPodAutoscaler states no maximum @11:1"
  `);
  expect(await most(scaler('ScaledObject', 'maxReplicaCount: 7'))).toMatchInlineSnapshot(`
    "  replicas: 0 @11:1
      mostReplicas: 7 @11:73"
  `);
});

it('reads quotas, and what Karpenter may add', async () => {
  const quota =
    'apiVersion: v1\nkind: ResourceQuota\nmetadata: { name: q, namespace: shop }\nspec: { hard: { requests.cpu: "4", memory: 8Gi, pods: 10 } }\n';
  const pool =
    'apiVersion: karpenter.sh/v1\nkind: NodePool\nmetadata: { name: p }\nspec: { limits: { cpu: 100 } }\n';
  expect(await linesOf(`${quota}---\n${pool}`, '')).toMatchInlineSnapshot(`
    "cluster-object k8s/a.yaml:ResourceQuota/shop/q "q" @3:19
      type: "v1/ResourceQuota"
      removedIn: null @1:13
      instead: null @1:13

    resource-limit k8s/a.yaml:ResourceQuota/shop/q "q" @3:19
      type: "ResourceQuota"
      namespace: "shop" @3:33
      partial: false @3:19
      cpu: 4 @4:31
      memory: 8589934592 @4:44
      pods: 10 @4:55
      asked: []
      refused: []

    resource-limit k8s/a.yaml:NodePool/p "p" @8:19
      type: "NodePool"
      namespace: null @8:19
      partial: false @8:19
      cpu: 100 @9:24
      memory: null @9:9
      pods: null @8:19
      asked: []
      refused: []"
  `);
});
