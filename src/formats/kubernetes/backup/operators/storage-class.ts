import { isUnknown, known, unknown, valueOf, type Fact } from '../../../../model/index.ts';
import type { DataNode } from '../../../data-node.ts';
import { nearest, referenceKey, type KubernetesObject } from '../../object.ts';
import { CLASS_DECIDES } from './database.ts';
import type { Surroundings } from './operator.ts';

/** Drivers of volumes, and the parameter by which a class of theirs encrypts what it makes. */
const PARAMETERS: ReadonlyMap<string, string> = new Map([
  ['driver.longhorn.io', 'encrypted'],
  ['ebs.csi.aws.com', 'encrypted'],
  ['kubernetes.io/aws-ebs', 'encrypted'],
  ['linstor.csi.linbit.com', 'linstor.csi.linbit.com/encryption'],
  ['pxd.portworx.com', 'secure'],
  ['rbd.csi.ceph.com', 'encrypted'],
]);

/**
 * Whether volumes are encrypted, as the classes among the files say that they are made of. What lies below a class that
 * does not say may be encrypted too.
 */
export function encryptionOf(
  cluster: KubernetesObject,
  volumes: readonly DataNode[],
  around: Surroundings,
): Fact<boolean> {
  const facts = volumes.map((volume) => ofVolume(cluster, volume, around));
  const plain = facts.find((fact) => valueOf(fact) === false);
  const open = facts.find((fact) => isUnknown(fact.value));
  return plain ?? open ?? facts[0] ?? undecided(cluster);
}

function ofVolume(cluster: KubernetesObject, volume: DataNode, { byName }: Surroundings): Fact<boolean> {
  const short = volume.get('storageClass');
  const name = short.exists ? short : volume.get('pvcTemplate', 'storageClassName');
  const key = referenceKey(undefined, 'StorageClass', name.text ?? '');
  const { root } = nearest(cluster, byName, key) ?? {};
  // Ceph's driver is named after the namespace of Rook's operator.
  const driver = root?.get('provisioner').text?.replace(/^[\w-]+\.(?=rbd\.csi\.ceph\.com$)/, '') ?? '';
  const stated = root?.get('parameters').get(PARAMETERS.get(driver) ?? '');
  if (stated?.text === 'true') return known(true, stated.at);
  if (stated?.text === 'false') return known(false, stated.at);
  return undecided(cluster);
}

function undecided(cluster: KubernetesObject): Fact<boolean> {
  return unknown(CLASS_DECIDES, cluster.location);
}
