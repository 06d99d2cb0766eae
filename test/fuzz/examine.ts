import { memoryHost } from '../../src/io/index.ts';
import { normalizeAll } from '../../src/run/normalize.ts';
import type { Rule } from '../../src/policy/index.ts';
import type { Diagnostic, Location } from '../../src/source/index.ts';
import { discoverAll } from '../support/discover.ts';

/** A rule that wants every resource, and is never run. */
const EVERYTHING = { appliesTo: ['resource'], uses: [] } as unknown as Rule;

/** How the run says that it caught an error of ours. */
const CRASHES: ReadonlySet<string> = new Set(['io/format-failed', 'io/parser-failed']);

interface Examined {
  /** How many things the files tell of. */
  readonly subjects: number;
  /** What is wrong with how they are read: nothing, however broken they are. */
  readonly problems: readonly string[];
  /** The codes of what is told of them. */
  readonly codes: readonly string[];
}

/** Reads files as a check does, and looks at every place that it tells. */
export async function examine(files: Readonly<Record<string, Uint8Array>>): Promise<Examined> {
  const before = process.cpuUsage();
  const host = memoryHost(files);
  const discovery = await discoverAll(host);
  const { subjects, diagnostics } = await normalizeAll(host, discovery, undefined, [EVERYTHING], {});
  const { user } = process.cpuUsage(before);
  const problems = [
    ...(user > 10e6 ? [`it takes ${String(Math.round(user / 1e6))} seconds`] : []),
    ...[...discovery.diagnostics, ...diagnostics].flatMap(wrongDiagnostic),
    ...subjects.flatMap(({ kind, name, location, facts }) => [
      ...wrongPlace(`${kind} ${name}`, location),
      ...Object.entries(facts).flatMap(([fact, value]) =>
        placesIn(value).flatMap((place) => wrongPlace(`${kind} ${name} ${fact}`, place)),
      ),
    ]),
  ];
  const codes = [...discovery.diagnostics, ...diagnostics].map(({ code }) => code);
  return { subjects: subjects.length, problems, codes };
}

function placesIn(value: unknown): readonly Location[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('span' in value && 'file' in value) return [value as Location];
  return Object.values(value).flatMap(placesIn);
}

function wrongDiagnostic({ code, message, location }: Diagnostic): readonly string[] {
  if (CRASHES.has(code)) return [`${code}: ${message}`];
  return location ? wrongPlace(code, location) : [];
}

function wrongPlace(what: string, { file, span }: Location): readonly string[] {
  const { start, end } = span;
  if (Number.isInteger(start) && 0 <= start && start <= end && end <= file.text.length) return [];
  const range = `${String(start)}-${String(end)}`;
  return [`${what} is at ${range} in ${file.path}, which has ${String(file.text.length)} characters`];
}
