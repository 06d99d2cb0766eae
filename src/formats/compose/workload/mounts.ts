import { known, unknown, type Fact } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import type { Layered } from '../read/layered.ts';
import { filled, type Variables } from '../read/variables.ts';

/** Paths of the machine that a service is given, in the order of the files; named volumes are none. */
export function hostPaths(
  volumes: Layered,
  variables: Variables,
): readonly { readonly path: Fact<string> }[] {
  return volumes.items().flatMap((volume) => pathOf(volume, variables) ?? []);
}

function pathOf(volume: DataNode, variables: Variables): { readonly path: Fact<string> } | undefined {
  if (volume.isMap) {
    const source = volume.get('source').exists ? volume.get('source') : volume.get('src');
    if (volume.get('type').text !== 'bind' || !source.exists) return undefined;
    return absolute(filled(source, variables));
  }
  if (volume.text === undefined) return undefined;
  const text = filled(volume, variables);
  if (typeof text.value !== 'string') {
    // Only what may be a path of the machine: `${DATA}:/data`, not `data:/data/${NAME}`.
    return volume.text.startsWith('$') && volume.text.includes(':')
      ? { path: unknown(text.value.unknown, text.at) }
      : undefined;
  }
  const [source = '', target] = text.value.split(':');
  return target === undefined ? undefined : absolute(known(source, text.at));
}

/** What lies in the project's own folder, or is a volume by name, is no path of the machine. */
function absolute(path: Fact<string>): { readonly path: Fact<string> } | undefined {
  const { value } = path;
  return typeof value !== 'string' || value.startsWith('/') || value.startsWith('~') ? { path } : undefined;
}
