import { known, type CloudProvider, type Fact, type SubjectOf } from '../../model/index.ts';
import { anyTrue } from '../resource/logic.ts';
import { bool } from '../resource/part.ts';
import { typesOf } from '../resource/rows.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { boolEntry, type Entry } from './entry.ts';
import { instanceDisks, unlessCopied } from './instance-disk.ts';
import table from './tables/disks.json' with { type: 'json' };

interface DiskType {
  readonly encrypted: Entry;
  /** The attribute that names what it is made from; it is encrypted when that is. */
  readonly snapshot?: string;
  /** The region's default decides for it too. */
  readonly regional?: boolean;
}

const TYPES = typesOf<DiskType>(table);

/** Volumes, of all clouds. Azure's and Google's are always encrypted; of Azure's one can say no by name. */
export function disks(stack: Stack): readonly SubjectOf<'disk'>[] {
  const regional = defaultEncryption(stack);
  const disk = (
    resource: Pick<Resource, 'address' | 'at'>,
    provider: CloudProvider,
    encrypted: Fact<boolean>,
  ): SubjectOf<'disk'> => stack.subject('disk', resource, { provider, encrypted });
  const own = TYPES.flatMap(([name, type]) =>
    stack.of(name).map((resource) => {
      const encrypted = encryptedOf(resource, type);
      return disk(
        resource,
        type.provider,
        type.regional ? anyTrue([encrypted, ...regional], encrypted) : encrypted,
      );
    }),
  );
  const ofInstances = instanceDisks(stack).map(({ address, at, encrypted }) =>
    disk({ address, at }, 'aws', anyTrue([encrypted, ...regional], encrypted)),
  );
  return [...own, ...ofInstances];
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
