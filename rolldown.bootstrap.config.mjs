import { defineConfig } from 'rolldown';
import { shared } from './rolldown.config.mjs';

/** The script that compiles the schemas, alone: everything else imports what it writes. */
export default defineConfig({
  ...shared,
  input: { 'compile-schemas': 'src/dev/compile-schemas.ts' },
  output: { dir: 'build/bootstrap', entryFileNames: '[name].js' },
});
