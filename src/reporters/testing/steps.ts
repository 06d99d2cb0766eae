import type { PlanStep } from '../../plan/index.ts';
import type { Location } from '../../source/index.ts';

/** One bullet stated, one in part, one missing; what the plan names may do harm. */
export function stepsAt(at: Location, name: string): readonly PlanStep[] {
  const part = { title: 'rollback', path: `delivery.environments.${name}.rollback`, at };
  return [
    {
      number: 3,
      title: 'CI/CD Pipeline Design',
      bullets: [
        {
          id: 'step-3/rollback',
          title: 'Design rollback mechanisms',
          parts: [
            { ...part, of: 'staging', stated: true, example: '{ mechanism: redeploy }' },
            { ...part, of: name, stated: false, example: '{ mechanism: redeploy }' },
          ],
        },
        {
          id: 'step-3/tests',
          title: 'Configure automated testing integration',
          parts: [
            {
              title: 'automated tests',
              of: null,
              path: 'delivery.tests',
              at,
              stated: false,
              example: '[unit]',
            },
          ],
        },
      ],
    },
    {
      number: 8,
      title: 'Review and Validation',
      bullets: [
        {
          id: 'step-8/review',
          title: 'Review plan for completeness and feasibility',
          parts: [{ ...part, title: 'review', of: 'feasibility', stated: true, example: '[]' }],
        },
      ],
    },
  ];
}
