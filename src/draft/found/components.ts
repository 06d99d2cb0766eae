import { valueOf, type SubjectOf } from '../../model/index.ts';
import type { Location } from '../../source/index.ts';
import { addressIn, namesOfAddress, type Stacks } from './address.ts';
import { dependenciesOf } from './dependencies.ts';
import type { Found } from './subjects.ts';

export type ComponentKind = 'service' | 'database' | 'object-store' | 'queue' | 'cache';

/** A part of the system that the files deploy. */
export interface FoundComponent {
  readonly name: string;
  /** Undefined for what runs and may be anything. */
  readonly kind: ComponentKind | undefined;
  /** What tells the kind, where it is more than that it runs. */
  readonly kindHow?: string;
  readonly from: readonly Location[];
  readonly files: ReadonlyMap<string, Location>;
  readonly resources: ReadonlyMap<string, Location>;
  readonly dependsOn: ReadonlyMap<string, Location>;
  /** Ids of the subjects that are it. */
  readonly subjects: ReadonlySet<string>;
}

/** Kinds of workloads that stay and that others rely on; jobs and bare pods come and go. */
const LASTING: ReadonlySet<string> = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'Rollout',
  'CronJob',
  'Compose service',
  'Swarm service',
]);

interface Draft {
  /** The plainest first; the last is its alone. */
  readonly names: readonly string[];
  /** What is one thing, however many files speak of it. */
  readonly thing: string;
  readonly kind: ComponentKind | undefined;
  readonly kindHow?: string;
  readonly at: Location;
  readonly file?: string;
  readonly resource?: string;
  readonly subject: string;
}

/** Workloads, and databases, stores, queues and caches of clouds; one component for what is of one name and one address. */
export function findComponents(found: Found, stacks: Stacks): readonly FoundComponent[] {
  const drafts = [...ofWorkloads(found), ...ofResources(found, stacks), ...ofServices(found, stacks)];
  const groups = new Map<string, Draft[]>();
  const things = new Map<string, Set<string>>();
  for (const { names, thing } of drafts)
    for (const name of names) things.set(name, (things.get(name) ?? new Set()).add(thing));
  for (const draft of drafts) {
    const name = draft.names.find((one) => things.get(one)?.size === 1) ?? draft.names.at(-1) ?? '';
    groups.set(name, [...(groups.get(name) ?? []), draft]);
  }
  const subjects = new Map([...groups].map(([name, all]) => [name, all.map(({ subject }) => subject)]));
  const dependencies = dependenciesOf(found, subjects);
  return [...groups]
    .map(([name, all]) => componentOf(name, all, dependencies.get(name) ?? new Map<string, Location>()))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function componentOf(
  name: string,
  all: readonly Draft[],
  dependsOn: FoundComponent['dependsOn'],
): FoundComponent {
  // What says more than that it runs: of manifests and overlays of one thing, some may leave its image out.
  const first = all.find(({ kind }) => kind !== undefined);
  return {
    name,
    kind: first?.kind,
    ...(first?.kindHow !== undefined && { kindHow: first.kindHow }),
    from: all.map(({ at }) => at),
    files: places(all, ({ file }) => file),
    resources: places(all, ({ resource }) => resource),
    dependsOn,
    subjects: new Set(all.map(({ subject }) => subject)),
  };
}

function places(
  all: readonly Draft[],
  keyOf: (draft: Draft) => string | undefined,
): ReadonlyMap<string, Location> {
  const found = new Map<string, Location>();
  for (const draft of all) {
    const key = keyOf(draft);
    if (key !== undefined && !found.has(key)) found.set(key, draft.at);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function ofWorkloads(found: Found): readonly Draft[] {
  return found.of('workload').flatMap((workload): readonly Draft[] => {
    if (!LASTING.has(workload.facts.type) || !isName(workload.name)) return [];
    const { kind, image } = kindByImage(workload);
    return [
      {
        names: [workload.name],
        thing: `workload ${workload.name}`,
        kind,
        ...(image !== undefined && { kindHow: `its image ${image}` }),
        at: workload.location,
        file: workload.location.file.path,
        subject: workload.id,
      },
    ];
  });
}

/** What well-known images run, by the last part of their name. */
const IMAGES: Readonly<Record<string, ComponentKind>> = {
  redis: 'cache',
  valkey: 'cache',
  memcached: 'cache',
  postgres: 'database',
  postgresql: 'database',
  mysql: 'database',
  mariadb: 'database',
  mongo: 'database',
  mongodb: 'database',
  cassandra: 'database',
  rabbitmq: 'queue',
  kafka: 'queue',
  nats: 'queue',
  minio: 'object-store',
};

function kindByImage({ facts }: SubjectOf<'workload'>): {
  readonly kind?: ComponentKind;
  readonly image?: string;
} {
  const own = facts.containers.filter(({ init }) => !init);
  const image = own.length === 1 && own[0] ? valueOf(own[0].image) : undefined;
  const base = image
    ?.replace(/@.*$/, '')
    .replace(/:[^/:]*$/, '')
    .split('/')
    .at(-1);
  const kind = base === undefined || !Object.hasOwn(IMAGES, base) ? undefined : IMAGES[base];
  return kind === undefined || image === undefined ? {} : { kind, image };
}

function ofResources(found: Found, stacks: Stacks): readonly Draft[] {
  const states = new Set(found.of('state-backend').flatMap(({ facts }) => valueOf(facts.store) ?? []));
  return [
    ...found
      .of('database')
      .filter(({ facts }) => valueOf(facts.replica) !== true)
      .flatMap((one) =>
        one.facts.provider === 'kubernetes' ? ofOperator(one) : draftOf(one, 'database', stacks),
      ),
    ...found
      .of('object-store')
      // The bucket that holds Terraform's state is no part of the system.
      .flatMap((one) =>
        states.has(valueOf(one.facts.storeName) ?? '') ? [] : draftOf(one, 'object-store', stacks),
      ),
    ...found.of('cache').flatMap((one) => draftOf(one, 'cache', stacks)),
    ...found.of('queue').flatMap((one) => draftOf(one, 'queue', stacks)),
    ...found.of('search-domain').flatMap((one) => draftOf(one, 'database', stacks)),
  ];
}

/** Resources that run code of one's own and are no workload of a cluster. */
const SERVICES: ReadonlySet<string> = new Set([
  'aws_ecs_service',
  'aws_lambda_function',
  'aws_apprunner_service',
  'google_cloud_run_service',
  'google_cloud_run_v2_service',
  'google_cloudfunctions_function',
  'google_cloudfunctions2_function',
  'azurerm_container_app',
  'azurerm_linux_function_app',
  'azurerm_windows_function_app',
  'azurerm_linux_web_app',
  'azurerm_windows_web_app',
  'azurerm_app_service',
  'AWS::ECS::Service',
  'AWS::Lambda::Function',
  'AWS::Serverless::Function',
  'AWS::AppRunner::Service',
]);

function ofServices(found: Found, stacks: Stacks): readonly Draft[] {
  return found
    .of('resource')
    .flatMap((one) => (SERVICES.has(one.facts.type) ? draftOf(one, 'service', stacks) : []));
}

type OfResource = SubjectOf<'resource' | 'database' | 'object-store' | 'cache' | 'queue' | 'search-domain'>;

function draftOf(subject: OfResource, kind: ComponentKind, stacks: Stacks): readonly Draft[] {
  const address = addressIn(stacks, subject.id);
  if (address === undefined) return [];
  const names = namesOfAddress(address).filter(isName);
  if (names.length === 0) return [];
  const thing = `resource ${address.replaceAll(/\[[^\]]*\]/g, '')}`;
  return [{ names, thing, kind, at: subject.location, resource: address, subject: subject.id }];
}

/** A cluster of databases that an operator runs is told by its file, as workloads are. */
function ofOperator({ id, name, location }: SubjectOf<'database'>): readonly Draft[] {
  if (!isName(name)) return [];
  const thing = `workload ${name}`;
  return [{ names: [name], thing, kind: 'database', at: location, file: location.file.path, subject: id }];
}

function isName(name: string): boolean {
  return name !== '' && name.length <= 200;
}
