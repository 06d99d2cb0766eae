import type { Diagnostic } from '../../source/index.ts';
import { asQuery } from '../../monitoring/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { parseLogQuery, type LogQuery } from '../../syntax/logql/index.ts';
import { parseQuery, type Query } from '../../syntax/promql/index.ts';
import { rootNode, type DataNode } from '../data-node.ts';
import { holdsLogRules } from './log-rules.ts';
import { scalarPlaces } from '../scalar-places.ts';

/** One rule of a group, still as written. */
export interface Rule {
  readonly kind: 'alert' | 'record';
  /** The alert's name, or that of the series a recording rule makes. */
  readonly name: DataNode;
  readonly node: DataNode;
  readonly group: DataNode;
  /** `PrometheusRule` object or file that holds it. */
  readonly document: DataDocument;
  readonly query: Query;
  /** What it asks for where it is a rule of Loki. */
  readonly logs: LogQuery | undefined;
}

/** The rules of a rule file or a PrometheusRule, in their order; what cannot be read is told. */
export function readRules(document: DataDocument): {
  readonly rules: readonly Rule[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const rules: Rule[] = [];
  const diagnostics: Diagnostic[] = [];
  const root = rootNode(document);
  const loki = holdsLogRules(root);
  const groups = root.get('spec', 'groups');
  for (const group of (groups.exists ? groups : root.get('groups')).items()) {
    const list = group.get('rules');
    if (!group.isMap) diagnostics.push(unreadable(group, 'A group of rules is no map.'));
    if (list.exists && !list.isList)
      diagnostics.push(unreadable(list, `The rules of the group ${nameOf(group)} are no list.`));
    for (const node of list.items()) {
      const rule = readRule(node, group, document, loki);
      if (rule) {
        rules.push(rule);
        diagnostics.push(...problemsOf(rule));
      } else {
        const message = `A rule of the group ${nameOf(group)} is neither an alert nor a record.`;
        diagnostics.push(unreadable(node, message));
      }
    }
  }
  return { rules, diagnostics };
}

function readRule(node: DataNode, group: DataNode, document: DataDocument, loki: boolean): Rule | undefined {
  const alert = node.get('alert');
  const name = alert.exists ? alert : node.get('record');
  if (name.text === undefined) return undefined;
  const kind = alert.exists ? 'alert' : 'record';
  const written = node.get('expr').written ?? '';
  const logs = loki ? parseLogQuery(written) : undefined;
  const query = logs ? asQuery(ofNumbers(logs, kind, written)) : parseQuery(written);
  return { kind, name, node, group, document, query, logs };
}

/** Loki reads a question for lines, and fails when it makes a rule of it. */
function ofNumbers(logs: LogQuery, kind: Rule['kind'], { length }: string): LogQuery {
  if (logs.problem || !logs.givesLines) return logs;
  const message = `asks for lines, of which no ${kind} can be made`;
  return { ...logs, problem: { message, start: 0, end: length, sure: true } };
}

/** What we cannot read; mistakes of the expression are errors of its query. */
function problemsOf({ kind, name, node, query: { problem } }: Rule): readonly Diagnostic[] {
  if (!problem || problem.sure) return [];
  const location = scalarPlaces(node.get('expr'))(problem);
  const message = `The expression of the ${kind} ${name.text ?? ''} ${problem.message}.`;
  return [{ code: 'prometheus/expression', level: 'warning', message, path: location.file.path, location }];
}

/** The label of a rule: its own, else that of its group. */
export function labelOf(rule: Rule, label: string): DataNode {
  const own = rule.node.get('labels', label);
  const shared = rule.group.get('labels', label);
  return !own.exists && shared.exists ? shared : own;
}

function nameOf(group: DataNode): string {
  return group.get('name').text ?? 'without a name';
}

function unreadable(node: DataNode, message: string): Diagnostic {
  const location = node.isMap ? node.header : node.at;
  return { code: 'prometheus/rule', level: 'warning', message, path: location.file.path, location };
}
