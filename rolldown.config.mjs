import { defineConfig } from 'rolldown';

/** Dependencies stay outside the bundle, so that the lockfile tells all there is. */
export const shared = { platform: 'node', external: [/^node:/, /^[^./]/] };

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
