import { known, valueOf, type Fact, type Subject } from '../../model/index.ts';
import { text } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { wayBack } from './facts.ts';
import table from './flags.json' with { type: 'json' };

/**
 * Feature flags by which someone takes a new behavior back without a deployment: those of LaunchDarkly, Unleash,
 * Flagsmith and others, and of the clouds. AppConfig takes a change of flags back by itself where an environment of it
 * watches an alarm.
 */
export function flagReleases(stack: Stack): readonly Subject[] {
  const flags = table.flags.flatMap((type) => stack.of(type)).map((flag) => byHand(stack, flag));
  const profiles = table.profiles.flatMap(({ type, kind }) =>
    stack.of(type).filter((profile) => isOfFlags(text(profile, kind))),
  );
  return [
    ...flags,
    ...profiles.map((profile) => byHand(stack, profile)),
    ...(profiles.length > 0 ? watched(stack) : []),
  ];
}

const isOfFlags = (type: Fact<string> | undefined): boolean =>
  type !== undefined && valueOf(type) === 'AWS.AppConfig.FeatureFlags';

function byHand(stack: Stack, flag: Resource): Subject {
  return wayBack(stack, flag, 'feature-flag', false, known(true, flag.at, flag.related));
}

/** Environments of AppConfig that watch an alarm, for which deployments of flags go back by themselves. */
function watched(stack: Stack): readonly Subject[] {
  return table.environments.flatMap(({ type, monitors, alarm }) =>
    stack.of(type).flatMap((environment) => {
      const monitor = environment.parts(monitors).find((part) => part.get(alarm) !== undefined);
      return monitor
        ? wayBack(stack, environment, 'feature-flag', true, known(true, monitor.at, monitor.related))
        : [];
    }),
  );
}
