#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { version } from './version.ts';

/** The version is asked for more often than anything else; it must not cost loading the rest. */
const [only, ...others] = process.argv.slice(2);
if (others.length === 0 && (only === '--version' || only === '-V')) {
  process.stdout.write(`${version}\n`);
} else {
  // Left alone, the heap grows to four times what it holds before it is tidied; growing by less is as fast.
  setFlagsFromString('--heap-growing-percent=15');
  // Left alone, the room for new things doubles when half a run is over; each time it is full costs a look at what lives.
  setFlagsFromString('--semi-space-growth-factor=16');
  // Left alone, the engine of Node 20 optimizes whatever runs for some milliseconds, which is a third of the work of a
  // run of a second and never pays. Later engines do not know the flag, and would say so.
  if (process.version.startsWith('v20.')) setFlagsFromString('--interrupt-budget=600000');
  void import('./compiled.ts')
    .then(({ loadCompiled }) => loadCompiled())
    .then(() => import('../program.ts'))
    .then(({ main }) => main(process.argv.slice(2)))
    .then((code) => (process.exitCode = code));
}
