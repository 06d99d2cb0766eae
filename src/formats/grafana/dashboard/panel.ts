import { known, unknown, type PanelFacts } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import type { Dashboard, Panel } from './model.ts';

/** Types of panels that show no data of queries. */
const WITHOUT_DATA: ReadonlySet<string> = new Set(
  'text row news dashlist alertlist annolist welcome gettingstarted pluginlist traces-explore debug'.split(
    ' ',
  ),
);

/** Data sources that every installation has. */
const BUILT_IN: ReadonlySet<string> = new Set([
  'grafana',
  '-- Grafana --',
  '-- Mixed --',
  '-- Dashboard --',
  '__expr__',
]);

/** Facts of a panel. */
export function panelFacts(panel: Panel, dashboard: string): PanelFacts {
  const { node, type, title, description, library, queries } = panel;
  return {
    dashboard,
    type: known(type.text ?? '', type.at),
    title: known(title.text ?? '', title.exists ? title.at : node.at),
    description: known(description.text ?? '', description.at),
    showsData: showsData(panel),
    queries: library
      ? unknown('a library of Grafana holds the panel', node.header)
      : known(queries.length, title.exists ? title.at : node.at),
  };
}

/** Does a panel show data of queries? */
export function showsData({ type }: Panel): boolean {
  return !WITHOUT_DATA.has(type.text ?? '');
}

/** The data sources of one installation that panels name; `inputs` are those that whoever imports the dashboard chooses. */
export function fixedDataSources({ panels, inputs }: Dashboard): readonly DataNode[] {
  const found = new Map<string, DataNode>();
  for (const panel of panels.filter(showsData))
    for (const { name } of [panel.dataSource, ...panel.queries.map((query) => query.dataSource)]) {
      const { text } = name;
      if (
        text === undefined ||
        text === '' ||
        BUILT_IN.has(text) ||
        inputs.includes(text) ||
        /\$|\[\[/.test(text)
      )
        continue;
      if (!found.has(text)) found.set(text, name);
    }
  return [...found.values()];
}
