/** A file that a plan or an alert names: its path, relative to the root, and the anchor of a section in it. */
export interface Reference {
  /** undefined for a URL, and for a path that leads out of the root. */
  readonly path: string | undefined;
  readonly anchor: string | undefined;
  readonly url: boolean;
}

const URL_SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;

export function parseReference(text: string): Reference {
  const url = URL_SCHEME.test(text);
  const hash = text.indexOf('#');
  const file = hash < 0 ? text : text.slice(0, hash);
  const anchor = hash < 0 || hash === text.length - 1 ? undefined : text.slice(hash + 1);
  return { path: url ? undefined : normalizePath(file), anchor, url };
}

/** A path with `.` and `..` resolved and without slashes at its ends; undefined when it leads out of the root. */
export function normalizePath(path: string): string | undefined {
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join('/');
}
