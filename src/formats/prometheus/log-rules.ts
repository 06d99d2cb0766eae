import type { DataNode } from '../data-node.ts';

/** Enough rules to tell what a file is; all of them are read later. */
const SAMPLE = 50;

/** The first rules of a file or an object. */
export function sampleRules(root: DataNode): readonly DataNode[] {
  const groups = root.get('spec', 'groups').exists ? root.get('spec', 'groups') : root.get('groups');
  return groups
    .items()
    .slice(0, SAMPLE)
    .flatMap((group) => group.get('rules').items().slice(0, SAMPLE))
    .slice(0, SAMPLE);
}

/** Are the rules Loki's? They look like Prometheus' and ask in LogQL; objects for Loki's operator say so themselves. */
export function holdsLogRules(root: DataNode): boolean {
  if (root.get('apiVersion').text?.startsWith('loki.grafana.com/') === true) return true;
  const expressions = sampleRules(root).map((rule) =>
    (rule.get('expr').text ?? '').replace(/"(?:[^"\\]|\\.)*"|`[^`]*`|\{\{[^{}]*\}\}|#[^\n]*/g, '""'),
  );
  if (expressions.some((expression) => /[\w\]]\s*\{/.test(expression))) return false;
  return expressions.some(isLogQl);
}

/** LogQL pipes a stream selector, `{app="x"} |= "error"`, and never names a metric in front of one. */
function isLogQl(expression: string): boolean {
  if (/\}\s*(?:\||![=~]\s*")/.test(expression)) return true;
  return /(?:^|[(,\s])\{(?!\s*\})/.test(expression) && !expression.includes('__name__');
}
