import { fileURLToPath } from 'node:url';
import { defineConfig } from 'rolldown';

/**
 * Dependencies stay outside the bundle, so that the lockfile tells all there is. Only OPA's SDK is inside: of its own
 * two dependencies we use nothing, since our built-ins take their place, and loading them would double the start-up.
 */
const SDK = '@open-policy-agent/opa-wasm';
const nothing = fileURLToPath(new URL('src/policy/evaluate/nothing.cjs', import.meta.url));

export const shared = {
  platform: 'node',
  external: (id) => !/^[./]|^[A-Z]:/.test(id) && id !== SDK && !['yaml', 'sprintf-js'].includes(id),
  resolve: {
    alias: { yaml: nothing, 'sprintf-js': nothing },
  },
};

export default defineConfig({
  ...shared,
  input: { cli: 'src/cli/main.ts', index: 'src/index.ts' },
  output: {
    dir: 'dist',
    entryFileNames: '[name].js',
    chunkFileNames: 'parts/[name]-[hash].js',
    minify: false,
  },
});
