import type { Log, Result, Run, ToolComponent } from 'sarif';
import type { Report } from '../../assess/index.ts';
import type { Reporter } from '../reporter.ts';
import { broken, hostile, large, secretFound } from './stories.ts';
import { consistent, drifted, withoutPlan } from './webshop.ts';

/** Reports that between them have every kind of content. */
export const STORIES: Readonly<Record<string, Report>> = {
  drifted,
  consistent,
  withoutPlan,
  hostile: hostile(),
  secretFound: secretFound(),
  broken: broken(),
  large: large(40),
};

/** The one run of a report, read back. */
export function runOf(reporter: Reporter, report: Report): Run {
  const [run] = (JSON.parse(reporter.render(report, { color: false, width: 100 })) as Log).runs;
  if (!run) throw new Error('The log has no run.');
  return run;
}

export function resultsOf(run: Run): readonly Result[] {
  return run.results ?? [];
}

export function driverOf(run: Run): ToolComponent {
  return run.tool.driver;
}

/** Every object in the log, at any depth. */
export function* objectsIn(value: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const child of Object.values(value)) yield* objectsIn(child);
}
