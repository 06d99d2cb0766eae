import { known, type DashboardFacts, type Fact, type Signal } from '../../../model/index.ts';
import { expressionSignal, watchedServices } from '../../../monitoring/index.ts';
import { durationSeconds, parseQuery, type Query } from '../../../syntax/promql/index.ts';
import type { DataNode } from '../../data-node.ts';
import { queryFacts } from '../../query-facts.ts';
import { scalarPlaces } from '../../scalar-places.ts';
import type { Common, Subjects } from '../subjects.ts';
import type { DataSource } from './data-source.ts';
import { readDashboard, type Dashboard, type Panel } from './model.ts';
import { fixedDataSources, panelFacts, showsData, usesBuiltInOnly, type ReadQuery } from './panel.ts';
import { variableExpression, variableFacts } from './variable.ts';
import { severalAsOne, undeclaredVariables, usedVariables } from './variables.ts';

/** A dashboard, its panels, and their queries and those of its variables in PromQL. */
export function dashboardSubjects(root: DataNode, provisioned: boolean, out: Subjects): void {
  const dashboard = readDashboard(root);
  const { title } = dashboard;
  const common = out.common(title, title.text ?? '');
  const read = dashboard.panels.flatMap((panel) => panelSubjects(panel, common.id, dashboard, out));
  variableQueries(dashboard, common, out);
  out.subjects.push({ kind: 'dashboard', ...common, facts: dashboardFacts(dashboard, provisioned, read) });
}

function dashboardFacts(
  dashboard: Dashboard,
  provisioned: boolean,
  read: readonly ReadQuery[],
): DashboardFacts {
  const { title, uid, variables } = dashboard;
  const services = read.flatMap(({ query }) => watchedServices(query.selectors).map(({ name }) => name));
  const signals = read.flatMap(({ query }): Signal[] => {
    const signal = expressionSignal(query);
    return signal ? [signal] : [];
  });
  const undescribed = dashboard.panels.filter(
    (panel) => showsData(panel) && !panel.library && !panel.description.text?.trim(),
  );
  const used = usedVariables(dashboard);
  return {
    system: 'grafana',
    title: known(title.text ?? '', title.at),
    uid: known(uid.text ?? null, uid.at),
    tags: dashboard.tags,
    panels: dashboard.panels.length,
    undeclaredVariables: undeclaredVariables(dashboard).map(({ name, node }) => known(name, node.at)),
    fixedDataSources: fixedDataSources(dashboard).map((name) => known(name.text ?? '', name.at)),
    choosesDataSource: known(
      variables.some(({ kind }) => kind === 'datasource') ||
        dashboard.inputs.length > 0 ||
        usesBuiltInOnly(dashboard),
      title.at,
    ),
    variables: variables.map((variable) => variableFacts(variable, used)),
    severalAsOne: severalAsOne(dashboard, read),
    refreshSeconds: refreshOf(dashboard.refresh),
    inputs: dashboard.inputs.map((name) => known(name, dashboard.body.get('__inputs').header)),
    provisioned,
    prometheus: read.length > 0 || variables.some(({ dataSourceType }) => dataSourceType === 'prometheus'),
    undescribedPanels: known(undescribed.length, (undescribed[0]?.title ?? title).at),
    services: [...new Set(services)].sort(),
    signals: [...new Set(signals)].sort(),
  };
}

function refreshOf(node: DataNode): Fact<number | null> {
  return known(durationSeconds(node.text ?? '') ?? null, node.at);
}

/** Gives the queries of the panel that are in PromQL. */
function panelSubjects(
  panel: Panel,
  dashboard: string,
  { variables }: Dashboard,
  out: Subjects,
): readonly ReadQuery[] {
  const { title, node } = panel;
  const common = out.common(title.exists ? title : node.get('type'), title.text ?? '', dashboard);
  const read = panel.queries.flatMap(({ dataSource, expression }) => {
    const query = readQuery(expression.text, typeOf(dataSource, variables));
    return query ? [{ expression, query }] : [];
  });
  out.subjects.push({ kind: 'panel', ...common, facts: panelFacts(panel, dashboard, read) });
  for (const { expression, query } of read) {
    tell(query, expression, `panel ${common.name}`, out);
    const facts = queryFacts('panel', expression, query);
    out.subjects.push({ kind: 'query', ...out.common(expression, common.name, dashboard), facts });
  }
  return read;
}

function variableQueries(dashboard: Dashboard, { id }: Common, out: Subjects): void {
  for (const variable of dashboard.variables) {
    const text = variableExpression(variable);
    const query = readQuery(text, typeOf(variable.dataSource, dashboard.variables));
    if (!query) continue;
    const name = variable.name.text ?? '';
    tell(query, variable.query, `variable ${name}`, out);
    const facts = queryFacts('variable', variable.query, query);
    out.subjects.push({ kind: 'query', ...out.common(variable.query, name, id), facts });
  }
}

/** What was read of a text in PromQL. Without a type it may be the language of another data source. */
function readQuery(text: string | undefined, type: string | undefined): Query | undefined {
  if (text === undefined || (type !== undefined && type !== 'prometheus')) return undefined;
  const query = parseQuery(text);
  return query.problem && type === undefined ? undefined : query;
}

function tell({ problem }: Query, expression: DataNode, who: string, out: Subjects): void {
  if (!problem || problem.sure) return;
  const location = scalarPlaces(expression)(problem);
  out.tell('expression', `The expression of the ${who} ${problem.message}.`, location);
}

/** By what the query says, else by the variable that it chooses with. */
function typeOf({ name, type }: DataSource, variables: Dashboard['variables']): string | undefined {
  if (type !== undefined) return type;
  const variable = /^\$\{?(\w+)/.exec(name.text ?? '')?.[1];
  return variables.find((one) => one.name.text === variable)?.dataSourceType;
}
