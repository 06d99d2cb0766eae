import { known, type Fact, type PlanComponentFacts, type SubjectOf } from '../../../model/index.ts';
import type { Path } from '../../../syntax/data/index.ts';
import type { Stated, Statements } from '../../read/statements.ts';
import { byName, NOT_JOINED, PLAN_FORMAT, referencesAt, subjectId } from '../context.ts';
import { exemptionsAt } from '../monitoring.ts';
import { recoveryPromises } from './recovery.ts';
import { COMPONENT_KINDS, CRITICALITIES, DATA_CLASSES, SIGNALS } from '../words.ts';

/** Components, each with what is stated of it for all environments, and once more for each that overrides some of that. */
export function componentSubjects(plan: Statements): readonly SubjectOf<'plan-component'>[] {
  const coverage = coverageOf(plan);
  const promises = recoveryPromises(plan);
  const components = [...byName(plan, ['architecture', 'components'])].map(([name, path]) => {
    const component = plan.from([...path, 'name']);
    const exemptions = exemptionsAt(component, [...path, 'notMonitored']);
    return {
      kind: 'plan-component' as const,
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
        ...promises.ofAll(component, name),
        ...NOTHING_FOUND,
      },
    };
  });
  return components.flatMap((component) => [component, ...promises.ofEach(component)]);
}

/** What only the files tell. */
const NOTHING_FOUND = {
  foundReplicas: NOT_JOINED,
  foundBackups: NOT_JOINED,
  foundBackupHours: NOT_JOINED,
  foundRetentionDays: NOT_JOINED,
  foundBackupMethods: NOT_JOINED,
  foundCopyRegions: NOT_JOINED,
  foundOffsite: NOT_JOINED,
  foundImmutable: NOT_JOINED,
  foundEncryptedCopies: NOT_JOINED,
};

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
