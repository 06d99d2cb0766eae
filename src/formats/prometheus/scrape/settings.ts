import { known, unknown, type Fact, type ScrapeFacts } from '../../../model/index.ts';
import { durationSeconds, hasPlaceholder } from '../../../syntax/promql/index.ts';
import type { DataNode } from '../../data-node.ts';

/** A setting by its name in the configuration; objects of operators write it in camel case. */
export function setting(node: DataNode, name: string): DataNode {
  const own = node.get(name);
  if (own.exists) return own;
  const camel = node.get(name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()));
  return camel.exists ? camel : own;
}

/** What all kinds of scrapes say alike: how often and how they ask, and what they throw away. */
export function commonFacts(
  node: DataNode,
  interval: Fact<number>,
): Pick<ScrapeFacts, 'intervalSeconds' | 'encrypted' | 'authenticated' | 'droppedMetrics'> {
  return {
    intervalSeconds: secondsFact(setting(node, 'scrape_interval'), node.get('interval')) ?? interval,
    encrypted: encryptedFact(node.get('scheme')),
    authenticated: authenticatedFact(node),
    droppedMetrics: droppedMetrics(node),
  };
}

/** A duration; nothing where none of the settings is there. */
export function secondsFact(...nodes: readonly DataNode[]): Fact<number> | undefined {
  const node = nodes.find(({ exists }) => exists);
  if (!node) return undefined;
  const seconds = durationSeconds(node.written ?? '');
  return seconds === undefined
    ? unknown(`${JSON.stringify(node.written?.slice(0, 40) ?? node.label)} is no duration`, node.at)
    : known(seconds, node.at);
}

/** A text, unless it is filled in later. */
export function textFact<T>(node: DataNode, fallback: T): Fact<string | T> {
  const text = node.written;
  if (text === undefined) return known(fallback, node.at);
  return hasPlaceholder(text)
    ? unknown(`the ${/^\d+$/.test(node.label) ? 'address' : node.label} is filled in later`, node.at)
    : known(text, node.at);
}

function encryptedFact(scheme: DataNode): Fact<boolean> {
  const text = scheme.text?.toLowerCase();
  if (text !== undefined && hasPlaceholder(text)) return unknown('the scheme is filled in later', scheme.at);
  return known(text === 'https', scheme.at);
}

/** Settings that make it show a password or token. A certificate shows nothing to others. */
const CREDENTIALS: readonly string[] = [
  'basic_auth',
  'authorization',
  'bearer_token',
  'bearer_token_file',
  'bearer_token_secret',
  'oauth2',
  'sigv4',
];

function authenticatedFact(node: DataNode): Fact<boolean> {
  const found = CREDENTIALS.map((name) => setting(node, name)).find(({ exists }) => exists);
  return found ? known(true, found.header) : known(false, node.header);
}

function droppedMetrics(node: DataNode): ScrapeFacts['droppedMetrics'] {
  return relabelings(node, 'metric_relabel_configs', 'metricRelabelings')
    .filter((step) => actionOf(step) === 'drop' && sourcesOf(step).join() === '__name__')
    .flatMap((step) => {
      const regex = step.get('regex');
      return regex.text === undefined ? [] : [known(regex.text, regex.at)];
    });
}

/** The steps of relabeling under the names that the configuration and objects of operators give to them. */
export function relabelings(
  node: DataNode,
  name: 'relabel_configs' | 'metric_relabel_configs',
  operators: 'relabelings' | 'metricRelabelings',
): readonly DataNode[] {
  return [setting(node, name), node.get(operators)].flatMap((list) => list.items());
}

/** What a step of relabeling does. */
export function actionOf(step: DataNode): string {
  return step.get('action').text?.toLowerCase() ?? 'replace';
}

/** The labels that a step of relabeling reads. */
export function sourcesOf(step: DataNode): readonly string[] {
  return setting(step, 'source_labels').texts();
}
