import { known, unknown, type Fact } from '../../../model/index.ts';
import type { Location } from '../../../source/index.ts';
import { allCalls, argument, callsOf, locate, section, textOf } from '../read/nodes.ts';
import type { Stage } from '../read/stage.ts';

/** When a stage runs, by its own `when` and by those around it. */
export interface When {
  /** The branch that it runs on only. */
  readonly branch: string | undefined;
  readonly at: Location;
  readonly onlyTags: boolean;
  /** What it checks does not always stand before a deploy: it runs for change requests only, or under a condition. */
  readonly tolerated: Fact<boolean> | undefined;
}

const CONDITIONS: ReadonlySet<string> = new Set([
  'expression',
  'environment',
  'equals',
  'changeset',
  'changelog',
  'triggeredBy',
]);

export function whenOf(stage: Stage): When {
  let branch: string | undefined;
  let onlyTags = false;
  let tolerated: Fact<boolean> | undefined;
  for (let up: Stage | undefined = stage; up; up = up.parent) {
    const when = up.scripted ? undefined : section(up.body, 'when');
    for (const call of callsOf(when?.body)) {
      const at = locate(stage.file, call.nameSpan);
      const negated = call.name === 'not' || call.name === 'anyOf';
      if (call.name === 'branch') branch ??= textOf(argument(call, 'value') ?? argument(call, 'pattern'));
      onlyTags ||= call.name === 'tag' || call.name === 'buildingTag';
      if (call.name === 'changeRequest') tolerated ??= known(false, at);
      const text = stage.file.text.slice(call.start, call.end);
      const conditional = negated
        ? allCalls(call).some(({ name }) => CONDITIONS.has(name)) && call.name === 'not'
        : CONDITIONS.has(call.name);
      if (conditional && !/BRANCH_NAME|branch/i.test(text))
        tolerated ??= unknown('a `when` of its stage decides whether that runs', at);
    }
  }
  return { branch, at: locate(stage.file, stage.header), onlyTags, tolerated };
}
