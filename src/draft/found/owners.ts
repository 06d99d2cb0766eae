import { valueOf } from '../../model/index.ts';
import { ownershipOver, ownershipsOf } from '../../relate/index.ts';
import type { Location } from '../../source/index.ts';
import type { FoundComponent } from './components.ts';
import type { Found, Located } from './subjects.ts';

/** Components' owners by CODEOWNERS, and all of these, by the names that a plan gives them. */
export interface Owners {
  readonly of: ReadonlyMap<string, Located<string>>;
  /** Each with what CODEOWNERS calls them. */
  readonly people: ReadonlyMap<string, { readonly called: string; readonly at: Location }>;
}

/** Of a component whose files have one owner together; of several nobody here knows which answers for it. */
export function ownersAmong(found: Found, components: readonly FoundComponent[]): Owners {
  const ownerships = ownershipsOf(found.of('code-owners'));
  const of = new Map<string, Located<string>>();
  const people = new Map<string, { called: string; at: Location }>();
  if (ownerships.length === 0) return { of, people };
  for (const { name, files } of components) {
    const lines = [...files.keys()].map((path) => ownershipOver(path, ownerships)?.linesFor(path) ?? []);
    const owners = new Map(
      lines
        .flat()
        .flatMap(({ owners: named, pattern }) => (valueOf(named) ?? []).map((one) => [one, pattern.at])),
    );
    const [only] = owners;
    if (owners.size !== 1 || only?.[1] === undefined || lines.some(({ length }) => length === 0)) continue;
    const [called, at] = only;
    // `@shop/platform` is platform; an address is called as it is.
    const person = called.startsWith('@')
      ? called.slice(called.lastIndexOf('/') + 1).replace(/^@+/, '')
      : called;
    if (people.has(person) && people.get(person)?.called !== called) continue;
    of.set(name, { value: person, at });
    people.set(person, { called, at });
  }
  return { of, people };
}
