import type { Diagnostic, Location } from '../../source/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { mergePlans } from './merge.ts';
import { fromRoot, normalizePath } from './reference.ts';

/** A plan of that path, relative to the root, as data; undefined when there is none that can be read. */
type OpenPlan = (path: string) => Promise<OpenedPlan | undefined>;

export interface OpenedPlan {
  readonly document: DataDocument;
  readonly diagnostics: readonly Diagnostic[];
}

/** A plan and what it has from other files. */
export interface WithIncludes extends OpenedPlan {
  /** Paths of those files, relative to the root. */
  readonly included: readonly string[];
}

/** What each plan says of itself; all else is merged. */
const OWN = ['$schema', 'apiVersion', 'kind', 'title', 'version', 'owner', 'summary', 'include'];
/** More than this are no plan that people keep. */
const MAX_FILES = 100;

interface Including {
  readonly open: OpenPlan;
  readonly documents: DataDocument[];
  readonly diagnostics: Diagnostic[];
  readonly seen: Set<string>;
}

/** The plan with those that it includes, and those that they include, as one: each once, its own statements first. */
export async function withIncludes(document: DataDocument, open: OpenPlan): Promise<WithIncludes> {
  const including: Including = { open, documents: [document], diagnostics: [], seen: new Set() };
  await include(including, document, [document.file.path]);
  const merged = mergePlans(including.documents, OWN);
  return {
    document: merged?.document ?? document,
    diagnostics: [
      ...including.diagnostics.map((one) => ({ ...one, path: document.file.path })),
      ...(merged?.diagnostics ?? []),
    ],
    included: [...including.seen],
  };
}

/** Paths that a plan includes, told from the root, each with its place. */
export function includesOf(
  document: DataDocument,
): readonly { readonly text: string; readonly path: string | undefined; readonly location: Location }[] {
  const { value } = document.at(['include']);
  if (!Array.isArray(value)) return [];
  return value.flatMap((text: unknown, at) => {
    if (typeof text !== 'string' || text === '') return [];
    const path = normalizePath(fromRoot(document.file.path, text));
    return [{ text, path, location: document.locate(['include', at]) }];
  });
}

async function include(
  including: Including,
  document: DataDocument,
  chain: readonly string[],
): Promise<void> {
  const { open, documents, diagnostics, seen } = including;
  for (const { text, path, location } of includesOf(document)) {
    const cycle = path === undefined ? -1 : chain.indexOf(path);
    if (path === undefined || cycle >= 0) {
      diagnostics.push(
        path === undefined ? outside(text, location) : circular([...chain.slice(cycle), path], location),
      );
      continue;
    }
    if (seen.has(path)) continue;
    if (seen.size >= MAX_FILES) {
      diagnostics.push(
        problem('plan/include', `More than ${MAX_FILES} plans are included.`, location, 'Include fewer.'),
      );
      return;
    }
    seen.add(path);
    const opened = await open(path);
    if (!opened) {
      diagnostics.push(
        problem(
          'plan/include',
          `There is no plan "${path}" that can be read.`,
          location,
          'Correct the path; it is relative to the plan that includes it.',
        ),
      );
      continue;
    }
    documents.push(opened.document);
    diagnostics.push(...opened.diagnostics);
    await include(including, opened.document, [...chain, path]);
  }
}

function circular(members: readonly string[], location: Location): Diagnostic {
  return problem(
    'plan/include-cycle',
    `The plans include each other in a circle: ${members.join(' → ')}.`,
    location,
    'Leave out one of the includes.',
  );
}

function outside(text: string, location: Location): Diagnostic {
  return problem(
    'plan/outside',
    `"${text}" leads out of the folder that is checked.`,
    location,
    'Write paths relative to the plan.',
  );
}

function problem(code: string, message: string, location: Location, help: string): Diagnostic {
  return { code, level: 'error', message, path: location.file.path, location, help };
}
