import { activitiesOfScript, withResults, type Activity, type StepWords } from '../../delivery/index.ts';
import { sourceFile, type Location } from '../../source/index.ts';
import type { DataDocument, Path } from '../../syntax/data/index.ts';
import { parseYaml } from '../../syntax/yaml/index.ts';

/** What a project of CodeBuild does: a text in its own resource, or a file of the repository. */
export interface Buildspec {
  readonly document: DataDocument;
  /** Where all of it stands, when it is a text of a resource. */
  readonly inline: Location | undefined;
}

/** More commands than anyone writes into a phase. */
const MAX_COMMANDS = 500;
const PHASES = ['install', 'pre_build', 'build', 'post_build'];

/** The document of a text; undefined when it is no buildspec. */
export function buildspecOf(path: string, text: string, inline: Location | undefined): Buildspec | undefined {
  const [document] = parseYaml(sourceFile(path, text)).documents;
  return document && mapOf(document.value, 'phases') !== undefined ? { document, inline } : undefined;
}

/** What stands at a key of a map; undefined where there is none. */
function mapOf(value: unknown, key: string): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  const inner = (value as Readonly<Record<string, unknown>>)[key];
  return typeof inner === 'object' && inner !== null
    ? (inner as Readonly<Record<string, unknown>>)
    : undefined;
}

/** Variables that it sets for all phases. */
export function variablesOf({ document }: Buildspec): ReadonlyMap<string, string> {
  const variables = mapOf(mapOf(document.value, 'env'), 'variables') ?? {};
  return new Map(
    Object.entries(variables).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

/** All that its commands do, in order; what comes after the build runs although the build failed. */
export function activitiesOf(buildspec: Buildspec, step: StepWords): readonly Activity[] {
  const phases = mapOf(buildspec.document.value, 'phases') ?? {};
  const found = new Map<string, readonly Activity[]>();
  const afterwards = runsAnyway(buildspec, phases);
  for (const phase of PHASES) {
    // Tests of an earlier phase do stop it.
    const early = ['install', 'pre_build'].flatMap((name) => found.get(name) ?? []);
    const guarded = early.some(({ recognition: { kind } }) => kind === 'test' || kind === 'scan');
    const inAnyCase = phase === 'post_build' && !guarded ? afterwards : undefined;
    found.set(phase, activitiesOfPhase(buildspec, phase, { ...step, inAnyCase }));
  }
  return withResults([...found.values()].flat());
}

/** After a build that failed the last phase still runs, unless one of them says or asks otherwise. */
function runsAnyway(
  { document, inline }: Buildspec,
  phases: Readonly<Record<string, unknown>>,
): StepWords['inAnyCase'] {
  const build = mapOf(phases, 'build');
  if (!build || build['on-failure'] === 'ABORT') return undefined;
  const commands = commandsIn(mapOf(phases, 'post_build')?.['commands']);
  if (commands.some((command) => command.includes('CODEBUILD_BUILD_SUCCEEDING'))) return undefined;
  const location = inline ?? document.locate(['phases', 'post_build'], 'key');
  return { location, message: 'post_build runs although the build failed' };
}

function commandsIn(value: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.slice(0, MAX_COMMANDS).map((one) => (typeof one === 'string' ? one : ''));
}

/** Its commands as they are written. */
export function commandsOf(
  buildspec: Buildspec,
): readonly { readonly text: string; readonly at: Location }[] {
  const phases = mapOf(buildspec.document.value, 'phases') ?? {};
  return PHASES.flatMap((phase) =>
    ['commands', 'finally'].flatMap((key) => {
      const given = mapOf(phases, phase)?.[key];
      const path = ['phases', phase, key];
      return commandsIn(given).map((text, index) => ({
        text,
        at: placeIn(buildspec, Array.isArray(given) ? [...path, index] : path),
      }));
    }),
  );
}

function activitiesOfPhase(buildspec: Buildspec, phase: string, step: StepWords): readonly Activity[] {
  const value = mapOf(buildspec.document.value, 'phases');
  return ['commands', 'finally'].flatMap((key) => {
    const given = value && mapOf(value, phase)?.[key];
    const path = ['phases', phase, key];
    return commandsIn(given).flatMap((text, index) =>
      activitiesOfScript(step, {
        text,
        dialect: 'posix',
        // Each command is run for itself, and ends its phase by its own failure.
        options: { errexit: false, pipefail: false },
        placeOf: () => placeIn(buildspec, Array.isArray(given) ? [...path, index] : path),
        remote: false,
        tool: undefined,
      }),
    );
  });
}

function placeIn({ document, inline }: Buildspec, path: Path): Location {
  return inline ?? document.locate(path);
}
