import { scalarText, type DataNode } from '../../data-node.ts';
import { definitionOf, type Config, type Definition } from './config.ts';
import { runs } from './condition.ts';
import { fill, type Parameters } from './parameters.ts';

/** A job as a workflow runs it: once for each combination of its matrix. */
export interface JobRun {
  readonly config: Config;
  readonly workflow: Workflow;
  /** Unique in the workflow. */
  readonly id: string;
  /** The name of its definition, or of an orb's job. */
  readonly uses: string;
  /** The entry in the workflow: its name, and what stands below it. */
  readonly entry: DataNode;
  readonly given: DataNode;
  readonly definition: Definition | undefined;
  /** What it is where it has no steps: `approval`, `release`, `lock`, `no-op`. */
  readonly type: string | undefined;
  /** What others require it by. */
  readonly names: readonly string[];
  /** Values of its matrix, as `matrix.name`. */
  readonly matrix: Parameters;
  readonly needs: readonly string[];
  /** Starts also when one of those failed. */
  readonly inAnyCase: DataNode | undefined;
}

export interface Workflow {
  readonly config: Config;
  readonly name: string;
  readonly node: DataNode;
  readonly runs: readonly JobRun[];
}

/** Combinations of one matrix; more are not told apart. */
const COMBINATIONS = 50;

/** The workflows of a configuration; without any, its job `build` is one. */
export function readWorkflows(config: Config): readonly Workflow[] {
  const found = config.node
    .get('workflows')
    .entries()
    .filter(([name, node]) => name !== 'version' && node.isMap)
    .map(([name, node]) => readWorkflow(config, name, node));
  if (found.length > 0) return found;
  const build = config.node.get('jobs', 'build');
  if (!build.isMap) return [];
  const runs: JobRun[] = [];
  const workflow: Workflow = { config, name: 'build', node: config.node, runs };
  runs.push(...runsOf(workflow, 'build', build, config.node.get('\0')));
  return [workflow];
}

function readWorkflow(config: Config, name: string, node: DataNode): Workflow {
  const runs: JobRun[] = [];
  const workflow: Workflow = { config, name, node, runs };
  for (const item of node.get('jobs').items()) {
    if (item.text !== undefined) runs.push(...runsOf(workflow, item.text, item, item.get('\0')));
    else
      for (const [uses, given] of item.entries().slice(0, 1))
        runs.push(...runsOf(workflow, uses, given, given));
  }
  return workflow;
}

function runsOf(workflow: Workflow, uses: string, entry: DataNode, given: DataNode): readonly JobRun[] {
  const { config } = workflow;
  if (neverRuns(workflow.node)) return [];
  const definition = definitionOf(config, 'jobs', uses);
  const own = definition?.kind === 'here' ? definition.node.get('type').text : undefined;
  const requires = given.get('requires').items();
  const needs = requires.flatMap((one) => one.text ?? one.entries().map(([name]) => name));
  const inAnyCase = requires.find((one) => one.entries().some(([, states]) => allowsFailure(states)));
  return combinationsOf(given).map((matrix) => {
    const name = given.get('name').text;
    const values = [...matrix.values()];
    const suffix = values.length > 0 ? `-${values.join('-')}` : '';
    const id = name === undefined ? `${uses}${suffix}` : fill(name, matrix);
    const whole = given.get('matrix', 'alias').text ?? (name === undefined || suffix !== '' ? uses : id);
    return {
      config,
      workflow,
      id,
      uses,
      entry,
      given,
      definition,
      type: given.get('type').text ?? own,
      names: [...new Set([id, whole])],
      matrix,
      needs,
      inAnyCase,
    };
  });
}

const BY_NAME = new WeakMap<Workflow, ReadonlyMap<string, readonly JobRun[]>>();

/** Jobs of a workflow by what others require them by; made once. */
export function runsByName(workflow: Workflow): ReadonlyMap<string, readonly JobRun[]> {
  const before = BY_NAME.get(workflow);
  if (before) return before;
  const byName = new Map<string, JobRun[]>();
  for (const run of workflow.runs)
    for (const name of run.names) {
      const same = byName.get(name);
      if (same) same.push(run);
      else byName.set(name, [run]);
    }
  BY_NAME.set(workflow, byName);
  return byName;
}

/** A condition of the workflow that its own text answers. */
function neverRuns(node: DataNode): boolean {
  return ['when', 'unless'].some((name) => {
    const asked = node.get(name);
    return asked.exists && runs(name, asked, NOTHING_GIVEN) === false;
  });
}

const NOTHING_GIVEN: Parameters = new Map();

/** `requires: [{deploy: [success, failed]}]` and `terminal` do not wait for success. */
function allowsFailure(states: DataNode): boolean {
  const all = states.oneOrMoreTexts();
  return all.some((state) => ['failed', 'terminal', 'not_run', 'canceled', 'unauthorized'].includes(state));
}

function combinationsOf(given: DataNode): readonly Parameters[] {
  let found: ReadonlyMap<string, string>[] = [new Map()];
  for (const [name, values] of given.get('matrix', 'parameters').entries()) {
    const texts = values.items().flatMap((one) => scalarText(one) ?? []);
    if (texts.length === 0) continue;
    found = found
      .flatMap((one) => texts.map((text) => new Map([...one, [`matrix.${name}`, text]])))
      .slice(0, COMBINATIONS);
  }
  const excluded = given.get('matrix', 'exclude').items();
  return found.filter((one) => !excluded.some((without) => matches(one, without)));
}

/** Are all values of a combination those that are excluded? */
function matches(one: Parameters, without: DataNode): boolean {
  const entries = without.entries();
  return (
    entries.length > 0 && entries.every(([name, value]) => one.get(`matrix.${name}`) === scalarText(value))
  );
}
