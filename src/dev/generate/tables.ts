import { readFileSync } from 'node:fs';
import { CRITERIA } from '../../assess/index.ts';
import { formats } from '../../formats/index.ts';
import type { Rule } from '../../policy/index.ts';
import { reporters } from '../../reporters/index.ts';
import type { Output } from './output.ts';

/** Fills what stands between `<!-- name -->` and `<!-- /name -->` in a document. */
export function fillTables(path: string, rules: readonly Rule[], output: Output): void {
  const tables: Readonly<Record<string, string>> = {
    criteria: criteriaTable(rules),
    formats: formatsTable(),
    reports: reportsTable(),
    rules: rulesTable(rules, '../'.repeat(path.split('/').length - 1)),
  };
  let text = readFileSync(path, 'utf8');
  for (const [name, table] of Object.entries(tables))
    text = text.replace(
      new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`),
      (_, open: string, close: string) => `${open}\n${table}\n${close}`,
    );
  output.write(path, text);
}

function criteriaTable(rules: readonly Rule[]): string {
  const rows = CRITERIA.map(({ id, title }) => {
    const own = rules.filter(({ criteria }) => criteria.includes(id));
    return `| ${title} | \`${id}\` | ${own.length} | ${own.filter(({ required }) => required).length} |\n`;
  });
  return `| criterion | id | rules | of these required |\n|---|---|---:|---:|\n${rows.join('')}`;
}

function formatsTable(): string {
  const rows = formats.map(
    ({ id, title, patterns }) =>
      `| ${title} | [\`${id}\`](src/formats/${id}/README.md) | ${patterns.map((pattern) => `\`${pattern}\``).join(' ')} |\n`,
  );
  return `| files | format | usually found as |\n|---|---|---|\n${rows.join('')}`;
}

function reportsTable(): string {
  const rows = reporters.map(({ id, title }) => `| \`--output ${id}\` | ${title} |\n`);
  return `| option | report |\n|---|---|\n${rows.join('')}`;
}

function rulesTable(rules: readonly Rule[], up: string): string {
  const rows = rules.map(
    ({ id, title, severity }) =>
      `| [\`${id}\`](${up}policies/rules/${id}/README.md) | ${severity} | ${title} |\n`,
  );
  return `| rule | severity | what it asks for |\n|---|---|---|\n${rows.join('')}`;
}
