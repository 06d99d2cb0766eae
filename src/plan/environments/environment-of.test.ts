import { describe, expect, it } from 'vitest';
import { environmentNamed, environmentOf } from './environment-of.ts';
import { planFrom, planText } from '../testing/print.ts';
import type { Plan } from '../types.ts';

function planWith(environments: string): Plan {
  const { plan } = planFrom(planText('', environments));
  if (!plan) throw new Error('no plan');
  return plan;
}

const plan = planWith(`
  - { name: dev, infrastructure: [terraform, terraform/shared] }
  - { name: acceptance, purpose: staging, infrastructure: [terraform/stacks/acc, terraform/shared] }
  - { name: production, infrastructure: [./terraform/stacks/main/], configuration: [values/live.yaml] }`);

describe('the environment of a path', () => {
  it.each<readonly [path: string, environment: string | undefined, because: string]>([
    ['terraform/stacks/acc', 'acceptance', 'the stated folder itself'],
    ['terraform/stacks/acc/main.tf', 'acceptance', 'what lies in a stated folder'],
    ['terraform/stacks/main/a/b.tf', 'production', 'a folder stated in another notation'],
    ['terraform/stacks/acc-2/main.tf', 'dev', 'not a folder that only starts as a stated one'],
    ['terraform/stacks/other/production/main.tf', 'dev', 'a stated folder before a name'],
    ['values/live.yaml', 'production', 'a stated file'],
    ['k8s/acceptance/app.yaml', 'acceptance', 'a folder named as the environment'],
    ['k8s/Production/app.yaml', 'production', 'without regard to case'],
    ['k8s/dev/production/app.yaml', 'production', 'the deepest of several names'],
    ['monitoring/production.yml', 'production', 'a file named as the environment'],
    ['k8s/uat/app.yaml', 'acceptance', 'a synonym of a purpose that only one environment has'],
    ['k8s/values-prod.yaml', 'production', 'a synonym in a file name'],
    ['k8s/base/app.yaml', undefined, 'no name at all'],
    ['terraform/shared/main.tf', undefined, 'a folder that two environments state'],
    ['app/test/deploy.yaml', undefined, 'a folder of tests'],
    ['live/app.yaml', undefined, 'a folder that holds every environment'],
    ['', undefined, 'the root'],
    ['../production/main.tf', undefined, 'a path out of the root'],
    ['__proto__/constructor', undefined, 'names that objects have'],
  ])('of %s is %s: %s', (path, environment) => {
    expect(environmentOf(plan, path)).toBe(environment);
  });

  it('is none by purpose when several environments have it', () => {
    const regions = planWith(`[{ name: production-eu }, { name: production-us }]`);
    expect(environmentOf(regions, 'k8s/prod/app.yaml')).toBeUndefined();
    expect(environmentOf(regions, 'k8s/production-us/app.yaml')).toBe('production-us');
  });
});

describe('an environment that a pipeline names', () => {
  it.each<readonly [name: string, environment: string | undefined]>([
    ['production', 'production'],
    ['PRODUCTION', 'production'],
    ['prod', 'production'],
    ['webshop-stg', 'acceptance'],
    ['blue', undefined],
  ])('%s is %s', (name, environment) => {
    expect(environmentNamed(plan, name)?.name).toBe(environment);
  });
});
