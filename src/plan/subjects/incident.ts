import { known, type Fact, type PlanIncidentFacts } from '../../model/index.ts';
import type { Path } from '../../syntax/data/index.ts';
import type { Statements } from '../read/statements.ts';
import { textOr } from './context.ts';
import { scaled } from './monitoring.ts';

const RESPONSE: Path = ['recovery', 'incidentResponse'];

/** What the plan says of incidents. */
export function incidentOf(plan: Statements): PlanIncidentFacts {
  const severities: Path = [...RESPONSE, 'severities'];
  return {
    system: plan.text([...RESPONSE, 'system']),
    severities: known(
      plan.items(severities).flatMap((item) => plan.text([...item, 'name']).value ?? []),
      plan.location(severities),
    ),
    contacts: plan.items([...RESPONSE, 'contacts']).map((item) => ({
      person: textOr(plan, [...item, 'person'], ''),
      contact: plan.text([...item, 'contact']),
    })),
    escalation: plan.items([...RESPONSE, 'escalation']).map((item) => ({
      afterMinutes: scaled(plan.hours([...item, 'after']), 60),
      to: textOr(plan, [...item, 'to'], ''),
    })),
    speaker: plan.text([...RESPONSE, 'communication', 'owner']),
  };
}

/** Names of people to call in an incident, in the order of escalation. */
export function contactsOf(plan: Statements): Fact<readonly string[]> {
  const names = [
    ...plan.items([...RESPONSE, 'contacts']).map((item) => plan.text([...item, 'person']).value),
    ...plan.items([...RESPONSE, 'escalation']).map((item) => plan.text([...item, 'to']).value),
  ];
  return known([...new Set(names.filter((name) => name !== null))], plan.location([...RESPONSE, 'contacts']));
}
