import { valueOf } from '../../model/index.ts';
import type { Location } from '../../source/index.ts';
import { text, textOf, type Part } from '../resource/part.ts';
import { isSet } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import type { Value } from '../resource/value.ts';
import { buildspecOf, type Buildspec } from './buildspec.ts';
import { LANGUAGES, type Names } from './names.ts';

/** A project of CodeBuild. */
export interface Project {
  readonly resource: Resource;
  readonly names: Names;
  readonly name: string;
  readonly buildspec: Buildspec | undefined;
  /** Why that is not there; finishes "unknown because …". */
  readonly hidden: string;
}

export type ReadText = (path: string) => string | undefined;

/** All projects of a stack; many may build by one file. */
export function projectsOf(stack: Stack, readText: ReadText): Projects {
  const read = new Map<string, Buildspec | undefined>();
  const readFile = (path: string): Buildspec | undefined => {
    if (!read.has(path)) {
      const content = path.includes('..') || path.startsWith('/') ? undefined : readText(path);
      read.set(path, content === undefined ? undefined : buildspecOf(path, content, undefined));
    }
    return read.get(path);
  };
  const all = LANGUAGES.flatMap((names) =>
    stack.of(names.project).map((resource) => projectOf(resource, names, readFile)),
  );
  const byResource = new Map(all.map((project) => [project.resource, project]));
  const byName = new Map(all.map((project) => [project.name, project]));
  return {
    all,
    named: (value, override) => {
      const target = stack.target(value);
      const project = target ? byResource.get(target) : byName.get((value && textOf(value)) ?? '');
      return project && override ? { ...project, ...buildspecIn(override, readFile) } : project;
    },
  };
}

/** Projects, and the one that a value names or refers to, which an action may give another buildspec. */
export interface Projects {
  readonly all: readonly Project[];
  readonly named: (value: Value | undefined, override: Value | undefined) => Project | undefined;
}

type ReadFile = (path: string) => Buildspec | undefined;

function projectOf(resource: Resource, names: Names, readFile: ReadFile): Project {
  const named = text(resource, names.name);
  const [source] = resource.parts(names.source);
  const written = source?.get(names.buildspec);
  const { buildspec, hidden } = buildspecAt(source, written, readFile);
  return {
    resource,
    names,
    name: (named && valueOf(named)) ?? resource.name,
    buildspec,
    hidden,
  };
}

function buildspecAt(
  source: Part | undefined,
  written: Value | undefined,
  readFile: ReadFile,
): Pick<Project, 'buildspec' | 'hidden'> {
  if (source?.uncertain !== undefined) return { buildspec: undefined, hidden: source.uncertain };
  return buildspecIn(written, readFile);
}

function buildspecIn(written: Value | undefined, readFile: ReadFile): Pick<Project, 'buildspec' | 'hidden'> {
  const given = written && inlineText(written);
  if (written && given === undefined)
    return {
      buildspec: undefined,
      hidden: written.kind === 'unknown' ? written.reason : 'its buildspec is no text',
    };
  if (written && given?.includes('\n')) {
    const inline: Location = written.at;
    return {
      buildspec: buildspecOf(inline.file.path, given, inline),
      hidden: 'its buildspec is not understood',
    };
  }
  const path = given ?? 'buildspec.yml';
  return { buildspec: readFile(path), hidden: `${path} is not among the files` };
}

/** A text of which parts are not known has them as variables. */
function inlineText(value: Value): string | undefined {
  if (value.kind === 'unknown')
    return value.parts?.map((part) => (typeof part === 'string' ? part : '${unknown}')).join('');
  return textOf(value);
}

/** Variables that the project sets for its builds. */
export function environmentOf({ resource, names }: Project): readonly (readonly [string, Value])[] {
  return resource.parts(names.environment).flatMap((part) =>
    part.parts(names.environmentVariables).flatMap((variable) => {
      const name = text(variable, names.variableName);
      const key = name && valueOf(name);
      const value = variable.get(names.variableValue);
      const type = text(variable, names.variableType);
      const plain = !isSet(variable, names.variableType) || (type && valueOf(type)) === 'PLAINTEXT';
      return key !== undefined && value && plain ? [[key, value] as const] : [];
    }),
  );
}
