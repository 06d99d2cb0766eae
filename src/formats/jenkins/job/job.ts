import {
  unreadDeploy,
  type Activity,
  type Elsewhere,
  type Job,
  type PipelineOf,
  type Script,
} from '../../../delivery/index.ts';
import { known, type Fact } from '../../../model/index.ts';
import { allCalls, argument, locate, section, textOf } from '../read/nodes.ts';
import { optionsOf, type Jenkinsfile } from '../read/jenkinsfile.ts';
import type { Stage } from '../read/stage.ts';
import { activitiesOf, postActivities, SHELLS } from './activities.ts';
import { branchesLimitedOf } from './branches.ts';
import { credentialsOf } from './credentials.ts';
import { timeLimitOf } from './limit.ts';
import { isKnownStep } from './known-steps.ts';
import { assignmentsOf, settingsOf } from './scope.ts';
import { scriptOf } from './script.ts';
import { environmentOf, environmentsOf } from './target.ts';
import { variablesOf } from './variables.ts';
import { asSeen } from '../when/judge.ts';
import { whenOf } from '../when/when.ts';

interface Whole {
  readonly jenkinsfile: Jenkinsfile;
  readonly assigned: ReturnType<typeof assignmentsOf>;
  readonly pipeline: PipelineOf;
  /** The stages beside each stage that end before it, and that start after it. */
  readonly beside: Map<Stage, { readonly before: Stage | undefined; readonly after: Stage | undefined }>;
  readonly done: Map<Stage, readonly Activity[]>;
  readonly plain: Map<Stage, Plain>;
  /** Stages as the last one saw them that looked: each looks at all of the others. */
  seen: { readonly from: Stage; readonly jobs: Map<Stage, Job> } | undefined;
}

/** What a stage is to whoever looks. */
type Plain = Omit<Job, 'parent' | keyof Own>;

/** What depends on who looks. */
type Own = Pick<Job, 'inner' | 'needs' | 'usedBy' | 'activities'>;

/** All stages of a file as jobs, with what they consist of, and its `post` as a job after the last. */
export function jobsOf(
  jenkinsfile: Jenkinsfile,
  pipeline: PipelineOf,
  post: Stage | undefined,
): readonly Job[] {
  const whole: Whole = {
    jenkinsfile,
    assigned: assignmentsOf(jenkinsfile),
    pipeline,
    beside: new Map(),
    done: new Map(),
    plain: new Map(),
    seen: undefined,
  };
  const all: Stage[] = [];
  const collect = (stages: readonly Stage[], ordered: boolean): void => {
    for (const [index, stage] of stages.entries()) {
      const at = (place: number): Stage | undefined => (ordered ? stages[place] : undefined);
      whole.beside.set(stage, { before: at(index - 1), after: at(index + 1) });
      all.push(stage);
      collect(stage.children, stage.ordered);
    }
  };
  collect(post ? [...jenkinsfile.stages, post] : jenkinsfile.stages, true);
  return all.map((stage) => jobFor(stage, undefined, whole));
}

/** A stage by itself, or as another one sees it, in whose builds it may not run. */
function jobFor(stage: Stage, from: Stage | undefined, whole: Whole): Job {
  if (from === undefined) return jobOf(stage, from, whole);
  if (whole.seen?.from !== from) whole.seen = { from, jobs: new Map() };
  const { jobs } = whole.seen;
  const job = jobs.get(stage) ?? jobOf(stage, from, whole);
  jobs.set(stage, job);
  return job;
}

function jobOf(stage: Stage, from: Stage | undefined, whole: Whole): Job {
  const { parent, children } = stage;
  const seen = (one: Stage | undefined): readonly Job[] => (one ? [jobFor(one, from ?? stage, whole)] : []);
  let found: readonly Activity[] | undefined;
  const own: Own = {
    inner: () => children.map((one) => jobFor(one, from, whole)),
    needs: () => seen(whole.beside.get(stage)?.before),
    usedBy: () => seen(whole.beside.get(stage)?.after),
    activities: () => (found ??= from ? asSeen(doneIn(stage, whole), stage, from) : doneIn(stage, whole)),
  };
  // Many jobs look at many: what is the same for all is not copied.
  const job = Object.assign(Object.create(plainOf(stage, whole)) as Plain, own);
  const holder = (): Job | undefined => parent && jobFor(parent, from ?? stage, whole);
  return Object.defineProperty(job as Job, 'parent', parent ? { get: holder } : { value: undefined });
}

function plainOf(stage: Stage, whole: Whole): Plain {
  const made = whole.plain.get(stage) ?? readPlain(stage, whole);
  whole.plain.set(stage, made);
  return made;
}

function readPlain(stage: Stage, whole: Whole): Plain {
  const { jenkinsfile, pipeline } = whole;
  const { file, name, children } = stage;
  const header = locate(file, stage.header);
  const when = whenOf(stage);
  return {
    id: name,
    names: [name],
    header,
    pipeline,
    calledAt: undefined,
    follows: () => undefined,
    followers: () => [],
    inAnyCase: undefined,
    tolerated: undefined,
    asksForSuccess: false,
    elsewhere: elsewhereOf(stage, jenkinsfile, () => doneIn(stage, whole)),
    uses: [],
    environments: () => environmentsOf(stage, jenkinsfile),
    // What holds other stages does nothing itself.
    environment: children.length > 0 ? undefined : environmentOf(stage),
    telling: tellingOf(stage, when),
    approval: () => known('none', header),
    branchesLimited: () => branchesLimitedOf(stage, jenkinsfile),
    serialized: () => serializedOf(stage, jenkinsfile),
    timeLimit: () => timeLimitOf(stage, jenkinsfile),
    credentials: () => credentialsOf(stage, jenkinsfile),
    workspace: () => known(true, header),
    variables: variablesOf(when.onlyTags),
  };
}

/** What a stage does, whoever looks. */
function doneIn(stage: Stage, { jenkinsfile, assigned, done }: Whole): readonly Activity[] {
  const found = done.get(stage);
  if (found) return found;
  const variables = new Map<string, string>();
  for (const [key, text] of assigned) if (text !== undefined) variables.set(key, text);
  for (const { name, text } of settingsOf(stage, jenkinsfile).toReversed())
    if (text !== undefined) variables.set(name, text);
  for (const [key, text] of stage.matrix) variables.set(key, text);
  const read = stage.name === POST ? postActivities : activitiesOf;
  const activities = read(stage, jenkinsfile, variables);
  done.set(stage, activities);
  return activities;
}

/** The name of a pipeline's own `post`, which no stage of its kind has. */
export const POST = 'post';

/** A step of a library, or another job, where the stage's own commands do not deploy. */
function elsewhereOf(
  stage: Stage,
  jenkinsfile: Jenkinsfile,
  activities: () => readonly Activity[],
): Elsewhere | undefined {
  if (stage.children.length > 0 || stage.name === POST) return undefined;
  const opaque = activities().find(({ recognition, line }) => recognition.kind === 'opaque' && !line);
  if (!opaque) return unreadDeploy(stage.name, scriptsOf(stage), activities());
  if (activities().some(({ recognition }) => recognition.kind === 'deploy')) return undefined;
  const call = (stage.body ? allCalls(stage.body) : []).find(
    (one) => one.called && one.nameSpan.start === opaque.at.span.start,
  );
  // Builds of other jobs are taken, and nothing is started there.
  if (!call || call.name === 'copyArtifacts' || isKnownStep(call) || jenkinsfile.methods.has(call.name))
    return undefined;
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

/** The scripts that stand in a stage itself. */
function scriptsOf({ file, scripted, body }: Stage): readonly Script[] {
  const steps = scripted ? body : section(body, 'steps')?.body;
  return (steps ? allCalls(steps) : []).flatMap((call) =>
    SHELLS.has(call.name) ? (scriptOf(file, call, new Map()) ?? []) : [],
  );
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
