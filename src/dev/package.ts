import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const POLICY = `# METADATA
# title: Buckets are named after their team
# description: Who is called at night must be told by the bucket's name alone.
# custom:
#   severity: note
#   applies_to: [object-store]
#   criteria: [devops-practices]
#   controls: {}
#   remediation: Begin the name with the team's.
package planproof.rules.acme["bucket-names"]

import data.planproof.lib.finding

violation contains finding.at(store, [], "No team is named.") if {
	some store in input.subjects["object-store"]
	not contains(store.name, "team")
}
`;

/** Packs Planproof, installs the tarball in an empty folder, and uses it there as its users would: without Go. */
const folder = mkdtempSync(join(tmpdir(), 'planproof-package-'));
const run = (cwd: string, command: string, ...args: string[]): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

try {
  const [packed] = JSON.parse(
    run('.', 'npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', folder),
  ) as [{ filename: string; size: number; files: { path: string }[] }];
  const surprising = packed.files
    .map(({ path }) => path)
    .filter((path) => !/^(?:dist\/|package\.json$|README\.md$|LICENSE$|CHANGELOG\.md$)/.test(path));
  if (surprising.length > 0)
    throw new Error(`The package has files it should not have: ${surprising.join(', ')}.`);
  console.log(
    run(
      '.',
      process.execPath,
      'node_modules/publint/src/cli.js',
      'run',
      join(folder, packed.filename),
      '--strict',
    ).trim(),
  );
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  run(folder, 'npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts', `./${packed.filename}`);
  const installed = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
  if (installed.join() !== 'planproof')
    throw new Error(`Planproof installs as one package, but these came: ${installed.join(', ')}.`);
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const said = run(folder, 'npx', 'planproof', '--version').trim();
  if (said !== version) throw new Error(`The installed package says it is ${said}, not ${version}.`);
  writeFileSync(join(folder, 'main.tf'), 'resource "aws_s3_bucket" "logs" {\n  bucket = "logs"\n}\n');
  run(folder, 'npx', 'planproof', 'check', 'main.tf');
  mkdirSync(join(folder, 'policies'));
  writeFileSync(join(folder, 'policies', 'names.rego'), POLICY);
  const findings = run(folder, 'npx', 'planproof', 'check', 'main.tf', '--policies', 'policies');
  if (!findings.includes('acme/bucket-names')) throw new Error('A policy of our own found nothing.');
  writeFileSync(
    join(folder, 'use.js'),
    "import { check } from 'planproof';\nif (typeof check !== 'function') throw new Error('no check');\n",
  );
  run(folder, process.execPath, 'use.js');
  console.log(`${packed.filename}: ${(packed.size / 1024).toFixed(0)} kB, installs and works.`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
