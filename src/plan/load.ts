import type { Subject } from '../model/index.ts';
import type { CriterionId } from '../policy/index.ts';
import { validate } from '../schema/index.ts';
import validator from '../schema/generated/deployment-plan.js';
import { compareLocations, type Diagnostic } from '../source/index.ts';
import type { DataDocument } from '../syntax/data/index.ts';
import { checkNames } from './check/names.ts';
import { checkStatements } from './check/statements.ts';
import { checkValues } from './check/values.ts';
import { completenessOf } from './completeness/parts.ts';
import { indexEnvironments } from './environments/environment-of.ts';
import { statementsOf, type Statements } from './read/statements.ts';
import { componentSubjects } from './subjects/component/components.ts';
import { byName } from './subjects/context.ts';
import { documentSubjects } from './subjects/documents.ts';
import { environmentSubjects, planEnvironments, planWorkspaces } from './subjects/environments.ts';
import { milestoneSubjects } from './subjects/milestones.ts';
import { objectiveSubjects } from './subjects/objectives.ts';
import { planSubject } from './subjects/plan.ts';
import { overriddenIn } from './subjects/component/recovery.ts';
import { planSchedule } from './subjects/timeline.ts';
import { CRITERIA } from './subjects/words.ts';
import type { Plan, PlanDetails, PlanStep, PlanTailoring } from './types.ts';

export interface LoadedPlan {
  /** All that can be read, errors or not; absent when the document is no mapping. */
  readonly plan?: Plan;
  /** What is wrong with it, by place. With an error nothing that it states can be relied on. */
  readonly diagnostics: readonly Diagnostic[];
  /** Paths of the plans that it includes and of its calendar, relative to the root. */
  readonly included?: readonly string[];
}

/**
 * Reads a plan and says what is wrong with it: by its schema, and in what its statements say of each other.
 * @param earlier what was said when the document was made
 */
export function loadPlan(document: DataDocument, earlier: readonly Diagnostic[] = []): LoadedPlan {
  const { value } = document;
  const values = checkValues(document);
  const diagnostics = [
    ...earlier,
    ...validate(document, validator, { what: 'deployment plan' }).filter(isToldOnlyBy(values)),
    ...checkNames(document),
    ...values,
    ...checkStatements(document),
  ].sort(byPlace);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { diagnostics };
  return { plan: readPlan(statementsOf(document)), diagnostics };
}

/** What a value must be says more than the pattern of the schema that it does not match. */
function isToldOnlyBy(values: readonly Diagnostic[]): (diagnostic: Diagnostic) => boolean {
  const keyOf = ({ location }: Diagnostic): string => `${location?.span.start} ${location?.file.path}`;
  const told = new Set(values.map(keyOf));
  return (diagnostic) => diagnostic.code !== 'schema/format' || !told.has(keyOf(diagnostic));
}

function readPlan(plan: Statements): Plan {
  const environments = planEnvironments(plan);
  const completeness = completenessOf(plan);
  return {
    identity: detailsOf(plan),
    statements: plan,
    subjects: subjectsOf(plan, completeness),
    environments,
    tailoring: tailoringOf(plan),
    alertLabels: alertLabelsOf(plan),
    versionedStores: versionedStoresOf(plan),
    overrides: overriddenIn(plan),
    index: indexEnvironments(environments),
    workspaces: planWorkspaces(plan),
    completeness,
  };
}

function subjectsOf(plan: Statements, completeness: readonly PlanStep[]): readonly Subject[] {
  const schedule = planSchedule(plan);
  return [
    planSubject(plan, completeness, schedule),
    ...environmentSubjects(plan),
    ...componentSubjects(plan),
    ...milestoneSubjects(plan, schedule),
    ...documentSubjects(plan),
    ...objectiveSubjects(plan),
  ];
}

function detailsOf(plan: Statements): PlanDetails {
  return {
    title: plan.text(['title']).value ?? plan.document.file.path,
    version: plan.version(['version']).value,
    owner: plan.text(['owner']).value,
    location: plan.location(['title']),
  };
}

/** As the schema has it. */
const SHORTEST_REASON = 10;

function tailoringOf(plan: Statements): ReadonlyMap<CriterionId, PlanTailoring> {
  const tailoring = new Map<CriterionId, PlanTailoring>();
  const people = byName(plan, ['resources', 'people']);
  for (const criterion of CRITERIA) {
    const path = ['criteria', criterion];
    const reason = plan.text([...path, 'reason']).value;
    const approvedBy = plan.text([...path, 'approvedBy']).value;
    // Without a reason and an approver whom the plan has, which are mistakes, it is held against the files all the same.
    if (plan.boolean([...path, 'applicable']).value !== false || reason === null || approvedBy === null)
      continue;
    if (reason.trim().length < SHORTEST_REASON || !people.has(approvedBy)) continue;
    tailoring.set(criterion, { reason, approvedBy, location: plan.document.locate(path, 'key') });
  }
  return tailoring;
}

function alertLabelsOf(plan: Statements): Plan['alertLabels'] {
  const labels = new Map<string, Readonly<Record<string, string>>>();
  for (const [name, path] of byName(plan, ['architecture', 'components'])) {
    const match = [...path, 'alerts', 'match'];
    const pairs = plan.keys(match).map((label) => [label, plan.text([...match, label]).value] as const);
    const stated = pairs.filter((pair): pair is readonly [string, string] => pair[1] !== null);
    if (stated.length > 0) labels.set(name, Object.fromEntries(stated));
  }
  return labels;
}

function versionedStoresOf(plan: Statements): ReadonlySet<string> {
  const backups = plan.items(['recovery', 'backups']);
  const versioned = backups.filter((item) => plan.value([...item, 'method']) === 'versioning');
  return new Set(versioned.flatMap((item) => plan.text([...item, 'component']).value ?? []));
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.location && b.location ? compareLocations(a.location, b.location) : 0;
}
