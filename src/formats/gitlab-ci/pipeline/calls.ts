import { known, type PipelineFacts } from '../../../model/index.ts';
import type { Config } from '../read/config.ts';
import type { Value } from '../read/value.ts';
import { outermostPlan, type PipelinePlan, type PlannedJob } from './run.ts';

type Mistake = PipelineFacts['mistakes'][number];

const call = (problem: string, { at }: Value): Mistake => ({ about: 'call', problem: known(problem, at) });

/**
 * What GitLab refuses of a pipeline: stages, jobs and templates that are not there, and jobs that wait for later ones.
 * None where a part of the pipeline is not among the files, since that may have them.
 */
export function callMistakes(plan: PipelinePlan): readonly Mistake[] {
  const { config } = plan;
  const { isPart, foreign, missing, unseen } = config;
  if (isPart || foreign.length + missing.length + unseen.length > 0 || outermostPlan(plan) !== plan)
    return [];
  return config.names.flatMap((name) => [
    ...stageMistakes(name, config),
    ...needMistakes(name, config, plan.jobs.get(name), plan),
    ...extendsMistakes(name, config),
  ]);
}

/** What an input or a variable fills in is not looked at. */
const isOpen = (text: string): boolean => text.includes('$');

function stageMistakes(name: string, config: Config): readonly Mistake[] {
  const stage = config.job(name).get('stage');
  const { text } = stage;
  if (text === undefined || isOpen(text) || config.stages.includes(text)) return [];
  return [call(`job \`${name}\` is of the stage \`${text}\`, which is not one of \`stages\``, stage)];
}

function needMistakes(
  name: string,
  { names, stages }: Config,
  job: PlannedJob | undefined,
  { jobs }: PipelinePlan,
): readonly Mistake[] {
  return (job?.needs ?? []).flatMap(({ job: text, optional, elsewhere, value }) => {
    if (elsewhere || isOpen(text)) return [];
    const needed = text.replace(/:? \[.*\]$| \d+\/\d+$/, '');
    if (!names.includes(text) && !names.includes(needed))
      return optional ? [] : [call(`job \`${name}\` needs \`${text}\`, which does not exist`, value)];
    const stage = jobs.get(needed)?.stage;
    if (stage === undefined || job?.stage === undefined || stage <= job.stage) return [];
    return [call(`job \`${name}\` needs \`${text}\` of the later stage \`${stages[stage]}\``, value)];
  });
}

function extendsMistakes(name: string, config: Config): readonly Mistake[] {
  return config
    .job(name)
    .get('extends')
    .values()
    .flatMap((value) => {
      const { text } = value;
      if (text === undefined || isOpen(text) || config.top.get(text).exists) return [];
      return [call(`job \`${name}\` extends \`${text}\`, which does not exist`, value)];
    });
}
