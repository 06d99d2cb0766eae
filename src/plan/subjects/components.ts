import { known, type Fact, type PlanComponentFacts, type SubjectOf } from '../../model/index.ts';
import type { Path } from '../../syntax/data/index.ts';
import type { Stated, Statements } from '../statements.ts';
import {
  byComponent,
  byName,
  NOT_JOINED,
  PLAN_FORMAT,
  referenceAt,
  referencesAt,
  subjectId,
} from './context.ts';
import { COMPONENT_KINDS, CRITICALITIES, DATA_CLASSES, SIGNALS } from './words.ts';

export function componentSubjects(plan: Statements): readonly SubjectOf<'plan-component'>[] {
  const statedOf = ['objectives', 'backups', 'availability'].map((list) => {
    const path: Path = ['recovery', list];
    const items = byComponent(plan, path);
    return (component: string): Path => items.get(component) ?? path;
  }) as [StatedOf, StatedOf, StatedOf];
  const coverage = coverageOf(plan);
  return [...byName(plan, ['architecture', 'components'])].map(([name, path]) => {
    const [objective, backup, availability] = statedOf.map((stated) => stated(name)) as [Path, Path, Path];
    return {
      kind: 'plan-component',
      id: subjectId(plan, `components.${name}`),
      name,
      format: PLAN_FORMAT,
      location: plan.location([...path, 'name']),
      facts: {
        type: otherwise(plan.oneOf([...path, 'kind'], COMPONENT_KINDS), 'service'),
        criticality: otherwise(plan.oneOf([...path, 'criticality'], CRITICALITIES), 'standard'),
        owner: plan.text([...path, 'owner']),
        dataClass: plan.oneOf([...path, 'dataClass'], DATA_CLASSES),
        dependsOn: plan.texts([...path, 'dependsOn']),
        files: referencesAt(plan, [...path, 'files']),
        resources: resourcesAt(plan, [...path, 'resources']),
        coverage,
        rpoHours: plan.hours([...objective, 'rpo']),
        rtoHours: plan.hours([...objective, 'rto']),
        backupEveryHours: plan.hours([...backup, 'every']),
        backupKeepDays: plan.number([...backup, 'keepDays']),
        restoreProcedure: referenceAt(plan, [...backup, 'restore']),
        replicas: plan.number([...availability, 'replicas']),
        zones: plan.number([...availability, 'zones']),
        foundBackupHours: NOT_JOINED,
        foundRetentionDays: NOT_JOINED,
      },
    };
  });
}

type StatedOf = (component: string) => Path;

/** What the platform takes for granted when the plan does not say. */
function otherwise<T>(stated: Stated<T | null>, value: T): Fact<T> {
  return known(stated.value ?? value, stated.at);
}

function resourcesAt(plan: Statements, path: Path): PlanComponentFacts['resources'] {
  return plan.items(path).flatMap((item) => {
    const { value, at } = plan.text(item);
    return value === null ? [] : [{ address: known(value, at), found: NOT_JOINED }];
  });
}

function coverageOf(plan: Statements): PlanComponentFacts['coverage'] {
  return plan
    .textsOf(['observability', 'signals'], SIGNALS)
    .value.map((signal) => ({ signal, alerts: NOT_JOINED, routed: NOT_JOINED, runbook: NOT_JOINED }));
}
