import {
  known,
  unknown,
  type BuildDependencyFacts,
  type Fact,
  type PipelineSystem,
  type SubjectOf,
} from '../model/index.ts';
import type { Location } from '../source/index.ts';

/** What a pipeline runs of others, as a file names it. */
export interface Use {
  readonly id: string;
  readonly name: string;
  readonly type: BuildDependencyFacts['type'];
  /** As written, and where. */
  readonly text: string;
  readonly at: Location;
  readonly firstParty: BuildDependencyFacts['firstParty'];
  readonly pinned: BuildDependencyFacts['pinned'];
  /** The version, where it does not stand in the text: null when none is stated. */
  readonly version?: { readonly text: string | null; readonly at: Location };
}

export function buildDependency(system: PipelineSystem, use: Use): SubjectOf<'build-dependency'> {
  const { id, name, type, text, at, firstParty, pinned } = use;
  return {
    kind: 'build-dependency',
    id,
    name,
    format: system,
    location: at,
    facts: { type, reference: known(text, at), firstParty, pinned, versioned: versionedOf(system, use) },
  };
}

function versionedOf(system: PipelineSystem, { type, text, at, pinned, version }: Use): Fact<boolean> {
  if (pinned.value === true) return known(true, at);
  const image = type === 'image' || type === 'service' || system === 'bitbucket-pipelines';
  const stated = version ? version.text : ((image ? /:([^:/@]+)$/ : /@([^@]+)$/).exec(text)?.[1] ?? null);
  const place = version?.at ?? at;
  const open = stated ?? (version ? '' : text);
  if (/\$|<</.test(open)) return unknown(`\`${text}\` is known only while the pipeline runs`, place);
  // What is no image and has no version is versioned by what holds it.
  if (stated === null) return known(!image && !version, place);
  return known(!NEWEST.test(stated), place);
}

/** Names that are given to whatever is the newest, and branches by the names that they usually have. */
const NEWEST =
  /^(?:~?latest|current|edge|nightly|stable|lts|next|volatile|dev:.*|head|main|master|trunk|dev|develop|default branch|refs\/heads\/.*)$/i;

/** Is an image named by its digest, which is always the same image? */
export const hasDigest = (image: string): boolean => /@sha256:[0-9a-f]{64}$/.test(image);
