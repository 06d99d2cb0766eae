import {
  isUnknown,
  known,
  purposeOf,
  unknown,
  type Fact,
  type RolloutFacts,
  type RolloutStrategy,
  type Subject,
} from '../../model/index.ts';
import { nothing } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';

/** Is it production, by the environment of its stack, else by the first name that tells? */
export function productionOf(
  stack: Stack,
  resource: Pick<Resource, 'at' | 'related'>,
  names: readonly (string | undefined)[],
): Fact<boolean> {
  for (const name of [stack.environment, ...names]) {
    const purpose = name === undefined ? undefined : purposeOf(name);
    if (purpose) return known(purpose === 'production', resource.at, resource.related);
  }
  const reason = stack.environment
    ? `the name \`${stack.environment}\` does not say whether it is production`
    : 'neither its stack nor its name tells the environment';
  return unknown(reason, resource.at, resource.related);
}

/** Facts of what is neither canary nor blue/green, and has nothing of Kubernetes' own. */
export function plainFacts(
  resource: Pick<Resource, 'at' | 'related'>,
): Pick<
  RolloutFacts,
  'gated' | 'weights' | 'judged' | 'rollsBack' | 'oldKept' | 'analysisSkipped' | 'templates'
> {
  return {
    gated: nothing(resource),
    weights: nothing(resource),
    judged: nothing(resource),
    rollsBack: nothing(resource),
    oldKept: nothing(resource),
    analysisSkipped: known(false, resource.at, resource.related),
    templates: [],
  };
}

type Switch = Partial<Pick<RolloutFacts, 'gated' | 'judged' | 'oldKept'>>;

/** What only canaries and blue/green have; nothing of the others, and not known where the strategy is not. */
export function ofProgressive(strategy: Fact<RolloutStrategy>, facts: () => Switch): Switch {
  const { value } = strategy;
  if (value === 'canary' || value === 'blue-green') return facts();
  if (!isUnknown(value)) return {};
  const open = unknown(value.unknown, strategy.at, strategy.related);
  return { gated: open, judged: open };
}

/** The way back that a service of the cloud takes by itself, or lets someone take. */
export function wayBack(
  stack: Stack,
  resource: Pick<Resource, 'address' | 'at' | 'related'>,
  mechanism: 'deployment-service' | 'traffic-switch' | 'feature-flag',
  automatic: boolean,
  at: Fact<unknown>,
): Subject {
  const place = at.at ?? resource.at;
  const { environment } = stack;
  return stack.subject(
    'rollback',
    { address: `${resource.address}/${mechanism}`, at: place },
    {
      mechanism: known(mechanism, place, at.related),
      automatic: known(automatic, place, at.related),
      target:
        environment === undefined
          ? unknown('its stack names no environment', resource.at)
          : known(environment, resource.at),
      provider: resource.address,
    },
  );
}
