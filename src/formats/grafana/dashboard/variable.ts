import { known, type DashboardVariableFacts } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import { dataSourceOf, type DataSource } from './data-source.ts';

/** What whoever looks at a dashboard chooses, or its author did. */
export interface Variable {
  readonly name: DataNode;
  readonly kind: string;
  /** Type of the data sources among which it chooses; undefined for the other variables. */
  readonly dataSourceType: string | undefined;
  /** Where it takes its values from. */
  readonly dataSource: DataSource;
  readonly query: DataNode;
  /** Several values can be chosen at once. */
  readonly several: boolean;
  readonly refresh: DataNode;
}

export function classicVariable(node: DataNode): Variable {
  const kind = node.get('type').text ?? '';
  const query = node.get('query');
  return {
    name: node.get('name'),
    kind,
    dataSourceType: kind === 'datasource' ? query.text : undefined,
    dataSource: dataSourceOf(node.get('datasource')),
    query: query.isMap ? query.get('query') : query,
    several: isSeveral(node),
    refresh: node.get('refresh'),
  };
}

export function secondVariable(node: DataNode): Variable {
  const spec = node.get('spec');
  const kind = (node.get('kind').text ?? '').replace(/Variable$/, '').toLowerCase();
  const query = spec.get('query');
  const group = query.get('group').exists ? query.get('group') : query.get('kind');
  return {
    name: spec.get('name'),
    kind,
    dataSourceType: kind === 'datasource' ? spec.get('pluginId').text : undefined,
    dataSource: { name: query.get('datasource', 'name'), type: group.text },
    query:
      ['query', '__legacyStringValue'].map((key) => query.get('spec', key)).find(({ exists }) => exists) ??
      query,
    several: isSeveral(spec),
    refresh: spec.get('refresh'),
  };
}

function isSeveral(node: DataNode): boolean {
  return node.get('multi').value === true || node.get('includeAll').value === true;
}

/** When a variable asks for its values anew, by number or by word. */
const REFRESHED: Readonly<Record<string, 'load' | 'time'>> = {
  '1': 'load',
  '2': 'time',
  onDashboardLoad: 'load',
  onTimeRangeChanged: 'time',
};

export function variableFacts(variable: Variable, used: ReadonlySet<string>): DashboardVariableFacts {
  const { name, kind, several, refresh } = variable;
  return {
    name: known(name.text ?? '', name.at),
    kind,
    several,
    refreshed: known(
      kind === 'query' ? (REFRESHED[refresh.written ?? ''] ?? 'never') : null,
      refresh.exists ? refresh.at : name.at,
    ),
    // Filters that people add go into every query by themselves.
    used: known(kind === 'adhoc' || used.has(name.text ?? ''), name.at),
  };
}

/** The expression in PromQL that a variable asks, with what stands around it as blanks: `label_values(up, job)`. */
export function variableExpression({ kind, query }: Variable): string | undefined {
  const { text } = query;
  if (kind !== 'query' || text === undefined) return undefined;
  const call = /^\s{0,20}(label_values|query_result)\s{0,20}\(/.exec(text);
  const end = text.lastIndexOf(')');
  if (!call || end < call[0].length) return undefined;
  const inner = text.slice(call[0].length, end);
  const comma = inner.lastIndexOf(',');
  if (call[1] === 'label_values' && comma < 0) return undefined;
  const asked = call[1] === 'label_values' ? inner.slice(0, comma) : inner;
  return ' '.repeat(call[0].length) + asked;
}
