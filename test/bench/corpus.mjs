/**
 * Runs over configurations that are kept elsewhere, one folder after the other, and prints counts and crashes only.
 *
 *   npm run corpus -- <folder of folders>
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = resolve(dirname(fileURLToPath(import.meta.url)), '../../dist/cli.js');
const [corpus = '../shared/corpus'] = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'planproof-corpus-'));
const count = (items, key) => {
  const counts = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return Object.entries(counts)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, number]) => `${name} ${number}`)
    .join(', ');
};

for (const { name } of readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  const out = join(scratch, 'report.json');
  const start = Date.now();
  const { status, stderr } = spawnSync(process.execPath, [cli, 'check', '.', '-o', `json=${out}`], {
    cwd: join(corpus, name),
    encoding: 'utf8',
    timeout: 120_000,
  });
  console.log(`${name}: exit ${status} in ${((Date.now() - start) / 1000).toFixed(2)} s`);
  if (status === null || status === 2 || status >= 70) {
    console.log(stderr);
    process.exitCode = 1;
    continue;
  }
  const report = JSON.parse(readFileSync(out, 'utf8'));
  console.log(`  files: ${count(report.files, ({ status: state }) => state)}`);
  console.log(`  findings: ${count(report.findings, ({ rule }) => rule)}`);
  console.log(`  undecided: ${count(report.undecided, ({ rule }) => rule)}`);
  console.log(`  diagnostics: ${count(report.diagnostics, ({ level, code }) => `${level} ${code}`)}`);
}
rmSync(scratch, { recursive: true });
