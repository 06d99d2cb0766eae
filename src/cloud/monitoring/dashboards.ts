import { byDefault } from '../resource/part.ts';
import { known, type DashboardFacts, type Signal, type SubjectOf } from '../../model/index.ts';
import { jsonValue } from '../resource/policy-json.ts';
import { present, text, textOf } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import type { Value } from '../resource/value.ts';
import { namesOf } from './alarm.ts';
import { filterNames, metricIn, providedByType } from './google.ts';
import { azureSignal, providedSignal, readMetric } from './metrics.ts';

/** A type of resource that is a dashboard, with where its name and its content stand. */
interface DashboardType {
  readonly system: DashboardFacts['system'];
  readonly type: string;
  /** Where its name is an attribute; else the content has it. */
  readonly name?: string;
  readonly content: string;
}

const TYPES: readonly DashboardType[] = [
  {
    system: 'cloudwatch',
    type: 'aws_cloudwatch_dashboard',
    name: 'dashboard_name',
    content: 'dashboard_body',
  },
  {
    system: 'cloudwatch',
    type: 'AWS::CloudWatch::Dashboard',
    name: 'DashboardName',
    content: 'DashboardBody',
  },
  {
    system: 'azure-portal',
    type: 'azurerm_portal_dashboard',
    name: 'name',
    content: 'dashboard_properties',
  },
  { system: 'azure-portal', type: 'azurerm_dashboard', name: 'name', content: 'dashboard_properties' },
  { system: 'google-monitoring', type: 'google_monitoring_dashboard', content: 'dashboard_json' },
];

/** What a dashboard shows. */
interface Shown {
  readonly panels: number;
  readonly services: readonly string[];
  readonly signals: readonly Signal[];
}

const NOTHING: Shown = { panels: 0, services: [], signals: [] };

/** Dashboards that clouds keep themselves. */
export function cloudDashboards(stack: Stack): readonly SubjectOf<'dashboard'>[] {
  return TYPES.flatMap((type) =>
    stack.of(type.type).map((resource) => {
      const content = contentOf(resource, type);
      const shown = content ? shownBy(stack, content, type) : NOTHING;
      return stack.subject('dashboard', resource, {
        system: type.system,
        title: titleOf(resource, type, content),
        uid: byDefault(null, resource),
        tags: [],
        panels: shown.panels,
        undeclaredVariables: [],
        fixedDataSources: [],
        choosesDataSource: byDefault(true, resource),
        variables: [],
        severalAsOne: [],
        refreshSeconds: byDefault(null, resource),
        inputs: [],
        provisioned: true,
        prometheus: false,
        undescribedPanels: byDefault(0, resource),
        services: [...new Set(shown.services)].toSorted(),
        signals: [...new Set(shown.signals)].toSorted(),
      });
    }),
  );
}

/** What `jsonencode` was given, or the text as values. */
function contentOf(resource: Resource, { content }: DashboardType): Value | undefined {
  const value = resource.get(content);
  if (!value) return undefined;
  return 'encoded' in value ? value.encoded.value : jsonValue(value);
}

function titleOf(
  resource: Resource,
  { name }: DashboardType,
  content: Value | undefined,
): DashboardFacts['title'] {
  const stated = name === undefined ? undefined : text(resource, name);
  if (stated) return stated;
  const own = content && entry(content, 'displayName');
  const written = own && textOf(own);
  return written === undefined
    ? byDefault(resource.name, resource)
    : known(written, own?.at, resource.related);
}

function shownBy(stack: Stack, content: Value, { system }: DashboardType): Shown {
  if (system === 'cloudwatch') return cloudWatchShown(stack, content);
  return system === 'azure-portal' ? azureShown(stack, content) : googleShown(content);
}

function cloudWatchShown(stack: Stack, content: Value): Shown {
  const widgets = itemsOf(entry(content, 'widgets'));
  const metrics = widgets.flatMap((widget) => rowsOf(entry(entry(widget, 'properties'), 'metrics')));
  return {
    panels: widgets.filter((widget) => textIn(widget, 'type') !== 'text').length,
    services: metrics.flatMap(({ dimensions }) => dimensions.flatMap((value) => namesOf(stack, value))),
    signals: metrics.flatMap(({ signal }) => signal ?? []),
  };
}

/**
 * `["AWS/Lambda", "Errors", "FunctionName", "checkout", {…}]`; in a row after the first `.` is what stands above it,
 * and `...` is everything that does.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
 */
function rowsOf(metrics: Value | undefined): readonly ReturnType<typeof readMetric>[] {
  let above: readonly Value[] = [];
  return itemsOf(metrics).map((row) => {
    const cells = itemsOf(row).filter(({ kind }) => kind !== 'object' && kind !== 'map');
    const [first] = cells;
    const rest =
      first && textOf(first) === '...' ? [...above.slice(0, 1 - cells.length), ...cells.slice(1)] : cells;
    above = rest.map((cell, index) => (textOf(cell) === '.' ? (above[index] ?? cell) : cell));
    const [namespace, name, ...dimensions] = above;
    return readMetric({
      namespace: (namespace && textOf(namespace)) ?? '',
      name: (name && textOf(name)) ?? '',
      statistic: '',
      dimensions: new Map(pairs(dimensions)),
    });
  });
}

function pairs(cells: readonly Value[]): readonly (readonly [string, Value])[] {
  return cells.flatMap((cell, index) => {
    const value = cells[index + 1];
    return index % 2 === 0 && value ? [[textOf(cell) ?? '', value] as const] : [];
  });
}

/** Filters stand in many shapes of panels, each under a name of its own; their text is the same in all. */
function googleShown(content: Value): Shown {
  const texts = textsIn(content, 0);
  const filters = texts.filter((filter) => metricIn(filter) !== undefined);
  return {
    panels: filters.length,
    services: filters.flatMap(filterNames),
    signals: filters.flatMap((filter) => providedByType(filter) ?? []),
  };
}

/**
 * Charts stand in inputs or in settings of their part, by who made them; what one draws is the same in all: metrics of a
 * resource, or a query, which names what it shows in words of its own.
 * https://learn.microsoft.com/azure/azure-portal/azure-portal-dashboards-structure
 */
function azureShown(stack: Stack, content: Value): Shown {
  const parts = itemsOf(entry(content, 'lenses')).flatMap((lens) => itemsOf(entry(lens, 'parts')));
  const metrics = objectsIn(content, 0).filter((one) => entry(one, 'resourceMetadata') && entry(one, 'name'));
  return {
    panels: parts.filter((part) => !STILL.test(textIn(entry(part, 'metadata'), 'type') ?? '')).length,
    services: metrics.flatMap((one) => {
      const shown = entry(entry(one, 'resourceMetadata'), 'id');
      return shown ? namesOf(stack, shown) : [];
    }),
    signals: metrics.flatMap((one) => {
      const [namespace, name] = [textIn(one, 'namespace') ?? '', textIn(one, 'name') ?? ''];
      return providedSignal(namespace, name) ?? azureSignal(name) ?? [];
    }),
  };
}

/** Parts that say something and show nothing. */
const STILL = /\/(?:Markdown|Clock|Video|HelpAndSupport|Users|Resource(?:Group)?Pin)[^/]*$/i;

const MAX_DEPTH = 40;

/** All objects within a value. */
function objectsIn(value: Value, depth: number): readonly Value[] {
  if (depth > MAX_DEPTH) return [];
  const own = 'entries' in value ? [value] : [];
  return [...own, ...itemsOf(value).flatMap((item) => objectsIn(item, depth + 1))];
}

function textsIn(value: Value, depth: number): readonly string[] {
  if (depth > MAX_DEPTH) return [];
  if (value.kind === 'string') return [value.value];
  if ('items' in value) return value.items.flatMap((item) => textsIn(item, depth + 1));
  return 'entries' in value ? [...value.entries.values()].flatMap((item) => textsIn(item, depth + 1)) : [];
}

function entry(value: Value | undefined, name: string): Value | undefined {
  return value && 'entries' in value ? present(value.entries.get(name)) : undefined;
}

function textIn(value: Value | undefined, name: string): string | undefined {
  const own = entry(value, name);
  return own && textOf(own);
}

/** Entries of an object count as its items: Azure numbers them in place of a list. */
function itemsOf(value: Value | undefined): readonly Value[] {
  if (value && 'entries' in value) return [...value.entries.values()];
  return value && 'items' in value ? value.items : [];
}
