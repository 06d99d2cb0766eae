import { known, unknown, valueOf, type Fact, type RolloutStrategy } from '../../model/index.ts';
import { derive } from '../resource/logic.ts';
import { numberOf, text, textOf, type Part } from '../resource/part.ts';
import { statedSetting } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import type { GroupNames } from './names.ts';

/** How a revision replaces the one before: by the configuration that the group names, and by its style. */
export function strategyOf(stack: Stack, group: Resource, names: GroupNames): Fact<RolloutStrategy> {
  const named = group.get(names.configuration);
  const own = stack.target(named);
  const written =
    own?.type === names.configurationType
      ? ofConfiguration(own, names)
      : ofName(text(group, names.configuration));
  if (written && valueOf(written) === 'canary') return written;
  const style = statedSetting(group, { on: names.style }, textOf, 'a text');
  const platform = platformOf(stack, group, names);
  const name = named && textOf(named);
  const lambda = platform === 'lambda' || name?.startsWith('CodeDeployDefault.Lambda') === true;
  if (!lambda && style && valueOf(style) === 'BLUE_GREEN')
    return known('blue-green', style.at, style.related);
  if (platform === 'ecs') return known('blue-green', group.at, group.related);
  if (written) return written;
  if (lambda) return known('recreate', group.at, group.related);
  const open = style ?? text(group, names.configuration);
  return open && valueOf(open) === undefined
    ? derive(open, (): RolloutStrategy => 'rolling')
    : known('rolling', group.at, group.related);
}

/** What the service's own configurations, and those of others by their names, say; undefined without a name. */
function ofName(named: Fact<string> | undefined): Fact<RolloutStrategy> | undefined {
  if (!named) return undefined;
  const name = valueOf(named);
  if (name === undefined) return derive(named, (): RolloutStrategy => 'rolling');
  if (/canary|linear/i.test(name)) return known('canary', named.at, named.related);
  if (/allatonce/i.test(name)) return known('recreate', named.at, named.related);
  if (/^CodeDeployDefault\.(?:HalfAtATime|OneAtATime)$/.test(name))
    return known('rolling', named.at, named.related);
  return unknown(`the configuration ${name} is not among the files`, named.at, named.related);
}

function ofConfiguration(own: Resource, { routing, hosts }: GroupNames): Fact<RolloutStrategy> {
  const way = statedSetting(own, { on: routing }, textOf, 'a text');
  if (way) return derive(way, (type) => (/canary|linear/i.test(type) ? 'canary' : 'recreate'));
  const healthy = statedSetting(own, { on: hosts }, numberOf, 'a number');
  return healthy
    ? derive(healthy, (value) => (value === 0 ? 'recreate' : 'rolling'))
    : known('rolling', own.at, own.related);
}

/** `ecs`, `lambda`, `server`; undefined where the application is not among the files and no service is named. */
function platformOf(stack: Stack, group: Resource, names: GroupNames): string | undefined {
  if (group.parts('ecs_service').length > 0 || group.parts('ECSServices').length > 0) return 'ecs';
  const application: Part | undefined = stack.target(group.get(names.application));
  const platform = application && text(application, names.platform);
  return platform && valueOf(platform)?.toLowerCase();
}
