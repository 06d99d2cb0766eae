import { valueOf, type SubjectOf } from '../../model/index.ts';
import { ownedPaths, owns, type OwnedPaths } from './match.ts';

type CodeOwners = SubjectOf<'code-owners'>;

interface Line {
  readonly paths: OwnedPaths;
  readonly excludes: boolean;
  readonly owners: readonly string[];
}

/** The lines of a repository's CODEOWNERS, as they are asked of paths: the last of each section that matches counts. */
export interface Ownership {
  readonly subject: CodeOwners;
  ownersOf(path: string): readonly string[];
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
  for (const { pattern, excludes, owners, section } of entries) {
    const lines = sections.get(section) ?? [];
    lines.push({
      paths: ownedPaths(valueOf(pattern) ?? '', gitlab),
      excludes,
      owners: valueOf(owners) ?? [],
    });
    sections.set(section, lines);
  }
  const within = (path: string): string => (root === '' ? path : path.slice(root.length + 1));
  return {
    subject,
    ownersOf: (path) => [
      ...new Set(
        [...sections.values()].flatMap((lines) => {
          const matching = lines.filter(({ paths }) => owns(paths, within(path)));
          // An exclusion holds for the whole of its section, wherever it stands.
          return matching.some(({ excludes }) => excludes) ? [] : (matching.at(-1)?.owners ?? []);
        }),
      ),
    ],
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
