import { valueOf, type SubjectOf } from '../../model/index.ts';
import { componentOf, type DraftContext } from '../context.ts';
import { agreed } from '../found/agree.ts';
import { durationOfHours } from '../found/duration.ts';
import { attribute, locatedFact, type Located } from '../found/subjects.ts';
import { mapping, scalar, sequence, states, type Mapping, type Scalar } from '../text/node.ts';
import { documentsAbout } from './documents.ts';
import { productionOf } from './environments.ts';

/** Backups with how often and how long, replicas in production, and the procedures for the worst. */
export function recovery(context: DraftContext): Mapping | undefined {
  const [procedure] = documentsAbout(context, /\bdisaster[ -]recovery\b/i);
  const [incident] = documentsAbout(context, /\bincidents?\b/i, /(?:^|\/)incident[-_]response\.[a-z]+$/i);
  return mapping({
    backups: sequence(backups(context)),
    availability: sequence(availability(context)),
    procedure: procedure && scalar(procedure.value, [procedure.at]),
    incidentResponse: mapping({ procedure: incident && scalar(incident.value, [incident.at]) }),
  });
}

/** Those of production where there is one; else of everything. */
function inScope<T extends { readonly environment?: string }>(
  context: DraftContext,
  all: readonly T[],
): readonly T[] {
  const production = productionOf(context);
  return production === undefined
    ? all
    : all.filter(({ environment }) => environment === production || environment === undefined);
}

function backups(context: DraftContext): readonly (Mapping | undefined)[] {
  const byComponent = new Map<string, SubjectOf<'backup'>[]>();
  for (const backup of inScope(context, context.found.of('backup'))) {
    if (valueOf(backup.facts.retentionDays) === 0) continue;
    const covered = new Set(
      (valueOf(backup.facts.covers) ?? []).flatMap((id) => componentOf(context, id)?.name ?? []),
    );
    for (const name of covered) byComponent.set(name, [...(byComponent.get(name) ?? []), backup]);
  }
  return [...byComponent]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, all]) => {
      const told = mapping({
        method: agreed(`how ${name} is backed up`, all.flatMap(methodOf)),
        every: agreed(`how often ${name} is backed up`, all.map(everyOf)),
        keepDays: agreed(
          `how long backups of ${name} are kept`,
          all.map((one) => locatedFact(one, one.facts.retentionDays)),
        ),
      });
      // Defaults of a cloud that the files do not even name are no decision of anybody.
      if (!told || !states(told)) return undefined;
      const component = scalar(
        name,
        all.map(({ location }) => location),
      );
      const restore = restoreOf(context, name);
      return {
        ...told,
        entries: [
          { key: 'component', value: component },
          ...told.entries,
          ...(restore ? [{ key: 'restore', value: restore }] : []),
        ],
      };
    });
}

/** The document on restoring whose title or name speaks of the component, when there is one. */
function restoreOf(context: DraftContext, name: string): Scalar | undefined {
  const about = documentsAbout(context, /\brestor(?:e|ing)\b/i).filter(
    ({ value, title }) => wordsOf(title).includes(wordsOf(name)) || wordsOf(value).includes(wordsOf(name)),
  );
  const [only] = about;
  return only && about.length === 1 ? scalar(only.value, [only.at], 'its title') : undefined;
}

/** Words between blanks, whatever stands between them. */
function wordsOf(text: string): string {
  return ` ${text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .join(' ')} `;
}

function methodOf({ facts, location }: SubjectOf<'backup'>): readonly Located<string>[] {
  switch (facts.mechanism) {
    case 'database-automated': {
      const hours = valueOf(facts.intervalHours);
      if (hours === undefined) return [];
      return [{ value: hours < 1 ? 'continuous' : 'snapshot', at: facts.intervalHours.at ?? location }];
    }
    case 'backup-plan':
      return [{ value: 'snapshot', at: location }];
    case 'replication':
      return [{ value: 'replication', at: location }];
    case 'job':
      return [{ value: 'dump', at: location }];
  }
}

function everyOf(backup: SubjectOf<'backup'>): Located<string> | undefined {
  const fact = locatedFact(backup, backup.facts.intervalHours);
  const text = fact && durationOfHours(fact.value);
  return fact && text !== undefined ? { value: text, at: fact.at } : undefined;
}

/** How many of a component run, where the files of production say it. */
function availability(context: DraftContext): readonly (Mapping | undefined)[] {
  const stated = new Set(
    context.found.of('resource').flatMap((one) => (attribute(one, 'spec', 'replicas') ? [one.id] : [])),
  );
  return context.components.flatMap((component) => {
    const workloads = inScope(context, context.found.of('workload')).filter(({ id }) =>
      component.subjects.has(id),
    );
    const replicas = agreed(
      `how many of ${component.name} run`,
      workloads
        .filter(({ facts }) => facts.type !== 'DaemonSet' && facts.type !== 'CronJob')
        // What nothing states is one by default: that is no decision of anybody.
        .filter(({ id }) => stated.has(id))
        .map((one) => locatedFact(one, one.facts.replicas)),
    );
    if (!replicas) return [];
    return [
      mapping({
        component: scalar(
          component.name,
          workloads.slice(0, 1).map(({ location }) => location),
        ),
        replicas,
      }),
    ];
  });
}
