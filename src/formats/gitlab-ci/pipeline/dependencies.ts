import { known, unknown, type BuildDependencyFacts, type SubjectOf } from '../../../model/index.ts';
import { buildDependency, hasDigest, type Use } from '../../build-dependency.ts';
import type { Config } from '../read/config.ts';
import type { Foreign } from '../read/include.ts';
import type { Value } from '../read/value.ts';

type Dependency = SubjectOf<'build-dependency'>;
type Pinned = BuildDependencyFacts['pinned'];

/** Every place where a pipeline runs the code of others: includes, images. */
export function dependenciesOf(config: Config): readonly Dependency[] {
  const top = config.top.entries().filter(([name, value]) => value.isMap && !NO_JOBS.has(name));
  return [
    ...config.foreign.flatMap((one, index) => includeDependency(one, index)),
    ...imagesOf('default', config.top),
    ...top.flatMap(([name, job]) => imagesOf(name, job)),
  ];
}

const NO_JOBS: ReadonlySet<string> = new Set(['variables', 'workflow', 'image', 'cache', 'include', 'spec']);

function imagesOf(name: string, job: Value): readonly Dependency[] {
  const image = job.get('image');
  const services = job.get('services').values();
  return [
    ...imageDependency('image', image.isMap ? image.get('name') : image, `${name}/image`),
    ...services.flatMap((service, index) =>
      imageDependency(
        'service',
        service.isMap ? service.get('name') : service,
        `${name}/services/${index + 1}`,
      ),
    ),
  ];
}

/** Registries of the project's own, and of GitLab. */
const OWN =
  /^\$\{?CI_REGISTRY|^\$\{?CI_TEMPLATE_REGISTRY_HOST\b|^registry\.gitlab\.com\/(?:gitlab-org|security-products)\//;
/** A mirror in front of the public registry does not change what the image is. */
const MIRROR = /^\$\{?CI_DEPENDENCY_PROXY_(?:DIRECT_)?GROUP_IMAGE_PREFIX\}?\//;

function imageDependency(type: 'image' | 'service', value: Value, id: string): readonly Dependency[] {
  const { text } = value;
  if (text === undefined || text === '') return [];
  const plain = text.replace(MIRROR, '');
  const open = unknown(`\`${text}\` is chosen while the pipeline runs`, value.at);
  const pinned = hasDigest(plain)
    ? known(true, value.at)
    : plain.includes('$')
      ? open
      : known(false, value.at);
  return [dependency(type, value, id, plain.replace(/@.*$/, ''), known(OWN.test(plain), value.at), pinned)];
}

const COMMIT = /(?:^|\/)(?:[0-9a-f]{40}|[0-9a-f]{64})(?:\/|$)/;

function includeDependency({ kind, entry, value }: Foreign, index: number): readonly Dependency[] {
  const { text } = value;
  if (text === undefined) return [];
  const id = `include/${index + 1}`;
  const ours = unknown(`whether \`${text}\` belongs to the same owners is not in the files`, value.at);
  switch (kind) {
    case 'template':
      return [
        dependency('reusable-workflow', value, id, text, known(true, value.at), known(false, value.at)),
      ];
    case 'remote': {
      const pinned = COMMIT.test(text) || entry.get('integrity').exists;
      return [
        dependency('reusable-workflow', value, id, text, known(false, value.at), known(pinned, value.at)),
      ];
    }
    case 'component': {
      const own = /^(?:gitlab\.com|\$\{?CI_SERVER_(?:FQDN|HOST)\}?)\/components\//.test(text);
      const pinned = versionPinned(text.slice(text.lastIndexOf('@') + 1), value);
      return [dependency('reusable-workflow', value, id, text, own ? known(true, value.at) : ours, pinned)];
    }
    case 'project': {
      const own = /^\$\{?CI_PROJECT_(?:PATH|NAMESPACE|ROOT_NAMESPACE)\b/.test(text);
      const ref = entry.get('ref');
      const pinned = ref.text === undefined ? known(false, value.at) : versionPinned(ref.text, ref);
      const version = { text: ref.text ?? null, at: ref.text === undefined ? value.at : ref.at };
      return [
        dependency('reusable-workflow', value, id, text, own ? known(true, value.at) : ours, pinned, version),
      ];
    }
  }
}

function versionPinned(ref: string, value: Value): Pinned {
  if (ref.includes('$')) return unknown(`\`${ref}\` is chosen while the pipeline runs`, value.at);
  return known(COMMIT.test(ref), value.at);
}

function dependency(
  type: BuildDependencyFacts['type'],
  value: Value,
  id: string,
  name: string,
  firstParty: Dependency['facts']['firstParty'],
  pinned: Pinned,
  version?: Use['version'],
): Dependency {
  return buildDependency('gitlab-ci', {
    id: `${value.node.document.file.path}:${id}`,
    name,
    type,
    text: value.text ?? name,
    at: value.at,
    firstParty,
    pinned,
    ...(version && { version }),
  });
}
