import { filesBelow, readText, type Claimed, type Discovery } from '../discover/index.ts';
import {
  normalizeDocuments,
  withUniqueIds,
  type Documents,
  type Format,
  type FormatContext,
  type Normalized,
} from '../formats/index.ts';
import type { Host } from '../io/index.ts';
import { purposeOf, valueOf, type SubjectOf } from '../model/index.ts';
import { environmentOf, type Plan } from '../plan/index.ts';
import type { Rule } from '../policy/index.ts';
import { schemaWarnings } from '../schema/index.ts';
import { untoldSecrets, writtenSecrets } from '../secrets/index.ts';
import type { Diagnostic, Location, SourceFile } from '../source/index.ts';
import { textsToForget } from './texts.ts';

/** What all formats give together. */
export interface Everything extends Pick<Normalized, 'subjects' | 'diagnostics'> {
  readonly context: FormatContext;
  /** Ids of the formats that read a file because another one includes it, by its path. */
  readonly includedBy: ReadonlyMap<string, readonly string[]>;
}

/**
 * All formats' subjects, each format given all of its documents; a format that fails costs its own files only. What is
 * read leaves the discovery, so that its trees can be forgotten.
 */
export async function normalizeAll(
  host: Host,
  discovery: Discovery,
  plan: Plan | undefined,
  rules: readonly Rule[],
  given: Pick<FormatContext, 'variableFiles' | 'environmentVariables' | 'wantsResources'>,
): Promise<Everything> {
  const { variableFiles, environmentVariables, wantsResources } = given;
  const context = {
    ...formatContext(host, plan, rules),
    ...(variableFiles && { variableFiles }),
    ...(environmentVariables && { environmentVariables }),
    ...(wantsResources && { wantsResources }),
  };
  const subjects: Normalized['subjects'][number][] = [];
  const diagnostics: Diagnostic[] = [];
  const includedBy = new Map<string, readonly string[]>();
  const secrets: SubjectOf<'credential'>[] = [];
  const looked = new Set<string>();
  const texts = textsToForget(host, discovery);
  for (const [id, { format, documents }] of discovery.claimed) {
    const files = new Set(documents.map(({ file }) => file));
    const before = subjects.length;
    try {
      const normalized = await normalizeDocuments(format, documents, context);
      for (const subject of normalized.subjects) subjects.push(subject);
      for (const diagnostic of normalized.diagnostics) diagnostics.push(diagnostic);
      for (const file of normalized.included ?? []) {
        includedBy.set(file.path, [...(includedBy.get(file.path) ?? []), format.id]);
        files.add(file);
      }
      for (const warning of await warningsBySchema(format, documents)) diagnostics.push(warning);
    } catch (error) {
      diagnostics.push(...formatFailed(format.title, documents, error));
    }
    discovery.claimed.delete(id);
    for (const secret of secretsIn(format, files, looked)) secrets.push(secret);
    texts.forget(files, subjects.slice(before));
  }
  for (const secret of untoldSecrets(secrets, literals(subjects))) subjects.push(secret);
  // Formats know their own ids only, and documents of one file may be of several.
  return { subjects: withUniqueIds(subjects), diagnostics, context, includedBy };
}

/** Where documents are not as the schemas want them that others publish for them. */
async function warningsBySchema(format: Format, documents: Claimed['documents']): Promise<Diagnostic[]> {
  const warnings: Diagnostic[] = [];
  if (!format.published) return warnings;
  for (const document of documents) {
    const data = document as Documents['data'];
    for (const warning of schemaWarnings(data, await format.published(data))) warnings.push(warning);
  }
  return warnings;
}

/** Secrets that stand in files of any format but prose, where they are examples. */
function secretsIn(
  { syntax, id }: Format,
  files: ReadonlySet<SourceFile>,
  looked: Set<string>,
): readonly SubjectOf<'credential'>[] {
  if (syntax === 'prose') return [];
  // Documents of one file may be of several formats.
  const fresh = [...files].filter(({ path }) => !looked.has(path));
  for (const { path } of fresh) looked.add(path);
  return fresh.flatMap((file) => writtenSecrets(file, id));
}

/** Where formats found secrets themselves. */
function literals(subjects: Normalized['subjects']): readonly Location[] {
  return subjects.flatMap(({ kind, facts }) =>
    kind === 'credential' && facts.literal.value === true ? (facts.literal.at ?? []) : [],
  );
}

function formatContext(host: Host, plan: Plan | undefined, rules: readonly Rule[]): FormatContext {
  const texts = new Map<string, string | undefined>();
  return {
    environmentOf: (path) => (plan ? environmentOf(plan, path) : environmentByName(path)),
    workspaces: plan?.workspaces ?? [],
    readText: (path) => {
      if (!texts.has(path)) {
        const text = readText(host, path);
        texts.set(path, text.ok ? text.file.text : undefined);
      }
      return texts.get(path);
    },
    exists: (path) => {
      const kind = host.kindOf(path);
      return kind === 'file' || kind === 'directory';
    },
    filesBelow: (path) => filesBelow(host, path),
    wantsTags: statesTags(plan),
    wantsResources: rules.some(({ appliesTo, uses }) => [...appliesTo, ...uses].includes('resource')),
  };
}

function statesTags(plan: Plan | undefined): boolean {
  const statements = plan?.subjects.find(({ kind }) => kind === 'plan');
  return statements?.kind === 'plan' && (valueOf(statements.facts.tags) ?? []).length > 0;
}

/** Without a plan, the deepest name on the path that speaks of a purpose. */
function environmentByName(path: string): string | undefined {
  return path
    .split('/')
    .reverse()
    .map((name) => purposeOf(name))
    .find((purpose) => purpose !== undefined);
}

function formatFailed(title: string, documents: Claimed['documents'], error: unknown): Diagnostic[] {
  const message = `Planproof failed on ${title}, which is a bug in Planproof: ${error instanceof Error ? error.message : String(error)}.`;
  const paths = new Set(documents.map(({ file }) => file.path));
  return [...paths].map((path) => ({ code: 'io/format-failed', level: 'error', message, path }));
}
