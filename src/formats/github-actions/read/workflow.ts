import type { DataDocument } from '../../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../../data-node.ts';
import { baseName, directoryOf } from '../../paths.ts';

export interface Workflow {
  readonly path: string;
  /** The folder that holds `.github`, with a slash at its end; `uses: ./…` starts there. Empty for the root. */
  readonly root: string;
  readonly node: DataNode;
  /** Its `name`, else its file name. */
  readonly name: string;
  /** Events that start it, with what stands under each. */
  readonly triggers: ReadonlyMap<string, DataNode>;
  readonly jobs: ReadonlyMap<string, Job>;
  /** Ids of the jobs that need a job, by its id. */
  readonly users: ReadonlyMap<string, readonly string[]>;
}

export interface Job {
  readonly workflow: Workflow;
  readonly id: string;
  readonly node: DataNode;
  readonly name: string;
  readonly needs: readonly string[];
  /** The reusable workflow that it calls instead of running steps. */
  readonly uses: string | undefined;
}

/** An `action.yml`: metadata and, when composite, steps. */
export interface ActionFile {
  /** The folder that `uses` names. */
  readonly folder: string;
  readonly node: DataNode;
  readonly composite: boolean;
}

/** The subject id of a workflow's pipeline. */
export const pipelineId = (workflow: Workflow): string => `${workflow.path}:workflow`;

const WORKFLOWS = /(?<=^|\/)\.(?:github|gitea|forgejo)\/workflows\/[^/]+$/;

export function readWorkflow(document: DataDocument): Workflow {
  const node = rootNode(document);
  const { path } = document.file;
  const at = WORKFLOWS.exec(path)?.index;
  const jobs = new Map<string, Job>();
  const users = new Map<string, string[]>();
  const workflow: Workflow = {
    path,
    root: at === undefined ? '' : path.slice(0, at),
    node,
    name: node.get('name').text ?? baseName(path).replace(/\.ya?ml$/, ''),
    triggers: readTriggers(node),
    jobs,
    users,
  };
  for (const [id, job] of node.get('jobs').entries()) {
    if (job.isMap) jobs.set(id, readJob(workflow, id, job));
  }
  for (const { id, needs } of jobs.values()) {
    for (const need of needs) {
      const list = users.get(need);
      if (list) list.push(id);
      else users.set(need, [id]);
    }
  }
  return workflow;
}

/** `on` is a string, a list or a map; YAML 1.1 readers make the key `true` of it. */
export function triggersNode(node: DataNode): DataNode {
  const on = node.get('on');
  return on.exists ? on : node.get('true');
}

function readTriggers(node: DataNode): ReadonlyMap<string, DataNode> {
  const on = triggersNode(node);
  if (on.text !== undefined) return new Map([[on.text, on]]);
  const items = on.items().flatMap((item) => (item.text === undefined ? [] : [[item.text, item] as const]));
  return new Map(on.isList ? items : on.entries());
}

function readJob(workflow: Workflow, id: string, node: DataNode): Job {
  const needs = node.get('needs');
  return {
    workflow,
    id,
    node,
    name: node.get('name').text ?? id,
    needs: needs.oneOrMoreTexts(),
    uses: node.get('uses').text,
  };
}

export function readAction(document: DataDocument): ActionFile {
  const node = rootNode(document);
  const { path } = document.file;
  return {
    folder: directoryOf(path),
    node,
    composite: node.get('runs', 'using').text === 'composite',
  };
}
