import { factsOf } from './tree.ts';

export type Files = Readonly<Record<string, string>>;

/** A plan with these components. */
export function planOf(
  components: string,
  more = '',
  environments = '[{ name: staging }, { name: production }]',
): Files {
  return {
    'deployment-plan.yaml': `apiVersion: planproof/v1\nkind: DeploymentPlan\ntitle: x\nenvironments: ${environments}\narchitecture: { components: ${components} }\n${more}`,
  };
}

export function componentFacts(files: Files, ...prefixes: readonly string[]): Promise<string> {
  return factsOf(files, 'plan-component', ...prefixes);
}
