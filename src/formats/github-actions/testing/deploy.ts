import type { DeployJobFacts } from '../../../model/index.ts';
import { factsOf, show } from './screen.ts';

/** A fact of a deploy job. */
export type FactName = Exclude<
  keyof DeployJobFacts,
  'system' | 'pipeline' | 'job' | 'starts' | 'freezes' | 'windows'
>;

/** A workflow with one deploy job: its head, its job's keys, its steps. */
export const workflow = (head: string, job: string, steps: string): string =>
  `${head}\njobs:\n  release:\n    runs-on: ubuntu-latest\n${job}    steps:\n${steps}`;

/** That fact of each deploy job in a workflow. */
export async function fact(name: FactName, text: string): Promise<string[]> {
  return (await factsOf('deploy-job', text)).map(({ facts }) => show(facts[name]));
}

export const APPLY = '      - run: kubectl apply -f k8s/\n';
