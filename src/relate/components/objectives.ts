import {
  isUnknown,
  known,
  unknown,
  valueOf,
  type Fact,
  type PlanComponentFacts,
  type Signal,
  type SubjectOf,
} from '../../model/index.ts';
import { relatedTo, sorted } from '../facts.ts';
import { groupBy } from '../subjects.ts';
import { normalizeName } from './names.ts';

type Objective = SubjectOf<'objective'>;
type PlanObjective = SubjectOf<'plan-objective'>;

export interface Objectives {
  readonly scanned: boolean;
  /** By the normalized names of the services that promise them; those that count. */
  readonly byService: ReadonlyMap<string, readonly Objective[]>;
  /** Why it is not known which service one of them is of. */
  readonly doubt: string | undefined;
}

export function indexObjectives(
  all: readonly Objective[],
  counts: (environment: string | undefined) => boolean,
): Objectives {
  const counted = all.filter(({ environment }) => counts(environment));
  const doubts = counted.flatMap(({ facts }) =>
    isUnknown(facts.services.value) ? [facts.services.value.unknown] : [],
  );
  return {
    scanned: all.length > 0,
    byService: groupBy(counted, ({ facts }) => servicesOf(facts.services)),
    doubt: doubts[0],
  };
}

function servicesOf(services: Fact<readonly string[]>): readonly string[] {
  return [...new Set((valueOf(services) ?? []).map(normalizeName))];
}

/** The objectives that the files state for a component. */
export function objectivesOf(component: string, objectives: Objectives): PlanComponentFacts['objectives'] {
  const own = objectives.byService.get(normalizeName(component)) ?? [];
  if (own.length > 0)
    return known(sorted(own.map(({ id }) => id)), undefined, relatedTo(own, 'the objective is here'));
  return nothing(objectives);
}

function nothing({ scanned, doubt }: Objectives): Fact<readonly string[]> {
  if (!scanned) return unknown('no service level objectives were scanned');
  return doubt === undefined ? known([]) : unknown(doubt);
}

/** Whether requests fail is what most call availability. */
function agree(one: Signal, other: Signal): boolean {
  const both = [one, other].map((signal) => (signal === 'errors' ? 'availability' : signal));
  return both[0] === both[1];
}

/** What the files have of an objective of the plan. */
export function relatePlanObjective(stated: PlanObjective, objectives: Objectives): PlanObjective {
  const { component, signal, target } = stated.facts;
  const own = objectives.byService.get(normalizeName(valueOf(component) ?? '')) ?? [];
  const alike = own.filter(({ facts }) => {
    const found = valueOf(facts.signal);
    return found !== undefined && found !== null && agree(found, valueOf(signal) ?? found);
  });
  const unclear = own.find(({ facts }) => (valueOf(facts.signal) ?? null) === null);
  const found =
    alike.length > 0
      ? known(sorted(alike.map(({ id }) => id)), component.at, relatedTo(alike, 'the objective is here'))
      : unclear
        ? unknown(`what ${unclear.name} is about is not known`, component.at)
        : { ...nothing(objectives), ...(component.at && { at: component.at }) };
  return {
    ...stated,
    facts: {
      ...stated.facts,
      found,
      foundTargets: valuesOf(found, alike, ({ facts }) => facts.target, target),
      foundWindowHours: valuesOf(found, alike, ({ facts }) => facts.windowHours, stated.facts.windowHours),
    },
  };
}

function valuesOf(
  found: Fact<readonly string[]>,
  objectives: readonly Objective[],
  factOf: (objective: Objective) => Fact<number | null>,
  { at }: Fact<unknown>,
): Fact<readonly number[]> {
  if (isUnknown(found.value)) return unknown(found.value.unknown, at);
  const values = new Set<number>();
  for (const objective of objectives) {
    const { value } = factOf(objective);
    if (isUnknown(value)) return unknown(value.unknown, at, relatedTo([objective], 'the objective is here'));
    if (value !== null) values.add(value);
  }
  return known(
    [...values].sort((a, b) => a - b),
    at,
    relatedTo(objectives, 'the objective is here'),
  );
}

/** What is known of an objective of the files: who promises it, whether the plan does, and which alerts are on it. */
export interface ObjectiveIndex {
  /** Components of the plan by their normalized names; absent without a plan. */
  readonly components: ReadonlyMap<string, string> | undefined;
  readonly stated: ReadonlyMap<string, readonly PlanObjective[]>;
  /** By `label=value`. */
  readonly alerts: ReadonlyMap<string, readonly SubjectOf<'alert'>[]>;
}

export function indexForObjectives(
  planned:
    { readonly components: readonly string[]; readonly objectives: readonly PlanObjective[] } | undefined,
  alerts: readonly SubjectOf<'alert'>[],
): ObjectiveIndex {
  return {
    components: planned && new Map(planned.components.map((name) => [normalizeName(name), name])),
    stated: groupBy(planned?.objectives ?? [], ({ facts }) => [valueOf(facts.component) ?? '']),
    alerts: groupBy(alerts, ({ facts }) =>
      ['slo', 'sloth_slo'].flatMap((label) =>
        facts.labels[label] === undefined ? [] : [`${label}=${facts.labels[label]}`],
      ),
    ),
  };
}

export function relateObjective(objective: Objective, index: ObjectiveIndex): Objective {
  const component = componentOf(objective, index);
  return {
    ...objective,
    facts: {
      ...objective.facts,
      component,
      planned: plannedOf(objective, component, index),
      alerts: alertsOn(objective, index),
    },
  };
}

function componentOf({ facts }: Objective, { components }: ObjectiveIndex): Fact<string | null> {
  const { services } = facts;
  if (!components) return facts.component;
  if (isUnknown(services.value)) return unknown(services.value.unknown, services.at);
  const names = servicesOf(services).flatMap((name) => components.get(name) ?? []);
  return known(names[0] ?? null, services.at);
}

function plannedOf(
  { facts }: Objective,
  component: Fact<string | null>,
  { stated, components }: ObjectiveIndex,
): Fact<boolean> {
  if (!components) return facts.planned;
  if (isUnknown(component.value)) return unknown(component.value.unknown, component.at);
  const own = stated.get(component.value ?? '') ?? [];
  const signal = valueOf(facts.signal) ?? null;
  if (signal === null && own.length > 0)
    return unknown('what the objective is about is not known', facts.signal.at);
  return known(
    own.some((one) => signal !== null && agree(signal, valueOf(one.facts.signal) ?? signal)),
    component.at,
  );
}

/** Alerts carry the name of the objective that they were made of, and its service where Sloth made them. */
function alertsOn({ name, facts, location }: Objective, { alerts }: ObjectiveIndex): Fact<readonly string[]> {
  const services = valueOf(facts.services) ?? [];
  const on = ['slo', 'sloth_slo'].flatMap((label) =>
    (alerts.get(`${label}=${name}`) ?? []).filter(({ facts: { labels } }) => {
      const service = labels['sloth_service'];
      return service === undefined || services.includes(service);
    }),
  );
  return known(sorted(on.map(({ id }) => id)), location, relatedTo(on, 'the alert is here'));
}
