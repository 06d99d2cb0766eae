import type { Activity, Elsewhere, Job, PipelineOf, StepWords, Variables } from '../../../delivery/index.ts';
import { known, unknown, type Fact } from '../../../model/index.ts';
import type { Location, RelatedLocation } from '../../../source/index.ts';
import { asksForFailure, stepsOf, type Step } from '../read/steps.ts';
import { bind, type Values } from '../read/values.ts';
import { templateOf, type Found, type Holder, type Library } from '../read/workflow.ts';
import { activitiesOf } from './activities.ts';
import {
  credentialsOf,
  environmentsOf,
  serializedOf,
  startsOf,
  tellingNames,
  timeLimitOf,
  workspaceOf,
} from './facts.ts';

/** What all jobs of one workflow have in common. */
export interface Around {
  /** The workflow that is submitted. */
  readonly holder: Holder;
  readonly library: Library;
  readonly pipeline: PipelineOf;
  /** The environment that its file is of. */
  readonly environment: string | undefined;
  /** Why what else runs is not known, for a template that nothing here runs. */
  readonly part: string | undefined;
  /** How many steps may still be looked at. */
  readonly budget: { left: number };
  readonly variables: Variables;
}

/** What runs a template, and how. */
export interface Caller {
  readonly job: Job | undefined;
  /** Templates that are running, the outermost first. */
  readonly chain: readonly Found[];
  readonly values: Values;
  /** What the step that runs it says of its failure. */
  readonly tolerated: Fact<boolean> | undefined;
  readonly onFailure: boolean;
  /** It runs although what was before failed. */
  readonly inAnyCase: RelatedLocation | undefined;
  /** Jobs that run at the end of the workflow, whatever happened, after those of the outermost template. */
  readonly atEnd: () => readonly Job[];
  readonly before: () => readonly Job[];
}

const DEPTH = 20;

/** What a template runs: its steps, or itself where it does something. */
export function jobsOf(found: Found, caller: Caller, around: Around): readonly Job[] {
  const steps = stepsOf(found.node);
  if (steps) return jobsOfSteps(found, steps, caller, around);
  const alone: Step = {
    id: found.name,
    name: found.name,
    node: found.node,
    needs: [],
    after: 'success',
    afterAt: undefined,
    when: '',
    items: [],
  };
  const outside = { ...caller, chain: caller.chain.filter((one) => one !== found) };
  return [
    jobOf(alone, sharedOf(alone, found, outside, around), outside, around, {
      certain: true,
      before: caller.before,
      after: caller.atEnd,
    }),
  ];
}

/** Steps of one template whose conditions are told apart; nobody has as many. */
const STEPS_TOLD_APART = 50;
const OTHER = '\0';

interface Beside {
  /** It runs when what looks at it runs. */
  readonly certain: boolean;
  readonly before: () => readonly Job[];
  readonly after: () => readonly Job[];
}

function jobsOfSteps(found: Found, steps: readonly Step[], caller: Caller, around: Around): readonly Job[] {
  const byName = grouped(steps, ({ name }) => [name]);
  const byNeed = grouped(steps, ({ needs }) => needs);
  const made = new Map<Step, Map<string, Job>>();
  const shared = new Map<Step, Shared>();
  const sharedBy = (step: Step): Shared => {
    const own = shared.get(step) ?? sharedOf(step, resolved(step, found, around), caller, around);
    shared.set(step, own);
    return own;
  };
  // A step that runs under a condition is certain to run before and after those that run under the same one.
  const seenFrom = (step: Step, when: string): Job => {
    const views = made.get(step) ?? new Map<string, Job>();
    made.set(step, views);
    const job =
      views.get(when) ??
      jobOf(step, sharedBy(step), caller, around, {
        certain: step.when === '' || step.when === when,
        before: () => {
          const needed = step.needs.flatMap((name) => byName.get(name) ?? []);
          return needed.length > 0 ? needed.map((one) => seenFrom(one, when)) : caller.before();
        },
        after: () => [...(byNeed.get(step.name) ?? []).map((one) => seenFrom(one, when)), ...caller.atEnd()],
      });
    views.set(when, job);
    return job;
  };
  const told = new Set(steps.map(({ when }) => when).slice(0, STEPS_TOLD_APART));
  return steps.map((step) => seenFrom(step, told.has(step.when) ? step.when : OTHER));
}

function grouped(steps: readonly Step[], keysOf: (step: Step) => readonly string[]): Map<string, Step[]> {
  const groups = new Map<string, Step[]>();
  for (const step of steps) {
    for (const key of new Set(keysOf(step))) {
      const group = groups.get(key);
      if (group) group.push(step);
      else groups.set(key, [step]);
    }
  }
  return groups;
}

type Resolved = Found | { readonly reason: string; readonly by: string };

function resolved(step: Step, { holder }: Found, { library }: Around): Resolved {
  return templateOf(step.node, holder, library);
}

/** What does not depend on what looks at a step. */
interface Shared {
  readonly target: Resolved;
  readonly hidden: Pick<Elsewhere, 'by' | 'reason'> | undefined;
  readonly values: Values;
  /** What it does, by whether it is certain to run. */
  readonly activities: Map<boolean, readonly Activity[]>;
}

function sharedOf(step: Step, target: Resolved, caller: Caller, around: Around): Shared {
  return {
    target,
    hidden: hiddenBy(target, caller, around),
    values: valuesOf(step, target, caller, around),
    activities: new Map(),
  };
}

function jobOf(step: Step, shared: Shared, caller: Caller, around: Around, beside: Beside): Job {
  const { id, node, when } = step;
  const header = node.header;
  const { holder } = around;
  const { target, hidden, values } = shared;
  const found = !hidden && 'node' in target ? target : undefined;
  const tolerated = toleratedBy(step, beside.certain) ?? caller.tolerated;
  const onFailure = caller.onFailure || step.after === 'failure' || asksForFailure(when);
  const inAnyCase = caller.inAnyCase ?? anyway(step);
  const composite = found && stepsOf(found.node) !== undefined;
  let inner: readonly Job[] | undefined;
  const words: StepWords = {
    names: `${id} ${'name' in target ? target.name : ''}`,
    tolerated,
    onFailure,
    inAnyCase,
    resolve: (text) => [text],
  };
  const job: Job = {
    id,
    names: namesOf(id, target),
    header,
    pipeline: around.pipeline,
    parent: caller.job,
    calledAt: calledAt(found, caller, node.header),
    inner: () =>
      (inner ??=
        found && composite
          ? jobsOf(found, within(job, found, caller, { values, tolerated, onFailure, inAnyCase }), around)
          : []),
    needs: beside.before,
    usedBy: beside.after,
    follows: () => undefined,
    followers: () => [],
    inAnyCase,
    tolerated,
    asksForSuccess: false,
    activities: () => {
      const made = shared.activities.get(beside.certain);
      const activities = made ?? (found && !composite ? activitiesOf(found.node, values, words) : []);
      shared.activities.set(beside.certain, activities);
      return activities;
    },
    elsewhere: hidden && { ...hidden, at: header, file: hidden.by.replace(/^.*\//, ''), targets: [] },
    uses: [],
    environments: () => environmentsOf(values),
    environment: undefined,
    telling: tellingNames(id, header, 'name' in target ? target.name : undefined, holder, around.environment),
    approval: () => (around.part === undefined ? known('none', header) : unknown(around.part, header)),
    serialized: () => serializedOf(found?.node, holder, header),
    timeLimit: () => timeLimitOf(found?.node, holder, header),
    starts: () => startsOf(holder),
    credentials: () => credentialsOf(found?.node, header),
    workspace: () => workspaceOf(found?.node),
    variables: around.variables,
  };
  return job;
}

/** What only waits does nothing that its name says: `approve-rollback`. */
function namesOf(id: string, target: Resolved): readonly string[] {
  if (!('node' in target)) return [id];
  return target.node.has('suspend') ? [] : [...new Set([id, target.name])];
}

/** What is not there, comes back to itself, or goes too far. */
function hiddenBy(
  target: Resolved,
  { chain }: Caller,
  { budget }: Around,
): Pick<Elsewhere, 'by' | 'reason'> | undefined {
  if (!('node' in target)) return target;
  const by = target.name;
  const at = chain.findIndex(({ node }) => node.value === target.node.value);
  if (at >= 0) {
    const names = [...chain.slice(at), target].map(({ name }) => `\`${name}\``);
    return { by, reason: `it runs itself: ${names.join(' → ')}` };
  }
  if (chain.length >= DEPTH) return { by, reason: `it is more than ${DEPTH} templates deep` };
  if (budget.left-- <= 0) return { by, reason: 'the workflow has more steps than are looked at' };
  return undefined;
}

function valuesOf(step: Step, target: Resolved, caller: Caller, { holder }: Around): Values {
  const own = new Map([...caller.values, ...step.items]);
  if (!('node' in target)) return own;
  const given = step.node === target.node ? holder.spec.get('arguments') : step.node.get('arguments');
  return bind(target.node, given, own);
}

function within(
  job: Job,
  found: Found,
  { chain }: Caller,
  own: Pick<Caller, 'values' | 'tolerated' | 'onFailure' | 'inAnyCase'>,
): Caller {
  return { ...own, job, chain: [...chain, found], atEnd: () => [], before: () => [] };
}

/** Where the step stands that runs a template of another file. */
function calledAt(found: Found | undefined, { job }: Caller, header: Location): Location | undefined {
  return job && found && found.node.document.file !== header.file ? header : undefined;
}

function toleratedBy({ node, name, when, after }: Step, certain: boolean): Fact<boolean> | undefined {
  const goesOn = ['failed', 'error']
    .map((key) => node.get('continueOn', key))
    .find(({ value }) => value === true);
  if (goesOn) return known(false, goesOn.at);
  if (certain || after === 'failure') return undefined;
  return unknown(`step \`${name}\` runs only when \`${when}\``, node.get('when').at);
}

function anyway({ after, afterAt }: Step): RelatedLocation | undefined {
  return after === 'success' || !afterAt
    ? undefined
    : { location: afterAt.at, message: 'this runs although something before it failed' };
}
