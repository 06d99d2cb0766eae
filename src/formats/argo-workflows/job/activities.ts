import {
  activitiesOfContainer,
  activityOf,
  plainRecognition,
  type Activity,
  type ContainerRun,
  type Recognition,
  type StepWords,
} from '../../../delivery/index.ts';
import { known } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import { fillVariables } from '../../../syntax/variables/index.ts';
import { assignedIn, environmentOf, withCommit } from '../../script-text.ts';
import { fill, scriptText, type Values } from '../read/values.ts';

/** What a template does that consists of no others, in the order in which it happens. */
export function activitiesOf(template: DataNode, values: Values, words: StepWords): readonly Activity[] {
  const suspend = template.get('suspend');
  if (template.has('suspend')) return [waiting(suspend, words)];
  const resource = template.get('resource');
  if (resource.isMap) return applied(resource, words);
  return containersOf(template).flatMap(({ node, kind }) => inContainer(node, kind, values, words));
}

interface Container {
  readonly node: DataNode;
  readonly kind: 'container' | 'script';
}

/** The containers of a template that do its work; those beside them only serve. */
export function containersOf(template: DataNode): readonly Container[] {
  const before = template.get('initContainers').items();
  const all = template.get('containerSet', 'containers').items();
  return [
    ...[...before, ...all].map((node) => ({ node, kind: 'container' as const })),
    ...(template.get('container').isMap
      ? [{ node: template.get('container'), kind: 'container' as const }]
      : []),
    ...(template.get('script').isMap ? [{ node: template.get('script'), kind: 'script' as const }] : []),
  ];
}

/** A workflow that is suspended waits for someone to resume it, unless it goes on after a while. */
function waiting(suspend: DataNode, words: StepWords): Activity {
  const duration = suspend.get('duration');
  const asks = plainRecognition('approval', 'suspend');
  return activityOf(
    words,
    asks,
    suspend.header,
    duration.exists ? { blocking: known(false, duration.at) } : {},
  );
}

/** Kinds of objects that run, or say how something runs; jobs and workflows are started, and not deployed. */
const DEPLOYED =
  /^kind:\s*["']?(?:Deployment|StatefulSet|DaemonSet|ReplicaSet|Rollout|Ingress|Application|ApplicationSet|HelmRelease|Kustomization|DeploymentConfig|InferenceService|VirtualService)\b/m;

function applied(resource: DataNode, words: StepWords): readonly Activity[] {
  const action = resource.get('action');
  const manifest = resource.get('manifest').text ?? '';
  if (!/^(?:apply|create|patch|replace)$/.test(action.text ?? '') || !DEPLOYED.test(manifest)) return [];
  const found: Recognition = {
    ...plainRecognition('deploy', `resource: ${action.text ?? ''}`),
    deploys: 'manifests',
    verifies: resource.get('successCondition').exists,
  };
  return [activityOf(words, found, action.at)];
}

function inContainer(
  node: DataNode,
  kind: Container['kind'],
  values: Values,
  words: StepWords,
): readonly Activity[] {
  const placed = (key: string): ContainerRun['args'] =>
    node
      .get(key)
      .items()
      .filter(({ text }) => text !== undefined)
      .map((item) => scriptText(item, values));
  const source = kind === 'script' ? scriptText(node.get('source'), values) : undefined;
  const command = placed('command');
  const script = source && { ...source, interpreter: command.map(({ text }) => text) };
  const given = source?.text ?? [...command, ...placed('args')].map(({ text }) => text).join('\n');
  return activitiesOfContainer(
    { ...words, resolve: createResolver(node, given, values) },
    {
      image: fill(node.get('image').text ?? '', values),
      command,
      args: placed('args'),
      script,
      at: containerAt(node),
    },
  );
}

const containerAt = (node: DataNode): Activity['at'] => {
  const args = node.get('args');
  const command = node.get('command');
  return args.exists ? args.at : command.exists ? command.at : node.header;
};

/** Fills in what the container and the script set. */
function createResolver(node: DataNode, script: string, values: Values): StepWords['resolve'] {
  let assigned: ReadonlyMap<string, string> | undefined;
  return (text) => {
    if (!/[$`{]/.test(text)) return [text];
    const set = (assigned ??= new Map([
      ...environmentOf(node, (value) => fill(value, values)),
      ...assignedIn(script),
    ]));
    const filled = fillVariables(text, (name) => set.get(name));
    return [withCommit(fill(filled, values), '{{git.commit}}')];
  };
}
