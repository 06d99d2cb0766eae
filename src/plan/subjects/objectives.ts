import { known, type SubjectOf } from '../../model/index.ts';
import type { Statements } from '../read/statements.ts';
import { designFacts, designOf } from '../feasibility/availability.ts';
import { NOT_JOINED, PLAN_FORMAT, subjectId } from './context.ts';
import { scaled } from './monitoring.ts';
import { SIGNALS } from './words.ts';

/** Service level objectives; what the schema has refused is left out. */
export function objectiveSubjects(plan: Statements): readonly SubjectOf<'plan-objective'>[] {
  const counts = new Map<string, number>();
  return plan.items(['observability', 'objectives']).flatMap((item) => {
    const component = plan.text([...item, 'component']);
    const signal = plan.oneOf([...item, 'signal'], SIGNALS);
    const target = plan.number([...item, 'target']);
    if (component.value === null || signal.value === null || target.value === null) return [];
    const address = `${component.value}.${signal.value}`;
    const count = (counts.get(address) ?? 0) + 1;
    counts.set(address, count);
    return [
      {
        kind: 'plan-objective',
        id: subjectId(plan, `objectives.${address}${count > 1 ? `#${count}` : ''}`),
        name: `${component.value} ${signal.value}`,
        format: PLAN_FORMAT,
        location: plan.location([...item, 'component']),
        facts: {
          component: known(component.value, component.at),
          signal: known(signal.value, signal.at),
          target: known(target.value, target.at),
          windowHours: plan.hours([...item, 'window']),
          belowSeconds: scaled(plan.hours([...item, 'below']), 3600),
          design:
            signal.value === 'availability' ? designFacts(designOf(component.value, plan), target.at) : null,
          found: NOT_JOINED,
          foundTargets: NOT_JOINED,
          foundWindowHours: NOT_JOINED,
          alerts: NOT_JOINED,
        },
      },
    ];
  });
}
