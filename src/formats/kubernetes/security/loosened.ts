import { known, type WorkloadFacts } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import { isContainerType, isSafeSysctl } from '../../cluster-security.ts';
import type { KubernetesObject } from '../object.ts';
import { podLists, podTemplate } from '../workload/kinds.ts';

/** Annotations that clusters read before there were fields; what follows is a container's name. */
const SECCOMP_NOTE = 'container.seccomp.security.alpha.kubernetes.io/';
const APPARMOR_NOTE = 'container.apparmor.security.beta.kubernetes.io/';
const POD_NOTE = 'seccomp.security.alpha.kubernetes.io/pod';

type Walls = NonNullable<WorkloadFacts['loosened']>;

/** The walls between a workload's pods and the machine that it takes down. Sentences without their end. */
export function loosened(object: KubernetesObject): Walls {
  const template = podTemplate(object);
  const own = template.get('spec', 'securityContext');
  const notes = template.get('metadata', 'annotations');
  const containers = podLists(object).flatMap((list) => list.items());
  return [
    ...seccompWalls(own, containers, notes),
    ...contextWalls('each pod', own),
    ...containers.flatMap((container) =>
      contextWalls(`container ${nameOf(container)}`, container.get('securityContext')),
    ),
    ...containers.flatMap((container) =>
      noted(nameOf(container), notes.get(`${APPARMOR_NOTE}${nameOf(container)}`)),
    ),
    ...own
      .get('sysctls')
      .items()
      .flatMap((one) => {
        const name = one.get('name');
        return name.text === undefined || isSafeSysctl(name.text)
          ? []
          : [said(`each pod sets ${name.text}, which reaches beyond it`, name)];
      }),
  ];
}

/** What a container says counts before what its pod says, and fields before annotations. */
function seccompWalls(own: DataNode, containers: readonly DataNode[], notes: DataNode): Walls {
  const places = new Map(
    containers.map((container) => {
      const ways = [
        container.get('securityContext', 'seccompProfile', 'type'),
        own.get('seccompProfile', 'type'),
        notes.get(`${SECCOMP_NOTE}${nameOf(container)}`),
        notes.get(POD_NOTE),
      ];
      const index = ways.findIndex((way) => way.exists);
      const who = index === 1 || index === 3 ? 'each pod' : `container ${nameOf(container)}`;
      return [index === -1 ? '' : `${who} runs without a profile of seccomp`, ways[index]];
    }),
  );
  return [...places].flatMap(([what, way]) =>
    way === undefined ? [] : whenSo(way, (text) => /^unconfined$/i.test(text), what),
  );
}

function contextWalls(who: string, context: DataNode): Walls {
  return [
    ...whenSo(
      context.get('appArmorProfile', 'type'),
      (type) => type === 'Unconfined',
      `${who} runs without a profile of AppArmor`,
    ),
    ...labelsOf(who, context.get('seLinuxOptions')),
    ...whenSo(context.get('procMount'), (mount) => mount === 'Unmasked', `${who} sees all of /proc`),
    ...processOf(who, context.get('windowsOptions', 'hostProcess')),
  ];
}

function labelsOf(who: string, options: DataNode): Walls {
  const type = options.get('type');
  return [
    ...whenSo(
      type,
      (text) => !isContainerType(text),
      `${who} has the type ${type.text ?? ''} of SELinux, which is not one of containers`,
    ),
    ...['user', 'role'].flatMap((key) =>
      whenSo(options.get(key), (text) => text !== '', `${who} chooses its own ${key} of SELinux`),
    ),
  ];
}

function processOf(who: string, flag: DataNode): Walls {
  return flag.value === true ? [said(`${who} runs as a process of the machine itself`, flag)] : [];
}

/** `runtime/default` or `localhost/<profile>`; the kubelet does not start what names another. */
function noted(name: string, node: DataNode): Walls {
  if (node.text === 'unconfined') return [said(`container ${name} runs without a profile of AppArmor`, node)];
  return whenSo(
    node,
    (text) => text !== '' && text !== 'runtime/default' && !text.startsWith('localhost/'),
    `container ${name} names the profile ${node.text ?? ''} of AppArmor, which there is not`,
  );
}

function whenSo(node: DataNode, so: (text: string) => boolean, what: string): Walls {
  return node.text !== undefined && so(node.text) ? [said(what, node)] : [];
}

function said(what: string, node: DataNode): Walls[number] {
  return { what: known(what, node.at) };
}

function nameOf(container: DataNode): string {
  return container.get('name').text ?? 'unnamed';
}
