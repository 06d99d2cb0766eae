import { readdirSync } from 'node:fs';
import { defineConfig } from 'rolldown';
import { alias } from './rolldown.config.mjs';

/** Scripts run where the packages are: nothing of node_modules is bundled, but the SDK, for its aliases. */
const SDK = '@open-policy-agent/opa-wasm';

export const script = {
  platform: 'node',
  external: (id) => !/^[./]|^[A-Z]:/.test(id) && id !== SDK && !(id in alias),
  resolve: { alias },
};

/** The scripts of `src/dev`, bundled because Node 20 does not run TypeScript. */
const scripts = readdirSync('src/dev')
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => [name.slice(0, -3), `src/dev/${name}`]);

export default defineConfig({
  ...script,
  input: Object.fromEntries(scripts),
  output: {
    dir: 'build/dev',
    cleanDir: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'parts/[name]-[hash].js',
  },
});
