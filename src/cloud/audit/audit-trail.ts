import type { AuditTrailFacts, SubjectOf } from '../../model/index.ts';
import { boolSetting, type Setting } from '../resource/setting.ts';
import type { Stack } from '../resource/stack.ts';
import table from './audit-trails.json' with { type: 'json' };

const TYPES: Readonly<Record<string, Readonly<Record<keyof AuditTrailFacts, Setting>>>> = table;

/** Records of what is done in a cloud account. */
export function auditTrails(stack: Stack): readonly SubjectOf<'audit-trail'>[] {
  return Object.entries(TYPES).flatMap(([type, settings]) =>
    stack.of(type).map((resource) =>
      stack.subject('audit-trail', resource, {
        logging: boolSetting(resource, settings.logging),
        everyRegion: boolSetting(resource, settings.everyRegion),
        validated: boolSetting(resource, settings.validated),
      }),
    ),
  );
}
