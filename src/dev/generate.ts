import { readFileSync } from 'node:fs';
import { markdownVocabulary } from '../plan/index.ts';
import { readRules } from '../policy/index.ts';
import { output } from './generate/output.ts';
import { factsReference } from './generate/facts-reference.ts';
import { markdownReference } from './generate/markdown-reference.ts';
import { planReference } from './generate/plan-reference.ts';
import { statementsReference } from './generate/statements-reference.ts';
import { writeRulePages } from './generate/pages.ts';
import { writeFormats } from './generate/registry.ts';
import { writeReports } from './generate/reports.ts';
import { fillTables } from './generate/tables.ts';
import { fillCommands } from './generate/commands.ts';
import { INPUT_SCHEMA, inputSchema } from './policy/facts-schema.ts';

const PLAN_SCHEMA = 'src/plan/schema/deployment-plan.schema.json';

/**
 * Writes everything that is derived and committed. `sources` comes before a build, since the build reads it;
 * `documents` after one, since they show what the build gives. With `--check` nothing is written, and what is not
 * current fails.
 */
const [what, ...flags] = process.argv.slice(2);
const checkOnly = flags.includes('--check');
const files = output(checkOnly);
switch (what) {
  case 'sources': {
    const schema = inputSchema();
    await writeFormats(files);
    files.write('docs/plan.md', planReference(planSchema()));
    files.write('docs/plan-markdown.md', markdownReference(await markdownVocabulary()));
    files.write('docs/facts.md', factsReference(schema));
    files.write(INPUT_SCHEMA, `${JSON.stringify(schema, null, 2)}\n`);
    break;
  }
  case 'documents': {
    const rules = readRules(readFileSync('dist/policy/rules.json'));
    writeRulePages(rules, files);
    files.write('docs/statements.md', statementsReference(planSchema(), rules));
    fillTables('README.md', rules, files);
    fillTables('docs/rules.md', rules, files);
    fillCommands('README.md', files);
    await writeReports(files);
    break;
  }
  default:
    throw new Error('Say "sources" or "documents".');
}
if (checkOnly && files.stale.length > 0) {
  console.error(`Not current; run "npm run generate":\n${files.stale.join('\n')}`);
  process.exitCode = 1;
}

function planSchema(): object {
  return JSON.parse(readFileSync(PLAN_SCHEMA, 'utf8')) as object;
}
