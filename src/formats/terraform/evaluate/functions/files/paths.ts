/** Joins and normalizes; `''` is the root, and undefined what lies outside of it. */
export function joinPath(base: string, path: string): string | undefined {
  const parts: string[] = [];
  for (const part of `${base}/${path}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** The way from one directory to another, as `path.module` gives it; `.` for the same. */
export function relativePath(from: string, to: string): string {
  const source = from === '' ? [] : from.split('/');
  const target = to === '' ? [] : to.split('/');
  let shared = 0;
  while (shared < source.length && source[shared] === target[shared]) shared++;
  const up = source.slice(shared).map(() => '..');
  return [...up, ...target.slice(shared)].join('/') || '.';
}
