#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { version } from './version.ts';

/** The version is asked for more often than anything else; it must not cost loading the rest. */
const [only, ...others] = process.argv.slice(2);
if (others.length === 0 && (only === '--version' || only === '-V')) {
  process.stdout.write(`${version}\n`);
} else {
  // Left alone, the heap grows to four times what it holds before it is tidied; growing by less is as fast.
  setFlagsFromString('--heap-growing-percent=40');
  const { main } = await import('./program.ts');
  process.exitCode = await main(process.argv.slice(2));
}
