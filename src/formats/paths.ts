import type { Diagnostic, Location } from '../source/index.ts';

/** The name of the folder that a path lies in; `''` is the root. */
export function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}

/** The last name on a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Of things in files, the one that lies nearest to a path: beside it, else below the most folders that they share. */
export function nearestTo<T>(
  path: string,
  things: readonly T[],
  pathOf: (thing: T) => string,
): T | undefined {
  let best: { readonly thing: T; readonly shared: number } | undefined;
  for (const thing of things) {
    const other = pathOf(thing);
    const shared = other === path ? Infinity : sharedFolders(path, other);
    if (!best || shared > best.shared) best = { thing, shared };
  }
  return best?.thing;
}

function sharedFolders(one: string, other: string): number {
  const folders = one.split('/').slice(0, -1);
  const others = other.split('/').slice(0, -1);
  const at = folders.findIndex((folder, index) => folder !== others[index]);
  return at < 0 ? folders.length : at;
}

/** A path from a folder on; undefined when it leads out of the root, or is not one that is written out. */
export function joinedPath(folder: string, path: string): string | undefined {
  if (path.startsWith('/') || /^-$|[~$<>*?{}`\\]/.test(path)) return undefined;
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** Tells of a file of the repository that a pipeline names, and that is not there. */
export function missingFile(format: string, written: string, at: Location): Diagnostic {
  return {
    code: `${format}/missing-file`,
    level: 'note',
    message: `\`${written}\` is not among the files, so what it does is not examined.`,
    path: at.file.path,
    location: at,
  };
}
