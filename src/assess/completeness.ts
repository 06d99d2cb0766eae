import type { PlanStep } from '../plan/index.ts';
import type { BulletReport, StepReport } from './report.ts';

/** What the plan states of each bullet of the task: all that it asks for, a part of it, or nothing. */
export function completenessReport(steps: readonly PlanStep[]): readonly StepReport[] {
  return steps.map(({ number, title, bullets }) => ({
    number,
    title,
    bullets: bullets.map(({ id, title: bullet, parts }): BulletReport => {
      const stated = parts.filter((part) => part.stated).length;
      return {
        id,
        title: bullet,
        state: stated === 0 ? 'missing' : stated < parts.length ? 'partly' : 'stated',
        parts: parts.map(({ at, ...part }) => ({ ...part, location: at })),
      };
    }),
  }));
}
