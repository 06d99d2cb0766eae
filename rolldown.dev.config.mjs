import { readdirSync } from 'node:fs';
import { defineConfig } from 'rolldown';
import { shared } from './rolldown.config.mjs';

/** The scripts of `src/dev`, bundled because Node 20 does not run TypeScript. */
const scripts = readdirSync('src/dev')
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => [name.slice(0, -3), `src/dev/${name}`]);

export default defineConfig({
  ...shared,
  input: Object.fromEntries(scripts),
  output: {
    dir: 'build/dev',
    cleanDir: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'parts/[name]-[hash].js',
  },
});
