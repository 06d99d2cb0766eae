import type { BulletState, PartReport, StepReport } from '../../assess/index.ts';
import { count } from './wording.ts';

/** The sign beside the word, so that no state is told by color alone. */
export const BULLET_SIGNS: Readonly<Record<BulletState, string>> = {
  stated: '✓',
  partly: '~',
  missing: '✗',
};

/** `36 bullets of the task: 33 stated, 2 partly, 1 missing.`; `36 bullets of the task, all stated.` */
export function completenessWords(steps: readonly StepReport[]): string {
  const bullets = steps.flatMap((step) => step.bullets);
  const of = (state: BulletState): number => bullets.filter((bullet) => bullet.state === state).length;
  const all = `${count(bullets.length, 'bullet')} of the task`;
  if (of('stated') === bullets.length) return `${all}, all stated.`;
  return `${all}: ${of('stated')} stated, ${of('partly')} partly, ${of('missing')} missing.`;
}

/** `rollback of production`. */
export function partWords({ title, of }: PartReport): string {
  return of === null ? title : `${title} of ${of}`;
}
