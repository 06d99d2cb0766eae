import { known, unknown, type Fact, type SubjectOf } from '../../../model/index.ts';
import { gapOfCalendar } from '../../../syntax/cron/index.ts';
import type { DataNode } from '../../data-node.ts';
import { forgottenBy, storedIn } from './store.ts';
import { flagsIn, wordsFrom, type Tool } from './tool.ts';

type Profiles = readonly (readonly [name: string, profile: DataNode])[];

/** Profiles that take over from others, further than anyone writes. */
const DEPTH = 10;

/** A profile of resticprofile that makes copies: https://creativeprojects.github.io/resticprofile/ */
export function resticProfile(
  name: string,
  profile: DataNode,
  profiles: Profiles,
  path: string,
): Tool | undefined {
  const setting = inherited(profile, new Map(profiles));
  const backup = setting('backup');
  if (!backup.isMap) return undefined;
  const repository = setting('repository');
  const schedule = backup.get('schedule');
  const own: SubjectOf<'backup'> = {
    kind: 'backup',
    id: `${path}:${name}`,
    name,
    format: 'backup-tools',
    location: profile.header,
    facts: {
      mechanism: 'job',
      method: known('snapshot', backup.header),
      intervalHours: intervalOf(schedule.isMap ? schedule.get('at') : schedule, backup),
      retentionDays: forgottenBy(
        ['retention', 'forget'].map(setting),
        profile.header,
        'the profile does not say how long copies are kept',
      ),
      // restic knows no repository that is not.
      encrypted: known(true, repository.header),
      active: known(true, backup.header),
      covers: unknown('restic copies folders, which are no resources of the files', backup.header),
      sources: [],
      ...storedIn([repository], profile),
    },
  };
  return {
    backup: own,
    scheduled: schedule.exists,
    // `resticprofile --name orders backup`, `resticprofile orders.backup`
    startedBy: (line) => {
      const words = wordsFrom(line, /^resticprofile$/);
      if (!words) return undefined;
      const named = words.includes('backup') && flagsIn(words, '-n', '--name').includes(name);
      return named || words.includes(`${name}.backup`) ? 'full' : undefined;
    },
  };
}

function inherited(profile: DataNode, profiles: ReadonlyMap<string, DataNode>): (name: string) => DataNode {
  return (name) => {
    let holder: DataNode | undefined = profile;
    for (let depth = 0; holder && depth < DEPTH; depth++) {
      const own: DataNode = holder.get(name);
      if (own.exists) return own;
      holder = profiles.get(holder.get('inherit').text ?? '');
    }
    return profile.get(name);
  };
}

/** The first of several times, where one alone decides. */
function intervalOf(schedule: DataNode, backup: DataNode): Fact<number> {
  const times = schedule.oneOrMoreTexts();
  const [time] = times;
  if (time === undefined) return unknown('the profile has no schedule', backup.header);
  if (times.length > 1) return unknown('it has several schedules', schedule.header);
  const gap = gapOfCalendar(time);
  return 'hours' in gap
    ? known(gap.hours, schedule.at)
    : unknown(`the schedule "${time.slice(0, 40)}" ${gap.reason}`, schedule.at);
}
