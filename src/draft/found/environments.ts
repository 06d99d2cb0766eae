import { purposeOf, valueOf, type EnvironmentPurpose } from '../../model/index.ts';
import type { Location } from '../../source/index.ts';
import type { Found } from './subjects.ts';

/** An environment that the files name. */
export interface FoundEnvironment {
  readonly name: string;
  readonly purpose: EnvironmentPurpose | undefined;
  /** What names it. */
  readonly from: readonly Location[];
  /** Other names that it goes by: a folder's, where pipelines call it otherwise. */
  readonly aliases: readonly string[];
  /** Folders or variable files with its infrastructure code, and where that begins. */
  readonly infrastructure: ReadonlyMap<string, Location>;
  /** Files and folders that are its own. */
  readonly configuration: ReadonlyMap<string, Location>;
}

interface Candidate {
  readonly name: string;
  readonly at: Location;
  readonly by: 'path' | 'pipeline';
  readonly infrastructure?: string;
  readonly configuration?: string;
}

const ORDER: readonly (EnvironmentPurpose | undefined)[] = [
  'development',
  'staging',
  'production',
  undefined,
];

/** Environments by the folders and files that are named for them, and by what pipelines and their gates name. */
export function findEnvironments(found: Found): readonly FoundEnvironment[] {
  const candidates = [...ofStacks(found), ...ofManifests(found), ...ofPipelines(found)];
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const key = candidate.name.toLowerCase();
    groups.set(key, [...(groups.get(key) ?? []), candidate]);
  }
  const merged = mergeByPurpose([...groups.values()]);
  return merged
    .map(environmentOf)
    .sort((a, b) => ORDER.indexOf(a.purpose) - ORDER.indexOf(b.purpose) || (a.name < b.name ? -1 : 1));
}

function ofStacks(found: Found): readonly Candidate[] {
  return found.of('stack').flatMap(({ facts: { path }, location }): readonly Candidate[] => {
    const named = namedOnPath(path);
    if (!named) return [];
    const isFile = /\.[a-z]+$/.test(path);
    return [
      {
        name: named.name,
        at: location,
        by: 'path',
        infrastructure: isFile ? folderOf(path) : path,
        ...(isFile && { configuration: path }),
      },
    ];
  });
}

function ofManifests(found: Found): readonly Candidate[] {
  return found.of('workload').flatMap(({ location }): readonly Candidate[] => {
    const { path } = location.file;
    const named = namedOnPath(path);
    if (!named) return [];
    return [{ name: named.name, at: location, by: 'path', configuration: named.path }];
  });
}

function ofPipelines(found: Found): readonly Candidate[] {
  return [...found.of('deploy-job'), ...found.of('gate')].flatMap(
    ({ facts, location }): readonly Candidate[] => {
      const name = valueOf(facts.target);
      return name === undefined || name === '' || name.length > 200
        ? []
        : [{ name, at: facts.target.at ?? location, by: 'pipeline' }];
    },
  );
}

/** Files of one purpose beside each other: `values-prod.yaml`, `terraform.prod.tfvars`. */
const FILE_PREFIX = /^(?:values|terraform|docker-compose|compose|kustomization|config|env|vars|main)[._-]+/;

/** Words that, on a path, say what a folder or file holds and not for which environment it is. */
const NO_ENVIRONMENT = /(?<=^|[^a-z])(?:tests?|review|preview|live)(?=[^a-z]|$)/g;

/** The deepest name on a path that speaks of a purpose, and the path up to it. */
export function namedOnPath(path: string): { readonly name: string; readonly path: string } | undefined {
  const segments = path.split('/');
  for (let index = segments.length - 1; index >= 0; index--) {
    const segment = segments[index] ?? '';
    const isFile = index === segments.length - 1 && /\.[a-z]+$/i.test(segment);
    const stem = isFile ? segment.replace(/\.[a-z]+$/i, '').replace(FILE_PREFIX, '') : segment;
    if (isFile && !/^[a-z]+$/i.test(stem)) continue;
    if (purposeOf(stem.toLowerCase().replaceAll(NO_ENVIRONMENT, '')) !== undefined)
      return { name: stem, path: segments.slice(0, index + 1).join('/') };
  }
  return undefined;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Folders say `prod` where pipelines say `production`: one environment, when there is one of each and no third. */
function mergeByPurpose(groups: readonly (readonly Candidate[])[]): readonly (readonly Candidate[])[] {
  const byPurpose = new Map<EnvironmentPurpose | undefined, (readonly Candidate[])[]>();
  for (const group of groups) {
    const purpose = purposeOf(group[0]?.name ?? '');
    byPurpose.set(purpose, [...(byPurpose.get(purpose) ?? []), group]);
  }
  return [...byPurpose].flatMap(([purpose, same]) => {
    const [first = [], second = []] = same;
    const isPair = purpose !== undefined && same.length === 2;
    const apart = !first.some(({ by }) => second.some((other) => other.by === by));
    return isPair && apart ? [[...first, ...second]] : same;
  });
}

function environmentOf(candidates: readonly Candidate[]): FoundEnvironment {
  const named = candidates.find(({ by }) => by === 'pipeline') ?? candidates[0];
  const name = named?.name ?? '';
  const names = [...new Set(candidates.map((candidate) => candidate.name))];
  return {
    name,
    purpose: purposeOf(name),
    from: distinctFiles(candidates.map(({ at }) => at)),
    aliases: names.filter((other) => other.toLowerCase() !== name.toLowerCase()).sort(),
    infrastructure: placesOf(candidates, ({ infrastructure }) => infrastructure),
    configuration: placesOf(candidates, ({ configuration }) => configuration),
  };
}

function placesOf(
  candidates: readonly Candidate[],
  pathOf: (candidate: Candidate) => string | undefined,
): ReadonlyMap<string, Location> {
  const places = new Map<string, Location>();
  for (const candidate of candidates) {
    const path = pathOf(candidate);
    if (path !== undefined && path !== '' && !places.has(path)) places.set(path, candidate.at);
  }
  return new Map([...places].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function distinctFiles(locations: readonly Location[]): readonly Location[] {
  const files = new Set<string>();
  return locations.filter(({ file: { path } }) => !files.has(path) && files.add(path));
}
