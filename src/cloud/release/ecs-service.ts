import {
  known,
  unknown,
  valueOf,
  type Fact,
  type RolloutFacts,
  type RolloutStrategy,
  type Subject,
} from '../../model/index.ts';
import { allTrue, anyTrue, derive } from '../resource/logic.ts';
import { numberOf, nothing, partsOn, text } from '../resource/part.ts';
import { boolSetting, statedSetting, textSetting } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { alarmReferences, alarmSubject, watches, type Watch } from './alarms.ts';
import { ofProgressive, plainFacts, productionOf, wayBack } from './facts.ts';
import { SERVICES, type ServiceNames } from './names.ts';

const TYPE = 'ECS service';

/** Services that ECS deploys itself; of the others CodeDeploy's groups speak, or what the files do not have. */
export function ecsReleases(stack: Stack): readonly Subject[] {
  return SERVICES.flatMap((names) =>
    stack
      .of(names.type)
      .filter((service) => {
        const controller = valueOf(textSetting(service, { on: names.controller, absent: 'ECS' }));
        return controller !== 'CODE_DEPLOY' && controller !== 'EXTERNAL';
      })
      .flatMap((service) => releaseOf(stack, service, names)),
  );
}

function releaseOf(stack: Stack, service: Resource, names: ServiceNames): readonly Subject[] {
  const strategy = strategyOf(service, names);
  const watch = watchOf(service, names);
  const controller = textSetting(service, { on: names.controller, absent: 'ECS' });
  const rollsBack =
    valueOf(controller) === undefined
      ? derive(controller, () => false)
      : rollsBackOf(service, names, strategy, watch);
  const facts: RolloutFacts = {
    ...plainFacts(service),
    type: TYPE,
    strategy,
    production: productionOf(stack, service, [nameOf(service), service.name, service.address]),
    ...ofProgressive(strategy, () => switched(service, names, strategy, watch)),
    rollsBack,
    templates: alarmReferences(stack, watch),
  };
  // Where nothing sends a failed deployment back, that is said once, not for each alarm.
  const alarms =
    watch && valueOf(rollsBack) !== false ? alarmSubject(stack, service, TYPE, watch) : undefined;
  const back = valueOf(rollsBack) === true;
  return [
    stack.subject('rollout', service, facts),
    ...(alarms ? [alarms] : []),
    ...(back ? [wayBack(stack, service, 'deployment-service', true, rollsBack)] : []),
  ];
}

function nameOf(service: Resource): string | undefined {
  const name = text(service, 'name') ?? text(service, 'ServiceName');
  return name && valueOf(name);
}

const isProgressive = (strategy: Fact<RolloutStrategy>): boolean =>
  valueOf(strategy) === 'canary' || valueOf(strategy) === 'blue-green';

/** Tasks are replaced step by step, unless all may stop before any new one starts. */
function strategyOf(service: Resource, names: ServiceNames): Fact<RolloutStrategy> {
  const written = textSetting(service, { on: names.strategy, absent: 'ROLLING' });
  const minimum = statedSetting(service, { on: names.minimum }, numberOf, 'a number');
  const maximum = statedSetting(service, { on: names.maximum }, numberOf, 'a number');
  return derive(written, (strategy) => {
    if (strategy === 'BLUE_GREEN') return 'blue-green';
    if (strategy === 'CANARY' || strategy === 'LINEAR') return 'canary';
    const stops = minimum && maximum && valueOf(minimum) === 0 && (valueOf(maximum) ?? 200) <= 100;
    return stops ? 'recreate' : 'rolling';
  });
}

function watchOf(service: Resource, names: ServiceNames): Watch | undefined {
  const [part] = partsOn(service, names.alarms);
  if (!part) return undefined;
  return {
    part,
    named: part.get(names.alarmNames),
    watched: boolSetting(service, { on: [...names.alarms, names.enable], absent: false }),
    back: boolSetting(service, { on: [...names.alarms, names.rollback], absent: false }),
  };
}

function rollsBackOf(
  service: Resource,
  names: ServiceNames,
  strategy: Fact<RolloutStrategy>,
  watch: Watch | undefined,
): Fact<boolean> {
  const on = boolSetting(service, { on: [...names.breaker, names.enable], absent: false });
  const back = boolSetting(service, { on: [...names.breaker, names.rollback], absent: false });
  const breaker = allTrue([on, back], back);
  const alarms = watch && allTrue([watch.watched, watch.back], watch.back);
  const either = anyTrue(alarms ? [breaker, alarms] : [breaker], breaker);
  if (valueOf(either) === true || !isProgressive(strategy)) return either;
  const [hook] = partsOn(service, names.hooks);
  if (hook) return known(true, hook.at, hook.related);
  const reason = 'it has neither alarms nor hooks that could fail its deployment';
  return unknown(reason, strategy.at ?? service.at, service.related);
}

/** All that can judge such a release stands in the service itself. */
function switched(
  service: Resource,
  names: ServiceNames,
  strategy: Fact<RolloutStrategy>,
  watch: Watch | undefined,
): Pick<RolloutFacts, 'gated' | 'judged' | 'oldKept'> {
  const [hook] = partsOn(service, names.hooks);
  const alarms = watch ? watches(watch) : known(false, strategy.at, strategy.related);
  const bake = statedSetting(service, { on: names.bakeTime }, numberOf, 'a number');
  return {
    gated: known(true, strategy.at, strategy.related),
    judged: hook ? known(true, hook.at, hook.related) : alarms,
    oldKept: bake ? derive(bake, (minutes) => minutes > 0) : nothing(service),
  };
}
