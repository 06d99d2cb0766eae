/**
 * Builds Planproof when it is installed from its source. npm does not install the build's packages when it installs a
 * git repository globally, as pre-commit does; then they are fetched first.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const npm = (...args) => execFileSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });

if (!existsSync('node_modules/rolldown'))
  npm('ci', '--no-global', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund');
npm('run', 'build');
