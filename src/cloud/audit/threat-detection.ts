import type { SubjectOf } from '../../model/index.ts';
import { textList } from '../resource/lists.ts';
import { byDefault } from '../resource/part.ts';
import { boolOrNull, resourcesIn, type Row } from '../resource/rows.ts';
import type { Settings } from '../resource/setting.ts';
import type { Stack } from '../resource/stack.ts';
import table from './threat-detections.json' with { type: 'json' };

interface ThreatDetectionRow extends Row {
  /** The block that says it; where there is none, the whole account's setting does. */
  readonly block?: string;
  readonly on?: Settings;
  /** The attribute that lists what is turned off. */
  readonly silenced?: string;
  readonly told?: Settings;
}

const ROWS: readonly ThreatDetectionRow[] = table;

/** What looks for attacks in accounts and services. */
export function threatDetections(stack: Stack): readonly SubjectOf<'threat-detection'>[] {
  return resourcesIn(stack, ROWS).flatMap(({ resource, row, provider }) => {
    const [part] = row.block === undefined ? [resource] : resource.parts(row.block);
    if (!part) return [];
    const silenced = row.silenced === undefined ? undefined : textList(part, row.silenced);
    return stack.subject('threat-detection', resource, {
      provider,
      on: boolOrNull(part, row.on),
      silenced: silenced ?? byDefault([], part),
      told: boolOrNull(part, row.told),
    });
  });
}
