import { known, unknown, type Fact } from '../../../model/index.ts';
import { copiesOf, restores, type Line, type ScriptCopies } from '../../../recovery/index.ts';
import { parseShell } from '../../../syntax/shell/index.ts';
import type { DataNode } from '../../data-node.ts';
import { fillVariables } from '../../../syntax/variables/index.ts';
import { nearest, referenceKey, type KubernetesObject, type ObjectIndex } from '../object.ts';

/** What the containers of a pod copy together: often one writes a file, and the next brings it elsewhere. */
export interface PodCopies {
  readonly container: DataNode;
  readonly does: ScriptCopies;
  readonly keptAt: DataNode;
  /** Whether copies stay when the pod is gone; undefined where nothing is told of that. */
  readonly lasting: Fact<boolean> | undefined;
}

const SHELL = /^(?:\S*\/)?(?:sh|bash|ash|dash|zsh|ksh)$/;

export function podCopies(
  object: KubernetesObject,
  pod: DataNode,
  containers: readonly DataNode[],
  configMaps: ObjectIndex,
): PodCopies | undefined {
  const variables = new Map(containers.flatMap(variablesOf));
  const lines = containers.flatMap((container) => linesOf(object, pod, container, configMaps, variables));
  const named = /backup|dump|snapshot/i.test(object.name);
  const does = copiesOf(
    lines.map(({ line }) => line),
    variables,
    named,
  );
  if (!does) return undefined;
  const first = lines.find(({ line }) => copiesOf([line], variables, named) !== undefined) ?? lines[0];
  const container = first?.container ?? pod;
  const last = container.get('args').exists ? container.get('args') : container.get('command');
  return {
    container,
    does,
    keptAt: last.exists ? last : container,
    lasting: lastingOf(does, pod, containers),
  };
}

/** Does a pod bring a copy back? */
export function podRestores(
  object: KubernetesObject,
  pod: DataNode,
  containers: readonly DataNode[],
  configMaps: ObjectIndex,
): boolean {
  const variables = new Map(containers.flatMap(variablesOf));
  return containers
    .flatMap((container) => linesOf(object, pod, container, configMaps, variables))
    .some(({ line }) => restores(line));
}

/** An empty text where the value is in a Secret or another object. */
function variablesOf(container: DataNode): readonly (readonly [string, string])[] {
  return container
    .get('env')
    .items()
    .flatMap((one) => {
      const name = one.get('name').text;
      const value = one.get('value');
      return name === undefined ? [] : [[name, value.text ?? value.written ?? ''] as const];
    });
}

interface PlacedLine {
  readonly line: Line;
  readonly container: DataNode;
}

function linesOf(
  object: KubernetesObject,
  pod: DataNode,
  container: DataNode,
  configMaps: ObjectIndex,
  variables: ReadonlyMap<string, string>,
): readonly PlacedLine[] {
  const written = new Map([...variables].filter(([, value]) => value !== ''));
  const fill = (text: string): string => fillVariables(text, (name) => written.get(name));
  const command = container.get('command').texts();
  const words = [...command, ...container.get('args').texts()];
  const script = words.find((word, index) => index > 0 && /\s/.test(word) && SHELL.test(words[0] ?? ''));
  const texts = script === undefined ? scriptsIn(object, pod, container, words, configMaps) : [script];
  if (texts.length > 0)
    return texts.flatMap((text) =>
      parseShell(text).commands.map(({ words: each, redirects }) => ({
        container,
        line: {
          words: each.map((word) => fill(word.text)),
          redirects: redirects.map(({ operator, target }) => ({ operator, target: fill(target) })),
        },
      })),
    );
  const program = command.length > 0 ? [] : [imageName(container.get('image').text ?? '')];
  const filled = [...program, ...words].map((word) =>
    fill(word.replace(/\$\(([A-Z_]\w*)\)/gi, (_, name: string) => `\${${name}}`)),
  );
  // `sh -c pg_dump` of one word, and programs that are given as they are.
  const own = SHELL.test(filled[0] ?? '')
    ? filled.filter((word, index) => index > 0 && !word.startsWith('-'))
    : filled;
  return [{ container, line: { words: own, redirects: [] } }];
}

/** `restic` of `restic/restic:0.17`, whose image runs it. */
function imageName(image: string): string {
  return /([^/:@]+)(?::[^/@]*)?(?:@.*)?$/.exec(image)?.[1] ?? '';
}

/** The script that a container is told to run, where a ConfigMap among the files has it. */
function scriptsIn(
  object: KubernetesObject,
  pod: DataNode,
  container: DataNode,
  words: readonly string[],
  configMaps: ObjectIndex,
): readonly string[] {
  return words.flatMap((word) => {
    if (!word.startsWith('/')) return [];
    const mount = mountOf(container, word);
    const volume = mount && volumeOf(pod, mount);
    const name = volume?.get('configMap', 'name').text;
    const map =
      name === undefined
        ? undefined
        : nearest(object, configMaps, referenceKey(object.namespace, 'ConfigMap', name));
    const data = map?.root.get('data', word.slice(word.lastIndexOf('/') + 1)).text;
    return data === undefined ? [] : [data];
  });
}

/** The mount that a path lies in: the longest. */
function mountOf(container: DataNode, path: string): DataNode | undefined {
  const mounts = container.get('volumeMounts').items();
  return mounts
    .filter((mount) => isBelow(path, mount.get('mountPath').text ?? ''))
    .toSorted((a, b) => (b.get('mountPath').text ?? '').length - (a.get('mountPath').text ?? '').length)[0];
}

function isBelow(path: string, folder: string): boolean {
  const base = folder.replace(/\/$/, '');
  return base !== '' && (path === base || path.startsWith(`${base}/`));
}

function volumeOf(pod: DataNode, mount: DataNode): DataNode | undefined {
  const name = mount.get('name').text;
  return pod
    .get('volumes')
    .items()
    .find((volume) => volume.get('name').text === name);
}

/** One place where they stay is enough. */
function lastingOf(
  does: ScriptCopies,
  pod: DataNode,
  containers: readonly DataNode[],
): Fact<boolean> | undefined {
  const store = does.places.some(({ kind }) => kind === 'store');
  if (store) return known(true, containers[0]?.header);
  let lost: Fact<boolean> | undefined;
  for (const { text } of does.places) {
    const mount = containers
      .map((container) => mountOf(container, text))
      .find((found) => found !== undefined);
    const volume = mount && volumeOf(pod, mount);
    if (mount && !volume)
      return unknown('the volume that copies are written to is not among the files', mount.header);
    const passing =
      volume &&
      ['emptyDir', 'hostPath'].map((key) => volume.get(key)).find(({ value }) => value !== undefined);
    if (volume && !passing) return known(true, volume.header);
    lost ??= known(false, passing?.header ?? mount?.header ?? containers[0]?.header);
  }
  return lost;
}
