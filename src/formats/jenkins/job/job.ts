import type { Activity, Elsewhere, Job, PipelineOf } from '../../../delivery/index.ts';
import { known, type Fact } from '../../../model/index.ts';
import { allCalls, argument, locate, textOf } from '../read/nodes.ts';
import { optionsOf, type Jenkinsfile } from '../read/jenkinsfile.ts';
import type { Stage } from '../read/stage.ts';
import { activitiesOf, postActivities } from './activities.ts';
import { credentialsOf } from './credentials.ts';
import { isKnownStep } from './known-steps.ts';
import { assignmentsOf, settingsOf } from './scope.ts';
import { environmentOf, environmentsOf } from './target.ts';
import { variablesOf } from './variables.ts';
import { whenOf } from './when.ts';

interface Whole {
  readonly jenkinsfile: Jenkinsfile;
  readonly assigned: ReturnType<typeof assignmentsOf>;
  readonly pipeline: PipelineOf;
}

interface Place {
  readonly parent: Job | undefined;
  readonly before: () => readonly Job[];
  readonly after: () => readonly Job[];
}

/** All stages of a file as jobs, with what they consist of, and its `post` as a job after the last. */
export function jobsOf(
  jenkinsfile: Jenkinsfile,
  pipeline: PipelineOf,
  post: Stage | undefined,
): readonly Job[] {
  const all: Job[] = [];
  const assigned = assignmentsOf(jenkinsfile);
  const make = (stages: readonly Stage[], ordered: boolean, parent: Job | undefined): readonly Job[] => {
    const made: Job[] = [];
    for (const [index, stage] of stages.entries()) {
      const beside = (at: number) => (): readonly Job[] => {
        const job = ordered ? made[at] : undefined;
        return job ? [job] : [];
      };
      const inner: Job[] = [];
      const place = { parent, before: beside(index - 1), after: beside(index + 1) };
      const job = jobOf(stage, { jenkinsfile, assigned, pipeline }, place, () => inner);
      made.push(job);
      all.push(job);
      inner.push(...make(stage.children, stage.ordered, job));
    }
    return made;
  };
  const stages = post ? [...jenkinsfile.stages, post] : jenkinsfile.stages;
  make(stages, true, undefined);
  return all;
}

function jobOf(
  stage: Stage,
  { jenkinsfile, assigned, pipeline }: Whole,
  { parent, before, after }: Place,
  inner: () => readonly Job[],
): Job {
  const { file, name } = stage;
  const header = locate(file, stage.header);
  const when = whenOf(stage);
  let found: readonly Activity[] | undefined;
  const activities = (): readonly Activity[] => (found ??= judged(read(), when.tolerated));
  const read = (): readonly Activity[] => {
    const variables = new Map<string, string>();
    for (const [key, text] of assigned) if (text !== undefined) variables.set(key, text);
    for (const { name: key, text } of settingsOf(stage, jenkinsfile).toReversed())
      if (text !== undefined) variables.set(key, text);
    for (const [key, text] of stage.matrix) variables.set(key, text);
    return name === POST
      ? postActivities(stage, jenkinsfile, variables)
      : activitiesOf(stage, jenkinsfile, variables);
  };
  return {
    id: name,
    names: [name],
    header,
    pipeline,
    parent,
    calledAt: undefined,
    inner,
    needs: before,
    usedBy: after,
    follows: () => undefined,
    followers: () => [],
    inAnyCase: undefined,
    tolerated: undefined,
    asksForSuccess: false,
    activities,
    elsewhere: elsewhereOf(stage, jenkinsfile, activities),
    uses: [],
    environments: () => environmentsOf(stage, jenkinsfile),
    environment: environmentOf(stage),
    telling: tellingOf(stage, when),
    approval: () => known('none', header),
    serialized: () => serializedOf(stage, jenkinsfile),
    credentials: () => credentialsOf(stage, jenkinsfile),
    workspace: () => known(true, header),
    variables: variablesOf(when.onlyTags),
  };
}

/** The name of a pipeline's own `post`, which no stage of its kind has. */
export const POST = 'post';

/** Checks that do not always run stand before nothing; in the stage of a deploy they run when it does. */
function judged(activities: readonly Activity[], tolerated: Fact<boolean> | undefined): readonly Activity[] {
  if (!tolerated || activities.some(({ recognition }) => recognition.kind === 'deploy')) return activities;
  return activities.map((one) => {
    const { kind } = one.recognition;
    return (kind === 'test' || kind === 'scan') && one.blocking.value === true
      ? { ...one, blocking: tolerated }
      : one;
  });
}

/** A step of a library, or another job, where the stage's own commands do not deploy. */
function elsewhereOf(
  stage: Stage,
  jenkinsfile: Jenkinsfile,
  activities: () => readonly Activity[],
): Elsewhere | undefined {
  if (stage.children.length > 0 || stage.name === POST) return undefined;
  const opaque = activities().find(({ recognition, line }) => recognition.kind === 'opaque' && !line);
  if (!opaque || activities().some(({ recognition }) => recognition.kind === 'deploy')) return undefined;
  const call = (stage.body ? allCalls(stage.body) : []).find(
    (one) => one.called && one.nameSpan.start === opaque.at.span.start,
  );
  if (!call || isKnownStep(call) || jenkinsfile.methods.has(call.name)) return undefined;
  const { by } = opaque.recognition;
  const job = call.name === 'build' ? textOf(argument(call, 'job')) : undefined;
  return {
    reason:
      job === undefined ? `step \`${by}\` is not among the files` : `job \`${job}\` is not among the files`,
    at: opaque.at,
    by,
    file: (job ?? by).replace(/^.*\//, '').replaceAll(/([a-z])([A-Z])/g, '$1-$2'),
    targets: allTexts(call).map((text) => ({ text, at: opaque.at })),
  };
}

/** Texts that a call is given under a name that speaks of an environment. */
function allTexts(call: Parameters<typeof argument>[0]): readonly string[] {
  const names = ['environment', 'env', 'stage', 'target', 'namespace', 'envName'];
  return names.flatMap((name) => textOf(argument(call, name)) ?? []);
}

function tellingOf(stage: Stage, when: ReturnType<typeof whenOf>): Job['telling'] {
  const found: (readonly [string | undefined, Job['header']])[] = [];
  for (let up: Stage | undefined = stage; up; up = up.parent)
    found.push([up.name, locate(up.file, up.header)]);
  const path = stage.file.path.replace(/^.*\//, '').replaceAll(/jenkinsfile/gi, '');
  return [...found, [when.branch, when.at], [path, when.at]];
}

/** One run at a time: of the pipeline, or of what holds a lock. */
function serializedOf(stage: Stage, { pipeline, groovy, file }: Jenkinsfile): Fact<boolean> {
  const own = [...stage.around, ...(stage.body ? allCalls(stage.body) : [])];
  const options: (typeof own)[number][] = [];
  for (let up: Stage | undefined = stage; up; up = up.parent)
    if (!up.scripted) options.push(...optionsOf(up.body));
  const lock = [...own, ...options].find(({ name, called }) => name === 'lock' && called);
  if (lock) return known(true, locate(file, lock.nameSpan));
  const all = pipeline ? optionsOf(pipeline.body) : allCalls(groovy.body);
  const whole = all.find(({ name }) => name === 'disableConcurrentBuilds');
  const outer = pipeline && optionsOf(pipeline.body).find(({ name }) => name === 'lock');
  if (outer) return known(true, locate(file, outer.nameSpan));
  if (!whole) return known(false, locate(file, stage.header));
  return known(textOf(argument(whole, 'abortPrevious')) !== 'true', locate(file, whole.nameSpan));
}
