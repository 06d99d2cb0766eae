import { defineConfig } from 'rolldown';
import { script } from './rolldown.dev.config.mjs';

/** The script that compiles the schemas, alone: everything else imports what it writes. */
export default defineConfig({
  ...script,
  input: { 'compile-schemas': 'src/dev/compile-schemas.ts' },
  output: { dir: 'build/bootstrap', entryFileNames: '[name].js' },
});
