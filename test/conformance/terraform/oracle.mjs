/**
 * Holds our evaluator against HashiCorp's libraries on the expressions of configurations that are kept elsewhere.
 *
 *   npm run oracle -- <folder> [seed]
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const [folder, seed = '1'] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Which folder? npm run oracle -- <folder> [seed]');
  process.exit(2);
}
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', 'test/conformance/terraform/oracle.test.ts'],
  { stdio: 'inherit', env: { ...process.env, ORACLE_FOLDER: resolve(folder), SEED: seed } },
);
process.exitCode = status ?? 1;
