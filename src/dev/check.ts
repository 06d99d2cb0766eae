import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';

/** Everything that CI does, in the order in which it is likeliest to fail fast. */
const STEPS: readonly (readonly [what: string, ...command: string[]])[] = [
  ['generated sources are current', 'node', 'build/dev/generate.js', 'sources', '--check'],
  ['format', 'node', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  ['types', 'node', 'node_modules/typescript/bin/tsc', '-p', '.'],
  ['lint', 'node', 'node_modules/eslint/bin/eslint.js', '.'],
  [
    'walls between rooms',
    'node',
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    'src',
    '--config',
    '.dependency-cruiser.mjs',
  ],
  ['dead code', 'node', 'node_modules/knip/bin/knip.js'],
  ['build', 'node', 'build/dev/build.js'],
  ['policies', 'node', 'build/dev/rego.js'],
  ['generated documents are current', 'node', 'build/dev/generate.js', 'documents', '--check'],
  [
    'tests',
    'node',
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    '--outputFile.json=build/tests.json',
  ],
  ['package', 'node', 'build/dev/package.js'],
];

const RESULTS = 'build/tests.json';
rmSync(RESULTS, { force: true });

for (const [what, command, ...args] of STEPS) {
  console.log(`\n— ${what}`);
  const { status } = spawnSync(command === 'node' ? process.execPath : (command ?? ''), args, {
    stdio: 'inherit',
  });
  if (status !== 0) {
    console.error(`\n"${what}" failed.`);
    process.exitCode = 1;
    break;
  }
}

if (existsSync(RESULTS)) {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(RESULTS, 'utf8')) as Record<
    string,
    number
  >;
  console.log(`\n${String(numPassedTests)} passed, ${String(numFailedTests)} failed`);
}
