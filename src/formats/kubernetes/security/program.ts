import { known, type ClusterProgramFacts, type SubjectOf } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import { subjectFrom, type KubernetesObject } from '../object.ts';
import { podLists } from '../workload/kinds.ts';

const PROGRAMS: ReadonlySet<string> = new Set([
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'etcd',
  'kubelet',
]);

/** A program of the cluster itself, as kubeadm starts it: by a pod whose command names it; nothing for other pods. */
export function programSubject(object: KubernetesObject): SubjectOf<'cluster-program'> | undefined {
  for (const container of podLists(object).flatMap((list) => list.items())) {
    const words = [...container.get('command').items(), ...container.get('args').items()];
    const start = words.findIndex(({ text }) => isProgram(baseOf(text)));
    const program = start === -1 ? imageName(container) : baseOf(words[start]?.text);
    if (!isProgram(program)) continue;
    const flags = flagsIn(words.slice(start + 1));
    const config = flags.find(({ name }) => /^(?:config|config-file|authorization-config)$/.test(name));
    return subjectFrom(object, 'cluster-program', {
      program,
      flags,
      configured: known(config !== undefined, config?.setting.at ?? container.get('command').header),
    });
  }
  return undefined;
}

/** The name of its image, which tells what runs where no command does. */
function imageName(container: DataNode): string {
  const stated = container.get('command').exists;
  return stated ? '' : baseOf(container.get('image').text).replace(/[:@].*$/, '');
}

function isProgram(name: string): name is ClusterProgramFacts['program'] {
  return PROGRAMS.has(name);
}

function baseOf(word = ''): string {
  return word.slice(word.lastIndexOf('/') + 1);
}

/** `--name=value`, `--name value`, and `--name` alone, which switches on. */
function flagsIn(words: readonly DataNode[]): ClusterProgramFacts['flags'] {
  return words.flatMap((node, index) => {
    const [, name, value] = /^--?([\w-]{1,100})(?:=([\s\S]*))?$/.exec(node.text ?? '') ?? [];
    if (name === undefined) return [];
    if (value !== undefined) return [{ name, setting: known(value, node.at) }];
    const next = words[index + 1];
    const separate = next?.text !== undefined && !next.text.startsWith('-');
    return [{ name, setting: known(separate ? next.text : 'true', node.at) }];
  });
}
