import type { InputSubject, SubjectKind } from '../../model/index.ts';
import type { Rule } from '../rule.ts';

/** Rules to evaluate together on the same subjects: the input's `subjects` as JSON text. */
export interface Batch {
  readonly rules: readonly string[];
  readonly subjects: string;
}

/** Enough to make the cost per call vanish, small enough to keep the policies' memory flat. */
const MAX_SUBJECTS = 400;
const MAX_CHARACTERS = 500_000;

/**
 * OPA's Wasm has no rule index, so the host is one: a rule that reads only what it judges gets batches of one kind,
 * a rule that also `uses` other kinds gets all subjects of exactly those kinds at once.
 */
export function* batchesOf(subjects: readonly InputSubject[], rules: readonly Rule[]): Generator<Batch> {
  const byKind = textsByKind(subjects);
  for (const [kind, texts] of byKind) {
    const ids = rules
      .filter((rule) => rule.uses.length === 0 && rule.appliesTo.includes(kind))
      .map(({ id }) => id);
    if (ids.length === 0) continue;
    for (const part of parts(texts)) yield { rules: ids, subjects: `{${entry(kind, part)}}` };
  }
  for (const [kinds, ids] of jointRules(rules, byKind)) {
    const entries = kinds.map((kind) => entry(kind, byKind.get(kind) ?? []));
    yield { rules: ids, subjects: `{${entries.join(',')}}` };
  }
}

const entry = (kind: SubjectKind, texts: readonly string[]): string => `"${kind}":[${texts.join(',')}]`;

function textsByKind(subjects: readonly InputSubject[]): ReadonlyMap<SubjectKind, readonly string[]> {
  const byKind = new Map<SubjectKind, string[]>();
  for (const subject of subjects) {
    const texts = byKind.get(subject.kind) ?? [];
    if (texts.length === 0) byKind.set(subject.kind, texts);
    texts.push(wellFormed(JSON.stringify(subject)));
  }
  return byKind;
}

function* parts(texts: readonly string[]): Generator<readonly string[]> {
  let start = 0;
  let characters = 0;
  for (const [i, text] of texts.entries()) {
    if (i > start && (i - start >= MAX_SUBJECTS || characters + text.length > MAX_CHARACTERS)) {
      yield texts.slice(start, i);
      start = i;
      characters = 0;
    }
    characters += text.length;
  }
  yield texts.slice(start);
}

/** Rules that read several kinds, those that read the same ones together; without a subject to judge they have nothing to say. */
function jointRules(
  rules: readonly Rule[],
  byKind: ReadonlyMap<SubjectKind, unknown>,
): readonly (readonly [kinds: readonly SubjectKind[], rules: readonly string[]])[] {
  const groups = new Map<string, [readonly SubjectKind[], string[]]>();
  for (const { id, appliesTo, uses } of rules) {
    if (uses.length === 0 || !appliesTo.some((kind) => byKind.has(kind))) continue;
    const kinds = [...new Set([...appliesTo, ...uses])].sort();
    const key = kinds.join(' ');
    const group = groups.get(key) ?? [kinds, []];
    groups.set(key, group);
    group[1].push(id);
  }
  return [...groups.values()];
}

/** Half a surrogate pair, which JSON may escape but OPA's Wasm refuses, becomes the replacement character. */
export function wellFormed(json: string): string {
  if (!/\\ud[89a-f]/.test(json)) return json;
  return json.replaceAll(/\\(?:ud[89a-f][\da-f]{2}|.)/gs, (escape) =>
    escape.length > 2 ? '\\ufffd' : escape,
  );
}
