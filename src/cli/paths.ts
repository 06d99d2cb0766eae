import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { mistakes } from '../errors/index.ts';

/** Where a check takes place: everything else is told relative to `root`. */
export interface Place {
  /** Absolute; what reports' paths are relative to. */
  readonly root: string;
  /** Relative to the root, with `/`; `''` is the root. */
  readonly paths: readonly string[];
}

/**
 * The root is the working directory when every path lies in it, as other tools' reports have it; else the deepest
 * folder that holds all of them.
 */
export async function placeOf(paths: readonly string[], cwd: string): Promise<Place> {
  const given = paths.length > 0 ? paths : ['.'];
  const absolute: string[] = [];
  for (const path of given) absolute.push(...(await existing(path, cwd)));
  const here = realpathSync.native(cwd);
  const root = absolute.every((path) => isInside(here, path)) ? here : commonFolder(absolute);
  return { root, paths: absolute.map((path) => fromRoot(root, path)) };
}

/** A path as it is named from the root, or undefined when it lies outside. */
export function pathFromRoot(root: string, path: string, cwd: string): string | undefined {
  const absolute = resolve(cwd, path);
  const real = existsSync(absolute) ? realpathSync.native(absolute) : absolute;
  return isInside(root, real) ? fromRoot(root, real) : undefined;
}

async function existing(path: string, cwd: string): Promise<string[]> {
  const absolute = resolve(cwd, path);
  if (existsSync(absolute)) return [realpathSync.native(absolute)];
  const { glob, hasMagic } = await import('glob');
  if (!hasMagic(path, { magicalBraces: true })) throw mistakes.pathNotFound(path);
  const matches = await glob(path, {
    cwd,
    absolute: true,
    dot: true,
    ignore: ['**/node_modules/**', '**/.git/**'],
  });
  if (matches.length === 0) throw mistakes.patternMatchesNothing(path);
  return matches.sort().map((match) => realpathSync.native(match));
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith(`..${sep}`) && way !== '..' && !isAbsolute(way));
}

function fromRoot(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

function commonFolder(paths: readonly string[]): string {
  const folders = paths.map((path) => (statSync(path).isDirectory() ? path : dirname(path)));
  let common = folders[0] ?? sep;
  while (!folders.every((folder) => isInside(common, folder))) common = dirname(common);
  return common;
}
