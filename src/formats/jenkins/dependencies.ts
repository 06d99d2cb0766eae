import { known, unknown, type BuildDependencyFacts, type Fact, type SubjectOf } from '../../model/index.ts';
import type { GroovyCall, GroovyString } from '../../syntax/groovy/index.ts';
import { buildDependency, hasDigest } from '../build-dependency.ts';
import { allCalls, argument, locate, section } from './read/nodes.ts';
import type { Jenkinsfile } from './read/jenkinsfile.ts';

interface Use {
  readonly type: BuildDependencyFacts['type'];
  readonly value: GroovyString;
}

/** Images that agents run in, and shared libraries. */
export function dependenciesOf(jenkinsfile: Jenkinsfile): readonly SubjectOf<'build-dependency'>[] {
  const { file, groovy } = jenkinsfile;
  const uses = allCalls(groovy.body).flatMap(usesOf);
  return uses.map(({ type, value }) => {
    const { text, interpolations } = value;
    const at = locate(file, value);
    const name = text.replace(/@.*$/, '');
    const pinned: Fact<boolean> =
      interpolations.length > 0
        ? unknown(`\`${text}\` is known only while the pipeline runs`, at)
        : type === 'library'
          ? libraryPinned(text, at)
          : known(hasDigest(text), at);
    return buildDependency('jenkins', {
      id: `${file.path}:${type}/${name}`,
      name,
      type,
      text,
      at,
      firstParty: known(type === 'image' && /^(?:docker\.io\/)?(?:jenkins|jenkinsci)\//.test(text), at),
      pinned,
    });
  });
}

/** A tag of a version counts: who can move it can change the pipeline, too. */
function libraryPinned(text: string, at: Fact<boolean>['at']): Fact<boolean> {
  const version = /@(.+)$/.exec(text)?.[1];
  if (version === undefined) return unknown(`the version of \`${text}\` is set in Jenkins`, at);
  return known(/^(?:[0-9a-f]{40}|v?\d+\.\d+(?:\.\d+)?(?:[-+.]\w+)*)$/.test(version), at);
}

function usesOf(call: GroovyCall): readonly Use[] {
  switch (call.name) {
    case '@Library': {
      const list = call.args[0]?.value;
      const values = list?.kind === 'list' ? list.items.map(({ value }) => value) : [list];
      return values.flatMap((value) => strings('library', value));
    }
    case 'library':
      return strings('library', argument(call, 'identifier') ?? argument(call, 'value'));
    case 'containerTemplate':
      return strings('image', argument(call, 'image'));
    case 'docker.image':
      return strings('image', argument(call, 'value'));
    case 'agent': {
      const docker = section(call.body, 'docker');
      if (!docker) return [];
      const image = section(docker.body, 'image');
      return strings('image', argument(docker, 'value') ?? (image && argument(image, 'value')));
    }
    default:
      return [];
  }
}

function strings(type: Use['type'], value: ReturnType<typeof argument>): readonly Use[] {
  return value?.kind === 'string' && value.text !== '' ? [{ type, value }] : [];
}
