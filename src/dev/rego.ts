import { loadCompiler } from './policy/compiler.ts';
import { checkPolicies } from './policy/policies.ts';

try {
  const failures = await checkPolicies(await loadCompiler(), { write: process.argv.includes('--write') });
  if (failures > 0) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
