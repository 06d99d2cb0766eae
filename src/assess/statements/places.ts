import { isNative, type Fact } from '../../model/index.ts';
import type { Rule } from '../../policy/index.ts';
import type { Location } from '../../source/index.ts';
import type { SubjectReference } from '../report.ts';
import type { SubjectTable } from '../results.ts';

/** Where the files show what a rule found good: the subject itself, or for one of the plan what was joined to it. */
export function placesOf(
  rule: Rule,
  reference: SubjectReference,
  subjects: SubjectTable,
): readonly Location[] {
  if (!reference.kind.startsWith('plan')) return [reference.location];
  const subject = subjects.find(reference.kind, reference.id);
  if (!subject) return [];
  const facts = subject.facts as unknown as Readonly<Record<string, unknown>>;
  const places = (rule.shownBy ?? []).flatMap((name) => placesIn(facts[name]));
  const elsewhere = places.filter(({ file }) => file !== subject.location.file);
  return [...new Map(elsewhere.map((place) => [`${place.file.path}:${place.span.start}`, place])).values()];
}

function placesIn(node: unknown): readonly Location[] {
  if (typeof node !== 'object' || node === null || isNative(node)) return [];
  if (Array.isArray(node)) return node.flatMap(placesIn);
  if (!Object.hasOwn(node, 'value')) return Object.values(node).flatMap(placesIn);
  const { at, related = [] } = node as Fact<unknown>;
  return [...(at ? [at] : []), ...related.map(({ location }) => location)];
}
