import { known, unknown, type PlanMilestoneFacts, type SubjectOf } from '../../model/index.ts';
import type { Path } from '../../syntax/data/index.ts';
import type { Statements } from '../read/statements.ts';
import { milestoneSchedule, type Schedule } from './timeline.ts';
import { byName, PLAN_FORMAT, subjectId, textOr } from './context.ts';

/** More are no timeline that people keep, and what each of them rests on would fill the memory. */
const MAX_MILESTONES = 500;

export function milestoneSubjects(
  plan: Statements,
  schedule: Schedule,
): readonly SubjectOf<'plan-milestone'>[] {
  const milestones = byName(plan, ['timeline', 'milestones'], 'id');
  const upstream = upstreamOf(plan, milestones);
  return [...milestones].map(([id, path]) => {
    const due = plan.date([...path, 'due']);
    return {
      kind: 'plan-milestone',
      id: subjectId(plan, `milestones.${id}`),
      name: id,
      format: PLAN_FORMAT,
      location: plan.location([...path, 'id']),
      facts: {
        title: textOr(plan, [...path, 'title'], id),
        start: plan.date([...path, 'start']),
        due: due.value !== null ? known(due.value, due.at) : unknown(`${id} has no due date`, due.at),
        owner: plan.text([...path, 'owner']),
        dependsOn: plan.texts([...path, 'dependsOn']),
        upstream: upstream(id, path),
        cycle: known(schedule.cycles.get(id) ?? [], plan.location([...path, 'dependsOn'])),
        schedule: milestoneSchedule(id, due, schedule),
      },
    };
  });
}

/** All milestones that one rests on, in the plan's order; a milestone of a cycle rests on itself. */
function upstreamOf(
  plan: Statements,
  milestones: ReadonlyMap<string, Path>,
): (id: string, path: Path) => PlanMilestoneFacts['upstream'] {
  const needs = new Map<string, readonly string[]>();
  const entries = new Map<string, { readonly id: string; readonly due: string }>();
  for (const [id, path] of milestones) {
    const needed = plan.texts([...path, 'dependsOn']).value;
    needs.set(
      id,
      needed.filter((other) => milestones.has(other)),
    );
    entries.set(id, { id, due: plan.date([...path, 'due']).value ?? '' });
  }
  return (id, path) => {
    const at = plan.location([...path, 'dependsOn']);
    if (milestones.size > MAX_MILESTONES)
      return unknown(`there are more than ${MAX_MILESTONES} milestones`, at);
    const found = new Set<string>();
    const open = [...(needs.get(id) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (found.has(next)) continue;
      found.add(next);
      open.push(...(needs.get(next) ?? []));
    }
    return known(
      [...entries.values()].filter((entry) => found.has(entry.id)),
      at,
    );
  };
}
