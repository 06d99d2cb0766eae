import {
  isUnknown,
  known,
  valueOf,
  type ContainerFacts,
  type Fact,
  type SubjectOf,
} from '../../model/index.ts';

/** How images are made, by the files that say so. */
export type Builds = ReadonlyMap<string, SubjectOf<'image-build'>>;

export function indexBuilds(builds: readonly SubjectOf<'image-build'>[]): Builds {
  return new Map(builds.map((build) => [build.facts.path, build]));
}

/** Containers whose own file leaves it to the image who they run as, and whether they are asked how they are. */
export function relateWorkload(workload: SubjectOf<'workload'>, builds: Builds): SubjectOf<'workload'> {
  const { containers } = workload.facts;
  if (!containers.some(({ builtFrom }) => builtFrom)) return workload;
  return {
    ...workload,
    facts: { ...workload.facts, containers: containers.map((one) => built(one, builds)) },
  };
}

function built(container: ContainerFacts, builds: Builds): ContainerFacts {
  const { file, stage } = container.builtFrom ?? {};
  const build = builds.get((file && valueOf(file)) ?? '');
  if (!file || !stage || !build) return container;
  const target = valueOf(stage);
  if (target === undefined) return container;
  const made =
    target === null ? build.facts : build.facts.stages.find(({ name }) => name === target.toLowerCase());
  if (!made) return container;
  return {
    ...container,
    runAsNonRoot: otherwise(container.runAsNonRoot, negated(made.root)),
    readinessProbe: askedBy(container.readinessProbe, made.healthChecked),
    livenessProbe: askedBy(container.livenessProbe, made.healthChecked),
  };
}

/** Where nobody asks, the file that runs the container is the place to say so. */
function askedBy(own: Fact<boolean>, image: Fact<boolean>): Fact<boolean> {
  if (!isUnknown(own.value) || image.value !== false || !own.at) return otherwise(own, image);
  return known(
    false,
    own.at,
    image.at && [{ location: image.at, message: 'its image states no health check either' }],
  );
}

/** What the image says, where the file does not. */
function otherwise<T>(own: Fact<T>, image: Fact<T>): Fact<T> {
  if (!isUnknown(own.value)) return own;
  const related = own.at ? [{ location: own.at, message: 'runs the image' }] : [];
  return { ...image, related: [...(image.related ?? []), ...related] };
}

function negated(fact: Fact<boolean>): Fact<boolean> {
  return isUnknown(fact.value) ? fact : known(!fact.value, fact.at, fact.related);
}
