import { writeNewRule } from './policy/new-rule.ts';

try {
  for (const path of writeNewRule(process.argv[2] ?? '')) console.log(path);
  console.log('Make it yours: METADATA, rule, tests, examples; then "npm run generate" and "npm run check".');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
