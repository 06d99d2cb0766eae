import { mistakes } from '../errors/index.ts';
import type { PlanReport } from '../run/index.ts';
import { writeOutputs, type Output } from './outputs.ts';

/** Writes the report, or those of several plans: one below the other on the console, else a file for each. */
export async function writeReports(
  reports: readonly PlanReport[],
  outputs: readonly Output[],
  terminal: Parameters<typeof writeOutputs>[2],
): Promise<void> {
  const [first, ...others] = reports;
  if (first && others.length === 0) {
    await writeOutputs(first.report, outputs, terminal);
    return;
  }
  const mixed = outputs.find(({ id, file }) => file === undefined && id !== 'console');
  if (mixed) throw mistakes.outputOfSeveral(mixed.id, reports.length);
  const onConsole = outputs.some(({ file }) => file === undefined);
  const names = namesOf(reports);
  for (const [index, { plan = '', report }] of reports.entries()) {
    if (onConsole)
      process.stdout.write(`${index > 0 ? '\n' : ''}Plan ${index + 1} of ${reports.length}: ${plan}\n\n`);
    const own = outputs.map(({ id, file }) => ({
      id,
      ...(file !== undefined && { file: named(file, names[index] ?? '') }),
    }));
    await writeOutputs(report, own, terminal);
  }
  if (!onConsole) return;
  process.stdout.write('\n');
  for (const { plan = '', report } of reports) process.stdout.write(`${plan}: ${report.verdict.outcome}\n`);
}

/** What tells the files of one plan from those of another: its folder. */
function namesOf(reports: readonly PlanReport[]): readonly string[] {
  const taken = new Set<string>();
  return reports.map(({ plan = '' }) => {
    const folder = plan.slice(0, Math.max(0, plan.lastIndexOf('/')));
    const name = folder === '' ? 'root' : folder.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-');
    let free = name;
    for (let count = 2; taken.has(free); count++) free = `${name}-${count}`;
    taken.add(free);
    return free;
  });
}

/** `out/report.sarif` of the plan in `services/shop` is `out/report-services-shop.sarif`. */
function named(file: string, name: string): string {
  const dot = file.lastIndexOf('.');
  return dot > file.lastIndexOf('/') + 1
    ? `${file.slice(0, dot)}-${name}${file.slice(dot)}`
    : `${file}-${name}`;
}
