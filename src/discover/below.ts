import type { Host } from '../io/index.ts';

/** More files than a configuration lists by a pattern. */
const MAX_FILES = 10_000;

/**
 * Paths of all files below a folder, whatever ignore files say, in code unit order. Undefined when that is not the whole
 * truth: there are too many, a folder cannot be listed, or a link leads on, which is not followed.
 */
export function filesBelow(host: Host, directory: string): readonly string[] | undefined {
  const parts = directory.split('/');
  if (parts.some((_, at) => host.kindOf(parts.slice(0, at + 1).join('/')) === 'link')) return undefined;
  if (host.kindOf(directory) !== 'directory') return [];
  const files: string[] = [];
  const folders = [directory];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = host.list(folder);
    if (!entries) return undefined;
    for (const { name, kind } of entries) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (kind === 'file') files.push(path);
      else if (kind === 'directory') folders.push(path);
      else if (kind === 'link') return undefined;
    }
    if (files.length + folders.length > MAX_FILES) return undefined;
  }
  return files.sort();
}
