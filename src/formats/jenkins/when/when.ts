import type { Location } from '../../../source/index.ts';
import { locate, section } from '../read/nodes.ts';
import type { Stage } from '../read/stage.ts';
import { buildsOf } from './build.ts';
import { conditionAround, conditionsIn, type Condition } from './condition.ts';

/** When a stage runs, by its own `when` and by those around it. */
export interface When {
  /** All of these must hold. */
  readonly conditions: readonly Condition[];
  /** The branch that it runs on only. */
  readonly branch: string | undefined;
  readonly at: Location;
  readonly onlyTags: boolean;
}

const made = new WeakMap<Stage, When>();

export function whenOf(stage: Stage): When {
  const when = made.get(stage) ?? read(stage);
  made.set(stage, when);
  return when;
}

function read(stage: Stage): When {
  const conditions: Condition[] = [];
  for (let up: Stage | undefined = stage; up; up = up.parent) {
    if (!up.scripted) conditions.push(...conditionsIn(up, section(up.body, 'when')));
    for (const call of up.around)
      if (call.name === 'if' || call.name === 'else') conditions.push(conditionAround(up, call));
  }
  const branches = conditions.flatMap((one) => one.branches);
  const runs = buildsOf(branches).filter((build) => conditions.every(({ holds }) => holds(build) !== false));
  const [only, ...more] = runs;
  return {
    conditions,
    branch: only && more.length === 0 && !only.tag && !only.request ? only.name : undefined,
    at: locate(stage.file, stage.header),
    onlyTags: runs.length > 0 && runs.every(({ tag }) => tag),
  };
}
