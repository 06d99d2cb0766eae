import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'rolldown';

/** Of the two dependencies of OPA's SDK we use nothing, since our built-ins take their place. */
const nothing = fileURLToPath(new URL('src/policy/evaluate/nothing.cjs', import.meta.url));
export const alias = { yaml: nothing, 'sprintf-js': nothing };

const NOTICES = 'THIRD-PARTY-NOTICES.txt';
const OWN_LICENSE = JSON.parse(readFileSync('package.json', 'utf8')).license;
/** Of the published schemas, which no package in the bundle brings. */
const SCHEMA_LICENSES = 'src/schema/published/licenses.txt';

/** Writes which packages the bundle holds, at which version, and each one's licence, from the modules in the chunks. */
const notices = {
  name: 'third-party-notices',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
    const folders = chunks
      .flatMap(({ moduleIds }) => moduleIds)
      .map((id) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/.exec(id)?.[0])
      .filter((folder) => folder !== undefined);
    const texts = [...new Set(folders)].map(notice).sort();
    texts.push(readFileSync(SCHEMA_LICENSES, 'utf8'));
    this.emitFile({ type: 'asset', fileName: NOTICES, source: `${texts.join(`\n${'-'.repeat(80)}\n\n`)}` });
  },
};

/** Node starts a tenth faster when it need not load what loads ES modules; importing the library works all the same. */
const commonJs = {
  name: 'common-js',
  generateBundle() {
    const source = `${JSON.stringify({ type: 'commonjs' })}\n`;
    this.emitFile({ type: 'asset', fileName: 'package.json', source });
  },
};

/** Node reads a text of ASCII several times as fast, and the engine keeps one byte for each letter of it, not two. */
const ascii = {
  name: 'ascii',
  renderChunk: (code) => code.replace(/[^\0-\x7F]/g, escaped),
};

const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  // The text of our own licence is the same for whoever chose that one and left it out.
  if (file === undefined && license !== OWN_LICENSE)
    throw new Error(`${name} is in the bundle but comes without the text of its licence.`);
  const text = readFileSync(file === undefined ? 'LICENSE' : join(folder, file), 'utf8');
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}

/**
 * What is always loaded together is one file: each file costs its look-ups, and left alone there are forty of them. Of
 * these the first ones take what several use; each takes what its modules import.
 */
const TOGETHER = [
  ['version', /src.cli.start.version\.ts$/],
  ['compiled', /src.cli.start.compiled\.ts$/],
  ['run', /src.run.index\.ts$|src.schema.index\.ts$|src.reporters.index\.ts$|@open-policy-agent.opa-wasm/],
  ['data', /src.syntax.data.index\.ts$|src.syntax.json.index\.ts$|src.model.(?:fact|environment)\.ts$/],
  ['yaml', /src.syntax.yaml.index\.ts$/],
  ['recovery', /src.recovery.index\.ts$|src.syntax.(?:cron|shell).index\.ts$/],
  ['delivery', /src.delivery.index\.ts$/],
  ['monitoring', /src.monitoring.index\.ts$|src.secrets.index\.ts$/],
  // All runs that judge a plan ask for sizes of machines; the rest of the clouds is for what is of a cloud only.
  ['machine', /src.cloud.compute.machine\.ts$/],
  ['cloud', /src.cloud.(?!compute.machine)/],
  ['report', /src.reporters.parts.index\.ts$/],
].map(([name, test], index, all) => ({ name, test, priority: all.length - index }));

/** What both bundles are made by. */
const common = {
  platform: 'node',
  // Not used, and slow to load: Commander starts processes for subcommands that are programs, Chalk asks the terminal.
  resolve: { alias: { ...alias, 'node:child_process': nothing, '#supports-color': nothing } },
};

/**
 * Everything is inside the bundle: a hook that starts for each commit must not search node_modules for its parts, and
 * who installs Planproof gets one package and no others. What is inside stands in the notices.
 */
const program = {
  ...common,
  plugins: [notices, commonJs, ascii],
  input: { cli: 'src/cli/start/main.ts', index: 'src/index.ts' },
  // Who takes one thing of the clouds, through their index, need not load all of them.
  treeshake: { moduleSideEffects: (id) => !/src.cloud.index\.ts$/.test(id) },
  output: {
    dir: 'dist',
    format: 'cjs',
    entryFileNames: '[name].js',
    chunkFileNames: 'parts/[name]-[hash].js',
    codeSplitting: { groups: TOGETHER },
    minify: false,
  },
};

/**
 * The thread that custom policies are compiled and evaluated on, one file of its own: were it one more entry of the
 * program, the program's parts would be cut by what both need. All packages in it are in the program as well.
 */
const thread = {
  ...common,
  input: 'src/policy/custom/worker.ts',
  output: { file: 'dist/policy/worker.js', format: 'cjs', codeSplitting: false, minify: false },
};

export default defineConfig([program, thread]);
