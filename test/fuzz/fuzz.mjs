/**
 * Breaks sound files in every way, makes files by grammars, sound and nearly sound, and reads them; what goes wrong is written to build/fuzz.
 *
 *   npm run fuzz -- [--seconds 60] [--seed 1]
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
});
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--no-file-parallelism', 'test/fuzz'],
  {
    stdio: 'inherit',
    env: { ...process.env, FUZZ_SECONDS: String(Number(values.seconds) / 2), FUZZ_SEED: values.seed },
  },
);
process.exitCode = status ?? 1;
