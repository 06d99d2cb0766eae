import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  differenceOf,
  markdownOf,
  screenOf,
  snapshotFrom,
  snapshotOf,
  type Difference,
  type Snapshot,
} from '../../../compare/index.ts';
import { mistakes } from '../../../errors/index.ts';
import { check } from '../../../run/index.ts';
import { prepareCheck } from '../../check.ts';
import { EXIT } from '../../exit.ts';
import { parseOutputs, writeOutput } from '../../outputs.ts';
import { useColor } from '../../terminal.ts';

/** Flags of `planproof plan diff` as commander gives them. */
interface Flags {
  readonly output?: readonly string[];
  readonly exitCode?: boolean;
  readonly asOf?: string;
}

/** Options → two runs, or their reports → difference → streams and exit code. */
export async function runPlanDiff(
  before: string,
  after: string,
  raw: Record<string, unknown>,
): Promise<number> {
  // Commander built the record from the options that command.ts declares.
  const flags = raw as Flags;
  const outputs = parseOutputs(flags.output ?? [], ['text', 'markdown', 'json']);
  const difference = differenceOf(await snapshotAt(before, flags), await snapshotAt(after, flags));
  for (const { id, file } of outputs) writeOutput(file, [textOf(difference, id, file === undefined)]);
  const { counts, criteria } = difference;
  const changes = Object.values(counts).reduce((sum, one) => sum + one, criteria.length);
  return flags.exitCode === true && changes > 0 ? EXIT.failed : EXIT.passed;
}

function textOf(difference: Difference, format: string, onScreen: boolean): string {
  if (format === 'json') return `${JSON.stringify(difference, null, 2)}\n`;
  if (format === 'markdown') return markdownOf(difference);
  return screenOf(difference, onScreen && useColor(process.stdout, process.argv));
}

async function snapshotAt(path: string, flags: Flags): Promise<Snapshot> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw mistakes.pathNotFound(path);
  if (path.endsWith('.json') && stat.isFile()) {
    const snapshot = snapshotFrom(readFileSync(path, 'utf8'));
    if (snapshot) return snapshot;
  }
  const asOf = flags.asOf === undefined ? {} : { asOf: flags.asOf };
  const judged = stat.isFile()
    ? await prepareCheck([dirname(path)], { plan: path, ...asOf })
    : await prepareCheck([path], asOf);
  const report = await check(judged.host, judged.options);
  judged.finished();
  if (!report.plan) throw mistakes.planNotFound(path);
  // Whatever Markdown is named is read as a plan; what states nothing but its title is another document.
  if ((report.statements ?? []).every((one) => one.path === 'title')) throw mistakes.planNotAPlan(path);
  return snapshotOf(report);
}
