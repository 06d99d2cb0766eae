import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** What was computed before, by a key that names everything it was computed from. */
export interface Cache {
  read(key: string): Uint8Array | undefined;
  write(key: string, bytes: Uint8Array): void;
}

/** Days after which an entry goes: what is still needed is made again. */
const KEPT = 30;

/**
 * In the user's own cache folder, for no one else to read or write; without one, nothing is kept. A folder that somebody
 * else could write to is left alone: what comes out of it is run.
 */
export function userCache(environment: NodeJS.ProcessEnv = process.env): Cache {
  const folder = join(cacheHome(environment), 'planproof');
  let tidied = false;
  return {
    read: (key) => {
      try {
        return isOurs(folder) ? readFileSync(join(folder, key)) : undefined;
      } catch {
        return undefined;
      }
    },
    write: (key, bytes) => {
      const partial = join(folder, `${key}.${randomUUID()}`);
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        if (!isOurs(folder)) return;
        if (!tidied) tidy(folder);
        tidied = true;
        writeFileSync(partial, bytes, { mode: 0o600 });
        renameSync(partial, join(folder, key));
      } catch {
        // A cache that cannot be written costs time, nothing else.
        rmSync(partial, { force: true });
      }
    },
  };
}

function isOurs(folder: string): boolean {
  const { uid, mode } = statSync(folder);
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

/** Old entries, and what writers that were ended left behind. */
function tidy(folder: string): void {
  const oldest = Date.now() - KEPT * 86_400_000;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).mtimeMs < oldest) rmSync(path, { force: true });
  }
}

/** As the XDG Base Directory Specification says; Windows and macOS have places of their own. */
function cacheHome(environment: NodeJS.ProcessEnv): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = environment;
  if (xdg) return xdg;
  if (process.platform === 'win32' && local) return local;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return join(homedir(), '.cache');
}
