import type { Fact, SubjectOf } from '../../model/index.ts';
import { allTrue, anyTrue } from '../resource/logic.ts';
import { byDefault, nothing, partsOn, type Part } from '../resource/part.ts';
import { boolSetting, type Setting } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import table from './audit-trails.json' with { type: 'json' };
import { activityLogs } from './azure-trail.ts';
import { accessLogs } from './google-trail.ts';
import { unwatchedChanges } from './watched-changes.ts';

interface TrailType {
  readonly logging: Setting;
  readonly everyRegion: Setting;
  readonly validated: Setting;
  readonly ownKey: Setting;
  /** The blocks that choose what is recorded, and what in them says so. */
  readonly selectors: { readonly on: readonly string[]; readonly kinds: string; readonly management: string };
  /** The log that it writes to, and that filters read. */
  readonly log: string;
  /** The blocks that choose in ways that are not read here. */
  readonly advanced: string;
}

const TYPES: Readonly<Record<string, TrailType>> = table;

/** Records of what is done in a cloud account. */
export function auditTrails(stack: Stack): readonly SubjectOf<'audit-trail'>[] {
  const aws = Object.entries(TYPES).flatMap(([type, settings]) =>
    stack.of(type).map((resource) =>
      stack.subject('audit-trail', resource, {
        provider: 'aws',
        logging: boolSetting(resource, settings.logging),
        everyRegion: boolSetting(resource, settings.everyRegion),
        validated: boolSetting(resource, settings.validated),
        ownKey: boolSetting(resource, settings.ownKey),
        everyAction: everyAction(resource, settings),
        exempted: byDefault([], resource),
        unwatched: unwatchedChanges(stack, resource, settings.log),
      }),
    ),
  );
  return [...aws, ...activityLogs(stack), ...accessLogs(stack)];
}

/** Reads and writes of what manages the account: by one of the selectors, or because there are none. */
function everyAction(resource: Resource, { selectors, advanced }: TrailType): Fact<boolean | null> {
  if (resource.parts(advanced).length > 0) return nothing(resource);
  const facts = partsOn(resource, selectors.on).map((part) => whole(part, selectors));
  const [first] = facts;
  return first ? anyTrue(facts, first) : byDefault(true, resource);
}

function whole(part: Part, { kinds, management }: TrailType['selectors']): Fact<boolean> {
  const all = boolSetting(part, { on: [kinds], absent: true, when: ['All'] });
  return allTrue([all, boolSetting(part, { on: [management], absent: true })], all);
}
