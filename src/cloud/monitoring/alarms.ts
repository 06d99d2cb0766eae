import type { Subject } from '../../model/index.ts';
import type { Stack } from '../resource/stack.ts';
import { alarmSubject } from './alarm.ts';
import { azureAlarms, actionGroups } from './azure.ts';
import { cloudWatchAlarms } from './cloudwatch/alarms.ts';
import { cloudDashboards } from './dashboards.ts';
import { datadogMonitors } from './datadog.ts';
import { alertPolicies, googleChannels } from './google.ts';
import { grafanaObjectives } from './grafana-slo.ts';
import { onCallServices } from './on-call.ts';
import { cloudObjectives } from './slo.ts';
import { topicChannels } from './cloudwatch/topic.ts';

/** What clouds and services of others watch and promise, whom they tell, and what they show. */
export function alarms(stack: Stack): readonly Subject[] {
  const found = [
    ...cloudWatchAlarms(stack),
    ...azureAlarms(stack),
    ...alertPolicies(stack),
    ...datadogMonitors(stack),
  ];
  return [
    ...found.map((alarm) => alarmSubject(stack, alarm)),
    ...topicChannels(stack),
    ...actionGroups(stack),
    ...googleChannels(stack),
    ...onCallServices(stack),
    ...cloudDashboards(stack),
    ...cloudObjectives(stack),
    ...grafanaObjectives(stack),
  ];
}
