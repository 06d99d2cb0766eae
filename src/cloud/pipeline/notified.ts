import { isUnknown, known, unknown, valueOf, type Fact } from '../../model/index.ts';
import { readableText, textList } from '../resource/lists.ts';
import type { Resource, Stack } from '../resource/stack.ts';

const RULES = [
  { type: 'aws_codestarnotifications_notification_rule', resource: 'resource', events: 'event_type_ids' },
  { type: 'AWS::CodeStarNotifications::NotificationRule', resource: 'Resource', events: 'EventTypeIds' },
] as const;

/** A notification rule of the same stack tells of failures; others may be elsewhere. */
export function notifiedOf(stack: Stack, pipeline: Resource): Fact<boolean> {
  for (const { type, resource, events } of RULES)
    for (const rule of stack.of(type)) {
      const value = rule.get(resource);
      const names = stack.target(value) === pipeline || isNamed(value && readableText(value), pipeline);
      const listed = names ? textList(rule, events) : undefined;
      if (!listed) continue;
      if (isUnknown(listed.value)) return listed as Fact<never>;
      if (valueOf(listed)?.some((event) => event.endsWith('failed')))
        return known(true, listed.at, listed.related);
    }
  return unknown('no notification rule of the stack tells of its failures, and others may', pipeline.at);
}

/** `arn:${AWS::Partition}:codepipeline:…:${Pipeline}`. */
function isNamed(text: string | undefined, { address }: Resource): boolean {
  return text?.includes(`\${${address}}`) ?? false;
}
