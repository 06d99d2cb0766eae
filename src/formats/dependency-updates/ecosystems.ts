import table from './ecosystems.json' with { type: 'json' };

/** A kind of dependencies, as Dependabot names it. */
export interface Ecosystem {
  readonly id: string;
  /** Files that name such dependencies, with `*` for any part of a name. */
  readonly files: readonly string[];
  /** They stand in this folder of the repository only. */
  readonly folder?: string;
  /** Renovate's managers that update them. */
  readonly managers: readonly string[];
  /** Other ecosystems of Dependabot that update them, too. */
  readonly also?: readonly string[];
}

export interface Present {
  readonly ecosystem: Ecosystem;
  /** The first file that names such dependencies. */
  readonly manifest: string;
}

/** What nobody deploys, and what others wrote. */
const ASIDE =
  /(?:^|\/)(?:node_modules|vendor|third[-_]party|tests?|testdata|fixtures?|examples?|samples?|templates?)\//i;

const ecosystems = (table as readonly Ecosystem[]).map((ecosystem) => {
  const names = ecosystem.files.map((name) => name.replaceAll('.', '\\.').replaceAll('*', '[^/]*'));
  return { ecosystem, name: new RegExp(`^(?:${names.join('|')})$`) };
});

/** Names without a pattern, to look for where a folder cannot be listed. */
export const PLAIN: readonly string[] = ecosystems.flatMap(({ ecosystem: { files } }) =>
  files.filter((name) => !name.includes('*')),
);

/** What is there to update, below a folder: of each kind the file that stands first. */
export function ecosystemsOf(root: string, paths: readonly string[]): readonly Present[] {
  const found = new Map<Ecosystem, string>();
  for (const path of [...paths].sort()) {
    const inside = path.slice(root.length);
    if (ASIDE.test(inside)) continue;
    const name = inside.slice(inside.lastIndexOf('/') + 1);
    for (const { ecosystem, name: pattern } of ecosystems) {
      if (found.has(ecosystem) || !pattern.test(name)) continue;
      const { folder } = ecosystem;
      if (folder === undefined || inside === `${folder}${name}`) found.set(ecosystem, path);
    }
  }
  return [...found].map(([ecosystem, manifest]) => ({ ecosystem, manifest }));
}
