/** The name of the folder that a path lies in; `''` is the root. */
export function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}

/** The last name on a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
