import { known, type Signal } from '../../../model/index.ts';
import { expressionSignal, watchedServices } from '../../../monitoring/index.ts';
import { parseQuery, type Query } from '../../../syntax/promql/index.ts';
import type { DataNode } from '../../data-node.ts';
import { queryFacts } from '../../query-facts.ts';
import { scalarPlaces } from '../../scalar-places.ts';
import type { Subjects } from '../subjects.ts';
import { readDashboard, type Dashboard, type DataSource, type Panel } from './model.ts';
import { fixedDataSources, panelFacts, showsData } from './panel.ts';
import { undeclaredVariables } from './variables.ts';

/** A dashboard, its panels, and their queries in PromQL. */
export function dashboardSubjects(root: DataNode, out: Subjects): void {
  const dashboard = readDashboard(root);
  const { title, uid } = dashboard;
  const common = out.common(title, title.text ?? '');
  const queries = dashboard.panels.flatMap((panel) =>
    panelSubjects(panel, common.id, dashboard.variables, out),
  );
  const services = queries.flatMap((query) => watchedServices(query.selectors).map(({ name }) => name));
  const signals = queries.flatMap((query): Signal[] => {
    const signal = expressionSignal(query);
    return signal ? [signal] : [];
  });
  const undescribed = dashboard.panels.filter(
    (panel) => showsData(panel) && !panel.library && !panel.description.text?.trim(),
  );
  out.subjects.push({
    kind: 'dashboard',
    ...common,
    facts: {
      system: 'grafana',
      title: known(title.text ?? '', title.at),
      uid: known(uid.text ?? null, uid.at),
      tags: dashboard.tags,
      panels: dashboard.panels.length,
      undeclaredVariables: undeclaredVariables(dashboard).map(({ name, node }) => known(name, node.at)),
      fixedDataSources: fixedDataSources(dashboard).map((name) => known(name.text ?? '', name.at)),
      undescribedPanels: known(undescribed.length, (undescribed[0]?.title ?? title).at),
      services: [...new Set(services)].sort(),
      signals: [...new Set(signals)].sort(),
    },
  });
}

/** Gives the queries of the panel that are in PromQL. */
function panelSubjects(
  panel: Panel,
  dashboard: string,
  variables: Dashboard['variables'],
  out: Subjects,
): readonly Query[] {
  const { title, node } = panel;
  const common = out.common(title.exists ? title : node.get('type'), title.text ?? '', dashboard);
  out.subjects.push({ kind: 'panel', ...common, facts: panelFacts(panel, dashboard) });
  return panel.queries.flatMap(({ dataSource, expression }) => {
    const type = typeOf(dataSource, variables);
    if (expression.text === undefined || (type !== undefined && type !== 'prometheus')) return [];
    const query = parseQuery(expression.text);
    // Without a type it may be the language of another data source.
    if (query.problem && type === undefined) return [];
    if (query.problem && !query.problem.sure) {
      const message = `The expression of the panel ${common.name} ${query.problem.message}.`;
      out.tell('expression', message, scalarPlaces(expression)(query.problem));
    }
    const facts = queryFacts('panel', expression, query);
    out.subjects.push({ kind: 'query', ...out.common(expression, common.name, dashboard), facts });
    return [query];
  });
}

/** By what the query says, else by the variable that it chooses with. */
function typeOf({ name, type }: DataSource, variables: Dashboard['variables']): string | undefined {
  if (type !== undefined) return type;
  const variable = /^\$\{?(\w+)/.exec(name.text ?? '')?.[1];
  return variables.find((one) => one.name === variable)?.dataSourceType;
}
