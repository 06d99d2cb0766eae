import type { SubjectOf } from '../../model/index.ts';
import { nothing } from '../resource/part.ts';
import { typesOf } from '../resource/rows.ts';
import { boolSetting } from '../resource/setting.ts';
import type { Stack } from '../resource/stack.ts';
import { boolEntry, type Entry } from './entry.ts';
import table from './tables/file-systems.json' with { type: 'json' };

const TYPES = typesOf<{ readonly encrypted: Entry }>(table);

/** How tasks of ECS say that they mount EFS. */
const MOUNTS = [
  {
    type: 'aws_ecs_task_definition',
    volumes: 'volume',
    efs: 'efs_volume_configuration',
    encrypted: 'transit_encryption',
  },
  {
    type: 'AWS::ECS::TaskDefinition',
    volumes: 'Volumes',
    efs: 'EFSVolumeConfiguration',
    encrypted: 'TransitEncryption',
  },
];

/** File systems, of all clouds, and where they are mounted. Only EFS leaves encryption to its user. */
export function fileSystems(stack: Stack): readonly SubjectOf<'file-system'>[] {
  const own = TYPES.flatMap(([name, { provider, encrypted }]) =>
    stack.of(name).map((resource) =>
      stack.subject('file-system', resource, {
        provider,
        encrypted: boolEntry(resource, encrypted),
        encryptedInTransit: nothing(resource),
      }),
    ),
  );
  const mounts = MOUNTS.flatMap((mount) =>
    stack.of(mount.type).flatMap((task) =>
      task.parts(mount.volumes).flatMap((volume, index, { length }) =>
        volume.parts(mount.efs).map((efs) => {
          const address = `${task.address}.${mount.volumes}${length > 1 ? `[${index}]` : ''}`;
          const encryptedInTransit = boolSetting(efs, {
            on: [mount.encrypted],
            absent: false,
            when: ['ENABLED'],
          });
          return stack.subject(
            'file-system',
            { address, at: efs.at },
            { provider: 'aws', encrypted: nothing(efs), encryptedInTransit },
          );
        }),
      ),
    ),
  );
  return [...own, ...mounts];
}
