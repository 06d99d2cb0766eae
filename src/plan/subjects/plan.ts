import {
  known,
  type Fact,
  type PlanFacts,
  type PlanNamedFacts,
  type PlanSecurityFacts,
  type SubjectOf,
} from '../../model/index.ts';
import type { Path } from '../../syntax/data/index.ts';
import { contactsOf, incidentOf } from './incident.ts';
import { missingStatements } from '../completeness/missing.ts';
import type { Stated, Statements } from '../read/statements.ts';
import type { PlanStep } from '../types.ts';
import { byName, PLAN_FORMAT, referencesAt, textOr } from './context.ts';
import { monitoringOf, scaled } from './monitoring.ts';
import { networkAt, otherRegionsOf } from './networks.ts';
import { deliveryOf, securityPromises } from './promises.ts';
import { budgetOf, capacityOf } from './resources.ts';
import { peopleFacts, timelineFacts, type Schedule } from './timeline.ts';
import { ASPECTS, CHANNELS, CRITERIA, IDENTITIES, SIGNALS, STAGES } from './words.ts';

/** Where the plan names files and folders for all environments. */
const NAMED: readonly (readonly [PlanNamedFacts['role'], Path])[] = [
  ['diagram', ['architecture', 'diagrams']],
  ['architecture document', ['architecture', 'documents']],
  ['pipeline', ['delivery', 'pipelines']],
  ['module', ['infrastructure', 'modules']],
];

export function planSubject(
  plan: Statements,
  completeness: readonly PlanStep[],
  schedule: Schedule,
): SubjectOf<'plan'> {
  const title = textOr(plan, ['title'], plan.document.file.path);
  return {
    kind: 'plan',
    id: plan.document.file.path,
    name: plan.text(['title']).value ?? plan.document.file.path,
    format: PLAN_FORMAT,
    location: plan.location(['title']),
    facts: {
      title,
      version: plan.version(['version']),
      owner: plan.text(['owner']),
      missing: missingStatements(completeness),
      provider: plan.text(['infrastructure', 'provider']),
      tool: plan.text(['infrastructure', 'tool']),
      tags: plan.texts(['infrastructure', 'tags']),
      stateBackend: plan.text(['infrastructure', 'state', 'backend']),
      stateLocked: plan.boolean(['infrastructure', 'state', 'locked']),
      stateEncrypted: plan.boolean(['infrastructure', 'state', 'encrypted']),
      publicPorts: plan.numbers(['infrastructure', 'network', 'publicPorts']),
      network: networkAt(plan, ['infrastructure', 'network']),
      otherRegions: otherRegionsOf(plan),
      ...deliveryOf(plan),
      ...securityPromises(plan),
      deliverySystem: plan.text(['delivery', 'system']),
      stages: stagesOf(plan),
      tests: plan.texts(['delivery', 'tests']),
      security: securityOf(plan),
      scans: plan.texts(['security', 'scanning']),
      frameworks: plan.texts(['security', 'frameworks']),
      signals: plan.textsOf(['observability', 'signals'], SIGNALS),
      logDestination: plan.text(['observability', 'logs', 'destination']),
      logRetentionDays: plan.number(['observability', 'logs', 'retentionDays']),
      logShipper: plan.text(['observability', 'logs', 'shipper']),
      tracesSamplePercent: plan.number(['observability', 'traces', 'samplePercent']),
      metricsSystem: plan.text(['observability', 'metrics', 'system']),
      metricsEverySeconds: scaled(plan.hours(['observability', 'metrics', 'every']), 3600),
      notifications: plan.items(['observability', 'notifications']).map((item) => ({
        severity: textOr(plan, [...item, 'severity'], ''),
        receiver: textOr(plan, [...item, 'receiver'], ''),
        channel: plan.oneOf([...item, 'channel'], CHANNELS),
      })),
      monitoring: monitoringOf(plan),
      named: NAMED.flatMap(([role, path]) =>
        referencesAt(plan, path).map((reference) => ({ role, ...reference })),
      ),
      timeline: timelineFacts(plan, schedule),
      people: peopleFacts(plan, schedule),
      budget: budgetOf(plan),
      capacity: capacityOf(plan),
      risks: plan.items(['review', 'risks']).map((item) => ({
        title: textOr(plan, [...item, 'title'], ''),
        owner: plan.text([...item, 'owner']),
        mitigation: plan.text([...item, 'mitigation']),
      })),
      drillEveryDays: plan.number(['recovery', 'drills', 'everyDays']),
      lastDrill: plan.date(['recovery', 'drills', 'last']),
      incidentContacts: contactsOf(plan),
      incident: incidentOf(plan),
      documentsReviewedEveryDays: scaled(plan.hours(['documents', 'reviewEvery']), 1 / 24),
      signOffs: plan.items(['review', 'signOffs']).map((item) => ({
        person: textOr(plan, [...item, 'person'], ''),
        on: known(plan.date([...item, 'on']).value ?? '', plan.location([...item, 'on'])),
        version: known(plan.version([...item, 'version']).value ?? '', plan.location([...item, 'version'])),
        covers: orAll(plan.textsOf([...item, 'covers'], ASPECTS), ASPECTS),
      })),
      reviewNext: plan.date(['review', 'next']),
      tailoring: tailoringOf(plan),
    },
  };
}

function tailoringOf(plan: Statements): PlanFacts['tailoring'] {
  return CRITERIA.flatMap((criterion) => {
    const path = ['criteria', criterion];
    if (plan.boolean([...path, 'applicable']).value !== false) return [];
    const at = plan.document.locate(path, 'key');
    return [{ criterion: known(criterion, at), approvedBy: plan.text([...path, 'approvedBy']) }];
  });
}

function orAll<T>(stated: Stated<readonly T[]>, all: readonly T[]): Fact<readonly T[]> {
  return stated.value.length > 0 ? stated : known(all, stated.at);
}

function stagesOf(plan: Statements): PlanFacts['stages'] {
  return plan.items(['delivery', 'stages']).flatMap((item) => {
    const kind = plan.oneOf([...item, 'kind'], STAGES);
    if (kind.value === null) return [];
    const blocking = plan.boolean([...item, 'blocking']);
    return [
      {
        name: textOr(plan, [...item, 'name'], kind.value),
        kind: known(kind.value, kind.at),
        environment: plan.text([...item, 'environment']),
        blocking: known(blocking.value ?? true, blocking.at),
      },
    ];
  });
}

function securityOf(plan: Statements): PlanSecurityFacts {
  const roles: Path = ['security', 'identity', 'roles'];
  return {
    pipelineIdentity: plan.oneOf(['security', 'identity', 'pipeline'], IDENTITIES),
    leastPrivilege: plan.boolean(['security', 'identity', 'leastPrivilege']),
    roles: known([...byName(plan, roles).keys()], plan.location(roles)),
    secretsManager: plan.text(['security', 'secrets', 'manager']),
    secretsRotationDays: plan.number(['security', 'secrets', 'rotationDays']),
    encryptedAtRest: plan.boolean(['security', 'encryption', 'atRest']),
    encryptedInTransit: plan.boolean(['security', 'encryption', 'inTransit']),
  };
}
