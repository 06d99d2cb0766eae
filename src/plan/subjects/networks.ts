import { known, type Fact, type PlanNetworkFacts, type PlanServiceFacts } from '../../model/index.ts';
import type { Path } from '../../syntax/data/index.ts';
import type { Statements } from '../read/statements.ts';
import { textOr } from './context.ts';

const EXPOSURES: readonly ('public' | 'private' | 'isolated')[] = ['public', 'private', 'isolated'];
const HOSTING: readonly ('cloud' | 'on-premise')[] = ['cloud', 'on-premise'];

/** The network of the plan, or of one of its environments. */
export function networkAt(plan: Statements, path: Path): PlanNetworkFacts {
  return {
    stated: known(plan.value(path) !== undefined, plan.location(path)),
    cidr: plan.text([...path, 'cidr']),
    zones: plan.items([...path, 'zones']).map((item) => ({
      name: textOr(plan, [...item, 'name'], ''),
      exposure: plan.oneOf([...item, 'exposure'], EXPOSURES),
      cidr: plan.text([...item, 'cidr']),
    })),
    groups: plan.items([...path, 'securityGroups']).map((item) => {
      const allows: Path = [...item, 'allows'];
      return {
        name: textOr(plan, [...item, 'name'], ''),
        complete: known(plan.value(allows) !== undefined, plan.location(allows)),
        allows: plan.items(allows).map((one) => ({
          from: textOr(plan, [...one, 'from'], ''),
          ports: plan.numbers([...one, 'ports']),
          protocol: textOr(plan, [...one, 'protocol'], 'tcp'),
        })),
      };
    }),
  };
}

/** Cloud services and on-premise resources that an environment needs. */
export function servicesAt(plan: Statements, path: Path): readonly PlanServiceFacts[] {
  return plan.items(path).map((item) => {
    const hosting = plan.oneOf([...item, 'hosting'], HOSTING);
    return {
      service: textOr(plan, [...item, 'service'], ''),
      type: plan.text([...item, 'kind']),
      hosting: known(hosting.value ?? 'cloud', hosting.at),
      size: plan.text([...item, 'size']),
      count: plan.number([...item, 'count']),
      storageGib: plan.number([...item, 'storageGib']),
    };
  });
}

/** Regions of copies and of what takes over. */
export function otherRegionsOf(plan: Statements): Fact<readonly string[]> {
  const recovery: Path = ['recovery'];
  const regions = [
    ...plan
      .items([...recovery, 'backups'])
      .flatMap((item) => plan.items([...item, 'copies']))
      .map((copy) => plan.text([...copy, 'region']).value),
    ...plan.items([...recovery, 'availability']).map((item) => plan.text([...item, 'standbyRegion']).value),
  ];
  return known([...new Set(regions.filter((region) => region !== null))], plan.location(recovery));
}
