import { known, type DataSourceFacts, type Signal, type Subject } from '../../model/index.ts';
import { expressionSignal, watchedServices } from '../../monitoring/index.ts';
import type { Diagnostic } from '../../source/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { parseQuery, type Query } from '../../syntax/promql/index.ts';
import { rootNode, type DataNode } from '../data-node.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { queryFacts } from '../query-facts.ts';
import { scalarPlaces } from '../scalar-places.ts';
import { uniqueIds } from '../unique-ids.ts';
import { isDataSources } from './detect.ts';
import { readDashboard, type Dashboard, type DataSource, type Panel } from './dashboard/model.ts';
import { fixedDataSources, panelFacts, showsData } from './dashboard/panel.ts';
import { undeclaredVariables } from './dashboard/variables.ts';

/** Dashboards with their panels and queries in PromQL; data sources. */
export function normalize(documents: readonly DataDocument[], context: FormatContext): Normalized {
  const reader = new Reader(context);
  for (const document of documents) {
    const root = rootNode(document);
    if (isDataSources(root)) reader.dataSources(root);
    else reader.dashboard(root);
  }
  return { subjects: reader.subjects, diagnostics: reader.diagnostics };
}

class Reader {
  readonly subjects: Subject[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #uniqueId = uniqueIds();
  readonly #context: FormatContext;

  constructor(context: FormatContext) {
    this.#context = context;
  }

  dataSources(root: DataNode): void {
    for (const node of root.get('datasources').items()) {
      const name = node.get('name');
      const facts: DataSourceFacts = {
        system: 'grafana',
        uid: known(node.get('uid').written ?? null, node.get('uid').at),
        type: known(node.get('type').text ?? '', node.get('type').at),
        url: known(node.get('url').text ?? null, node.get('url').at),
      };
      this.subjects.push({ kind: 'data-source', ...this.#common(name, name.text ?? ''), facts });
    }
  }

  dashboard(root: DataNode): void {
    const dashboard = readDashboard(root);
    const { title, uid } = dashboard;
    const common = this.#common(title, title.text ?? '');
    const queries = dashboard.panels.flatMap((panel) => this.#panel(panel, common.id, dashboard.variables));
    const services = queries.flatMap((query) => watchedServices(query.selectors).map(({ name }) => name));
    const signals = queries.flatMap((query): Signal[] => {
      const signal = expressionSignal(query);
      return signal ? [signal] : [];
    });
    const undescribed = dashboard.panels.filter(
      (panel) => showsData(panel) && !panel.library && !panel.description.text?.trim(),
    );
    this.subjects.push({
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
  #panel(panel: Panel, dashboard: string, variables: Dashboard['variables']): readonly Query[] {
    const { title, node } = panel;
    const common = this.#common(title.exists ? title : node.get('type'), title.text ?? '', dashboard);
    this.subjects.push({ kind: 'panel', ...common, facts: panelFacts(panel, dashboard) });
    return panel.queries.flatMap(({ dataSource, expression }) => {
      const type = typeOf(dataSource, variables);
      if (expression.text === undefined || (type !== undefined && type !== 'prometheus')) return [];
      const query = parseQuery(expression.text);
      // Without a type it may be the language of another data source.
      if (query.problem && type === undefined) return [];
      if (query.problem && !query.problem.sure) this.#tell(query, expression, common.name);
      const facts = queryFacts('panel', expression, query);
      this.subjects.push({ kind: 'query', ...this.#common(expression, common.name, dashboard), facts });
      return [query];
    });
  }

  #tell({ problem }: Query, expression: DataNode, panel: string): void {
    if (!problem) return;
    const location = scalarPlaces(expression)(problem);
    this.diagnostics.push({
      code: 'grafana/expression',
      level: 'warning',
      message: `The expression of the panel ${panel} ${problem.message}.`,
      path: location.file.path,
      location,
    });
  }

  #common(
    node: DataNode,
    name: string,
    parent?: string,
  ): Pick<Subject, 'id' | 'name' | 'format' | 'environment' | 'location'> {
    const { path } = node.document.file;
    const environment = this.#context.environmentOf(path);
    return {
      id: this.#uniqueId(parent === undefined ? `${path}:${name}` : `${parent}/${name}`),
      name,
      format: 'grafana',
      ...(environment !== undefined && { environment }),
      location: node.at,
    };
  }
}

/** By what the query says, else by the variable that it chooses with. */
function typeOf({ name, type }: DataSource, variables: Dashboard['variables']): string | undefined {
  if (type !== undefined) return type;
  const variable = /^\$\{?(\w+)/.exec(name.text ?? '')?.[1];
  return variables.find((one) => one.name === variable)?.dataSourceType;
}
