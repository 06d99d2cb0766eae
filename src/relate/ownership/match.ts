/** A pattern of CODEOWNERS as the parts between slashes; made once, asked of many paths. */
export interface OwnedPaths {
  readonly parts: readonly string[];
}

/** More wildcards for whole folders than anyone writes. */
const MAX_PARTS = 100;

/**
 * Patterns follow `.gitignore`, with these differences: `docs/*` does not reach into the folders of `docs`; GitLab looks
 * for what does not begin with a slash everywhere, GitHub only for names without one; and GitLab takes what does not
 * end with a slash for a file.
 */
export function ownedPaths(pattern: string, gitlab: boolean): OwnedPaths {
  const anchored = pattern.startsWith('/') || (!gitlab && /.\/./.test(pattern));
  const parts = pattern.split('/').filter((part) => part !== '');
  const whole = parts.map((part) => (/^\*{2,}$/.test(part) ? '**' : part));
  if (!anchored) whole.unshift('**');
  const last = whole.at(-1) ?? '';
  const folder = pattern.endsWith('/');
  // A name may be that of a folder, of which all is owned.
  const open = folder || (!gitlab && last !== '*' && last !== '**' && !last.includes('*'));
  return { parts: (open ? [...whole, folder ? '***' : '**'] : whole).slice(0, MAX_PARTS) };
}

/** Does the pattern own the file? `**` stands for any number of folders, `***` for at least one name. */
export function owns({ parts }: OwnedPaths, path: string): boolean {
  const names = path.split('/');
  if (names.length > MAX_PARTS) return false;
  /** Positions in the names that the parts so far can have come to. */
  let reached = new Set([0]);
  for (const part of parts) {
    const next = new Set<number>();
    for (const at of reached) {
      if (part === '**' || part === '***')
        for (let to = part === '**' ? at : at + 1; to <= names.length; to++) next.add(to);
      else if (at < names.length && fits(part, names[at] ?? '')) next.add(at + 1);
    }
    if (next.size === 0) return false;
    reached = next;
  }
  return reached.has(names.length);
}

/** `*` and `?` within a name; linear, since only the last star is gone back to. */
function fits(pattern: string, name: string): boolean {
  let at = 0;
  let star = -1;
  let from = 0;
  let inside = 0;
  while (inside < name.length) {
    const sign = pattern.charAt(at);
    if (sign === '*') {
      star = at++;
      from = inside;
    } else if (sign === '?' || (sign !== '' && sign === name.charAt(inside))) {
      at++;
      inside++;
    } else if (star >= 0) {
      at = star + 1;
      inside = ++from;
    } else return false;
  }
  while (pattern.charAt(at) === '*') at++;
  return at === pattern.length;
}
