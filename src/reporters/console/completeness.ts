import type { BulletState, CriterionState, StepReport } from '../../assess/index.ts';
import { BULLET_SIGNS, completenessWords, wrap } from '../parts/index.ts';
import type { Context } from './context.ts';
import { indent } from './frame.ts';

const PAINTED_AS: Readonly<Record<BulletState, CriterionState>> = {
  stated: 'met',
  partly: 'not-assessed',
  missing: 'not-met',
};

/** The task's steps, each with its bullets; one line when the plan states them all. */
export function completenessText(steps: readonly StepReport[], context: Context): readonly string[] {
  const { paint, width } = context;
  const words = completenessWords(steps);
  if (steps.every((step) => stateOf(step) === 'stated')) return [paint.faint(words)];
  return [
    ...steps.flatMap((step) => {
      const state = stateOf(step);
      const bullets = step.bullets.map(
        ({ id, state: own }) => `${BULLET_SIGNS[own]} ${id.split('/')[1] ?? id}`,
      );
      return [
        paint.state[PAINTED_AS[state]](`${BULLET_SIGNS[state]} ${step.number} ${step.title}`),
        // A sign stays with its bullet.
        ...indent(wrap(bullets.map((text) => text.replace(' ', '\u00a0')).join('  '), width - 4), 4).map(
          (line) => paint.faint(line.replaceAll('\u00a0', ' ')),
        ),
      ];
    }),
    paint.faint(words),
  ];
}

function stateOf({ bullets }: StepReport): BulletState {
  if (bullets.every(({ state }) => state === 'stated')) return 'stated';
  return bullets.every(({ state }) => state === 'missing') ? 'missing' : 'partly';
}
