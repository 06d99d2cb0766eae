import { known, valueOf, type CodeOwnersFacts, type GuardedFacts } from '../../model/index.ts';
import { parseReference } from '../../plan/index.ts';
import type { Location } from '../../source/index.ts';
import type { Subjects } from '../subjects.ts';
import { ownershipOver, type Ownerships } from './owners.ts';

/** Files through which one changes what is delivered and how, each once, in their order. */
export function guardedBy(
  subjects: Subjects,
  ownerships: Ownerships,
  exists: (path: string) => boolean,
): ReadonlyMap<string, CodeOwnersFacts['guarded']> {
  const guarded = new Map<string, GuardedFacts[]>();
  if (ownerships.length === 0) return guarded;
  const seen = new Set<string>();
  const add = (type: GuardedFacts['type'], path: string, location: Location): void => {
    const ownership = ownershipOver(path, ownerships);
    if (!ownership || seen.has(path)) return;
    seen.add(path);
    const list = guarded.get(ownership.subject.id) ?? [];
    guarded.set(ownership.subject.id, list);
    list.push({ type, path: known(path, location), owners: known(ownership.ownersOf(path), location) });
  };
  for (const { location } of subjects.of('plan')) add('plan', location.file.path, location);
  for (const { location } of subjects.of('pipeline')) add('pipeline', location.file.path, location);
  for (const { location } of subjects.of('stack')) add('infrastructure', location.file.path, location);
  for (const one of subjects.of('plan-document')) {
    const { path } = parseReference(valueOf(one.facts.path) ?? '');
    if (one.facts.role !== 'dashboard' && path !== undefined && exists(path))
      add('procedure', path, one.location);
  }
  return guarded;
}
