import type { Path } from '../../syntax/data/index.ts';
import type { Statements } from '../read/statements.ts';
import { byName } from '../subjects/context.ts';
import { dayOf, workdaysWithout, type Workdays } from './workdays.ts';

/** The plan's milestones as days and efforts, and the people who own them. */
export interface Timeline {
  readonly start: number | null;
  readonly release: number | null;
  readonly workdays: Workdays;
  readonly milestones: ReadonlyMap<string, Milestone>;
  readonly people: ReadonlyMap<string, Person>;
}

export interface Milestone {
  readonly id: string;
  readonly start: number | null;
  readonly due: number | null;
  readonly owner: string | null;
  /** Of those that there are. */
  readonly dependsOn: readonly string[];
  readonly workingDays: number | null;
  /** Days of work of one person. */
  readonly effort: number | null;
  readonly done: boolean;
}

export interface Person {
  readonly name: string;
  readonly allocation: number | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly absences: readonly { readonly from: number; readonly to: number }[];
}

export function timelineOf(plan: Statements): Timeline {
  const day = (path: Path): number | null => {
    const { value } = plan.date(path);
    return value === null ? null : dayOf(value);
  };
  const milestones = byName(plan, ['timeline', 'milestones'], 'id');
  const people = byName(plan, ['resources', 'people']);
  return {
    start: day(['timeline', 'start']),
    release: day(['timeline', 'release']),
    workdays: workdaysWithout(
      plan.items(['timeline', 'holidays']).flatMap((item) => day([...item, 'on']) ?? []),
    ),
    milestones: new Map(
      [...milestones].map(([id, path]) => [
        id,
        {
          id,
          start: day([...path, 'start']),
          due: day([...path, 'due']),
          owner: plan.text([...path, 'owner']).value,
          dependsOn: plan.texts([...path, 'dependsOn']).value.filter((other) => milestones.has(other)),
          workingDays: plan.number([...path, 'workingDays']).value,
          effort: plan.number([...path, 'effortDays']).value,
          done: plan.boolean([...path, 'done']).value === true,
        },
      ]),
    ),
    people: new Map(
      [...people].map(([name, path]) => [
        name,
        {
          name,
          allocation: plan.number([...path, 'allocation']).value,
          from: day([...path, 'from']),
          to: day([...path, 'to']),
          absences: plan.items([...path, 'absent']).flatMap((item) => {
            const [from, to] = [day([...item, 'from']), day([...item, 'to'])];
            return from === null || to === null ? [] : [{ from, to }];
          }),
        },
      ]),
    ),
  };
}
