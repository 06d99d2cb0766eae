import { known, unknown, type Fact } from '../../model/index.ts';
import { rootNode, type DataNode } from '../data-node.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { either, numberAt, type Indicator, type MadeAlert, type Stated } from './model.ts';

/** Objectives of Sloth's own files and of its objects, which spell the same keys in two ways. */
export function readSloth(document: DataDocument): readonly Stated[] {
  const root = rootNode(document);
  const body = root.get('apiVersion').exists ? root.get('spec') : root;
  const service = body.get('service');
  return body
    .get('slos')
    .items()
    .filter((slo) => slo.isMap)
    .map((slo) => {
      const name = slo.get('name');
      const alerting = slo.get('alerting');
      const disabled = URGENCIES.map(({ keys }) => either(alerting, ...keys).get('disable'));
      const wanted = URGENCIES.filter((_, index) => disabled[index]?.value !== true);
      const off = disabled.find(({ value }) => value === true);
      return {
        system: 'sloth',
        name,
        title: name.text ?? '',
        address: [service.text, name.text].filter(Boolean).join('/'),
        namespace: root.get('metadata', 'namespace').text,
        service,
        words: { stated: [], summary: slo.get('description').text ?? '' },
        target: numberAt(slo.get('objective')),
        windowHours: windowOf(slo),
        indicator: indicatorOf(slo.get('sli')),
        burnAlerts: known(
          wanted.map(({ urgency }) => urgency),
          (off ?? alerting).at,
        ),
        made: wanted.map(({ urgency, keys }) => madeAlert(slo, body, urgency, either(alerting, ...keys))),
      };
    });
}

const URGENCIES: readonly { readonly urgency: string; readonly keys: readonly string[] }[] = [
  { urgency: 'page', keys: ['page_alert', 'pageAlert'] },
  { urgency: 'ticket', keys: ['ticket_alert', 'ticketAlert'] },
];

function windowOf(slo: DataNode): Fact<never> {
  return unknown(
    "the period is an option of Sloth's command line, thirty days unless it says otherwise",
    slo.header,
  );
}

function indicatorOf(sli: DataNode): Indicator {
  const events = sli.get('events');
  if (events.exists)
    return {
      measure: known('ratio', events.header),
      expressions: [
        { node: either(events, 'error_query', 'errorQuery'), role: 'part', language: 'promql' },
        { node: either(events, 'total_query', 'totalQuery'), role: 'whole', language: 'promql' },
      ],
    };
  const raw = sli.get('raw');
  if (raw.exists)
    return {
      measure: known('ratio', raw.header),
      expressions: [
        { node: either(raw, 'error_ratio_query', 'errorRatioQuery'), role: 'value', language: 'promql' },
      ],
    };
  const plugin = sli.get('plugin');
  return {
    measure: known(plugin.exists ? 'plugin' : null, (plugin.exists ? plugin : sli).header),
    expressions: [],
  };
}

function madeAlert(slo: DataNode, body: DataNode, urgency: string, own: DataNode): MadeAlert {
  const alerting = slo.get('alerting');
  const name = alerting.get('name');
  return {
    name: name.text ?? slo.get('name').text ?? '',
    urgency,
    at: (own.exists ? own : name.exists ? name : slo.get('name')).header,
    labels: [own, alerting, slo, body].map((owner) => owner.get('labels')),
    annotations: [own, alerting].map((owner) => owner.get('annotations')),
    added: {
      sloth_severity: urgency,
      sloth_service: body.get('service').text ?? '',
      sloth_slo: slo.get('name').text ?? '',
    },
  };
}
