import type { DataDocument } from '../../syntax/data/index.ts';
import { heldTexts, operatorFormat } from '../cluster-objects.ts';
import { rootNode, type DataNode } from '../data-node.ts';
import { sampleRules } from './log-rules.ts';

/** Enough groups to tell what a file is. */
const SAMPLE = 50;

/**
 * A rule file, a configuration, or an object of an operator; Loki's rules have the same shape. Grafana's provisioned alerts (an integer
 * `apiVersion`, rules with `data`) have the same outer shape and are none.
 */
export function detect(document: DataDocument): boolean {
  const root = rootNode(document);
  if (root.get('apiVersion').exists)
    return operatorFormat(root) === 'prometheus' || heldTexts(root, 'prometheus').length > 0;
  if (isRuleTest(root) || isConfiguration(root)) return true;
  const groups = root.get('groups').items().slice(0, SAMPLE);
  const rules = sampleRules(root);
  if (rules.length === 0) return groups.length > 0 && groups.every(isEmptyGroup);
  return rules.some(isRule) && !rules.some(isGrafana);
}

/** Does a file hold unit tests of rules? */
export function isRuleTest(root: DataNode): boolean {
  const tests = root.get('tests').items();
  return (
    (root.get('rule_files').isList || root.has('evaluation_interval')) &&
    tests.some((test) => ['input_series', 'alert_rule_test', 'promql_expr_test'].some((key) => test.has(key)))
  );
}

/** Promtail's configuration has jobs, too, and says where it sends lines; that of a collector has receivers. */
function isConfiguration(root: DataNode): boolean {
  if (['clients', 'positions', 'receivers', 'exporters', 'pipelines'].some((key) => root.has(key)))
    return false;
  const jobs = root.get('scrape_configs').items();
  if (jobs.some((job) => job.has('pipeline_stages'))) return false;
  if (jobs.some((job) => job.get('job_name').exists)) return true;
  const global = root.get('global');
  return (
    global.isMap &&
    (root.get('rule_files').isList || global.get('scrape_interval').exists || root.get('remote_write').isList)
  );
}

/** Generators write groups for which there are no rules yet; only by their keys are they Prometheus'. */
const GROUP_KEYS: ReadonlySet<string> = new Set([
  'name',
  'rules',
  'interval',
  'limit',
  'query_offset',
  'labels',
  'partial_response_strategy',
]);

function isEmptyGroup(group: DataNode): boolean {
  return (
    group.get('name').text !== undefined &&
    group.has('rules') &&
    group.entries().every(([key]) => GROUP_KEYS.has(key))
  );
}

function isRule(rule: DataNode): boolean {
  return rule.get('alert').exists || rule.get('record').exists;
}

function isGrafana(rule: DataNode): boolean {
  return rule.get('uid').exists || rule.get('data').exists;
}
