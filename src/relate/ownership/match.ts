import { fits, fitsText } from '../../syntax/wildcard/index.ts';

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
  const kept = whole.slice(0, MAX_PARTS);
  if (!open || kept.length === MAX_PARTS) return { parts: kept };
  return { parts: [...kept, ...(folder ? ['*', '**'] : ['**'])] };
}

/** Does the pattern own the file? `**` stands for any number of folders. */
export function owns({ parts }: OwnedPaths, path: string): boolean {
  const names = path.split('/');
  return names.length <= MAX_PARTS && fits(parts, names, '**', (wanted, name) => fitsText(wanted, name, '?'));
}
