import { describe, expect, it } from 'vitest';
import { deployment, environmentFacts, environmentsPlan, workflow } from '../testing/environments.ts';

const rollout = (name: string): string =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: { name: ${name} }\nspec: { strategy: { canary: { steps: [{ setWeight: 10 }] } }, template: { spec: { containers: [{ name: a, image: a }] } } }\n`;

describe('deploy jobs of an environment', () => {
  it('are those that deploy to it, under whatever name of its purpose', async () => {
    expect(
      await environmentFacts(
        {
          ...environmentsPlan('[{ name: dev }, { name: production }]'),
          '.github/workflows/deploy.yml': workflow('prod', 'PRODUCTION'),
        },
        'foundDeployJobs',
      ),
    ).toMatchInlineSnapshot(`
      "dev (dev)
        foundDeployJobs: []
      production (production)
        foundDeployJobs: [".github/workflows/deploy.yml:deploy-0",".github/workflows/deploy.yml:deploy-1"] (deploys to it @.github/workflows/deploy.yml:3:3) (deploys to it @.github/workflows/deploy.yml:7:3)"
    `);
  });

  it('are not known without any pipeline', async () => {
    expect(
      await environmentFacts(environmentsPlan('[{ name: production }]'), 'foundDeployJobs', 'foundRollbacks'),
    ).toMatchInlineSnapshot(`
      "production (production)
        foundDeployJobs: unknown because no pipeline was scanned
        foundRollbacks: unknown because neither a pipeline nor a workload was scanned"
    `);
  });

  it('are not known when a job deploys to a place that is not', async () => {
    expect(
      await environmentFacts(
        {
          ...environmentsPlan('[{ name: production }]'),
          '.github/workflows/deploy.yml': workflow('${{ vars.TARGET }}'),
        },
        'foundDeployJobs',
      ),
    ).toMatchInlineSnapshot(`
      "production (production)
        foundDeployJobs: unknown because the environment that deploy-0 deploys to is not known: \`vars.TARGET\` is set outside the files"
    `);
  });
});

describe('the infrastructure of an environment', () => {
  it('is what the plan says, where workloads stand in it; where it runs is not told', async () => {
    expect(
      await environmentFacts(
        {
          ...environmentsPlan('[{ name: production, infrastructure: [compose.yaml] }]'),
          'compose.yaml': 'services:\n  shop:\n    image: shop:1\n    restart: always\n',
        },
        'foundStacks',
        'foundRegions',
        'foundStrategies',
      ),
    ).toMatchInlineSnapshot(`
      "production (production)
        foundStacks: ["compose.yaml"] (found here @compose.yaml:2:3)
        foundRegions: unknown because no code of a cloud says where it is provisioned
        foundStrategies: unknown because the files do not tell whether Compose or a Swarm runs the service"
    `);
  });
});

describe('strategies and ways back of an environment', () => {
  it('are not known where a release brings a chart that is elsewhere', async () => {
    const release =
      'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: { name: web }\nspec: { upgrade: { remediation: { retries: 3 } } }\n';
    expect(
      await environmentFacts(
        {
          ...environmentsPlan('[{ name: staging }, { name: production }]'),
          'k8s/staging/b.yaml': deployment('b'),
          'k8s/production/web.yaml': release,
        },
        'foundStrategies',
        'foundRollbacks',
      ),
    ).toMatchInlineSnapshot(`
      "staging (staging)
        foundStrategies: ["rolling"] (the strategy is here @k8s/staging/b.yaml:4:1)
        foundRollbacks: ["rollout-undo"] (a way back is here @k8s/staging/b.yaml:3:19)
      production (production)
        foundStrategies: unknown because what the HelmRelease web brings is not among the files
        foundRollbacks: ["helm-rollback"] (a way back is here @k8s/production/web.yaml:3:19)"
    `);
  });

  it('are those of its workloads and of the ones that belong to none', async () => {
    expect(
      await environmentFacts(
        {
          ...environmentsPlan('[{ name: staging }, { name: production }]'),
          'k8s/base/a.yaml': deployment('a'),
          'k8s/staging/b.yaml': deployment('b', 'strategy: { type: Recreate }'),
          'k8s/production/b.yaml': rollout('b'),
        },
        'foundStrategies',
        'foundRollbacks',
      ),
    ).toMatchInlineSnapshot(`
      "staging (staging)
        foundStrategies: ["recreate","rolling"] (the strategy is here @k8s/staging/b.yaml:5:21) (the strategy is here @k8s/base/a.yaml:4:1)
        foundRollbacks: ["rollout-undo"] (a way back is here @k8s/staging/b.yaml:3:19) (a way back is here @k8s/base/a.yaml:3:19)
      production (production)
        foundStrategies: ["canary","rolling"] (the strategy is here @k8s/production/b.yaml:4:21) (the strategy is here @k8s/base/a.yaml:4:1)
        foundRollbacks: ["rollout-abort","rollout-undo"] (a way back is here @k8s/production/b.yaml:3:19) (a way back is here @k8s/base/a.yaml:3:19)"
    `);
  });

  it('are none when all workloads are of other environments, and not known when there are none', async () => {
    const environments = '[{ name: staging }, { name: production }]';
    expect(
      await environmentFacts(
        { ...environmentsPlan(environments), 'k8s/staging/b.yaml': deployment('b') },
        'foundStrategies',
        'foundRollbacks',
      ),
    ).toMatchInlineSnapshot(`
      "staging (staging)
        foundStrategies: ["rolling"] (the strategy is here @k8s/staging/b.yaml:4:1)
        foundRollbacks: ["rollout-undo"] (a way back is here @k8s/staging/b.yaml:3:19)
      production (production)
        foundStrategies: []
        foundRollbacks: []"
    `);
    expect(await environmentFacts(environmentsPlan(environments), 'foundStrategies')).toMatchInlineSnapshot(`
      "staging (staging)
        foundStrategies: unknown because no workload was scanned
      production (production)
        foundStrategies: unknown because no workload was scanned"
    `);
  });
});
