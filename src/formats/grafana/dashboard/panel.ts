import { known, unknown, type PanelFacts } from '../../../model/index.ts';
import { fixedRates, plainCounters } from '../../../monitoring/index.ts';
import type { Query } from '../../../syntax/promql/index.ts';
import type { DataNode } from '../../data-node.ts';
import { scalarPlaces } from '../../scalar-places.ts';
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

/** An expression of a panel, and what was read of it. */
export interface ReadQuery {
  readonly expression: DataNode;
  readonly query: Query;
}

/** Facts of a panel. */
export function panelFacts(panel: Panel, dashboard: string, read: readonly ReadQuery[]): PanelFacts {
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
    unitless: library
      ? unknown('a library of Grafana holds the panel', node.header)
      : known(isUnitless(panel, read), title.exists ? title.at : node.at),
    plainCounters: read.flatMap(plainCountersOf),
    fixedRates: read.flatMap(fixedRatesOf),
  };
}

function plainCountersOf({ expression, query }: ReadQuery): PanelFacts['plainCounters'] {
  const placeOf = scalarPlaces(expression);
  const counters = query.expression ? plainCounters(query.expression) : [];
  return counters.map((selector) => known(selector.metric ?? '', placeOf(selector)));
}

function fixedRatesOf({ expression, query }: ReadQuery): PanelFacts['fixedRates'] {
  const placeOf = scalarPlaces(expression);
  const text = expression.text ?? '';
  const ranges = query.expression ? fixedRates(query.expression, text) : [];
  return ranges.map((part) => known(text.slice(part.start, part.end), placeOf(part)));
}

/** Types of panels that show numbers with one unit for all of them. */
const NUMBERS: ReadonlySet<string> = new Set('graph timeseries stat singlestat gauge bargauge'.split(' '));

/** Units that names of metrics end with. https://prometheus.io/docs/practices/naming/#base-units */
const IN_UNITS = /_(?:seconds|milliseconds|bytes|bits|celsius|joules|volts|amperes|meters|grams)(?:_|$)/;

/** Numbers of things are read without a unit, seconds and bytes are not; what a panel asks may not be known. */
function isUnitless(panel: Panel, read: readonly ReadQuery[]): boolean {
  if (!NUMBERS.has(panel.type.text ?? '') || saysUnit(panel)) return false;
  const selectors = read.flatMap(({ query }) => query.selectors);
  if (panel.queries.length > 0 && !selectors.some(({ metric }) => IN_UNITS.test(metric ?? ''))) return false;
  // How many there are of what is measured in seconds, and shares of bytes, have no unit.
  return read.every(
    ({ query }) => query.expression?.kind !== 'aggregate' || query.expression.name !== 'count',
  );
}

function saysUnit({ node, fields }: Panel): boolean {
  const defaults = fields.get('defaults');
  const overrides = fields.get('overrides').items();
  return (
    defaults.get('unit').text !== undefined ||
    defaults.get('mappings').items().length > 0 ||
    overrides.some((one) =>
      one
        .get('properties')
        .items()
        .some((property) => /^(?:unit|mappings)$/.test(property.get('id').text ?? '')),
    ) ||
    Boolean(node.get('options', 'reduceOptions', 'fields').text) ||
    // Of the kinds that there were before: formats of axes, and of the one number.
    node.get('format').exists ||
    node
      .get('yaxes')
      .items()
      .some((axis) => axis.get('format').exists)
  );
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

/** Only Grafana's own data source, or that of another panel: there is nothing to choose. */
export function usesBuiltInOnly({ panels }: Dashboard): boolean {
  const names = panels
    .filter(showsData)
    .flatMap((panel) => [panel.dataSource, ...panel.queries.map((query) => query.dataSource)])
    .flatMap(({ name }) => name.text ?? []);
  return names.length > 0 && names.every((name) => BUILT_IN.has(name));
}
