import { isFreezeName } from '../../../delivery/index.ts';
import { known, unknown, type Fact, type StartFacts } from '../../../model/index.ts';
import type { Location } from '../../../source/index.ts';
import type { PipelineRead, Section } from '../read/config.ts';
import { partsOf } from '../read/script.ts';
import type { Step, Unit } from '../read/step.ts';

/** Minutes after which a step is ended, by its own words or its file's; Bitbucket ends any after two hours. */
export function timeLimitOf({ node, header }: Step, { file }: PipelineRead): Fact<number | null> {
  for (const holder of [node, file.get('options')]) {
    const limit = holder.get('max-time');
    if (typeof limit.value === 'number') return known(limit.value, limit.at);
  }
  return known(null, header);
}

const BY: Readonly<Record<Section, 'change' | 'person' | undefined>> = {
  default: 'change',
  branches: 'change',
  bookmarks: 'change',
  'pull-requests': 'change',
  tags: 'person',
  custom: 'person',
  shared: undefined,
};

/** Whoever starts the last manual step before it, else what starts the pipeline. */
export function startsOf(
  { section, node, units }: PipelineRead,
  unit: number,
  step: Step,
  events: readonly string[],
): readonly StartFacts[] {
  const manual = step.manual ?? manualBefore(units, unit);
  const at = manual ?? node.header;
  const cron = known(null, at);
  if (manual) return [{ by: known('person', at), cron }];
  const by = BY[section];
  const start: Fact<'change' | 'person'> = by
    ? known(by, at)
    : unknown('pipelines that import it are not among the files', at);
  const changes = events.filter((event) => event === 'push' || event === 'pull_request');
  const more =
    by === 'person' ? changes.slice(0, 1).map(() => ({ by: known('change' as const, at), cron })) : [];
  return [{ by: start, cron }, ...more];
}

function manualBefore(units: readonly Unit[], unit: number): Location | undefined {
  for (let at = unit - 1; at >= 0; at--) {
    const manual = units[at]?.find((step) => step.manual)?.manual;
    if (manual) return manual;
  }
  return undefined;
}

/** Nothing of Bitbucket's own knows of freezes; a step or a line before the deploy that speaks of them is taken to ask for one. */
export function asksForFreeze(units: readonly Unit[], unit: number, step: Step): Fact<boolean> {
  const found = spokenBy(step) ?? firstOf(units.slice(0, unit), spokenIn);
  return found ? unknown(`\`${found.text}\` may ask for it`, found.at) : known(false, step.header);
}

type Spoken = { readonly text: string; readonly at: Location } | undefined;

const steps = new WeakMap<Step, { readonly found: Spoken }>();
const groups = new WeakMap<Unit, { readonly found: Spoken }>();

function spokenIn(unit: Unit): Spoken {
  const made = groups.get(unit) ?? { found: firstOf(unit, spokenBy) };
  groups.set(unit, made);
  return made.found;
}

function spokenBy(step: Step): Spoken {
  const made = steps.get(step) ?? { found: readSpoken(step) };
  steps.set(step, made);
  return made.found;
}

function readSpoken({ id, header, node }: Step): Spoken {
  if (isFreezeName(id)) return { text: id, at: header };
  const script = node.get('script');
  return firstOf(partsOf(script, header), (part) => {
    const lines = part.kind === 'lines' ? part.script.text.split('\n') : [part.name];
    const line = lines.find(isFreezeName);
    return line === undefined ? undefined : { text: line.trim(), at: script.at };
  });
}

function firstOf<T>(items: readonly T[], look: (item: T) => Spoken): Spoken {
  for (const item of items) {
    const found = look(item);
    if (found) return found;
  }
  return undefined;
}
