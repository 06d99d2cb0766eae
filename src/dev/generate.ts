import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { readRules } from '../policy/index.ts';
import { inputSchema } from './policy/facts-schema.ts';
import { writeRulePages } from './generate/pages.ts';
import { writeFormats } from './generate/registry.ts';
import { writeReports } from './generate/reports.ts';
import { fillTables } from './generate/tables.ts';

/**
 * Writes everything that is derived and committed. `sources` comes before a build, since the build reads it;
 * `documents` after one, since they show what the build gives.
 */
switch (process.argv[2]) {
  case 'sources':
    writeFormats();
    writeFileSync('src/policy/generated/input.schema.json', `${JSON.stringify(inputSchema(), null, 2)}\n`);
    execFileSync(
      process.execPath,
      ['node_modules/prettier/bin/prettier.cjs', '--write', 'src/formats/all.ts'],
      { stdio: 'ignore' },
    );
    break;
  case 'documents': {
    const rules = readRules(readFileSync('dist/policy/rules.json'));
    writeRulePages(rules);
    fillTables('README.md', rules);
    fillTables('docs/rules.md', rules);
    await writeReports();
    break;
  }
  default:
    throw new Error('Say "sources" or "documents".');
}
