import { known, type Fact, type PlanComponentFacts, type SubjectOf } from '../../model/index.ts';
import type { Path } from '../../syntax/data/index.ts';
import type { Stated, Statements } from '../read/statements.ts';
import {
  byComponent,
  byName,
  NOT_JOINED,
  PLAN_FORMAT,
  referenceAt,
  referencesAt,
  subjectId,
} from './context.ts';
import { exemptionsAt } from './monitoring.ts';
import { BACKUP_METHODS, COMPONENT_KINDS, CRITICALITIES, DATA_CLASSES, FAILOVERS, SIGNALS } from './words.ts';

export function componentSubjects(plan: Statements): readonly SubjectOf<'plan-component'>[] {
  const statedOf = ['objectives', 'backups', 'availability'].map((list) => {
    const path: Path = ['recovery', list];
    const items = byComponent(plan, path);
    return (component: string): Path => items.get(component) ?? path;
  }) as [StatedOf, StatedOf, StatedOf];
  const coverage = coverageOf(plan);
  const backups = backupsStated(plan);
  return [...byName(plan, ['architecture', 'components'])].map(([name, path]) => {
    const component = plan.from([...path, 'name']);
    const [objective, backup, availability] = statedOf.map((stated) => stated(name)) as [Path, Path, Path];
    const exemptions = exemptionsAt(component, [...path, 'notMonitored']);
    return {
      kind: 'plan-component',
      id: subjectId(component, `components.${name}`),
      name,
      format: PLAN_FORMAT,
      location: component.location([...path, 'name']),
      facts: {
        type: otherwise(component.oneOf([...path, 'kind'], COMPONENT_KINDS), 'service'),
        criticality: otherwise(component.oneOf([...path, 'criticality'], CRITICALITIES), 'standard'),
        owner: component.text([...path, 'owner']),
        dataClass: component.oneOf([...path, 'dataClass'], DATA_CLASSES),
        dependsOn: component.texts([...path, 'dependsOn']),
        codeOwners: known(null),
        drawn: known(null),
        notJoined: [],
        files: referencesAt(component, [...path, 'files']),
        resources: resourcesAt(component, [...path, 'resources']),
        dashboards: NOT_JOINED,
        objectives: NOT_JOINED,
        coverage: coverage.filter(({ signal }) => !exemptions.some(({ what }) => what.value === signal)),
        exemptions,
        watch: [],
        rpoHours: component.hours([...objective, 'rpo']),
        rtoHours: component.hours([...objective, 'rto']),
        backupsStated: known(backups.get(name) ?? 0, component.location(backup)),
        backupEveryHours: component.hours([...backup, 'every']),
        backupKeepDays: component.number([...backup, 'keepDays']),
        backupMethod: component.oneOf([...backup, 'method'], BACKUP_METHODS),
        backupCopies: component.items([...backup, 'copies']).map((copy) => ({
          region: component.text([...copy, 'region']),
          account: component.text([...copy, 'account']),
        })),
        backupEncrypted: component.boolean([...backup, 'encrypted']),
        backupImmutable: component.boolean([...backup, 'immutable']),
        restoreProcedure: referenceAt(component, [...backup, 'restore']),
        restoreTakesHours: component.hours([...backup, 'restoreTakes']),
        replicas: component.number([...availability, 'replicas']),
        zones: component.number([...availability, 'zones']),
        failover: component.oneOf([...availability, 'failover'], FAILOVERS),
        standbyRegion: component.text([...availability, 'standbyRegion']),
        foundReplicas: NOT_JOINED,
        foundBackups: NOT_JOINED,
        foundBackupHours: NOT_JOINED,
        foundRetentionDays: NOT_JOINED,
        foundBackupMethods: NOT_JOINED,
        foundCopyRegions: NOT_JOINED,
        foundOffsite: NOT_JOINED,
        foundImmutable: NOT_JOINED,
        foundEncryptedCopies: NOT_JOINED,
      },
    };
  });
}

type StatedOf = (component: string) => Path;

function backupsStated(plan: Statements): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of plan.items(['recovery', 'backups'])) {
    const component = plan.text([...item, 'component']).value;
    if (component !== null) counts.set(component, (counts.get(component) ?? 0) + 1);
  }
  return counts;
}

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
