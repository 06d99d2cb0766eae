import { known, unknown, valueOf, type DatabaseFacts, type SubjectOf } from '../../model/index.ts';
import { nothing, textOf } from '../resource/part.ts';
import { typesOf } from '../resource/rows.ts';
import { boolSetting } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import table from './databases.json' with { type: 'json' };
import { DatabaseReader } from './reader.ts';
import { instancesOf, type DatabaseType } from './type.ts';

const TYPES = typesOf<Omit<DatabaseType, 'provider'>>(table);

/** Managed database instances and clusters. */
export function databases(stack: Stack): readonly SubjectOf<'database'>[] {
  return TYPES.flatMap(([name, type]) => [
    ...stack
      .of(name)
      .filter((resource) => !isLock(resource) && !isMember(resource, type))
      .map((resource) =>
        stack.subject('database', resource, new DatabaseReader(stack, resource, type).facts()),
      ),
    ...instancesElsewhere(stack, name, type),
  ]);
}

/** Instances that are open to all, of clusters that are not in the files. */
function instancesElsewhere(
  stack: Stack,
  name: string,
  type: DatabaseType,
): readonly SubjectOf<'database'>[] {
  const { instances, public: setting } = type;
  const attribute = setting.instances;
  if (!instances || attribute === undefined) return [];
  const met = new Set(stack.of(name).flatMap((cluster) => instancesOf(stack, cluster, type)));
  const others = stack
    .of(instances.type)
    .filter((instance) => !met.has(instance) && instance.get(instances.cluster) !== undefined);
  return others.flatMap((instance) => {
    const opened = boolSetting(instance, { ...setting, on: [attribute] });
    if (valueOf(opened) !== true) return [];
    const untold = unknown('the cluster is not in the files', instance.at, instance.related);
    const facts: DatabaseFacts = {
      provider: type.provider,
      engine: untold,
      encrypted: untold,
      public: opened,
      replica: untold,
      backupRetentionDays: untold,
      pointInTimeRecovery: untold,
      multiZone: untold,
      deletionProtection: untold,
      tlsRequired: nothing(instance),
      minimumTls: nothing(instance),
      logExports: nothing(instance),
      authority: nothing(instance),
      riskySettings: known([], instance.at, instance.related),
    };
    return stack.subject('database', instance, facts);
  });
}

/** The table that Terraform locks its state with: what it holds is gone after each run. */
function isLock(resource: Resource): boolean {
  const keys = [
    resource.get('hash_key'),
    ...resource.parts('KeySchema').map((part) => part.get('AttributeName')),
  ];
  return keys.some((key) => key && textOf(key) === 'LockID');
}

function isMember(resource: Resource, { memberOf }: DatabaseType): boolean {
  return memberOf !== undefined && resource.get(memberOf) !== undefined;
}
