import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'rolldown';

/** Of the two dependencies of OPA's SDK we use nothing, since our built-ins take their place. */
const nothing = fileURLToPath(new URL('src/policy/evaluate/nothing.cjs', import.meta.url));
export const alias = { yaml: nothing, 'sprintf-js': nothing };

const NOTICES = 'THIRD-PARTY-NOTICES.txt';

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
    this.emitFile({ type: 'asset', fileName: NOTICES, source: `${texts.join(`\n${'-'.repeat(80)}\n\n`)}` });
  },
};

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined)
    throw new Error(`${name} is in the bundle but comes without the text of its licence.`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}

/**
 * Everything is inside the bundle: a hook that starts for each commit must not search node_modules for its parts, and
 * who installs Planproof gets one package and no others. What is inside stands in the notices.
 */
export default defineConfig({
  platform: 'node',
  resolve: { alias },
  plugins: [notices],
  input: { cli: 'src/cli/main.ts', index: 'src/index.ts' },
  output: {
    dir: 'dist',
    entryFileNames: '[name].js',
    chunkFileNames: 'parts/[name]-[hash].js',
    minify: false,
  },
});
