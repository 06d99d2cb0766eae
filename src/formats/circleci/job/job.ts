import { scalarText } from '../../data-node.ts';
import type { Elsewhere, Job, Naming, PipelineOf } from '../../../delivery/index.ts';
import { targetOf, type Target } from '../../../delivery/index.ts';
import { known } from '../../../model/index.ts';
import { fill } from '../read/parameters.ts';
import { parametersOf, stepsOf } from '../read/steps.ts';
import type { JobRun, Workflow } from '../read/workflow.ts';
import { activitiesOf, isKnownOrb } from './activities.ts';
import { credentialsOf } from './credentials.ts';
import { branchesLimitedOf } from './branches.ts';
import { serializedOf } from './serialized.ts';
import { startsOf } from './starts.ts';
import { variablesOf } from './variables.ts';

/** The jobs of a workflow as the delivery model has them. */
export function jobsOf(workflow: Workflow, pipeline: PipelineOf): readonly Job[] {
  const jobs: Job[] = [];
  const byName = new Map<string, Job[]>();
  const users = new Map<string, Job[]>();
  for (const run of workflow.runs) {
    const job = jobOf(run, pipeline, {
      named: (name) => byName.get(name) ?? [],
      usersOf: (names) => [...new Set(names.flatMap((name) => users.get(name) ?? []))],
    });
    jobs.push(job);
    for (const name of run.names) append(byName, name, job);
    for (const need of run.needs) append(users, need, job);
  }
  return jobs;
}

function append(map: Map<string, Job[]>, name: string, job: Job): void {
  const list = map.get(name);
  if (list) list.push(job);
  else map.set(name, [job]);
}

interface Beside {
  readonly named: (name: string) => readonly Job[];
  readonly usersOf: (names: readonly string[]) => readonly Job[];
}

function jobOf(run: JobRun, pipeline: PipelineOf, { named, usersOf }: Beside): Job {
  const { entry, given, id, uses, inAnyCase } = run;
  const { header } = entry;
  const steps = stepsOf(run);
  let activities: ReturnType<typeof activitiesOf> | undefined;
  let before: readonly Job[] | undefined;
  let after: readonly Job[] | undefined;
  return {
    id,
    names: [...new Set([id, uses])],
    header,
    pipeline,
    parent: undefined,
    calledAt: undefined,
    inner: () => [],
    needs: () => (before ??= run.needs.flatMap(named)),
    usedBy: () => (after ??= usersOf(run.names)),
    follows: () => undefined,
    followers: () => [],
    inAnyCase: inAnyCase && {
      location: inAnyCase.at,
      message: 'this starts although what it requires failed',
    },
    tolerated: undefined,
    asksForSuccess: false,
    activities: () => (activities ??= activitiesOf(run, steps)),
    elsewhere: elsewhereOf(run),
    uses: steps.flatMap(({ orb, node }) => (orb ? [{ by: `${orb.orb}/${orb.name}`, at: node.header }] : [])),
    environments: () => environmentsOf(run),
    environment: undefined,
    telling: [
      [id, header],
      [onlyBranch(run), given.get('filters', 'branches').at],
      [run.workflow.name, run.workflow.node.header],
    ],
    approval: () => known('none', header),
    branchesLimited: () => branchesLimitedOf(run),
    serialized: () => serializedOf(run, steps),
    timeLimit: () => known(null, header),
    starts: () => startsOf(run),
    credentials: () => credentialsOf(run, steps),
    workspace: () => {
      const step = steps.find(({ name }) => name === 'checkout' || name === 'attach_workspace');
      return step && known(true, step.node.header);
    },
    variables: variablesOf(run),
  };
}

/** Jobs that CircleCI has without steps. */
const OWN: ReadonlySet<string> = new Set(['approval', 'release', 'lock', 'unlock', 'no-op']);

const isOwn = (type: string | undefined): boolean => type !== undefined && OWN.has(type);

/** What an orb's job does is known when the table has it. */
function elsewhereOf(run: JobRun): Elsewhere | undefined {
  const { definition, uses, given, entry, type, matrix } = run;
  if (definition?.kind === 'here' || isOwn(type) || isKnownOrb(run)) return undefined;
  const written = definition ? `${definition.orb}/${definition.name}` : uses;
  const reason = definition
    ? `job \`${uses}\` is of the orb \`${definition.orb}\`, which is not among the files`
    : `no job \`${uses}\` is among the files`;
  const named = PARAMETERS.flatMap((name): Naming[] => {
    const node = given.get(name);
    const text = scalarText(node);
    return text === undefined ? [] : [{ text: fill(text, matrix), at: node.at }];
  });
  return { reason, at: entry.header, by: written, file: written.replace(/^.*\//, ''), targets: named };
}

/** Parameters by which a job is told where to deploy. */
const PARAMETERS = ['environment', 'env', 'stage', 'target', 'deploy-environment', 'environment_name'];

/** CircleCI has no environments of its own: a parameter of the job says which one it deploys to. */
function environmentsOf(run: JobRun): readonly Target[] {
  const parameters = parametersOf(run);
  for (const name of PARAMETERS) {
    const value = parameters.get(`parameters.${name}`);
    if (value === undefined || value === '' || value.includes('<<')) continue;
    const given = run.given.get(name);
    const matrix = run.given.get('matrix', 'parameters', name);
    const at = given.exists ? given.at : matrix.exists ? matrix.at : run.entry.header;
    return [targetOf(known(value, at))];
  }
  return [];
}

function onlyBranch({ given }: JobRun): string | undefined {
  const only = given.get('filters', 'branches', 'only');
  if (only.text !== undefined) return only.text;
  const all = only.texts();
  return all.length === 1 ? all[0] : undefined;
}
