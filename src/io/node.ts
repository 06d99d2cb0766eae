import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  readFileSync,
  realpathSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DirectoryEntry, Host, ReadResult } from './host.ts';

/** A host over a folder of the disk. */
export function nodeHost(root: string): Host {
  const top = realpathSync.native(root);
  const above = top.endsWith(sep) ? top : top + sep;
  const absolute = (path: string): string => (path === '' ? top : above + path.replaceAll('/', sep));
  const isReachable = reachableFrom(top);
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
        return isReachable(path) ? kindOfEntry(lstatSync(absolute(path))) : undefined;
      } catch {
        return undefined;
      }
    },
    read: (path, limit) => (isReachable(path) ? readRegularFile(absolute(path), limit) : missing),
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

/** A path that a scanned file names may lead upwards or through a link. Each folder is looked at once. */
function reachableFrom(top: string): (path: string) => boolean {
  const real = new Map<string, boolean>([['', true]]);
  return (path) => {
    if (path.split('/').includes('..') || path.includes('\0')) return false;
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const known = real.get(folder) ?? isReal(join(top, ...folder.split('/')));
    real.set(folder, known);
    return known;
  };
}

function isReal(folder: string): boolean {
  try {
    return realpathSync.native(folder) === folder;
  } catch {
    return false;
  }
}

/** Where there is no such flag, a link is looked for before the file is opened. */
const NO_FOLLOW = (constants as Partial<typeof constants>).O_NOFOLLOW ?? 0;
const NO_WAIT = (constants as Partial<typeof constants>).O_NONBLOCK ?? 0;

/** Opened before it is looked at, so that what is checked is what is read; a link is refused, a pipe does not hang. */
function readRegularFile(path: string, limit: number): ReadResult {
  let descriptor: number | undefined;
  try {
    if (NO_FOLLOW === 0 && !lstatSync(path).isFile()) return missing;
    descriptor = openSync(path, constants.O_RDONLY | NO_FOLLOW | NO_WAIT);
    const status = fstatSync(descriptor);
    if (!status.isFile()) return missing;
    if (status.size > limit) return { ok: false, problem: 'too-large', bytes: status.size };
    return { ok: true, bytes: readWhole(descriptor, status.size) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP' || code === 'EMLINK' || code === 'ENXIO')
      return missing;
    return { ok: false, problem: code === 'EACCES' || code === 'EPERM' ? 'denied' : 'failed', bytes: 0 };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** In one read where the size is known: `readFileSync` looks the size up again, and reads once more to find the end. */
function readWhole(descriptor: number, size: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(size);
  let read = 0;
  while (read < size) {
    const more = readSync(descriptor, bytes, read, size - read, null);
    if (more === 0) break;
    read += more;
  }
  return bytes.subarray(0, read);
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

/** The folder that holds Planproof's `dist`, from the source tree as well as from the bundle. */
function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'dist', 'policy')) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}
