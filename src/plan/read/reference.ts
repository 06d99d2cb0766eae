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

/** A path that a plan states, relative to the plan, told from the root, as every other path is; URLs as they are. */
export function fromRoot(planPath: string, stated: string): string {
  const folder = planPath.slice(0, planPath.lastIndexOf('/') + 1);
  return folder === '' || URL_SCHEME.test(stated) ? stated : (tidy(`${folder}${stated}`) ?? stated);
}

/** The path part normalized, the anchor kept. */
function tidy(reference: string): string | undefined {
  const hash = reference.indexOf('#');
  if (hash < 0) return normalizePath(reference);
  const path = normalizePath(reference.slice(0, hash));
  return path === undefined ? undefined : path + reference.slice(hash);
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
