import {
  closeSync,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DirectoryEntry, Host, ReadResult } from './host.ts';

/** A host over a folder of the disk. */
export function nodeHost(root: string): Host {
  const top = realpathSync.native(root);
  const absolute = (path: string): string => (path === '' ? top : join(top, ...path.split('/')));
  return {
    list: (directory) => {
      try {
        return readdirSync(absolute(directory), { withFileTypes: true })
          .map((entry) => ({ name: entry.name, kind: kindOfEntry(entry) }))
          .sort((a, b) => (a.name < b.name ? -1 : 1));
      } catch {
        return undefined;
      }
    },
    kindOf: (path) => {
      try {
        return insideWithoutLinks(top, path) ? kindOfEntry(lstatSync(absolute(path))) : undefined;
      } catch {
        return undefined;
      }
    },
    read: (path, limit) => (insideWithoutLinks(top, path) ? readRegularFile(absolute(path), limit) : missing),
    ignoreFilesAbove: (name) => ignoreFilesAbove(top, name),
    asset: (name) => readFileSync(join(packageFolder(), 'dist', ...name.split('/'))),
  };
}

const missing: ReadResult = { ok: false, problem: 'missing', bytes: 0 };

interface Kinds {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

function kindOfEntry(entry: Kinds): DirectoryEntry['kind'] {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isDirectory()) return 'directory';
  return entry.isFile() ? 'file' : 'other';
}

/** A path that a scanned file names may lead through a link or upwards; such a path is as good as missing. */
function insideWithoutLinks(top: string, path: string): boolean {
  if (path.split('/').includes('..') || path.includes('\0')) return false;
  const absolute = path === '' ? top : join(top, ...path.split('/'));
  try {
    return realpathSync.native(absolute) === absolute || lstatSync(absolute).isSymbolicLink();
  } catch {
    return false;
  }
}

/** Opened before it is looked at, so that what is checked is what is read; pipes and devices would hang. */
function readRegularFile(path: string, limit: number): ReadResult {
  let descriptor: number | undefined;
  try {
    if (!lstatSync(path).isFile()) return missing;
    descriptor = openSync(path, 'r');
    const { size } = fstatSync(descriptor);
    if (size > limit) return { ok: false, problem: 'too-large', bytes: size };
    return { ok: true, bytes: readFileSync(descriptor) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return missing;
    return { ok: false, problem: code === 'EACCES' || code === 'EPERM' ? 'denied' : 'failed', bytes: 0 };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Git looks for ignore files from the repository's top downwards; a scan may start below that. */
function ignoreFilesAbove(top: string, name: string): { prefix: string; text: string }[] {
  if (existsSync(join(top, '.git'))) return [];
  const found: { prefix: string; text: string }[] = [];
  for (let folder = dirname(top), last = top; folder !== last; last = folder, folder = dirname(folder)) {
    const file = readRegularFile(join(folder, name), 1 << 20);
    const prefix = relative(folder, top).split(sep).join('/');
    if (file.ok) found.unshift({ prefix, text: new TextDecoder().decode(file.bytes) });
    if (existsSync(join(folder, '.git'))) return found;
  }
  return [];
}

/** The folder of Planproof's own package.json, from the source tree as well as from the bundle. */
function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
