import {
  isUnknown,
  known,
  unknown,
  type Fact,
  type NotificationChannelFacts,
  type SubjectOf,
} from '../../model/index.ts';
import { readableText } from '../resource/lists.ts';
import { byDefault, text, type Part } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import type { Value } from '../resource/value.ts';

/** A type of resource that takes what alerts tell. */
export interface ChannelType {
  readonly system: NotificationChannelFacts['system'];
  readonly type: string;
  readonly title: string;
  readonly notifies: (channel: Resource) => Fact<boolean>;
}

export function channelsOf(stack: Stack, type: ChannelType): readonly SubjectOf<'notification-channel'>[] {
  return stack.of(type.type).map((channel) =>
    stack.subject('notification-channel', channel, {
      system: type.system,
      title: text(channel, type.title) ?? byDefault(channel.name, channel),
      notifies: type.notifies(channel),
      escalates: byDefault(null, channel),
    }),
  );
}

/** The channels that are named and that notify someone; one that lies in other files is taken to. */
export function toldBy(
  stack: Stack,
  named: readonly Value[],
  alarm: Part,
  channel: ChannelType,
): Fact<readonly string[]> {
  const told: string[] = [];
  let reason: string | undefined;
  for (const value of named) {
    const target = stack.target(value);
    if (target?.type === channel.type) {
      const notifies = channel.notifies(target).value;
      if (notifies === true) told.push(titleOf(target, channel));
      else if (isUnknown(notifies)) reason ??= notifies.unknown;
      continue;
    }
    const name = readableText(value);
    if (name === undefined) reason ??= value.kind === 'unknown' ? value.reason : 'whom it tells is not known';
    else if (name !== '') told.push(name);
  }
  const [first] = named;
  const at = first?.at ?? alarm.at;
  if (told.length > 0) return known(told, at, alarm.related);
  return reason === undefined ? known([], at, alarm.related) : unknown(reason, at, alarm.related);
}

function titleOf(target: Resource, { title }: ChannelType): string {
  const name = text(target, title)?.value;
  return typeof name === 'string' ? name : target.name;
}

/** Nobody is told by an alarm that is turned off. */
export function whereOn(enabled: Fact<boolean>, receivers: Fact<readonly string[]>): Fact<readonly string[]> {
  if (enabled.value === true) return receivers;
  return { ...enabled, value: isUnknown(enabled.value) ? enabled.value : [] };
}
