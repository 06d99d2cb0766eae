import { isUnknown, known, purposeOf, unknown, valueOf, type Subject } from '../../model/index.ts';
import { nothing, text } from '../resource/part.ts';
import { textSetting } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { plainFacts, productionOf, wayBack } from './facts.ts';

const SLOTS = [
  { type: 'azurerm_linux_web_app_slot', app: 'app_service_id' },
  { type: 'azurerm_windows_web_app_slot', app: 'app_service_id' },
  { type: 'azurerm_linux_function_app_slot', app: 'function_app_id' },
  { type: 'azurerm_windows_function_app_slot', app: 'function_app_id' },
  { type: 'azurerm_app_service_slot', app: 'app_service_name' },
  { type: 'azurerm_function_app_slot', app: 'function_app_name' },
] as const;

/** A slot that a new version warms up in before it is swapped with the one that users reach; one for development is none. */
export function slotReleases(stack: Stack): readonly Subject[] {
  return SLOTS.flatMap(({ type, app }) =>
    stack
      .of(type)
      .filter((slot) => !isDevelopment(nameOf(slot)))
      .flatMap((slot) => releaseOf(stack, slot, stack.target(slot.get(app)))),
  );
}

const nameOf = (slot: Resource): string => {
  const name = text(slot, 'name');
  return (name && valueOf(name)) ?? slot.name;
};

const isDevelopment = (name: string): boolean => purposeOf(name) === 'development';

function releaseOf(stack: Stack, slot: Resource, app: Resource | undefined): readonly Subject[] {
  const swap = textSetting(slot, { on: ['site_config', 'auto_swap_slot_name'], absent: '' });
  const itself = !isUnknown(swap.value) && swap.value !== '';
  const of = app ?? slot;
  // The slot's own name says what it is for, not where its app is.
  const production = productionOf(stack, of, app ? [nameOf(app), app.name] : []);
  const switched = known('blue-green' as const, slot.at, slot.related);
  return [
    stack.subject('rollout', slot, {
      ...plainFacts(slot),
      type: 'Slot',
      strategy: switched,
      production,
      gated: known(true, slot.at, slot.related),
      judged: itself
        ? known(false, swap.at, swap.related)
        : unknown('who swaps it, and after what, is not written here', slot.at, slot.related),
      oldKept: nothing(slot),
    }),
    wayBack(stack, slot, 'traffic-switch', false, switched),
  ];
}
