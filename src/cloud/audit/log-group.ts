import type { SubjectOf } from '../../model/index.ts';
import { derive } from '../resource/logic.ts';
import { numberSetting, type Setting } from '../resource/setting.ts';
import type { Stack } from '../resource/stack.ts';
import table from './log-groups.json' with { type: 'json' };

const TYPES: Readonly<Record<string, Setting>> = table;

/** Where logs are kept, with how long. */
export function logGroups(stack: Stack): readonly SubjectOf<'log-group'>[] {
  return Object.entries(TYPES).flatMap(([type, retention]) =>
    stack.of(type).map((resource) =>
      stack.subject('log-group', resource, {
        // CloudWatch's word for never is 0, Azure's is -1.
        retentionDays: derive(numberSetting(resource, retention), (days) => (days > 0 ? days : null)),
      }),
    ),
  );
}
