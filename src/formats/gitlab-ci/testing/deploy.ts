import type { DeployJobFacts } from '../../../model/index.ts';
import { factsOf, show } from './screen.ts';

/** A fact of a deploy job. */
export type FactName = Exclude<
  keyof DeployJobFacts,
  'system' | 'pipeline' | 'job' | 'starts' | 'freezes' | 'windows'
>;

/** That fact of each deploy job in a pipeline. */
export async function fact(name: FactName, text: string): Promise<string[]> {
  return (await factsOf('deploy-job', text)).map(({ facts }) => show(facts[name]));
}
