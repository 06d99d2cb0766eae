import { expect, it } from 'vitest';
import { environmentFacts, environmentsPlan } from '../testing/environments.ts';

const deployment = (name: string, replicas: number, cpu: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: ${name}, namespace: shop }\nspec: { replicas: ${replicas}, template: { spec: { containers: [{ name: a, image: a, resources: { requests: { cpu: ${cpu} } } }] } } }\n`;

const demand = (files: Readonly<Record<string, string>>, services = ''): Promise<string> =>
  environmentFacts(
    { ...environmentsPlan(`[{ name: production, configuration: [k8s/prod]${services} }]`), ...files },
    'demand.0',
  );

it('counts a workload that is in the files twice once, as its smallest, and says so', async () => {
  expect(
    await demand({
      'k8s/prod/a.yaml': deployment('a', 3, '1'),
      'k8s/prod/b.yaml': deployment('a', 2, '500m'),
    }),
  ).toMatchInlineSnapshot(`
    "production (production)
      demand.0.resource: "vcpu"
      demand.0.total: 1 (this asks for a part of it @k8s/prod/b.yaml:3:19)
      demand.0.arithmetic: "a 2 × 0.5"
      demand.0.open: ["a, which is in the files 2 times"]
      demand.0.largestPod: 1 @k8s/prod/a.yaml:4:106
      demand.0.largestOf: "a" @k8s/prod/a.yaml:4:106
      demand.0.nodes: null
      demand.0.nodesArithmetic: ""
      demand.0.largestNode: null"
  `);
});

it('does not know of manifests that name no environment, and takes machines from the plan', async () => {
  expect(
    await demand(
      { 'k8s/prod/a.yaml': deployment('a', 3, '1'), 'other/b.yaml': deployment('b', 2, '500m') },
      ', services: [{ service: aks, size: Standard_D4s_v5, count: 2 }]',
    ),
  ).toMatchInlineSnapshot(`
    "production (production)
      demand.0.resource: "vcpu"
      demand.0.total: 3 (this asks for a part of it @k8s/prod/a.yaml:3:19)
      demand.0.arithmetic: "a 3 × 1"
      demand.0.open: ["b, whose environment the files do not tell"]
      demand.0.largestPod: 1 @k8s/prod/a.yaml:4:106
      demand.0.largestOf: "a" @k8s/prod/a.yaml:4:106
      demand.0.nodes: 8 @4:85
      demand.0.nodesArithmetic: "aks 2 × Standard_D4s_v5 (4)"
      demand.0.largestNode: 4 @4:85"
  `);
});

it('adds what Karpenter may add at most', async () => {
  const pool =
    'apiVersion: karpenter.sh/v1\nkind: NodePool\nmetadata: { name: p }\nspec: { limits: { cpu: 100 } }\n';
  expect(
    await demand(
      { 'k8s/prod/a.yaml': deployment('a', 3, '1'), 'k8s/prod/p.yaml': pool },
      ', services: [{ service: eks, size: m6i.large, count: 2 }]',
    ),
  ).toMatchInlineSnapshot(`
    "production (production)
      demand.0.resource: "vcpu"
      demand.0.total: 3 (this asks for a part of it @k8s/prod/a.yaml:3:19)
      demand.0.arithmetic: "a 3 × 1"
      demand.0.open: []
      demand.0.largestPod: 1 @k8s/prod/a.yaml:4:106
      demand.0.largestOf: "a" @k8s/prod/a.yaml:4:106
      demand.0.nodes: 104 @4:85
      demand.0.nodesArithmetic: "eks 2 × m6i.large (2), Karpenter 100"
      demand.0.largestNode: null @4:85"
  `);
});
