import { known, unknown, valueOf, type PlanComponentFacts, type SubjectOf } from '../../model/index.ts';
import { parseReference } from '../../plan/index.ts';
import { relatedTo, sorted } from '../facts.ts';
import { ownershipOver, type Ownerships } from './owners.ts';

/** Who owns the files of a component together; not known where a folder is owned in parts. */
export function codeOwnersOf(
  { facts }: SubjectOf<'plan-component'>,
  ownerships: Ownerships,
): PlanComponentFacts['codeOwners'] {
  const owners: string[] = [];
  const places = new Set<string>();
  for (const { path: fact } of facts.files) {
    const path = (parseReference(valueOf(fact) ?? '').path ?? '').replace(/\/$/, '');
    const ownership = path === '' ? undefined : ownershipOver(path, ownerships);
    if (!ownership) continue;
    places.add(ownership.subject.id);
    // What any file of a folder has for its owners; `-` is a name that no pattern with an ending is about.
    const found = isFolder(path) ? ownership.ownersOf(`${path}/-`) : ownership.ownersOf(path);
    if (found.length === 0 && isFolder(path) && ownership.dividedIn(path))
      return unknown(`${path} is owned in parts`, fact.at);
    owners.push(...found);
  }
  if (places.size === 0) return known(null);
  const files = ownerships.filter(({ subject }) => places.has(subject.id)).map(({ subject }) => subject);
  return known(sorted(owners), facts.files[0]?.path.at, relatedTo(files, 'owners are named here'));
}

/** Names of files have an ending, or are those of a few tools. */
function isFolder(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return !/.\.|file$/i.test(name);
}
