/**
 * How fast Planproof is, as ratios measured side by side in one run: each round runs every command once, in turn, so
 * that a slow moment of the machine hits all of them. Other tools take part when they are on the PATH.
 *
 *   npm run bench [-- --rounds 5] [--corpus ../shared/corpus] [--scale]
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    corpus: { type: 'string', default: resolve(project, '../shared/corpus') },
    scale: { type: 'boolean', default: false },
  },
});
const cli = join(project, 'dist/cli.js');
const scratch = mkdtempSync(join(tmpdir(), 'planproof-bench-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

const has = (tool) => spawnSync('which', [tool]).status === 0;

/** @typedef {{ name: string, command: string[], cwd: string, environment?: Record<string, string> }} Contestant */

function seconds({ command: [tool, ...args], cwd, environment }) {
  const start = process.hrtime.bigint();
  const { error, status } = spawnSync(tool, args, {
    cwd,
    stdio: 'ignore',
    env: { ...process.env, ...environment },
  });
  // xargs ends with 123 when a tool that it ran found something.
  if (error || status === null || (status >= 70 && status !== 123))
    throw new Error(`${tool} ${args.join(' ')} ended with ${error ?? status}`);
  return Number(process.hrtime.bigint() - start) / 1e9;
}

/** Runs by which the engine's work on our own code is kept: `src/cli/start/compiled.ts`. */
const WARM_UP = 3;

/** Median seconds of each contestant over the rounds. */
function race(contestants) {
  const ours = contestants.filter(({ command }) => command.includes(cli));
  for (let run = 0; run < WARM_UP; run++) for (const contestant of ours) seconds(contestant);
  const times = new Map(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round < Number(options.rounds); round++)
    for (const contestant of contestants) times.get(contestant.name).push(seconds(contestant));
  return new Map([...times].map(([name, all]) => [name, all.sort((a, b) => a - b)[all.length >> 1]]));
}

function report(title, contestants) {
  const results = race(contestants);
  const base = results.values().next().value;
  console.log(`\n${title}`);
  for (const [name, time] of results)
    console.log(`  ${name.padEnd(44)} ${time.toFixed(3)} s  ${(time / base).toFixed(2)} x`);
}

const planproof = (name, cwd, ...args) => ({ name, cwd, command: [process.execPath, cli, ...args] });
const check = (cwd) =>
  planproof(
    `planproof check`,
    cwd,
    'check',
    '.',
    '-o',
    `json=${join(scratch, 'report.json')}`,
    '--exit-zero',
  );

/** Conftest with eight small policies, to read and parse what we read and parse. */
const policies = join(scratch, 'policy');
mkdirSync(policies);
for (let i = 0; i < 8; i++)
  writeFileSync(
    join(policies, `p${i}.rego`),
    `package main\n\ndeny contains "x" if input.kind == "Kind${i}"\n`,
  );

const others = {
  conftest: (cwd, pattern) => ({
    name: 'conftest',
    cwd,
    command: ['sh', '-c', `conftest test --policy ${policies} ${pattern}`],
  }),
  checkov: (cwd, framework) => ({
    name: 'checkov',
    cwd,
    command: ['checkov', '--quiet', '--compact', '--framework', framework, '-d', '.'],
  }),
  /** Left alone, it reads the modules at the top and what they call; `all` has it read examples and submodules, too. */
  tfsec: (cwd, all) => ({
    name: all ? `tfsec ${all}` : 'tfsec',
    cwd,
    command: ['tfsec', '.', '--no-color', '--soft-fail', ...(all ? [all] : [])],
  }),
  zizmor: (cwd) => ({
    name: 'zizmor --offline',
    cwd,
    command: ['sh', '-c', "find . -name '*.yml' -print0 | xargs -0 zizmor --offline --no-exit-codes -q"],
  }),
  actionlint: (cwd) => ({
    name: 'actionlint',
    cwd,
    command: ['sh', '-c', "find . -name '*.yml' -print0 | xargs -0 actionlint -shellcheck= -pyflakes="],
  }),
};
const compete = (tool, ...args) => (has(tool) ? [others[tool](...args)] : []);

const small = join(scratch, 'small');
mkdirSync(small);
writeFileSync(
  join(small, 'main.tf'),
  'variable "name" {\n  default = "logs"\n}\n\nresource "aws_s3_bucket" "logs" {\n  bucket = var.name\n}\n',
);
const node = { name: 'node -e 0', cwd: small, command: [process.execPath, '-e', '0'] };
report('Start-up and one small Terraform file', [
  node,
  planproof('planproof --version', small, '--version'),
  planproof('planproof check main.tf', small, 'check', 'main.tf', '--exit-zero'),
  ...compete('conftest', small, 'main.tf'),
  ...compete('checkov', small, 'terraform'),
]);
const webshop = join(project, 'fixtures/webshop');
report('fixtures/webshop: all of it, and its plan alone', [
  node,
  planproof('planproof --help', webshop, '--help'),
  planproof('planproof plan check', webshop, 'plan', 'check'),
  check(webshop),
]);

report('Twice the resources: Terraform, 25 and 50 modules of 20 resources each', [
  { ...check(modules(25)), name: '500 resources' },
  { ...check(modules(50)), name: '1,000 resources' },
]);
report('Twice the resources: CloudFormation, 2,500 and 5,000 in one template', [
  { ...check(template(2500)), name: '2,500 resources' },
  { ...check(template(5000)), name: '5,000 resources' },
]);

/** Local modules whose resources refer to each other and to what the caller gives. */
function modules(count) {
  const folder = join(scratch, `modules-${count}`);
  const resources = Array.from(
    { length: 10 },
    (_, at) =>
      `resource "aws_s3_bucket" "b${at}" {\n  bucket = "\${var.name}-${at}"\n}\nresource "aws_s3_bucket_versioning" "b${at}" {\n  bucket = aws_s3_bucket.b${at}.id\n  versioning_configuration {\n    status = var.on ? "Enabled" : "Suspended"\n  }\n}\n`,
  );
  const calls = Array.from({ length: count }, (_, at) => {
    const module = join(folder, 'modules', `m${at}`);
    mkdirSync(module, { recursive: true });
    writeFileSync(
      join(module, 'main.tf'),
      `variable "name" {}\nvariable "on" {\n  default = true\n}\n${resources.join('')}`,
    );
    return `module "m${at}" {\n  source = "./modules/m${at}"\n  name   = "m${at}"\n}\n`;
  });
  writeFileSync(join(folder, 'main.tf'), calls.join(''));
  return folder;
}

function template(count) {
  const folder = join(scratch, `template-${count}`);
  mkdirSync(folder);
  const resources = Array.from(
    { length: count },
    (_, at) =>
      `  Bucket${at}:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: !Sub '\${AWS::StackName}-${at}'\n`,
  );
  writeFileSync(
    join(folder, 'template.yaml'),
    `AWSTemplateFormatVersion: '2010-09-09'\nResources:\n${resources.join('')}`,
  );
  return folder;
}

const corpus = existsSync(options.corpus)
  ? readdirSync(options.corpus).filter((name) => !name.includes('.'))
  : [];
/** The other tools by the folder, or the part of one, that they are for. */
const rivals = {
  'kube-prometheus/manifests': (cwd) => [
    ...compete('conftest', cwd, "$(find . -name '*.yaml')"),
    ...compete('checkov', cwd, 'kubernetes'),
  ],
  'starter-workflows': (cwd) => [
    ...compete('zizmor', cwd),
    ...compete('actionlint', cwd),
    ...compete('checkov', cwd, 'github_actions'),
  ],
  'terraform-aws-eks': (cwd) => [
    ...compete('tfsec', cwd),
    ...compete('tfsec', cwd, '--force-all-dirs'),
    ...compete('checkov', cwd, 'terraform'),
  ],
  terragoat: (cwd) => [...compete('tfsec', cwd), ...compete('checkov', cwd, 'terraform')],
};
for (const name of [...corpus, ...Object.keys(rivals).filter((key) => key.includes('/'))]) {
  const cwd = join(options.corpus, name);
  if (existsSync(cwd)) report(`corpus: ${name}`, [check(cwd), ...(rivals[name]?.(cwd) ?? [])]);
}

if (options.scale) {
  console.log('\nScale');
  for (const count of [12_500, 25_000, 50_000]) weigh(template(count), count, 'resources');
  if (corpus.length > 0) scale();
}

/** Seconds and peak memory of one check; the cost of each thing must not grow with their count. */
function weigh(folder, count, things) {
  const memory = join(scratch, 'rss');
  const preload = join(scratch, 'rss.mjs');
  writeFileSync(
    preload,
    `import { writeFileSync } from 'node:fs';\nprocess.on('exit', () => writeFileSync(${JSON.stringify(memory)}, String(process.resourceUsage().maxRSS)));\n`,
  );
  const time = seconds({ ...check(folder), environment: { NODE_OPTIONS: `--import=${preload}` } });
  const megabytes = Number(readFileSync(memory, 'utf8')) / 1024;
  console.log(
    `  ${String(count).padStart(6)} ${things}  ${time.toFixed(2)} s  ${((time / count) * 1000).toFixed(2)} ms each  peak ${megabytes.toFixed(0)} MB`,
  );
  rmSync(folder, { recursive: true });
}

/** The corpus copied until there are 5,000 and 20,000 files: the cost of a file must not grow. */
function scale() {
  const files = corpus.flatMap((name) =>
    readdirSync(join(options.corpus, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:tf|tfvars|ya?ml|json|md)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  for (const count of [1000, 5000, 20000]) {
    const folder = join(scratch, `scale-${count}`);
    for (let made = 0, copy = 0; made < count; copy++)
      for (const file of files.slice(0, count - made)) {
        const target = join(folder, String(copy), file.slice(options.corpus.length));
        mkdirSync(dirname(target), { recursive: true });
        cpSync(file, target);
        made++;
      }
    weigh(folder, count, 'files');
  }
}
