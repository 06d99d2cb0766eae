import { known, type Fact } from '../../model/index.ts';
import type { Location } from '../../source/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { durationSeconds, hasPlaceholder } from '../../syntax/promql/index.ts';
import { rootNode, type DataNode } from '../data-node.ts';

/** Settings of a group that Prometheus, Thanos, Mimir and VictoriaMetrics know. */
const GROUP_KEYS: ReadonlySet<string> = new Set(
  `name interval limit query_offset labels rules partial_response_strategy source_tenants evaluation_delay
  align_evaluation_time_on_interval type concurrency eval_offset eval_delay eval_alignment params headers
  notifier_headers debug tenant`.split(/\s+/),
);
const RULE_KEYS: ReadonlySet<string> = new Set(
  'record alert expr for keep_firing_for labels annotations debug update_entries_limit'.split(' '),
);
/** What only alerts have. */
const ALERT_KEYS: readonly string[] = ['for', 'keep_firing_for', 'annotations'];

/**
 * What Prometheus refuses in a file of rules, beside expressions and templates. Objects of a cluster lose what nobody
 * knows before it is read. Source: Prometheus 3.13, model/rulefmt/rulefmt.go.
 */
export function ruleFileMistakes(document: DataDocument): readonly Fact<string>[] {
  const root = rootNode(document);
  const isObject = root.get('apiVersion').exists;
  const finder = new MistakeFinder(isObject);
  for (const group of root.get(...(isObject ? ['spec', 'groups'] : ['groups'])).items()) finder.group(group);
  return finder.mistakes;
}

class MistakeFinder {
  readonly mistakes: Fact<string>[] = [];
  readonly #names = new Set<string>();
  readonly #isObject: boolean;

  constructor(isObject: boolean) {
    this.#isObject = isObject;
  }

  group(group: DataNode): void {
    if (!group.isMap) return;
    const name = group.get('name');
    const written = name.written ?? '';
    if (written === '') this.#tell('a group has no name', group.header);
    else if (this.#names.has(written)) this.#tell(`the group ${written} is there twice`, name.at);
    this.#names.add(written);
    const who = `the group ${written}`;
    this.#unknown(group, GROUP_KEYS, who);
    for (const key of ['interval', 'query_offset']) this.#duration(group.get(key), who);
    for (const rule of group.get('rules').items()) this.#rule(rule);
  }

  #rule(rule: DataNode): void {
    const [alert, record] = [rule.get('alert'), rule.get('record')];
    if (!alert.exists && !record.exists) return;
    const who = `the rule ${(alert.exists ? alert : record).written ?? ''}`;
    if (alert.exists && record.exists) this.#tell(`${who} is both an alert and a record`, record.keyAt);
    else if (record.exists)
      for (const key of ALERT_KEYS.filter((one) => rule.get(one).exists))
        this.#tell(`${who} records, and has ${key} like an alert`, rule.get(key).keyAt);
    this.#unknown(rule, RULE_KEYS, who);
    for (const key of ['for', 'keep_firing_for']) this.#duration(rule.get(key), who);
    for (const key of ['labels', 'annotations']) this.#texts(rule.get(key), key, who);
  }

  #texts(map: DataNode, key: string, who: string): void {
    if (map.exists && !map.isMap) this.#tell(`the ${key} of ${who} are no map`, map.at);
    for (const [name, node] of map.entries()) {
      if (key === 'labels' && (name === '' || name === '__name__'))
        this.#tell(`${who} sets the label ${JSON.stringify(name)}, which none may`, node.keyAt);
      if (node.isMap || node.isList) this.#tell(`${name} in the ${key} of ${who} is no text`, node.at);
    }
  }

  #duration(node: DataNode, who: string): void {
    const text = node.written;
    if (!node.exists || (text !== undefined && (hasPlaceholder(text) || durationSeconds(text) !== undefined)))
      return;
    const shown = text === undefined ? 'what is no text' : JSON.stringify(text.slice(0, 40));
    this.#tell(`${who} has ${shown} as ${node.label}, which is no duration`, node.at);
  }

  #unknown(node: DataNode, keys: ReadonlySet<string>, who: string): void {
    if (this.#isObject) return;
    for (const [key, value] of node.entries())
      if (!keys.has(key) && !hasPlaceholder(key))
        this.#tell(
          `${who} has ${JSON.stringify(key.slice(0, 40))}, which no rule file may hold there`,
          value.keyAt,
        );
  }

  #tell(message: string, at: Location): void {
    this.mistakes.push(known(message, at));
  }
}
