import { known, type PlanCostFacts } from '../../model/index.ts';
import type { Path } from '../../syntax/data/index.ts';
import type { Statements } from '../read/statements.ts';
import { byName } from '../subjects/context.ts';

/** What the services of each environment cost in a month, by the prices of the plan; none where it gives no prices. */
export function costsOf(plan: Statements): ReadonlyMap<string, PlanCostFacts> {
  const prices = pricesOf(plan);
  const costs = new Map<string, PlanCostFacts>();
  if (prices.size === 0) return costs;
  for (const [environment, path] of byName(plan, ['environments'])) {
    const services: Path = [...path, 'services'];
    if (plan.items(services).length > 0) costs.set(environment, costOf(plan, services, prices));
  }
  return costs;
}

function pricesOf(plan: Statements): ReadonlyMap<string, number> {
  const prices = new Map<string, number>();
  for (const [size, path] of byName(plan, ['resources', 'prices'], 'size')) {
    const price = plan.number([...path, 'perMonth']).value;
    if (price !== null) prices.set(size, price);
  }
  return prices;
}

function costOf(plan: Statements, services: Path, prices: ReadonlyMap<string, number>): PlanCostFacts {
  const terms: string[] = [];
  const unpriced: string[] = [];
  let total = 0;
  for (const item of plan.items(services)) {
    const service = plan.text([...item, 'service']).value ?? '';
    const size = plan.text([...item, 'size']).value;
    // What has no size is there once, and has its price by its own name.
    const count = plan.number([...item, 'count']).value ?? (size === null ? 1 : null);
    const name = size === null ? service : `${service} ${size}`;
    const price = prices.get(size ?? service);
    if (price === undefined) unpriced.push(name);
    else if (count === null) unpriced.push(`a number of ${name}`);
    else {
      total += count * price;
      terms.push(`${name} ${count} × ${price} = ${cents(count * price)}`);
    }
  }
  const at = plan.location(services);
  return {
    total: known(cents(total), at),
    arithmetic: known(terms.join(', '), at),
    unpriced: known(unpriced, at),
  };
}

function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}
