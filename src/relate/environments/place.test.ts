import { describe, expect, it } from 'vitest';
import { BUCKET, deployment, environmentsPlan } from '../testing/environments.ts';
import { relateTree } from '../testing/tree.ts';

describe('the environment of a subject', () => {
  it('is that of its place by the plan, in the words of the plan', async () => {
    const subjects = await relateTree({
      ...environmentsPlan('[{ name: dev }, { name: live, purpose: production, configuration: [k8s/main] }]'),
      'k8s/main/a.yaml': deployment('a'),
      'tf/prod/main.tf': `module "m" {\n  source = "../m"\n}\n`,
      'tf/m/main.tf': BUCKET,
      'docs/dev/a.md': '# A\n',
    });
    expect(subjects.map(({ kind, id, environment }) => `${kind} ${id}: ${environment ?? 'none'}`).join('\n'))
      .toMatchInlineSnapshot(`
        "plan deployment-plan.yaml: none
        plan-environment deployment-plan.yaml:environments.dev: dev
        plan-environment deployment-plan.yaml:environments.live: live
        document docs/dev/a.md: none
        workload k8s/main/a.yaml:Deployment/a: live
        rollback k8s/main/a.yaml:Deployment/a: live
        cluster-object k8s/main/a.yaml:Deployment/a: live
        object-store tf/prod:module.m.aws_s3_bucket.b: live
        cloud-service tf/prod:module.m.aws_s3_bucket.b: live
        stack tf/prod: live
        state-backend tf/prod:backend: live"
      `);
  });
});
