import { known, type Fact } from '../../../model/index.ts';
import type { JobRun } from '../pipeline/run.ts';

/** Every job starts with the commit of its pipeline, and with what earlier jobs made from it. */
export function workspaceOf({ plan: { config }, name }: JobRun): Fact<boolean> | undefined {
  const job = config.job(name);
  const strategy = config.variable(name, 'GIT_STRATEGY');
  if (!/^(?:none|empty)$/.test(strategy?.text ?? '')) return known(true, job.header);
  const artifacts = job.get('dependencies').exists ? job.get('dependencies') : job.get('needs');
  if (artifacts.isList && artifacts.items().length === 0) return undefined;
  return known(true, (artifacts.exists ? artifacts : (strategy ?? job)).at);
}
