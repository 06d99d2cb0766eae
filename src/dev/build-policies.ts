import { buildCompiler, loadCompiler } from './policy/compiler.ts';
import { writePolicies } from './policy/policies.ts';

try {
  buildCompiler();
  await writePolicies(await loadCompiler());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
