import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detects, printSample, readTexts, samplesBeside } from '../../../test/support/read-samples.ts';
import { format } from './index.ts';

describe('samples', () => {
  it.each(samplesBeside(import.meta.dirname))(
    'give the whole answer for $name',
    async ({ name, text, expected }) => {
      await expect(await printSample(format, `k8s/${name}`, text)).toMatchFileSnapshot(expected);
    },
  );
});

describe('recognition', () => {
  it.each([
    ['an object of the API', 'apiVersion: v1\nkind: Service', true],
    ['a custom resource', 'apiVersion: example.com/v1\nkind: Thing', true],
    ['a service monitor', 'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor', false],
    ['a Secret with other keys', 'apiVersion: v1\nkind: Secret\nstringData: { token: x }', true],
    ['rules of the Prometheus operator', 'apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule', false],
    [
      'an Alertmanager file in a Secret',
      'apiVersion: v1\nkind: Secret\ndata: { alertmanager.yaml: eA== }',
      false,
    ],
    ['a kustomization', 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization', true],
    ['what Skaffold builds', 'apiVersion: skaffold/v4beta11\nkind: Config', true],
    ['a cluster of kind', 'apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster', false],
    ['a Helm chart', 'apiVersion: v2\nname: web\nversion: 1.0.0', false],
    ['provisioning of Grafana', 'apiVersion: 1\nkind: x', false],
    ['a deployment plan', 'apiVersion: planproof/v1\nkind: DeploymentPlan', false],
    ['a list', '- apiVersion: v1\n  kind: Pod', false],
  ])('of %s', (_, text, expected) => {
    expect(detects(format, text)).toBe(expected);
  });
});

it('takes the environment from the path first, and refers within the nearest folder', async () => {
  const deployment = (replicas: number): string =>
    `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec:\n  selector: {}\n  template: { spec: { containers: [{ name: web, image: "web:${replicas}" }] } }\n---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: web }\nspec: { minReplicas: ${replicas}, scaleTargetRef: { kind: Deployment, name: web } }`;
  const { subjects } = await readTexts(format, {
    'overlays/staging/web.yaml': deployment(1),
    'overlays/production/web.yaml': deployment(3),
  });
  const workloads = subjects.filter((subject) => subject.kind === 'workload');
  expect(workloads.map(({ id, environment, facts }) => [id, environment, facts.replicas.value])).toEqual([
    ['overlays/staging/web.yaml:Deployment/web', 'staging', 1],
    ['overlays/production/web.yaml:Deployment/web', 'production', 3],
  ]);
});

it('tells that a part of a pod is a patch, as parts of other workloads are', async () => {
  const pod = (container: string): string =>
    `apiVersion: v1\nkind: Pod\nmetadata: { name: proxy }\nspec: { containers: [{ name: proxy${container} }] }`;
  const { subjects, diagnostics } = await readTexts(format, {
    'overlay/kustomization.yaml': 'patches: [{ path: patches/part.yaml }]',
    'overlay/patches/part.yaml': pod(', resources: {}'),
    'whole.yaml': pod(', image: "proxy:1"'),
    'forgotten.yaml': pod(', securityContext: { privileged: true }'),
  });
  expect(subjects.flatMap(({ kind, id }) => (kind === 'workload' ? [id] : []))).toEqual([
    'whole.yaml:Pod/proxy',
    'forgotten.yaml:Pod/proxy',
  ]);
  expect(diagnostics.map(({ path, message }) => [path, message])).toEqual([
    [
      'overlay/patches/part.yaml',
      'The Pod proxy has neither a selector nor an image: as a patch it was not examined alone.',
    ],
  ]);
});

it('never throws, whatever stands where', async () => {
  const kinds = [
    'Deployment',
    'Rollout',
    'CronJob',
    'Pod',
    'Role',
    'ClusterRoleBinding',
    'Schedule',
    'Canary',
    'AnalysisTemplate',
    'Application',
    'ApplicationSet',
    'Kustomization',
    'HelmRelease',
    'GitRepository',
    'Cluster',
    'ScheduledBackup',
    'PerconaXtraDBCluster',
    'PostgresCluster',
    'postgresql',
    'K8ssandraCluster',
    'SnapshotSchedule',
    'ReplicationSource',
  ];
  const groups = [
    'v1',
    'apps/v1',
    'batch/v1',
    'argoproj.io/v1',
    'rbac.authorization.k8s.io/v1',
    'velero.io/v1',
    'flagger.app/v1beta1',
    'kustomize.toolkit.fluxcd.io/v1',
    'helm.toolkit.fluxcd.io/v2',
    'source.toolkit.fluxcd.io/v1',
    'postgresql.cnpg.io/v1',
    'pxc.percona.com/v1',
    'postgres-operator.crunchydata.com/v1beta1',
    'acid.zalan.do/v1',
    'k8ssandra.io/v1alpha1',
    'snapscheduler.backube/v1',
    'volsync.backube/v1alpha1',
    'k8up.io/v1',
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...kinds),
      fc.constantFrom(...groups),
      fc.dictionary(
        fc.constantFrom('spec', 'metadata', 'rules', 'roleRef', 'subjects', '__proto__'),
        fc.dictionary(
          fc.constantFrom(
            'template',
            'strategy',
            'schedule',
            'jobTemplate',
            'name',
            'workloadRef',
            'containers',
            'metrics',
            'analysis',
            'source',
            'sources',
            'sourceRef',
            'syncPolicy',
            'backup',
            'backups',
            'instances',
            'env',
            'medusa',
            'retention',
            'upgrade',
            'ref',
          ),
          fc.jsonValue(),
        ),
      ),
      async (kind, apiVersion, rest) => {
        const text = JSON.stringify({ apiVersion, kind, ...rest });
        await expect(readTexts(format, { 'a.yaml': text })).resolves.toBeDefined();
      },
    ),
  );
});

it('what repeats itself takes no longer than it should', async () => {
  const job = (command: string, name: string): string =>
    `apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: ${name} }\nspec:\n  schedule: "@daily"\n  jobTemplate: { spec: { template: { spec: { containers: [{ name: a, image: a:1, command: [a, ${command}] }] } } } }\n`;
  const before = process.cpuUsage();
  await readTexts(format, {
    'a.yaml': job('backup'.repeat(50_000), 'backup'),
    'b.yaml': `apiVersion: v1\nkind: Service\nmetadata: { name: "${'${ '.repeat(100_000)}" }\nspec: { selector: { app: "${'${ '.repeat(100_000)}" } }\n`,
  });
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(3);
});
