/**
 * Makes a fresh checkout ready: installs the pinned packages, which builds Planproof, unless that was done since the
 * lockfile last changed. Needs Node and Go.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const installed = 'node_modules/.package-lock.json';
const built = 'dist/cli.js';
const upToDate =
  existsSync(installed) &&
  existsSync(built) &&
  statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs;

if (!upToDate)
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
