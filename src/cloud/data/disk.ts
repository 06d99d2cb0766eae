import { known, type CloudProvider, type Fact, type SubjectOf } from '../../model/index.ts';
import { anyTrue } from '../resource/logic.ts';
import { bool, nothing } from '../resource/part.ts';
import { typesOf } from '../resource/rows.ts';
import { boolSetting, boolStated, type Setting } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { boolEntry, type Entry } from './entry.ts';
import { instanceDisks, unlessCopied } from './instance-disk.ts';
import table from './tables/disks.json' with { type: 'json' };

interface DiskType {
  readonly encrypted: Entry;
  /** Encryption by the machine, beside the cloud's. */
  readonly machineEncrypted?: Setting;
  /** The attribute that names what it is made from; it is encrypted when that is. */
  readonly snapshot?: string;
  /** The region's default decides for it too. */
  readonly regional?: boolean;
}

const TYPES = typesOf<DiskType>(table);

/**
 * Volumes, of all clouds. Azure's and Google's are always encrypted; what can be turned off for Azure's is that the
 * machine does so too. https://learn.microsoft.com/en-us/azure/virtual-machines/disk-encryption-overview
 */
export function disks(stack: Stack): readonly SubjectOf<'disk'>[] {
  const regional = defaultEncryption(stack);
  const disk = (
    resource: Pick<Resource, 'address' | 'at' | 'related'>,
    provider: CloudProvider,
    encrypted: Fact<boolean>,
    machineEncrypted: Fact<boolean | null> = nothing(resource),
  ): SubjectOf<'disk'> => stack.subject('disk', resource, { provider, encrypted, machineEncrypted });
  const own = TYPES.flatMap(([name, type]) =>
    stack.of(name).map((resource) => {
      const encrypted = encryptedOf(resource, type);
      return disk(
        resource,
        type.provider,
        type.regional ? anyTrue([encrypted, ...regional], encrypted) : encrypted,
        machineEncryptedOf(resource, type),
      );
    }),
  );
  const ofInstances = instanceDisks(stack).map(({ address, at, related, encrypted }) =>
    disk({ address, at, related }, 'aws', anyTrue([encrypted, ...regional], encrypted)),
  );
  return [...own, ...ofInstances];
}

/** Of machines the default is known, that they do not; a disk is what its machine makes of it. */
function machineEncryptedOf(resource: Resource, { machineEncrypted }: DiskType): Fact<boolean> | undefined {
  if (!machineEncrypted) return undefined;
  return (machineEncrypted.absent === undefined ? boolStated : boolSetting)(resource, machineEncrypted);
}

function encryptedOf(resource: Resource, { encrypted, snapshot }: DiskType): Fact<boolean> {
  const fact = boolEntry(resource, encrypted);
  return snapshot === undefined ? fact : unlessCopied(resource, snapshot, fact);
}

/** Where EC2 encrypts every new volume of the region, whatever is said of the volume. */
function defaultEncryption(stack: Stack): readonly Fact<boolean>[] {
  return stack
    .of('aws_ebs_encryption_by_default')
    .map((setting) => bool(setting, 'enabled') ?? known(true, setting.at, setting.related));
}
