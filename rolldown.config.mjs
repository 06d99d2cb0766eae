import { readdirSync } from 'node:fs';
import { defineConfig } from 'rolldown';

/** Dependencies stay outside the bundle, so that the lockfile tells all there is. */
const external = [/^node:/, /^[^./]/];

const devScripts = readdirSync('src/dev')
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => [name.slice(0, -3), `src/dev/${name}`]);

const shared = { platform: 'node', external };
const product = defineConfig({
  ...shared,
  input: { cli: 'src/cli/main.ts', index: 'src/index.ts' },
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'parts/[name]-[hash].js',
    minify: false,
  },
});
const dev = defineConfig({
  ...shared,
  input: Object.fromEntries(devScripts),
  output: {
    dir: 'build/dev',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'parts/[name]-[hash].js',
  },
});

export default process.env.BUILD === 'dev' ? dev : product;
