import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Where generated files go: to disk, or, when only asked whether they are current, to a comparison. */
export interface Output {
  write(path: string, text: string): void;
  /** Paths whose text on disk was another. */
  readonly stale: readonly string[];
}

export function output(checkOnly: boolean): Output {
  const stale: string[] = [];
  return {
    stale,
    write: (path, text) => {
      if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
      stale.push(path);
      if (checkOnly) return;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    },
  };
}
