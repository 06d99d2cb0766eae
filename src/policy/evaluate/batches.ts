import type { InputSubject, SubjectKind } from '../../model/index.ts';
import type { Rule } from '../rule.ts';
import { MAX_CHARACTERS, MAX_SUBJECTS } from './batch-size.ts';

/** A subject that policies may ask for. */
export interface PolicySubject {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly name: string;
  /** What they see of it: the facts of these names, or all. Made anew each time, so that nothing is kept twice. */
  input(names?: ReadonlySet<string>): InputSubject;
}

/** Rules to evaluate together on the same subjects: the input's `subjects` as JSON text. */
export interface Batch {
  readonly rules: readonly string[];
  readonly subjects: string;
}

/**
 * OPA's Wasm has no rule index, so the host is one: a rule that reads only what it judges gets batches of one kind, and
 * those of one name together where it compares them; a rule that also `uses` other kinds gets all subjects of exactly
 * those kinds with each. A rule that compares what it judges in another way says so by naming the kind in `uses`, too. Of
 * subjects they get the facts that one of them can read.
 */
export function* batchesOf(subjects: readonly PolicySubject[], rules: readonly Rule[]): Generator<Batch> {
  const byKind = groupByKind(subjects);
  for (const [kind, ofKind] of byKind)
    for (const byName of [false, true]) {
      const judges = rules.filter(
        (rule) =>
          rule.uses.length === 0 && (rule.byName ?? false) === byName && rule.appliesTo.includes(kind),
      );
      if (judges.length === 0) continue;
      const ids = judges.map(({ id }) => id);
      const names = namesRead(judges);
      for (const part of byName ? partsByName(ofKind, names) : parts(texts(ofKind, names)))
        yield { rules: ids, subjects: `{${entry(kind, part)}}` };
    }
  for (const { judged, used, judges } of jointRules(rules, byKind)) {
    const names = namesRead(judges);
    const ids = judges.map(({ id }) => id);
    const whole = used.map((kind) => entry(kind, [...texts(byKind.get(kind) ?? [], names)]));
    for (const part of judged === undefined ? [[]] : parts(texts(byKind.get(judged) ?? [], names))) {
      const entries = judged === undefined ? whole : [entry(judged, part), ...whole];
      yield { rules: ids, subjects: `{${entries.join(',')}}` };
    }
  }
}

function groupByKind(subjects: readonly PolicySubject[]): ReadonlyMap<SubjectKind, readonly PolicySubject[]> {
  const byKind = new Map<SubjectKind, PolicySubject[]>();
  for (const subject of subjects) {
    const ofKind = byKind.get(subject.kind);
    if (ofKind) ofKind.push(subject);
    else byKind.set(subject.kind, [subject]);
  }
  return byKind;
}

const entry = (kind: SubjectKind, parts: readonly string[]): string => `"${kind}":[${parts.join(',')}]`;

function* texts(
  subjects: readonly PolicySubject[],
  names: ReadonlySet<string> | undefined,
): Generator<string> {
  for (const subject of subjects) yield wellFormed(JSON.stringify(subject.input(names)));
}

/** Facts that one of the rules can read; all where one may read any. */
function namesRead(rules: readonly Rule[]): ReadonlySet<string> | undefined {
  if (rules.some(({ reads }) => reads === null)) return undefined;
  return new Set(rules.flatMap(({ reads }) => reads ?? []));
}

function* parts(all: Iterable<string>): Generator<readonly string[]> {
  let part: string[] = [];
  let characters = 0;
  for (const text of all) {
    if (part.length > 0 && (part.length >= MAX_SUBJECTS || characters + text.length > MAX_CHARACTERS)) {
      yield part;
      part = [];
      characters = 0;
    }
    part.push(text);
    characters += text.length;
  }
  yield part;
}

/** Parts none of which has a name that another one has, too. */
function* partsByName(
  subjects: readonly PolicySubject[],
  names: ReadonlySet<string> | undefined,
): Generator<readonly string[]> {
  const byName = new Map<string, PolicySubject[]>();
  for (const subject of subjects) {
    const alike = byName.get(subject.name);
    if (alike) alike.push(subject);
    else byName.set(subject.name, [subject]);
  }
  let part: string[] = [];
  let characters = 0;
  for (const alike of byName.values()) {
    for (const text of texts(alike, names)) {
      part.push(text);
      characters += text.length;
    }
    if (part.length < MAX_SUBJECTS && characters < MAX_CHARACTERS) continue;
    yield part;
    part = [];
    characters = 0;
  }
  if (part.length > 0) yield part;
}

/** Rules that read the same kinds: all subjects of those that they use, one part after the other of what they judge. */
interface JointRules {
  /** Absent where they judge several kinds, or compare what they judge. */
  readonly judged: SubjectKind | undefined;
  readonly used: readonly SubjectKind[];
  readonly judges: Rule[];
}

/** Rules that read several kinds; without a subject to judge they have nothing to say. */
function jointRules(
  rules: readonly Rule[],
  byKind: ReadonlyMap<SubjectKind, unknown>,
): readonly JointRules[] {
  const groups = new Map<string, JointRules>();
  for (const rule of rules) {
    const { appliesTo, uses } = rule;
    if (uses.length === 0 || !appliesTo.some((kind) => byKind.has(kind))) continue;
    const [first] = appliesTo;
    const judged = appliesTo.length > 1 || (first && uses.includes(first)) ? undefined : first;
    const used = [...new Set(judged === undefined ? [...appliesTo, ...uses] : uses)].sort();
    const key = `${judged ?? ''}:${used.join(' ')}`;
    const group = groups.get(key) ?? { judged, used, judges: [] };
    groups.set(key, group);
    group.judges.push(rule);
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
