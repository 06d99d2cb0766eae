import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../data-node.ts';

/** Enough rules to tell what a file is; all of them are read later. */
const SAMPLE = 50;

/**
 * A rule file or a PrometheusRule. Grafana's provisioned alerts (an integer `apiVersion`, rules with `data`) and
 * Loki's rules (LogQL) have the same outer shape and are none.
 */
export function detect(document: DataDocument): boolean {
  const root = rootNode(document);
  const apiVersion = root.get('apiVersion');
  if (apiVersion.exists)
    return (
      apiVersion.text?.startsWith('monitoring.coreos.com/') === true &&
      root.get('kind').text === 'PrometheusRule'
    );
  const rules = root
    .get('groups')
    .items()
    .slice(0, SAMPLE)
    .flatMap((group) => group.get('rules').items().slice(0, SAMPLE))
    .slice(0, SAMPLE);
  return rules.some(isRule) && !rules.some(isGrafana) && !isLoki(rules);
}

function isRule(rule: DataNode): boolean {
  return rule.get('alert').exists || rule.get('record').exists;
}

function isGrafana(rule: DataNode): boolean {
  return rule.get('uid').exists || rule.get('data').exists;
}

/** LogQL pipes a stream selector, `{app="x"} |= "error"`, and never names a metric in front of one. */
function isLoki(rules: readonly DataNode[]): boolean {
  const expressions = rules.map((rule) =>
    (rule.get('expr').text ?? '').replace(/"(?:[^"\\]|\\.)*"|`[^`]*`/g, '""'),
  );
  return (
    expressions.some((expression) => /\}\s*(?:\||![=~]\s*")/.test(expression)) &&
    !expressions.some((expression) => /\w\s*\{/.test(expression))
  );
}
