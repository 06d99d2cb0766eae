import {
  activitiesOfScript,
  activitiesOfWords,
  activityOf,
  plainRecognition,
  type Activity,
  type Elsewhere,
  type Naming,
  type Recognition,
  type StepWords,
} from '../../delivery/index.ts';
import type { RollbackMechanism } from '../../model/index.ts';
import type { DataNode } from '../data-node.ts';
import { blockingOf, conditionOf, type Stage } from './stage.ts';

/** Stages that deploy; they wait until what they deployed is healthy. */
const DEPLOYING: ReadonlySet<string> = new Set([
  'deploy',
  'deployManifest',
  'patchManifest',
  'deployService',
  'deployCloudFormation',
  'cloneServerGroup',
  'createServerGroup',
  'deployLambda',
  'rollingRestartManifest',
]);

/** Stages that go back. */
const BACK: ReadonlyMap<string, RollbackMechanism> = new Map([
  ['rollbackCluster', 'traffic-switch'],
  ['rollbackServerGroup', 'traffic-switch'],
  ['undoRolloutManifest', 'rollout-undo'],
]);

/** Stages that start what another system has. */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  jenkins: ['job'],
  travis: ['job'],
  wercker: ['job'],
  concourse: ['jobName'],
  gcb: ['buildDefinition'],
  googleCloudBuild: ['buildDefinition'],
  awsCodeBuild: ['projectName'],
  pipeline: ['pipeline'],
  runJob: ['cluster'],
};

/** All that a stage does. */
export function activitiesOf(stage: Stage, words: StepWords): readonly Activity[] {
  const { node, type } = stage;
  const at = node.header;
  const step = { ...words, tolerated: blockingOf(stage) };
  const plainly = (recognition: Recognition, names: readonly Naming[] = []): Activity[] => [
    activityOf(step, recognition, at, { names: () => names }),
  ];
  const by = `Spinnaker ${type}`;
  if (type === 'manualJudgment') return plainly(plainRecognition('approval', by));
  if (type === 'kayentaCanary' || type === 'canary') return plainly(plainRecognition('verify', by));
  const back = BACK.get(type);
  if (back) return [goesBack(step, by, node, back, conditionOf(stage) !== undefined)];
  if (DEPLOYING.has(type)) {
    const deploy: Recognition = { ...plainRecognition('deploy', by), verifies: true };
    return [...plainly(deploy, imagesIn(node)), ...clusterRollback(step, by, node)];
  }
  if (type === 'script') return scriptOf(step, node.get('command'));
  if (type === 'runJobManifest') return containersOf(step, node.get('manifest'));
  return [];
}

function goesBack(
  step: StepWords,
  by: string,
  node: DataNode,
  mechanism: RollbackMechanism,
  automatic: boolean,
): Activity {
  const recognition = { ...plainRecognition('rollback', by), rollback: { mechanism, automatic } };
  return activityOf(step, recognition, node.header, { onFailure: automatic });
}

/** A cluster may be given back by itself when its deployment fails. */
function clusterRollback(step: StepWords, by: string, node: DataNode): readonly Activity[] {
  const on = node
    .get('clusters')
    .items()
    .map((cluster) => cluster.get('rollback', 'onFailure'))
    .find(({ value }) => value === true);
  return on ? [goesBack(step, by, on, 'traffic-switch', true)] : [];
}

/** Images that manifests in the stage itself name. */
function imagesIn(node: DataNode): readonly Naming[] {
  const manifests = [node.get('manifest'), ...node.get('manifests').items()].slice(0, 100);
  return manifests.flatMap((manifest) =>
    manifest
      .get('spec', 'template', 'spec', 'containers')
      .items()
      .flatMap((container) => {
        const image = container.get('image');
        return image.text ? [{ text: image.text, at: image.at }] : [];
      }),
  );
}

function scriptOf(step: StepWords, command: DataNode): readonly Activity[] {
  if (!command.text) return [];
  return activitiesOfScript(step, {
    text: command.text,
    dialect: 'posix',
    options: { errexit: false, pipefail: false },
    placeOf: () => command.at,
    remote: false,
    tool: undefined,
  });
}

/** A job that a cluster runs to its end does what its containers are started with. */
function containersOf(step: StepWords, manifest: DataNode): readonly Activity[] {
  return manifest
    .get('spec', 'template', 'spec', 'containers')
    .items()
    .flatMap((container) => {
      const words = [...container.get('command').texts(), ...container.get('args').texts()];
      const shell = /^(?:ba|z)?sh$/.test(words[0] ?? '') && words[1]?.includes('c') ? words[2] : undefined;
      if (shell === undefined) return activitiesOfWords(step, words, container.header);
      return activitiesOfScript(step, {
        text: shell,
        dialect: 'posix',
        options: { errexit: false, pipefail: false },
        placeOf: () => container.header,
        remote: false,
        tool: undefined,
      });
    });
}

/** What a stage starts in another system, or as another pipeline. */
export function elsewhereOf({ node, type, name }: Stage): Elsewhere | undefined {
  const keys = Object.hasOwn(ELSEWHERE, type) ? ELSEWHERE[type] : undefined;
  if (!keys) return undefined;
  const by = keys.map((key) => node.get(key).text).find((text) => text !== undefined) ?? name;
  const what = type === 'pipeline' ? `the pipeline that ${name} starts` : `what ${name} runs in ${type}`;
  return { reason: `${what} is not among the files`, at: node.header, by, file: name, targets: [] };
}
