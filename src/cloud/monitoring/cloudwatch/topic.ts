import { isUnknown, known, unknown, type Fact, type SubjectOf } from '../../../model/index.ts';
import { elementsOf, readableText } from '../../resource/lists.ts';
import { bool, byDefault, text, wayTo, type Part } from '../../resource/part.ts';
import type { Resource, Stack } from '../../resource/stack.ts';
import type { Value } from '../../resource/value.ts';
import { listed } from '../read.ts';
import { LANGUAGES, type AlarmNames } from './names.ts';

/** What an alarm sets off when it rings. */
type Action =
  | { readonly kind: 'tells'; readonly name: string; readonly notifies: Fact<boolean> }
  | { readonly kind: 'acts' }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Whom an alarm tells, and whether it does something by itself. */
export interface Actions {
  readonly receivers: Fact<readonly string[]>;
  readonly acts: Fact<boolean>;
}

export function actionsOf(stack: Stack, alarm: Resource, names: AlarmNames): Actions {
  const enabled = bool(alarm, names.enabled) ?? byDefault(true, alarm);
  if (isUnknown(enabled.value)) return openActions(alarm, enabled.value.unknown);
  if (!enabled.value) return { receivers: { ...enabled, value: [] }, acts: { ...enabled, value: false } };
  const value = alarm.get(names.actions);
  if (!value) return { receivers: byDefault([], alarm), acts: byDefault(false, alarm) };
  const actions = elementsOf(value).map((element) => actionOf(stack, element, names));
  const place = { at: value.at, related: wayTo(value, alarm) };
  const told = actions.flatMap((action) =>
    action.kind === 'tells' && action.notifies.value === true ? [action.name] : [],
  );
  const acts = known(
    actions.some(({ kind }) => kind === 'acts'),
    place.at,
    place.related,
  );
  if (told.length > 0) return { receivers: known(told, place.at, place.related), acts };
  const reason = actions.map(doubtOf).find((doubt) => doubt !== undefined);
  if (reason === undefined || acts.value === true)
    return { receivers: known([], place.at, place.related), acts };
  return { receivers: unknown(reason, place.at, place.related), acts: unknown(reason, place.at) };
}

function openActions(part: Part, reason: string): Actions {
  return { receivers: unknown(reason, part.at, part.related), acts: unknown(reason, part.at, part.related) };
}

function doubtOf(action: Action): string | undefined {
  if (action.kind === 'unknown') return action.reason;
  const notifies = action.kind === 'tells' ? action.notifies.value : false;
  return isUnknown(notifies) ? notifies.unknown : undefined;
}

const ACTING_TYPE = /autoscaling|AutoScaling/;
/** Actions that change machines: scaling, and `arn:aws:automate:eu-west-1:ec2:recover`. */
const ACTING_NAME = /^arn:[\w-]+:(?:autoscaling|automate|swf):/;

function actionOf(stack: Stack, element: Value, names: AlarmNames): Action {
  const target = stack.target(element);
  if (target?.type === names.topic)
    return { kind: 'tells', name: topicTitle(target, names), notifies: hasSubscribers(stack, target, names) };
  const type = target?.type ?? element.reference?.address ?? '';
  if (ACTING_TYPE.test(type)) return { kind: 'acts' };
  const name = readableText(element);
  if (name === undefined) return unknownAction(element);
  if (ACTING_NAME.test(name)) return { kind: 'acts' };
  return { kind: 'tells', name, notifies: known(true, element.at) };
}

function unknownAction(element: Value): Action {
  const reason = element.kind === 'unknown' ? element.reason : 'what it sets off is not known';
  return { kind: 'unknown', reason };
}

function topicTitle(topic: Resource, { topicName }: AlarmNames): string {
  const name = text(topic, topicName)?.value;
  return typeof name === 'string' ? name : topic.name;
}

/** People also subscribe by hand, so that a topic without any is open. */
function hasSubscribers(stack: Stack, topic: Resource, { subscription }: AlarmNames): Fact<boolean> {
  const [type, attribute] = subscription;
  const [subscriber] = [...stack.attached(type, attribute, topic), ...topic.parts('Subscription')];
  if (subscriber) return known(true, subscriber.at, subscriber.related);
  return unknown(`nobody is subscribed to ${topic.address} in its stack`, topic.at, topic.related);
}

/** Topics that alarms name: others carry what programs tell each other. */
export function topicChannels(stack: Stack): readonly SubjectOf<'notification-channel'>[] {
  return LANGUAGES.flatMap((names) => {
    const alarms = [...stack.of(names.alarm), ...stack.of(names.composite)];
    const named = alarms.flatMap((alarm) => listed(alarm, names.actions));
    const topics = new Set(named.flatMap((element) => stack.target(element) ?? []));
    return [...topics]
      .filter(({ type }) => type === names.topic)
      .map((topic) =>
        stack.subject('notification-channel', topic, {
          system: 'sns',
          title: known(topicTitle(topic, names), topic.get(names.topicName)?.at ?? topic.at, topic.related),
          notifies: hasSubscribers(stack, topic, names),
          escalates: byDefault(null, topic),
        }),
      );
  });
}
