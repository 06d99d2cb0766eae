import { known, unknown, type Fact, type HostPathFacts } from '../../../model/index.ts';
import { watchesMachine, type Started } from '../../../monitoring/index.ts';
import type { DataNode } from '../../data-node.ts';
import type { Layered } from '../read/layered.ts';
import { booleanOf, filled, type Variables } from '../read/variables.ts';

/** Paths of the machine that a service is given, in the order of the files; named volumes are none. */
export function hostPaths(
  volumes: Layered,
  started: Started,
  variables: Variables,
): readonly HostPathFacts[] {
  return volumes.items().flatMap((volume) => {
    const mount = mountOf(volume, variables);
    if (!mount || !isOfMachine(mount.path)) return [];
    const { path, readOnly, target } = mount;
    return { path, readOnly, watched: known(watchesMachine(started, target), path.at) };
  });
}

export interface Mount {
  readonly path: Fact<string>;
  readonly readOnly: Fact<boolean>;
  readonly target: string | undefined;
}

/** What stands where inside of a container; nothing for volumes by name. */
export function mountOf(volume: DataNode, variables: Variables): Mount | undefined {
  if (volume.isMap) {
    const source = volume.get('source').exists ? volume.get('source') : volume.get('src');
    if (volume.get('type').text !== 'bind' || !source.exists) return undefined;
    const flag = volume.get('read_only');
    const target = ['target', 'dst', 'destination'].map((key) => volume.get(key)).find((node) => node.exists);
    return {
      path: filled(source, variables),
      readOnly: flag.exists ? booleanOf(flag, variables) : known(false, volume.at),
      target: target?.text,
    };
  }
  if (volume.text === undefined) return undefined;
  const text = filled(volume, variables);
  if (typeof text.value !== 'string') {
    // Only what may be a path of the machine: `${DATA}:/data`, not `data:/data/${NAME}`.
    if (!volume.text.startsWith('$') || !volume.text.includes(':')) return undefined;
    const open: Fact<never> = unknown(text.value.unknown, text.at);
    return { path: open, readOnly: open, target: undefined };
  }
  const [source = '', target, options = ''] = text.value.split(':');
  if (target === undefined) return undefined;
  return {
    path: known(source, text.at),
    readOnly: known(options.split(',').includes('ro'), text.at),
    target,
  };
}

/** What lies in the project's own folder, or is a volume by name, is no path of the machine. */
function isOfMachine({ value }: Fact<string>): boolean {
  return typeof value !== 'string' || value.startsWith('/') || value.startsWith('~');
}
