import type { Files } from './components.ts';
import { factsOf } from './tree.ts';

/** A plan with these environments. */
export function environmentsPlan(environments: string): Files {
  return {
    'deployment-plan.yaml': `apiVersion: planproof/v1\nkind: DeploymentPlan\ntitle: x\nenvironments: ${environments}\n`,
  };
}

export function environmentFacts(files: Files, ...prefixes: readonly string[]): Promise<string> {
  return factsOf(files, 'plan-environment', ...prefixes);
}

export const BUCKET = 'resource "aws_s3_bucket" "b" {}\n';

export function deployment(name: string, more = ''): string {
  return `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: ${name} }\nspec:\n  ${more}\n  template: { spec: { containers: [{ name: a, image: a }] } }\n`;
}

/** A workflow with a job that deploys to each of these environments. */
export function workflow(...environments: readonly string[]): string {
  const jobs = environments.map(
    (name, i) =>
      `  deploy-${i}:\n    runs-on: x\n    environment: ${name}\n    steps: [{ run: kubectl apply -f k8s }]\n`,
  );
  return `on: push\njobs:\n${jobs.join('')}`;
}
