import { known, unknown, valueOf, type Fact, type Subject } from '../../model/index.ts';
import { textList } from '../resource/lists.ts';
import { allTrue, derive } from '../resource/logic.ts';
import { boolOf, byDefault, factOf, numberOf, nothing, partsOn, text, type Part } from '../resource/part.ts';
import { boolSetting, statedSetting } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { alarmReferences, alarmSubject, watches, type Watch } from './alarms.ts';
import { strategyOf } from './code-deploy-strategy.ts';
import { ofProgressive, plainFacts, productionOf, wayBack } from './facts.ts';
import { GROUPS, type GroupNames } from './names.ts';

/** Deployment groups of CodeDeploy: how a revision comes to machines, tasks or functions, and what sends it back. */
export function codeDeployReleases(stack: Stack): readonly Subject[] {
  const hooks = hooksOf(stack);
  return GROUPS.flatMap((names) =>
    stack.of(names.type).flatMap((group) => releaseOf(stack, group, names, hooks.get(group))),
  );
}

const TYPE = 'Deployment group';

function releaseOf(
  stack: Stack,
  group: Resource,
  names: GroupNames,
  hooks: Fact<boolean> | undefined,
): readonly Subject[] {
  const strategy = strategyOf(stack, group, names);
  const rollsBack = goesBackOn('DEPLOYMENT_FAILURE', group, names);
  const watch = watchOf(group, names);
  const facts = {
    ...plainFacts(group),
    type: TYPE,
    strategy,
    production: productionOf(stack, group, [nameOf(group), group.name, group.address]),
    ...ofProgressive(strategy, () => ({
      gated: known(true, strategy.at, strategy.related),
      judged: judgedBy(group, names, watch, hooks),
      oldKept: oldKept(group, names),
    })),
    rollsBack,
    templates: alarmReferences(stack, watch),
  };
  const enabled = valueOf(goesBackOn(undefined, group, names));
  const alarms = watch && enabled !== false ? alarmSubject(stack, group, TYPE, watch) : undefined;
  const back = valueOf(rollsBack) === true;
  return [
    stack.subject('rollout', group, facts),
    ...(alarms ? [alarms] : []),
    ...(back ? [wayBack(stack, group, 'deployment-service', true, rollsBack)] : []),
  ];
}

function nameOf(group: Resource): string | undefined {
  const name = text(group, 'deployment_group_name') ?? text(group, 'DeploymentGroupName');
  return name && valueOf(name);
}

/** Rollback is switched on, and for an event if one is asked for. */
function goesBackOn(event: string | undefined, group: Resource, { rollback }: GroupNames): Fact<boolean> {
  const [block, enabled, events] = rollback;
  const on = boolSetting(group, { on: [block, enabled], absent: false });
  const [part] = group.parts(block);
  if (event === undefined || !part || part.uncertain !== undefined) return on;
  const listed = textList(part, events) ?? byDefault<readonly string[]>([], part);
  return allTrue([on, derive(listed, (list) => list.includes(event))], on);
}

function watchOf(group: Resource, names: GroupNames): Watch | undefined {
  const [block, enabled, alarms] = names.alarms;
  const [part] = group.parts(block);
  if (!part) return undefined;
  const reason = `${enabled} is not set`;
  const on = [block, enabled];
  const watched = boolSetting(
    group,
    names.watched === false ? { on, absent: false } : { on, varies: reason },
  );
  return {
    part,
    named: part.get(alarms),
    watched,
    back: goesBackOn('DEPLOYMENT_STOP_ON_ALARM', group, names),
  };
}

/** Alarms that are watched, someone who lets the traffic go over, or tests of a function's version. */
function judgedBy(
  group: Resource,
  names: GroupNames,
  watch: Watch | undefined,
  hooks: Fact<boolean> | undefined,
): Fact<boolean> {
  const alarms = watch && watches(watch);
  if (alarms && valueOf(alarms) === true) return alarms;
  const waiting = statedSetting(
    group,
    { on: names.ready, when: ['STOP_DEPLOYMENT'] },
    boolOf,
    'true or false',
  );
  if (waiting && valueOf(waiting) === true) return waiting;
  return (
    hooks ??
    unknown('its AppSpec, which may have hooks that test, is not among the files', group.at, group.related)
  );
}

/** What aliases of CloudFormation say of their own releases, by the group that makes them; SAM writes such aliases. */
function hooksOf(stack: Stack): ReadonlyMap<Resource, Fact<boolean>> {
  const hooks = new Map<Resource, Fact<boolean>>();
  for (const alias of stack.of('AWS::Lambda::Alias')) {
    const [update] = partsOn(alias, ['UpdatePolicy', 'CodeDeployLambdaAliasUpdate']);
    const group = update && stack.target(update.get('DeploymentGroupName'));
    if (!group) continue;
    const hook = update.get('BeforeAllowTrafficHook') ?? update.get('AfterAllowTrafficHook');
    hooks.set(group, known(hook !== undefined, hook?.at ?? update.at, update.related));
  }
  return hooks;
}

/** How long the old machines or tasks stay, where releases make new ones. */
function oldKept(group: Resource, names: GroupNames): Fact<boolean | null> {
  const [block, ended, action, minutes] = names.ended;
  const [part] = partsOn(group, [block, ended]);
  if (!part) return nothing(group);
  const act = text(part, action);
  if (act && valueOf(act) === 'KEEP_ALIVE') return known(true, act.at, act.related);
  const wait = part.get(minutes);
  return wait ? keptFor(wait, part) : unknown(`${minutes} is not set`, part.at, part.related);
}

function keptFor(wait: NonNullable<ReturnType<Part['get']>>, part: Part): Fact<boolean> {
  return derive(factOf(wait, part, numberOf, 'a number'), (minutes) => minutes > 0);
}
