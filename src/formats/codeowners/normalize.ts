import { known, unknown, type CodeOwnersFacts, type Fact, type SubjectOf } from '../../model/index.ts';
import type { CodeOwnersFile } from '../../syntax/codeowners/index.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { directoryOf } from '../paths.ts';
import { mistakesIn } from './mistakes.ts';

/** Folders of a repository where the systems look, in the order in which each of them does. */
const PLACES: Readonly<Record<'github' | 'gitlab', readonly string[]>> = {
  github: ['.github/', '', 'docs/'],
  gitlab: ['', 'docs/', '.gitlab/'],
};

/** Each file that governs its repository; of several, the others are said to count for nothing. */
export function normalize(documents: readonly CodeOwnersFile[], context: FormatContext): Normalized {
  const paths = new Set(documents.map(({ file }) => file.path));
  const subjects = documents.map((document): SubjectOf<'code-owners'> => {
    const { path } = document.file;
    const root = rootOf(path);
    const system = systemOf(document, root, context);
    const location = { file: document.file, span: { start: 0, end: 0 } };
    const before = firstOf(root, system, paths);
    const shadowed = before !== undefined && before !== path;
    const about = { root, system: system.value, exists: (one: string) => context.exists(one) };
    return {
      kind: 'code-owners',
      id: path,
      name: path,
      format: 'codeowners',
      location,
      facts: {
        path,
        root,
        system: { ...system, at: location },
        entries: shadowed
          ? []
          : document.entries.map(({ pattern, excludes, owners, section, location: at }) => ({
              pattern: known(pattern, at),
              excludes,
              owners: known(owners, at),
              section,
            })),
        mistakes: shadowed
          ? [{ problem: known(`nothing counts, since ${before} goes before it`, location) }]
          : mistakesIn(document, about),
        guarded: [],
      },
    };
  });
  return { subjects, diagnostics: [] };
}

/** The folder above those where such files lie. */
function rootOf(path: string): string {
  const folder = directoryOf(path);
  return /(?:^|\/)(?:\.github|\.gitlab|docs)$/.test(folder) ? directoryOf(folder) : folder;
}

function systemOf(
  { file, sections, entries }: CodeOwnersFile,
  root: string,
  context: FormatContext,
): CodeOwnersFacts['system'] {
  const at = (name: string): string => (root === '' ? name : `${root}/${name}`);
  const folder = directoryOf(file.path);
  if (folder.endsWith('.github')) return known('github');
  if (folder.endsWith('.gitlab') || sections.length > 0) return known('gitlab');
  const [hub, lab] = [context.exists(at('.github')), context.exists(at('.gitlab-ci.yml'))];
  if (hub !== lab) return known(hub ? 'github' : 'gitlab');
  if (entries.some(({ excludes }) => excludes)) return known('gitlab');
  return unknown('neither GitHub nor GitLab has anything else among the files');
}

function firstOf(
  root: string,
  system: Fact<'github' | 'gitlab'>,
  paths: ReadonlySet<string>,
): string | undefined {
  const places = typeof system.value === 'string' ? PLACES[system.value] : [];
  const prefix = root === '' ? '' : `${root}/`;
  return places.map((place) => `${prefix}${place}CODEOWNERS`).find((path) => paths.has(path));
}
