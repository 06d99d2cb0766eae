import { valueOf, type CodeOwnersFacts, type SubjectOf } from '../../model/index.ts';
import { ownedPaths, owns, type OwnedPaths } from './match.ts';

type CodeOwners = SubjectOf<'code-owners'>;

type Entry = CodeOwnersFacts['entries'][number];

interface Line {
  readonly paths: OwnedPaths;
  readonly entry: Entry;
}

/** The lines of a repository's CODEOWNERS, as they are asked of paths: the last of each section that matches counts. */
export interface Ownership {
  readonly subject: CodeOwners;
  ownersOf(path: string): readonly string[];
  /** The lines that count for a path, one of each section. */
  linesFor(path: string): readonly Entry[];
  /** Is there a line about something inside a folder? Then it may be owned in parts. */
  dividedIn(folder: string): boolean;
}

/** CODEOWNERS of all repositories among the files; the innermost is asked. */
export type Ownerships = readonly Ownership[];

export function ownershipsOf(subjects: readonly CodeOwners[]): Ownerships {
  return subjects
    .filter(({ facts }) => facts.entries.length > 0)
    .map(ownershipOf)
    .sort((a, b) => b.subject.facts.root.length - a.subject.facts.root.length);
}

export function ownershipOver(path: string, ownerships: Ownerships): Ownership | undefined {
  return ownerships.find(({ subject }) => {
    const { root } = subject.facts;
    return root === '' || path === root || path.startsWith(`${root}/`);
  });
}

function ownershipOf(subject: CodeOwners): Ownership {
  const { root, entries, system } = subject.facts;
  const gitlab = valueOf(system) === 'gitlab';
  const sections = new Map<number, Line[]>();
  for (const entry of entries) {
    const lines = sections.get(entry.section) ?? [];
    lines.push({ paths: ownedPaths(valueOf(entry.pattern) ?? '', gitlab), entry });
    sections.set(entry.section, lines);
  }
  const within = (path: string): string => (root === '' ? path : path.slice(root.length + 1));
  const linesFor = (path: string): readonly Entry[] =>
    [...sections.values()].flatMap((lines) => {
      const matching = lines.filter(({ paths }) => owns(paths, within(path)));
      // An exclusion holds for the whole of its section, wherever it stands.
      return matching.some(({ entry }) => entry.excludes) ? [] : (matching.at(-1)?.entry ?? []);
    });
  return {
    subject,
    linesFor,
    ownersOf: (path) => [...new Set(linesFor(path).flatMap(({ owners }) => valueOf(owners) ?? []))],
    dividedIn: (folder) => {
      const inside = within(folder);
      return entries.some(({ pattern, owners }) => {
        const written = (valueOf(pattern) ?? '').replace(/^\//, '');
        const below = inside === '' || written.startsWith(`${inside}/`);
        return (valueOf(owners) ?? []).length > 0 && (below || !/^[^*?]*\//.test(written));
      });
    },
  };
}
