import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

const CLI = resolve('dist/cli.js');

export interface Screen {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

/** A folder with these files, gone when the test is over. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'planproof-e2e-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Runs the built command line with an environment of its own, and shows the whole screen. */
export function planproof(cwd: string, ...args: readonly string[]): Screen {
  return planproofIn({ cwd, environment: {} }, ...args);
}

export function planproofIn(
  {
    cwd,
    environment,
  }: { readonly cwd: string; readonly environment: Readonly<Record<string, string | undefined>> },
  ...args: readonly string[]
): Screen {
  const { stdout, stderr, status } = spawnSync(process.execPath, [CLI, ...args], {
    maxBuffer: 1 << 26,
    cwd,
    encoding: 'utf8',
    // Tests must leave nothing in the user's cache.
    env: { PATH: process.env['PATH'], NODE_DISABLE_COMPILE_CACHE: '1', ...environment },
    timeout: 60_000,
  });
  return { stdout, stderr, code: status };
}
