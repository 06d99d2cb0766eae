import { isUnknown, known, unknown, type AlertFacts, type Fact, type Signal } from '../../model/index.ts';
import { stringAt } from '../resource/make.ts';
import { bool, byDefault, text, textOf } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import type { Alarm } from './alarm.ts';
import { listed, written } from './read.ts';

/** Monitors of Datadog. */
export function datadogMonitors(stack: Stack): readonly Alarm[] {
  return stack.of('datadog_monitor').map((monitor) => {
    const query = text(monitor, 'query') ?? byDefault('', monitor);
    const asked = written(monitor, 'query');
    const message = text(monitor, 'message') ?? byDefault('', monitor);
    return {
      system: 'datadog',
      resource: monitor,
      title: written(monitor, 'name') || monitor.name,
      labels: tagsOf(monitor),
      severity: severityOf(monitor),
      expression: isUnknown(query.value) && asked !== '' ? known(asked, query.at, query.related) : query,
      forSeconds: windowOf(asked, query),
      summary: message,
      conditional: byDefault(true, monitor),
      withoutData: silenceOf(monitor, asked),
      problem: byDefault(null, monitor),
      acts: byDefault(false, monitor),
      receivers: toldIn(message),
      metrics: [...asked.matchAll(METRIC)].flatMap((match) => match[1] ?? []),
      signal: signalOf(monitor, asked),
      watched: [...asked.matchAll(SERVICE)].flatMap((match) =>
        match[1] === undefined ? [] : [stringAt(query.at ?? monitor.at, match[1])],
      ),
    } satisfies Alarm;
  });
}

/** `avg:system.cpu.user{service:shop}`. */
const METRIC = /(?:^|[\s:(])([a-z][\w.]{0,200}\.[\w.]{1,200})\s{0,3}\{/g;
const SERVICE =
  /\b(?:service|app|kube_deployment|kube_service|functionname|dbinstanceidentifier)"?:"?([\w.-]{1,100})/g;

/** `["service:shop", "team:orders"]`. */
function tagsOf(monitor: Resource): AlertFacts['labels'] {
  const tags = listed(monitor, 'tags').flatMap((tag) => {
    const [name, ...value] = (textOf(tag) ?? '').split(':');
    return name === undefined || value.length === 0 ? [] : [[name, value.join(':')] as const];
  });
  return Object.fromEntries(tags.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function severityOf(monitor: Resource): Fact<string> {
  const priority = text(monitor, 'priority');
  if (!priority) return byDefault(tagsOf(monitor)['severity'] ?? 'none', monitor);
  return isUnknown(priority.value) ? priority : { ...priority, value: `P${priority.value}` };
}

const UNITS: Readonly<Record<string, number>> = { m: 60, h: 3600, d: 86_400, w: 604_800 };

/** `avg(last_5m):…`. */
function windowOf(asked: string, { at }: Fact<string>): Fact<number> {
  const window = /\blast_(\d{1,4})([mhdw])\b/.exec(asked) ?? /\.last\("(\d{1,4})([mhdw])"\)/.exec(asked);
  if (!window) return unknown('its query names no time', at);
  return known(Number(window[1]) * (UNITS[window[2] ?? ''] ?? 0), at);
}

function silenceOf(monitor: Resource, asked: string): AlertFacts['withoutData'] {
  if (!/<=?\s{0,9}-?[\d.]{1,30}\s{0,9}$/.test(asked)) return byDefault(null, monitor);
  const stated = text(monitor, 'on_missing_data');
  if (stated)
    return isUnknown(stated.value)
      ? { ...stated, value: stated.value }
      : {
          ...stated,
          value:
            stated.value === 'resolve' ? 'resolves' : stated.value.includes('notify') ? 'fires' : 'stays',
        };
  const notify = bool(monitor, 'notify_no_data') ?? byDefault(false, monitor);
  return { ...notify, value: isUnknown(notify.value) ? notify.value : notify.value ? 'fires' : 'stays' };
}

/** `@pagerduty-shop`, `@slack-shop-alerts`, `@ops@shop.example`. */
const HANDLE = /(?:^|[\s(>}])@([\w.+-]{1,200}(?:@[\w.-]{1,200})?)/g;

function toldIn(message: Fact<string>): AlertFacts['receivers'] {
  const { value, ...place } = message;
  if (isUnknown(value)) return { ...place, value };
  const handles = [...value.matchAll(HANDLE)].flatMap((match) => match[1] ?? []);
  return { ...place, value: [...new Set(handles)].toSorted() };
}

function signalOf(monitor: Resource, asked: string): Signal | undefined {
  if (written(monitor, 'type') === 'service check') return 'availability';
  if (/\.errors?\{|status:error|\.hits\.by_http_status|status_code:5/.test(asked)) return 'errors';
  if (/^\s{0,9}(?:p\d\d|percentile|avg|max)[^{]{0,60}(?:trace\.[\w.]{1,100}\{|@duration)/.test(asked))
    return 'latency';
  return undefined;
}
