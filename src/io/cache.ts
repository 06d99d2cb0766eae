import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** What was computed before, by a key that names everything it was computed from. */
export interface Cache {
  read(key: string): Uint8Array | undefined;
  write(key: string, bytes: Uint8Array): void;
}

/** In the user's own cache folder, for no one else to read or write; without one, nothing is kept. */
export function userCache(environment: NodeJS.ProcessEnv = process.env): Cache {
  const folder = join(cacheHome(environment), 'planproof');
  return {
    read: (key) => {
      try {
        return readFileSync(join(folder, key));
      } catch {
        return undefined;
      }
    },
    write: (key, bytes) => {
      const partial = join(folder, `${key}.${randomUUID()}`);
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFileSync(partial, bytes, { mode: 0o600 });
        renameSync(partial, join(folder, key));
      } catch {
        // A cache that cannot be written costs time, nothing else.
        rmSync(partial, { force: true });
      }
    },
  };
}

/** As the XDG Base Directory Specification says; Windows and macOS have places of their own. */
function cacheHome(environment: NodeJS.ProcessEnv): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = environment;
  if (xdg) return xdg;
  if (process.platform === 'win32' && local) return local;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return join(homedir(), '.cache');
}
