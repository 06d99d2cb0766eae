import { rootNode, type DataNode } from '../../data-node.ts';
import type { DataDocument } from '../../../syntax/data/index.ts';
import { baseName, directoryOf } from '../../paths.ts';
import type { View } from '../template/scope.ts';
import { viewOf } from '../template/view.ts';
import type { Library } from './library.ts';
import { choicesOf, unfold, useTemplate, type Hidden, type Unfolded } from './unfold.ts';
import { NO_VARIABLES, variablesOf, type VariableSet } from './variables.ts';

/** Stages, jobs and steps of one pipeline over all templates. */
const EXPANSIONS = 20_000;

/** A pipeline with its templates in their places. */
export interface PipelineRead {
  readonly path: string;
  /** The name of its file: what a pipeline is called is set outside the files. */
  readonly name: string;
  /** Folder of the repository it belongs to, with a slash at its end; empty for the root. */
  readonly folder: string;
  readonly view: View;
  readonly variables: VariableSet;
  readonly stages: readonly StageRead[];
  /** Templates that are not among the files. */
  readonly hidden: readonly Hidden[];
}

export interface StageRead {
  /** Undefined for the stage that jobs without one are in. */
  readonly id: string | undefined;
  readonly view: View;
  readonly hidden: Hidden | undefined;
  readonly jobs: readonly JobRead[];
}

export interface JobRead {
  readonly id: string;
  readonly view: View;
  readonly hidden: Hidden | undefined;
  readonly deployment: boolean;
  readonly variables: VariableSet;
  readonly steps: readonly StepRead[];
}

export interface StepRead {
  readonly view: View;
  readonly hidden: Hidden | undefined;
  /** The hook of a deployment that it stands in. */
  readonly hook: Hook | undefined;
}

/** In the order in which they run. */
const HOOKS = ['preDeploy', 'deploy', 'routeTraffic', 'postRouteTraffic', 'success', 'failure'] as const;
export type Hook = (typeof HOOKS)[number];

interface Reading {
  readonly name: string;
  readonly library: Library;
  readonly hidden: Hidden[];
}

export function readPipeline(document: DataDocument, library: Library): PipelineRead {
  const node = rootNode(document);
  const { path } = document.file;
  const name = baseName(path).replace(/\.ya?ml$/, '');
  const view = pipelineView(node, library);
  const reading: Reading = { name, library, hidden: [] };
  const variables = variablesOf(view, NO_VARIABLES, library);
  const stages = stagesOf(withVariables(view, variables), variables, reading);
  return { path, name, folder: folderOf(path), view, variables, stages, hidden: reading.hidden };
}

function pipelineView(node: DataNode, library: Library): View {
  const budget = { left: EXPANSIONS, depth: 0 };
  const { path } = node.document.file;
  const bare = {
    parameters: new Map(),
    loops: new Map(),
    variable: () => undefined,
    calls: [],
    files: [path],
    budget,
  };
  const scope = { ...bare, parameters: choicesOf(viewOf(node, bare)) };
  const variables = variablesOf(viewOf(node, scope), NO_VARIABLES, library);
  return viewOf(node, { ...scope, variable: variables.get });
}

function withVariables({ node, scope }: View, { get }: VariableSet): View {
  return viewOf(node, { ...scope, variable: get });
}

/** Folders that hold pipelines; the repository is what they lie in. */
const PIPELINES =
  /(?:^|\/)(?:\.?azure[-_]?pipelines?|\.azuredevops|\.ado|\.?pipelines?|build|ci|cd|eng|devops|deploy)\//i;

function folderOf(path: string): string {
  const at = path.search(PIPELINES);
  const folder = at < 0 ? directoryOf(path) : path.slice(0, at);
  return folder === '' ? '' : `${folder}/`;
}

/** The stages of a pipeline, or of the template that it extends. */
function stagesOf(view: View, variables: VariableSet, reading: Reading): readonly StageRead[] {
  const user = view.get('extends');
  if (user.get('template').exists) {
    const used = useTemplate(user, reading.library);
    if (!used) return [];
    if (!used.hidden) {
      const inner = variablesOf(used.view, variables, reading.library);
      return stagesOf(withVariables(used.view, inner), inner, reading);
    }
    // What the template is given to run is here, though what it runs before and after is not.
    const given = bodyOf(user.get('parameters'), variables, reading);
    const named = given.map((stage) => ({ ...stage, id: stage.id ?? reading.name }));
    return [hiddenStage(used, reading), ...named];
  }
  return bodyOf(view, variables, reading);
}

function bodyOf(view: View, variables: VariableSet, reading: Reading): readonly StageRead[] {
  const stages = view.get('stages');
  if (stages.exists) {
    return unfold(stages, 'stages', reading.library).flatMap((one, index): StageRead[] => {
      if (one.hidden) return [hiddenStage(one, reading)];
      const id = one.view.get('stage').text ?? `stage${index + 1}`;
      const own = variablesOf(one.view, variables, reading.library);
      const stage = withVariables(one.view, own);
      return [{ id, view: stage, hidden: undefined, jobs: jobsOf(stage, own, reading) }];
    });
  }
  if (!view.get('jobs').exists && !view.get('steps').exists) return [];
  return [{ id: undefined, view, hidden: undefined, jobs: jobsOf(view, variables, reading) }];
}

function hiddenStage({ view, hidden }: Unfolded, { hidden: all }: Reading): StageRead {
  if (hidden) all.push(hidden);
  return { id: hiddenName(hidden?.name ?? ''), view, hidden, jobs: [] };
}

/** The name of a template's file. */
export const hiddenName = (name: string): string =>
  baseName(name.replace(/@.*$/, '')).replace(/\.ya?ml$/, '');

function jobsOf(holder: View, variables: VariableSet, reading: Reading): readonly JobRead[] {
  const jobs = holder.get('jobs');
  if (!jobs.exists) {
    const steps = holder.get('steps');
    if (!steps.exists) return [];
    const id = holder.get('stage').exists ? 'job' : reading.name;
    return [jobOf(id, holder, variables, reading)];
  }
  return unfold(jobs, 'jobs', reading.library).map(({ view, hidden }, index): JobRead => {
    if (hidden) {
      reading.hidden.push(hidden);
      return { id: hiddenName(hidden.name), view, hidden, deployment: false, variables, steps: [] };
    }
    const own = variablesOf(view, variables, reading.library);
    const named = [view.get('deployment').text, view.get('job').text, view.get('displayName').text];
    const id = named.find((text) => text !== undefined && text !== '') ?? `job${index + 1}`;
    return jobOf(id, withVariables(view, own), own, reading);
  });
}

function jobOf(id: string, view: View, variables: VariableSet, reading: Reading): JobRead {
  const deployment = view.get('deployment').exists;
  const steps = deployment ? deploymentSteps(view, reading) : stepsOf(view.get('steps'), undefined, reading);
  return { id, view, hidden: undefined, deployment, variables, steps };
}

function deploymentSteps(view: View, reading: Reading): readonly StepRead[] {
  const strategies = view.get('strategy').entries();
  return strategies.flatMap(([, strategy]) =>
    HOOKS.flatMap((hook) => {
      const outcome = hook === 'success' || hook === 'failure';
      const holder = outcome ? strategy.get('on', hook) : strategy.get(hook);
      return stepsOf(holder.get('steps'), hook, reading);
    }),
  );
}

function stepsOf(list: View, hook: Hook | undefined, reading: Reading): readonly StepRead[] {
  return unfold(list, 'steps', reading.library).map(({ view, hidden }) => {
    if (hidden) reading.hidden.push(hidden);
    return { view, hidden, hook };
  });
}

/** What a stage or job says it depends on; undefined when it does not say. */
export function dependenciesOf(view: View): readonly string[] | undefined {
  const node = view.get('dependsOn');
  if (!node.exists && !view.entries().some(([key]) => key === 'dependsOn')) return undefined;
  if (node.isList) return node.items().flatMap((one) => one.text ?? []);
  const { text } = node;
  return text === undefined || text === '' ? [] : [text];
}
