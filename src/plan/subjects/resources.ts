import { known, type PlanCapacityFacts, type PlanFacts } from '../../model/index.ts';
import type { Path } from '../../syntax/data/index.ts';
import { costsOf } from '../feasibility/costs.ts';
import type { Statements } from '../read/statements.ts';
import { byName } from './context.ts';

/** What each environment may cost, and what it costs by the prices of the plan. */
export function budgetOf(plan: Statements): PlanFacts['budget'] {
  const monthly: Path = ['resources', 'budget', 'monthly'];
  const costs = costsOf(plan);
  return {
    currency: plan.text(['resources', 'budget', 'currency']),
    monthly: plan.keys(monthly).flatMap((environment) => {
      const limit = plan.number([...monthly, environment, 'limit']);
      if (limit.value === null) return [];
      return [
        {
          environment: known(environment, plan.document.locate([...monthly, environment], 'key')),
          limit: known(limit.value, limit.at),
          estimate: plan.number([...monthly, environment, 'estimate']),
          priced: costs.get(environment) ?? null,
        },
      ];
    }),
  };
}

/** Which requirement of an environment asks for which resource. */
const REQUIREMENTS: ReadonlyMap<string, string> = new Map([
  ['vcpu', 'vcpu'],
  ['memory-gib', 'memoryGib'],
  ['storage-gib', 'storageGib'],
  ['nodes', 'nodes'],
]);

/** What environments may use of what is limited. */
export function capacityOf(plan: Statements): readonly PlanCapacityFacts[] {
  const environments = byName(plan, ['environments']);
  return plan.items(['resources', 'capacity']).flatMap((item) => {
    const environment = plan.text([...item, 'environment']);
    const resource = plan.text([...item, 'resource']);
    const available = plan.number([...item, 'available']);
    if (environment.value === null || resource.value === null || available.value === null) return [];
    const stated = plan.number([...item, 'needed']);
    const requirement = REQUIREMENTS.get(resource.value);
    const owner = environments.get(environment.value);
    const needed =
      stated.value === null && requirement !== undefined && owner
        ? plan.number([...owner, 'requirements', requirement])
        : stated;
    return [
      {
        environment: known(environment.value, environment.at),
        resource: known(resource.value, resource.at),
        available: known(available.value, available.at),
        needed,
      },
    ];
  });
}
