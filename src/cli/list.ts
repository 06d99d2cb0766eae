import { formats } from '../formats/index.ts';
import { nodeHost } from '../io/index.ts';
import type { Rule } from '../policy/index.ts';
import { reporters } from '../reporters/index.ts';
import { policySets } from '../run/index.ts';
import { customPolicies } from './policies.ts';

/** Every rule that is built in, and those in the given folders, by id. */
export async function allRules(folders: readonly string[]): Promise<readonly Rule[]> {
  const sets = await policySets(nodeHost('.'), customPolicies(folders, process.cwd()));
  return sets.flatMap(({ rules }) => rules).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** All rules, one a line, or as JSON with all that they say of themselves. */
export async function listRules(asJson: boolean, folders: readonly string[]): Promise<string> {
  const rules = await allRules(folders);
  if (asJson) return `${JSON.stringify(rules, null, 2)}\n`;
  const rows = rules.map(({ id, severity, title }) => [id, severity, title]);
  return `${table(rows)}\n${rules.length} rules. "planproof explain <rule>" tells more of one.\n`;
}

/** The files that are understood, and the reports that are written. */
export function listFormats(): string {
  const read = [...formats].map(({ id, title, patterns }) => [id, title, patterns.join(' ')]);
  const written = reporters.map(({ id, title }) => [id, title, '']);
  return `Read:\n${table(read, '  ')}\nWritten with --output:\n${table(written, '  ')}`;
}

function table(rows: readonly (readonly string[])[], indent = ''): string {
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map(
      (row) =>
        indent +
        row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd() +
        '\n',
    )
    .join('');
}
