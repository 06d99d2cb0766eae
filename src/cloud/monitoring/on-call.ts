import { known, type Fact, type NotificationChannelFacts, type SubjectOf } from '../../model/index.ts';
import { byDefault, partsOn, text } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';

/** Services that call people, and keep calling until one answers. */
interface OnCallType {
  readonly system: NotificationChannelFacts['system'];
  readonly type: string;
  readonly title: string;
  /** What names the policy by which it calls people, and the type of that; else it has the steps itself. */
  readonly policy?: readonly [attribute: string, type: string];
  /** The steps of that policy: the blocks, or the attribute that lists whom it calls. */
  readonly steps: readonly string[];
}

const TYPES: readonly OnCallType[] = [
  {
    system: 'pagerduty',
    type: 'pagerduty_service',
    title: 'name',
    policy: ['escalation_policy', 'pagerduty_escalation_policy'],
    steps: ['rule'],
  },
  { system: 'opsgenie', type: 'opsgenie_escalation', title: 'name', steps: ['rules'] },
  {
    system: 'incident-manager',
    type: 'aws_ssmincidents_response_plan',
    title: 'name',
    steps: ['engagements'],
  },
  {
    system: 'incident-manager',
    type: 'AWS::SSMIncidents::ResponsePlan',
    title: 'Name',
    steps: ['Engagements'],
  },
];

export function onCallServices(stack: Stack): readonly SubjectOf<'notification-channel'>[] {
  return TYPES.flatMap((type) =>
    stack.of(type.type).map((service) =>
      stack.subject('notification-channel', service, {
        system: type.system,
        title: text(service, type.title) ?? byDefault(service.name, service),
        ...stepsOf(stack, service, type),
      }),
    ),
  );
}

type Steps = Pick<NotificationChannelFacts, 'notifies' | 'escalates'>;

function stepsOf(stack: Stack, service: Resource, type: OnCallType): Steps {
  const holder = holderOf(stack, service, type);
  if (!holder) return elsewhere(service, `its ${type.policy?.[1] ?? 'policy'} is not among the files`);
  const value = holder.get(type.steps[0] ?? '');
  const parts = partsOn(holder, type.steps);
  const open = value?.kind === 'unknown' ? value.reason : parts.find(({ uncertain }) => uncertain)?.uncertain;
  if (open !== undefined) return elsewhere(service, open);
  const count = Math.max(parts.length, value && 'items' in value ? value.items.length : 0);
  const at = parts[0]?.at ?? value?.at ?? holder.at;
  const fact = (holds: boolean): Fact<boolean> => known(holds, at, holder.related);
  // Incident Manager engages contacts and plans, whose stages are theirs.
  const staged = type.steps[0]?.toLowerCase() === 'engagements';
  return { notifies: fact(count > 0), escalates: staged ? byDefault(null, service) : fact(count > 1) };
}

/** What has the steps; undefined where it is elsewhere. */
function holderOf(stack: Stack, service: Resource, { policy }: OnCallType): Resource | undefined {
  if (!policy) return service;
  const target = stack.target(service.get(policy[0]));
  return target?.type === policy[1] ? target : undefined;
}

function elsewhere(service: Resource, reason: string): Steps {
  const open: Fact<never> = { value: { unknown: reason }, at: service.at, related: service.related };
  return { notifies: open, escalates: open };
}
