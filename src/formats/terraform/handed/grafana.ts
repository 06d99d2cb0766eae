import { textOf, type Part, type Resource, type Stack, type Value } from '../../../cloud/index.ts';
import type { Location } from '../../../source/index.ts';
import { encodedTree, taken } from './read.ts';
import { listTree, mapTree, scalarTree, treeDocument, valueTree, type Tree } from './tree.ts';
import type { DataDocument } from '../../../syntax/data/index.ts';

/**
 * What resources of Grafana's provider give to an installation, as the files that would give it the same.
 * https://github.com/grafana/terraform-provider-grafana/tree/main/docs/resources
 */
export function grafanaDocuments(stack: Stack): readonly DataDocument[] {
  const given: readonly (readonly [type: string, list: string, read: (one: Resource) => Tree])[] = [
    ['grafana_rule_group', 'groups', (group) => groupTree(group, stack)],
    ['grafana_contact_point', 'contactPoints', contactPointTree],
    ['grafana_notification_policy', 'policies', policyTree],
    ['grafana_mute_timing', 'muteTimes', (timing) => own(timing, { name: 'name' })],
    ['grafana_data_source', 'datasources', dataSourceTree],
  ];
  return [
    ...given.flatMap(([type, list, read]) =>
      stack.of(type).map((resource) => provisioned(resource, list, read(resource))),
    ),
    ...stack.of('grafana_dashboard').flatMap((dashboard) => {
      const tree = encodedTree(dashboard.get('config_json'));
      return tree ? [treeDocument(tree)] : [];
    }),
  ];
}

function provisioned({ address, at }: Resource, list: string, tree: Tree): DataDocument {
  return treeDocument(
    mapTree(
      [
        ['apiVersion', scalarTree(1, at)],
        ['metadata', mapTree([['name', scalarTree(address, at)]], at)],
        [list, listTree([tree], at)],
      ],
      at,
    ),
  );
}

/** Attributes under the names that they have in files. */
function own(part: Part, names: Readonly<Record<string, string>>, more: Iterable<Entry> = []): Tree {
  const entries = Object.entries(names).map(([to, from]): Entry => [to, taken(part, from)]);
  return mapTree([...entries, ...more], part.at);
}

type Entry = readonly [string, Tree | undefined];

function groupTree(group: Resource, stack: Stack): Tree {
  const folder = group.get('folder_uid');
  const title = stack.target(folder)?.get('title') ?? folder;
  return own(group, { name: 'name', interval: 'interval_seconds' }, [
    ['folder', title && valueTree(title)],
    ['rules', listTree(certain(group, 'rule').map(ruleTree), group.at)],
  ]);
}

/** Those that are there for certain. */
function certain(part: Part, name: string): readonly Part[] {
  return part.parts(name).filter(({ uncertain }) => uncertain === undefined);
}

function ruleTree(rule: Part): Tree {
  const [settings] = certain(rule, 'notification_settings');
  const names = {
    title: 'name',
    uid: 'uid',
    for: 'for',
    condition: 'condition',
    noDataState: 'no_data_state',
    execErrState: 'exec_err_state',
    isPaused: 'is_paused',
    annotations: 'annotations',
    labels: 'labels',
  };
  const data = certain(rule, 'data').map((step) =>
    own(step, { refId: 'ref_id', datasourceUid: 'datasource_uid' }, [
      ['model', encodedTree(step.get('model'))],
    ]),
  );
  const [record] = certain(rule, 'record');
  return own(rule, names, [
    ['data', listTree(data, rule.at)],
    ['record', record && own(record, { metric: 'metric' })],
    ['notification_settings', settings && own(settings, { receiver: 'contact_point' })],
  ]);
}

/** Blocks of a contact point, each a way to tell somebody. */
const WAYS: readonly string[] =
  'alertmanager dingding discord email googlechat jira kafka line oncall opsgenie pagerduty pushover sensugo slack sns teams telegram threema victorops webex webhook wecom'.split(
    ' ',
  );

/** Settings that files spell in another way. */
const SPELLED: Readonly<Record<string, string>> = { api_url: 'apiUrl', endpoint_url: 'endpointUrl' };

function contactPointTree(point: Resource): Tree {
  const ways = WAYS.flatMap((type) =>
    point.parts(type).map((way) =>
      mapTree(
        [
          ['type', scalarTree(type, way.at)],
          ['settings', settingsTree(way)],
          ['disableResolveMessage', taken(way, 'disable_resolve_message')],
        ],
        way.at,
      ),
    ),
  );
  return own(point, { name: 'name' }, [['receivers', listTree(ways, point.at)]]);
}

/** A block that is not known has some. */
function settingsTree(way: Part): Tree {
  if (way.uncertain !== undefined) return mapTree([['url', scalarTree('${…}', way.at)]], way.at);
  const entries = way.names().flatMap((name): readonly Entry[] => {
    const value = way.get(name);
    if (!value || name === 'settings' || name === 'disable_resolve_message') return [];
    return [[SPELLED[name] ?? name, name === 'addresses' ? joinedTree(value) : valueTree(value)]];
  });
  return mapTree(entries, way.at);
}

/** Files have mail addresses in one text. */
function joinedTree(value: Value): Tree {
  const tree = valueTree(value);
  const texts = [...tree.children.values()].map((item) => String(item.value));
  return texts.length === 0 ? tree : scalarTree(texts.join(';'), value.at);
}

function policyTree(policy: Part): Tree {
  const names = {
    receiver: 'contact_point',
    continue: 'continue',
    mute_time_intervals: 'mute_timings',
    active_time_intervals: 'active_timings',
    group_wait: 'group_wait',
    group_interval: 'group_interval',
    repeat_interval: 'repeat_interval',
  };
  const matchers = policy.parts('matcher').map(matcherTree);
  return own(policy, names, [
    ['object_matchers', matchers.length === 0 ? undefined : listTree(matchers, policy.at)],
    ['routes', listTree(certain(policy, 'policy').map(policyTree), policy.at)],
  ]);
}

/** A triple; of one that is not wholly known a text that is no matcher. */
function matcherTree(matcher: Part): Tree {
  const values = ['label', 'match', 'value'].map((name) => matcher.get(name));
  const texts = values.flatMap((value) => {
    const text = value && textOf(value);
    return text === undefined || matcher.uncertain !== undefined
      ? []
      : [scalarTree(text, placeOf(value, matcher))];
  });
  return texts.length === values.length ? listTree(texts, matcher.at) : scalarTree('${…}', matcher.at);
}

function placeOf(value: Value | undefined, part: Part): Location {
  return value?.at ?? part.at;
}

/** What refers to it before it is made names it by its address. */
function dataSourceTree(source: Resource): Tree {
  const uid = taken(source, 'uid') ?? scalarTree(`\${${source.address}.uid}`, source.at);
  return own(source, { name: 'name', type: 'type', url: 'url' }, [['uid', uid]]);
}
