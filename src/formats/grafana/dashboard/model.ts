import type { DataNode } from '../../data-node.ts';
import { isResource } from '../detect.ts';
import { dataSourceOf, type DataSource } from './data-source.ts';
import { classicVariable, secondVariable, type Variable } from './variable.ts';

/** A dashboard, whichever of Grafana's models it is written in. */
export interface Dashboard {
  readonly title: DataNode;
  readonly uid: DataNode;
  readonly tags: readonly string[];
  readonly variables: readonly Variable[];
  /** Data sources that whoever imports it chooses: `__inputs`. */
  readonly inputs: readonly string[];
  readonly panels: readonly Panel[];
  /** How often an open page asks again: `30s`, empty for never. */
  readonly refresh: DataNode;
  /** Other texts in which variables stand: of links and annotations. */
  readonly texts: readonly DataNode[];
  /** All of it, whatever it holds. */
  readonly body: DataNode;
}

export interface Panel {
  readonly node: DataNode;
  readonly type: DataNode;
  readonly title: DataNode;
  readonly description: DataNode;
  /** A panel that a library holds has neither data source nor queries here. */
  readonly library: boolean;
  readonly dataSource: DataSource;
  readonly queries: readonly PanelQuery[];
  /** What its numbers are: defaults, exceptions, mappings of values. */
  readonly fields: DataNode;
  /** A variable for each value of which there is a picture of its own. */
  readonly repeat: DataNode;
  readonly links: readonly DataNode[];
}

interface PanelQuery {
  readonly dataSource: DataSource;
  /** Where an expression would be. */
  readonly expression: DataNode;
}

/** Reads a dashboard of any model. */
export function readDashboard(root: DataNode): Dashboard {
  if (!isResource(root)) {
    const wrapped = root.get('dashboard');
    const body = wrapped.isMap && !root.get('panels').isList ? wrapped : root;
    return classic(body, body.get('uid'));
  }
  const spec = root.get('spec');
  const uid = root.get('metadata', 'name');
  return spec.get('elements').isMap ? second(spec, uid) : classic(spec, uid);
}

/** https://grafana.com/docs/grafana/latest/visualizations/dashboards/build-dashboards/view-dashboard-json-model/ */
function classic(body: DataNode, uid: DataNode): Dashboard {
  const rows = body.get('rows').items();
  const panels = [...rows.flatMap((row) => row.get('panels').items()), ...body.get('panels').items()];
  return {
    title: body.get('title'),
    uid,
    tags: body.get('tags').texts(),
    variables: body.get('templating', 'list').items().map(classicVariable),
    inputs: body
      .get('__inputs')
      .items()
      .flatMap((input) => input.get('name').text ?? []),
    // A row holds the panels that are folded away with it.
    panels: panels.flatMap((panel) => [panel, ...panel.get('panels').items()]).flatMap(classicPanel),
    refresh: body.get('refresh'),
    texts: [
      ...rows.map((row) => row.get('repeat')),
      ...body.get('links').items().flatMap(linkTexts),
      ...body
        .get('annotations', 'list')
        .items()
        .flatMap((annotation) => [annotation.get('expr'), dataSourceOf(annotation.get('datasource')).name]),
    ],
    body,
  };
}

function classicPanel(node: DataNode): readonly Panel[] {
  if (!node.isMap || node.get('type').text === 'row') return [];
  const dataSource = dataSourceOf(node.get('datasource'));
  return [
    {
      node,
      type: node.get('type'),
      title: node.get('title'),
      description: node.get('description'),
      library: node.get('libraryPanel').exists,
      dataSource,
      queries: node
        .get('targets')
        .items()
        // Grafana asks nothing where the expression is left empty.
        .filter((target) => target.get('expr').text?.trim() !== '')
        .map((target) => {
          const own = target.get('datasource');
          return { dataSource: own.exists ? dataSourceOf(own) : dataSource, expression: target.get('expr') };
        }),
      fields: node.get('fieldConfig'),
      repeat: node.get('repeat'),
      links: node.get('links').items(),
    },
  ];
}

/** Where a link leads, and what is told of it. */
export function linkTexts(link: DataNode): readonly DataNode[] {
  return ['url', 'title', 'params'].map((key) => link.get(key));
}

/** https://grafana.com/docs/grafana/latest/as-code/observability-as-code/schema-v2/ */
function second(spec: DataNode, uid: DataNode): Dashboard {
  return {
    title: spec.get('title'),
    uid,
    tags: spec.get('tags').texts(),
    variables: spec.get('variables').items().map(secondVariable),
    inputs: [],
    panels: spec
      .get('elements')
      .entries()
      .map(([, element]) => secondPanel(element)),
    refresh: spec.get('timeSettings', 'autoRefresh'),
    texts: spec.get('links').items().flatMap(linkTexts),
    body: spec,
  };
}

function secondPanel(element: DataNode): Panel {
  const body = element.get('spec');
  const vizConfig = body.get('vizConfig');
  const queries = body
    .get('data', 'spec', 'queries')
    .items()
    .map((item) => {
      const query = item.get('spec', 'query');
      const named = query.get('datasource').isMap ? query.get('datasource') : item.get('spec', 'datasource');
      const name = named.get('uid').exists ? named.get('uid') : named.get('name');
      const group = query.get('group').exists ? query.get('group') : query.get('kind');
      return {
        dataSource: { name, type: named.get('type').text ?? group.text },
        expression: query.get('spec', 'expr'),
      };
    });
  return {
    node: element,
    type: vizConfig.get('group').exists ? vizConfig.get('group') : vizConfig.get('kind'),
    title: body.get('title'),
    description: body.get('description'),
    library: element.get('kind').text === 'LibraryPanel',
    dataSource: queries[0]?.dataSource ?? { name: body.get('datasource'), type: undefined },
    queries,
    fields: vizConfig.get('spec', 'fieldConfig'),
    repeat: body.get('repeat'),
    links: body.get('links').items(),
  };
}
