import { known, unknown, type BuildDependencyFacts, type SubjectOf } from '../../../model/index.ts';
import { buildDependency, hasDigest } from '../../build-dependency.ts';
import type { DataNode } from '../../data-node.ts';
import { actionName, isLocal } from '../read/library.ts';
import type { ActionFile, Workflow } from '../read/workflow.ts';

type Type = BuildDependencyFacts['type'];

/** Every place where a workflow runs the code of others: actions, reusable workflows, images. */
export function dependenciesOfWorkflow(workflow: Workflow): readonly SubjectOf<'build-dependency'>[] {
  return [...workflow.jobs.values()].flatMap(({ id, node }) => {
    const address = `${workflow.path}:${id}`;
    const container = node.get('container');
    const services = node.get('services').entries();
    return [
      ...one('reusable-workflow', node.get('uses'), address),
      ...one('image', container.isMap ? container.get('image') : container, `${address}/container`),
      ...services.flatMap(([name, service]) =>
        one('service', service.get('image'), `${address}/services/${name}`),
      ),
      ...ofSteps(node.get('steps'), address),
    ];
  });
}

export function dependenciesOfAction(action: ActionFile): readonly SubjectOf<'build-dependency'>[] {
  const { path } = action.node.document.file;
  const runs = action.node.get('runs');
  const image = runs.get('image');
  const pulled = image.text?.startsWith('docker://') ? one('action', image, `${path}:image`) : [];
  return [...pulled, ...ofSteps(runs.get('steps'), `${path}:steps`)];
}

function ofSteps(steps: DataNode, address: string): readonly SubjectOf<'build-dependency'>[] {
  return steps.items().flatMap((step, index) => one('action', step.get('uses'), `${address}/${index + 1}`));
}

function one(kind: Type, node: DataNode, id: string): readonly SubjectOf<'build-dependency'>[] {
  const { text } = node;
  if (text === undefined || text === '') return [];
  const type = kind !== 'service' && text.startsWith('docker://') ? 'image' : kind;
  const image = isImage(type);
  const name = image ? text.replace(/^docker:\/\//, '').replace(/@.*$/, '') : actionName(text);
  const firstParty = known(!image && isFirstParty(text), node.at);
  const pinned = pinnedOf(type, text, node);
  return [buildDependency('github-actions', { id, name, type, text, at: node.at, firstParty, pinned })];
}

const isImage = (type: Type): boolean => type === 'image' || type === 'service';

/** Of this repository, or of those who run the pipeline: Dependabot is a part of GitHub. */
function isFirstParty(uses: string): boolean {
  return isLocal(uses) || /^(?:actions|github|dependabot)\//i.test(uses);
}

/** SLSA's builders prove what they built by the tag they were called by, and refuse a hash. */
const BY_TAG_ONLY = /^slsa-framework\/slsa-github-generator\/\.github\/workflows\/[^@]+@v\d+\.\d+\.\d+$/;

/** Files of the same repository are as fixed as the workflow itself. */
function pinnedOf(type: Type, text: string, node: DataNode): BuildDependencyFacts['pinned'] {
  const image = isImage(type);
  if (!image && isLocal(text)) return known(true, node.at);
  const isFixed = image ? hasDigest(text) : /@(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
  if (isFixed) return known(true, node.at);
  if (BY_TAG_ONLY.test(text))
    return unknown('what it builds can only be verified when it is called by its version tag', node.at);
  if (text.includes('${{')) return unknown(`\`${text}\` is chosen while the workflow runs`, node.at);
  return known(false, node.at);
}
