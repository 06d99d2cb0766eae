/**
 * What Planproof, zizmor and actionlint find in the same workflows of GitHub Actions, as a table: for each kind of
 * finding of theirs how often both speak of the same place, how often only they or only we do, and why (workflows.json).
 *
 *   node test/bench/workflows.mjs [-- --corpus ../shared/corpus] [--show zizmor/artipacked]
 *
 * zizmor runs offline with its regular persona, as it does unless told otherwise; `--persona auditor` asks it for all.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = dirname(fileURLToPath(import.meta.url));
const project = resolve(here, '../..');
const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string', default: resolve(project, '../shared/corpus') },
    persona: { type: 'string', default: 'regular' },
    show: { type: 'string' },
  },
});
const kinds = JSON.parse(readFileSync(join(here, 'workflows.json'), 'utf8'));
const scratch = mkdtempSync(join(tmpdir(), 'planproof-workflows-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

const files = stage(options.corpus);
const ours = planproof();
const theirs = { zizmor: zizmor(), actionlint: actionlint() };
console.log(`${files.length} files\n`);
console.log(
  '| they say | times | both | only they | only we | our rules | why |\n|---|--:|--:|--:|--:|---|---|',
);
for (const [tool, found] of Object.entries(theirs)) {
  const names = new Set([...Object.keys(kinds[tool]), ...found.map(({ kind }) => kind)]);
  for (const kind of [...names].sort()) compare(tool, kind, found);
}

/** @typedef {{ kind: string, path: string, start: number, end: number, text: string }} Finding one finding of any tool */

/** One line of the table, and the places themselves where they were asked for. */
function compare(tool, kind, found) {
  const { rules = [], within = 3, why = '' } = kinds[tool][kind] ?? { why: 'not looked at yet' };
  const mine = ours.filter((finding) => rules.includes(finding.kind));
  const his = found.filter((finding) => finding.kind === kind);
  const meet = (a, b) => a.path === b.path && a.start <= b.end + within && b.start <= a.end + within;
  const only = his.filter((a) => !mine.some((b) => meet(a, b)));
  const alone = mine.filter((a) => !his.some((b) => meet(a, b)));
  if (his.length === 0 && (alone.length === 0 || rules.length === 0)) return;
  const counts = [his.length, his.length - only.length, only.length, alone.length].join(' | ');
  console.log(
    `| ${tool} \`${kind}\` | ${counts} | ${rules.map((rule) => `\`${rule}\``).join(', ')} | ${why} |`,
  );
  if (options.show !== `${tool}/${kind}`) return;
  for (const [title, list] of [
    ['only they', only],
    ['only we', alone],
  ])
    for (const { path, start, text } of list) console.log(`  ${title}: ${path}:${start} ${text}`);
}

/** The workflows, actions and Dependabot's files of a folder, copied to the places that they have in it. */
function stage(corpus) {
  const found = readdirSync(corpus, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/u.test(entry.name))
    .map((entry) => relative(corpus, join(entry.parentPath, entry.name)))
    .filter((path) => /^(?:jobs|updates|runs):/mu.test(readFileSync(join(corpus, path), 'utf8')))
    .filter((path) => /^[^/]+\/(?:.*\.github\/|starter-workflows\/)|^starter-workflows\//u.test(path))
    .sort();
  for (const path of found) {
    mkdirSync(join(scratch, path.split('/')[0], '.git'), { recursive: true });
    cpSync(join(corpus, path), join(scratch, path));
  }
  return found;
}

function planproof() {
  const report = join(scratch, '.report.json');
  run(process.execPath, [join(project, 'dist/cli.js'), 'check', '.', '--exit-zero', '-o', `json=${report}`]);
  return JSON.parse(readFileSync(report, 'utf8')).findings.map(({ rule, message, location }) => ({
    kind: rule,
    path: location.path,
    start: location.startLine,
    end: location.endLine ?? location.startLine,
    text: message,
  }));
}

function zizmor() {
  const persona = ['--persona', options.persona];
  const output = run('zizmor', [
    '--offline',
    '--no-exit-codes',
    '-q',
    '--format',
    'json-v1',
    ...persona,
    ...files,
  ]);
  return JSON.parse(output).map(({ ident, locations, desc }) => {
    const { symbolic, concrete } = locations.find((at) => at.symbolic.kind === 'Primary') ?? locations[0];
    return {
      kind: ident,
      path: symbolic.key.Local.verbatim_path,
      start: concrete.location.start_point.row + 1,
      end: concrete.location.end_point.row + 1,
      text: `${symbolic.annotation || desc}`,
    };
  });
}

function actionlint() {
  const workflows = files.filter((path) => !/dependabot\.ya?ml$/u.test(path));
  const output = run('actionlint', ['-shellcheck=', '-pyflakes=', '-format', '{{json .}}', ...workflows]);
  return JSON.parse(output).map(({ kind, filepath, line, message }) => ({
    kind,
    path: filepath,
    start: line,
    end: line,
    text: message,
  }));
}

/** What a tool prints; a tool that is not there is a mistake of the caller. */
function run(tool, args) {
  const { error, stdout } = spawnSync(tool, args, { cwd: scratch, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (error) throw new Error(`${tool} did not run: ${error.message}`);
  return stdout;
}
