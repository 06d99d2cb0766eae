import { isUnknown, unknown, valueOf, type Fact, type SubjectOf } from '../../model/index.ts';
import { textList } from '../resource/lists.ts';
import { anyTrue, derive } from '../resource/logic.ts';
import { bool, byDefault, nothing, text, textOf, type Part } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';

/** What CIS's benchmark for Azure asks the activity log to be kept of (5.1.2). */
const CATEGORIES: readonly string[] = ['Administrative', 'Alert', 'Policy', 'Security'];
/** What the older profiles call the same. */
const ACTIONS: readonly string[] = ['Action', 'Delete', 'Write'];
const SUBSCRIPTION = /^\/subscriptions\/[^/]+\/?$/;

/** Where a subscription of Azure sends the record of what is done in it. */
export function activityLogs(stack: Stack): readonly SubjectOf<'audit-trail'>[] {
  const settings = stack
    .of('azurerm_monitor_diagnostic_setting')
    .filter((resource) => isOfSubscription(resource))
    .map((resource) => {
      const logs = [...resource.parts('enabled_log'), ...resource.parts('log')];
      const enabled = logs.map((log) => bool(log, 'enabled') ?? byDefault(true, log));
      return stack.subject('audit-trail', resource, {
        ...trail(resource),
        logging: anyTrue(enabled, enabled[0] ?? byDefault(false, resource)),
        everyAction: everyCategory(resource, logs),
      });
    });
  const profiles = stack.of('azurerm_monitor_log_profile').map((resource) =>
    stack.subject('audit-trail', resource, {
      ...trail(resource),
      everyRegion: derive(textList(resource, 'locations') ?? byDefault([], resource), (locations) =>
        locations.includes('global') ? null : false,
      ),
      everyAction: derive(textList(resource, 'categories') ?? byDefault([], resource), (categories) =>
        ACTIONS.every((action) => categories.includes(action)),
      ),
    }),
  );
  return [...settings, ...profiles];
}

function trail(resource: Resource): SubjectOf<'audit-trail'>['facts'] {
  return {
    provider: 'azure',
    logging: byDefault(true, resource),
    everyRegion: nothing(resource),
    validated: nothing(resource),
    ownKey: nothing(resource),
    everyAction: nothing(resource),
    exempted: byDefault([], resource),
    unwatched: byDefault(null, resource),
  };
}

/** The other targets of such settings are single resources. */
function isOfSubscription(resource: Resource): boolean {
  const target = resource.get('target_resource_id');
  if (!target) return false;
  const address = target.reference?.address ?? '';
  return /(?:^|\.)azurerm_subscription\./.test(address) || SUBSCRIPTION.test(textOf(target) ?? '');
}

function everyCategory(resource: Resource, logs: readonly Part[]): Fact<boolean> {
  const kept: string[] = [];
  for (const log of logs) {
    const enabled = bool(log, 'enabled') ?? byDefault(true, log);
    if (valueOf(enabled) === false) continue;
    const name = text(log, 'category_group') ?? text(log, 'category') ?? byDefault('', log);
    for (const { value, at, related } of [enabled, name])
      if (isUnknown(value)) return unknown(value.unknown, at, related);
    kept.push(valueOf(name) ?? '');
  }
  const every = kept.includes('allLogs') || CATEGORIES.every((category) => kept.includes(category));
  return byDefault(every, resource);
}
